"""Each error of pydantic as a finding at its place in the source, in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic_core import ErrorDetails

from generator.diagnostics import Span
from generator.source.locate import Located
from generator.source.nodes import Mapping as MappingNode
from generator.source.nodes import Scalar
from generator.source.shapes import Entry, Schema, Shapes
from generator.source.spans import Spot, path_of, steps_of
from generator.source.wording import (
    LIST,
    MAPPING,
    QUOTE,
    TEXT,
    as_text,
    did_you_mean,
    example,
    nearest,
    of_like_words,
    one_of,
    sample_line,
    standing,
    wanted_instead,
)

#: What is wanted, by the error that says so.
WANTS: dict[str, str] = {
    "string_type": TEXT,
    "list_type": LIST,
    "tuple_type": LIST,
    "set_type": LIST,
    "frozen_set_type": LIST,
    "iterable_type": LIST,
    "model_type": MAPPING,
    "model_attributes_type": MAPPING,
    "dict_type": MAPPING,
    "mapping_type": MAPPING,
    "dataclass_type": MAPPING,
}
#: Messages by the beginning of the error's type; None keeps pydantic's own.
_FORMS: tuple[tuple[str, str, str], ...] = (
    ("int_", "a whole number is wanted here", "write digits only, such as 12"),
    ("decimal_", "a number is wanted here", "write a number such as 0.86"),
    ("float_", "a number is wanted here", "write a number such as 0.86"),
    ("date_", "a date is wanted here", "write year-month-day with dashes, such as 2009-11-12"),
    ("bool_", "yes or no is wanted here", "write yes or no"),
    ("string_pattern", "the text has not the form that is wanted here", ""),
)


@dataclass(frozen=True, slots=True)
class Explained:
    """What a finding says, before its file is known. `wants` is set where another kind of node is wanted."""

    code: str
    message: str
    help: str
    span: Span
    path: str
    source: str = ""
    wants: str = ""


def explain(error: ErrorDetails, located: Located, shapes: Shapes) -> Explained:
    """The finding for an error at its place."""
    kind, context = error["type"], error.get("ctx", {})
    entries = [entry for shape in located.shapes for entry in shapes.entries(shape)]
    if kind == "missing" and isinstance(error["loc"][-1], int):
        message = f"item {error['loc'][-1] + 1} is missing"
        return _at_value("KEY-02", message, "add it at the end of the list", located)
    if kind == "missing":
        return _missing(error, located, entries)
    if kind == "extra_forbidden":
        return _unknown(error, located, entries)
    if kind in WANTS or context.get("code") == "TYP-01":
        return wrong_node((WANTS.get(kind, TEXT),), located, entries)
    if kind in ("literal_error", "enum"):
        return _not_allowed(error, located)
    if kind.startswith("union_tag"):
        known, named_by = _tags(located, context), str(context.get("discriminator", "")).strip("'")
        if any(entry.key == named_by for shape in located.shapes for entry in _branch_entries(shape, shapes)):
            return _unknown_tag(located, named_by, known)
        return _unknown_kind(located.spot, known, "", Explained("KEY-03", "", "", Span(), ""))
    if "at" in context:
        located = replace(located, spot=located.spot.towards(steps_of(str(context["at"]))))
    plain = _at_value("TYP-06", error["msg"], "", located)
    if "known" in context:
        known = [word.strip() for word in str(context["known"]).split(",")]
        return _custom(error["msg"], context, _unknown_kind(located.spot, known, error["msg"], plain))
    if "code" in context or "help" in context:
        return _custom(error["msg"], context, plain)
    return _wrong_form(error, located, plain)


def wrong_node(wants: tuple[str, ...], located: Located, entries: list[Entry]) -> Explained:
    """Another kind of node is wanted: one of several, where a union takes more than one."""
    message, help = wanted_instead(wants, located.spot.node, entries)
    return replace(_at_value("TYP-01", message, help, located), wants=wants[0])


def _at_value(code: str, message: str, help: str, located: Located) -> Explained:
    spot = located.spot
    span = spot.node.span
    if spot.key and (located.in_key or (isinstance(spot.node, Scalar) and spot.node.null)):
        span = spot.key.span
    elif isinstance(spot.node, MappingNode) and not spot.node.flow:
        span = spot.head
    return Explained(code, message, help, span, path_of(spot.steps))


def _missing(error: ErrorDetails, located: Located, entries: list[Entry]) -> Explained:
    name, spot = str(error["loc"][-1]), located.spot
    path = path_of((*spot.steps, name))
    entry = next((entry for entry in entries if entry.key == name), Entry(name, {}, None))
    about = f" ({entry.info.description})" if entry.info and entry.info.description else ""
    help = f"add `{sample_line(entry)}`{about}"
    return Explained("KEY-02", f"the key `{name}` is missing", help, spot.head, path)


def _unknown(error: ErrorDetails, located: Located, entries: list[Entry]) -> Explained:
    name = str(error["loc"][-1])
    known = [entry.key for entry in entries]
    spot = located.spot.child(name) or located.spot
    likely, may_stand = nearest(name, known), f"the keys that may stand here are: {', '.join(known)}"
    help = did_you_mean([likely]) if likely else may_stand
    if not likely and (names := of_like_words(name, known)):
        help = f"{did_you_mean(names)} {may_stand[0].upper()}{may_stand[1:]}"
    if (shown := as_text(located.spot.node)) and not likely:
        help = f"{QUOTE}: {shown}; {help}"
    if not known:
        help = "delete it; no key may stand here"
    span = spot.key.span if spot.key else spot.node.span
    return Explained("KEY-01", f"there is no key `{name}` here", help, span, path_of(spot.steps))


def _not_allowed(error: ErrorDetails, located: Located) -> Explained:
    known = [str(word) for shape in located.shapes for word in _words(shape)]
    known = known or re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))
    node = located.spot.node
    if isinstance(node, Scalar) and not node.null:
        message = f"`{node.text}` is not one of the words allowed here"
        return _at_value("TYP-05", message, one_of(node.text, known), located)
    message = f"one of a few words is wanted here, and {standing(node)} stands here"
    return _at_value("TYP-05", message, one_of("", known), located)


def _words(shape: Mapping[str, Any]) -> list[Any]:
    if shape["type"] == "enum":
        return [member.value for member in shape["members"]]
    return list(shape.get("expected", ()))


def _tags(located: Located, context: Mapping[str, Any]) -> list[str]:
    unions = [shape for shape in located.shapes if shape["type"] == "tagged-union"]
    known = [str(tag) for union in unions for tag in union["choices"]]
    return known or re.findall(r"'([^']*)'", str(context.get("expected_tags", "")))


def _branch_entries(union: Schema, shapes: Shapes) -> list[Entry]:
    """The keys of a tagged union's first branch: the key that names the kind is one of every branch."""
    first = next(iter(union.get("choices", {}).values()), None) if union["type"] == "tagged-union" else None
    return [entry for shape in (shapes.concrete(first) if first else ()) for entry in shapes.entries(shape)]


def _unknown_tag(located: Located, key: str, known: list[str]) -> Explained:
    """A mapping whose key `kind: …` names none of the kinds, or is missing."""
    inner = located.spot.child(key)
    if inner is None:
        path = path_of((*located.spot.steps, key))
        message = f"the key `{key}` is missing"
        return Explained("KEY-02", message, f"add `{key}:` with one of: {', '.join(known)}", located.spot.head, path)
    text = inner.node.text if isinstance(inner.node, Scalar) else ""
    message = f"`{text}` is no kind of content that may stand here" if text else f"no kind stands at `{key}`"
    return Explained("KEY-03", message, one_of(text, known), inner.node.span, path_of(inner.steps))


def _unknown_kind(spot: Spot, known: list[str], message: str, base: Explained) -> Explained:
    """A mapping whose key names none of the kinds that may stand here."""
    if not isinstance(spot.node, MappingNode) or not spot.node.entries:
        message = message or f"a mapping with a kind as its key is wanted here, and {standing(spot.node)} stands here"
        return replace(base, message=message, help=one_of("", known), span=spot.node.span, path=path_of(spot.steps))
    key = spot.node.entries[0][0]
    if key.text in known:
        message, help = message or "one kind is wanted here, and several stand here", "begin each with `- ` of its own"
    else:
        message = message or f"`{key.text}` is no kind of content that may stand here"
        help = one_of(key.text, known)
        if (shown := as_text(spot.node)) and not nearest(key.text, known):
            help = f"{QUOTE}: {shown}" + ("" if " " in key.text else f"; or {help}")
            if not isinstance(spot.node.entries[0][1], Scalar):
                help += ", and what stands below it in an item of its own"
    return replace(base, message=message, help=help, span=key.span, path=path_of((*spot.steps, key.text)))


def _custom(message: str, context: Mapping[str, Any], base: Explained) -> Explained:
    """What a validator of the model says itself: its context has `code`, `help`, `source`."""
    return replace(
        base,
        code=str(context.get("code", base.code)),
        message=message,
        help=base.help if "known" in context else str(context.get("help", "")),
        source=str(context.get("source", "")),
    )


def _wrong_form(error: ErrorDetails, located: Located, plain: Explained) -> Explained:
    kind, context = error["type"], error.get("ctx", {})
    if kind in ("value_error", "assertion_error"):
        return replace(plain, message=str(context.get("error", error["msg"])))
    if count := _COUNTS.get(kind):
        help = "add what is missing" if kind.endswith("short") else "take out what is too much"
        return replace(plain, message=count(context), help=help)
    such = example(located.info)
    for beginning, message, help in _FORMS:
        if kind.startswith(beginning):
            return replace(plain, message=message, help=f"write it like {such}" if such else help)
    message = re.sub(r"^Input should", "the value should", error["msg"])
    return replace(plain, message=message[:1].lower() + message[1:], help=f"such as {such}" if such else "")


_COUNTS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "too_short": lambda c: f"at least {_number(c['min_length'], 'item')} wanted here, and there are fewer",
    "too_long": lambda c: f"at most {_number(c['max_length'], 'item')} wanted here, and there are more",
    "string_too_short": lambda c: f"at least {_number(c['min_length'], 'character')} wanted here",
    "string_too_long": lambda c: f"at most {_number(c['max_length'], 'character')} wanted here",
}


def _number(count: int, thing: str) -> str:
    return f"{count} {thing} is" if count == 1 else f"{count} {thing}s are"
