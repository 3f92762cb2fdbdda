"""What is wrong with the wording templates, found before anything is rendered: each fault with file and line.

A template speaks of values by name. Which names there are follows from the part that it words: every part may
speak of the registrant and the supplement, a lead-in of its change too, typed content of its own view.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from difflib import get_close_matches
from itertools import groupby
from pathlib import Path
from typing import TypeAlias, get_args

from jinja2 import TemplateSyntaxError, nodes

from generator.diagnostics import Diagnostic, in_order
from generator.model.content import KINDS
from generator.model.entities import Terms
from generator.model.shapes import ANY, Shape, shape_of
from generator.model.supplement import Effective, Location, Operation, Target
from generator.templates import template_text
from generator.wording.bounds import check_bounds
from generator.wording.environment import LARGEST, Wording
from generator.wording.faults import Fault, placed
from generator.wording.grammar import UnreadableWording, compile_whole
from generator.wording.syntax import syntax_fault
from generator.wording.types import TYPES

Scope: TypeAlias = dict[str, Shape]

#: The types of values that have a filter of their own name and no other.
_ALIKE = ("month", "money", "rate", "figure", "waived", "marks", "marker", "ordinal", "page", "count")
#: The filters that show each type of value.
SHOWN_BY: dict[str, tuple[str, ...]] = {
    ANY: tuple(TYPES),
    "words": ("name", "text", "sentence", "capitals", "person", "credentials"),
    "date": ("date", "capital_date"),
    **{name: (name,) for name in _ALIKE},
}
ROOT: Scope = {
    "registrant": dict.fromkeys(("name", "file_no_1933", "file_no_1940"), "words"),
    "terms": shape_of(Terms),
    "date": "date",
    "funds": [{"name": "words"}],
    "targets": [shape_of(Target)],
    "alike": {part: shape_of(Target)[part] for part in ("date", "supplemented")},
    **dict.fromkeys(("one_date", "comma", "several"), ()),
    "supersedes": ["date"],
    "many": (),
}
CHANGE: Scope = {"fund": {"name": "words"}, "about": [{"name": "words"}]}
LEAD_IN: Scope = {
    "operation": get_args(Operation),
    "location": shape_of(Location),
    "reason": "words",
    "old": "words",
    "new": "words",
    "documents": [shape_of(Target) | {"page": "page"}],
    "effective": shape_of(Effective),
}
#: What the templates of each folder may speak of; a phrase, whatever the template does that includes it.
PARTS: dict[str, Scope] = {
    **dict.fromkeys(("legend", "header", "opening", "supersedes", "closing"), ROOT),
    "lead_in": ROOT | CHANGE | LEAD_IN,
    **{name: ROOT | CHANGE | kind.shape() for name, kind in KINDS.items()},
}
LOOP: Shape = {"first": (), "last": ()}
PHRASES = "phrase"


def check_wording(wording: Wording) -> list[Diagnostic]:
    """Every fault of a project's wording templates, at its place."""
    found = []
    for name in wording.loader.list_templates():
        for template, faults in groupby(_check_template(wording, name), key=lambda fault: fault.template):
            file = wording.loader.shown_path(template)
            for fault, span in placed(faults, _source(wording, template)):
                found.append(Diagnostic(fault.code, fault.message, file, span, fault.help))
    return in_order(found)


def read_sources(wording: Wording) -> dict[str, str]:
    """The templates as they were typed, by file."""
    loader = wording.loader
    found = {loader.shown_path(name): loader.path_of(name) for name in loader.list_templates()}
    return {shown: _typed(wording, path) for shown, path in found.items() if path}


def _source(wording: Wording, name: str) -> str:
    path = wording.loader.path_of(name)
    return _typed(wording, path) if path else ""


def _typed(wording: Wording, path: Path) -> str:
    """What a template says; nothing where it is refused whole, such as for being a link to what is elsewhere."""
    try:
        return template_text(path, wording.loader.folder_of(path), LARGEST)
    except (TemplateSyntaxError, OSError):
        return ""


def _check_template(wording: Wording, name: str) -> Iterator[Fault]:
    part, _, form = name.partition("/")
    tree = _parse(wording, name)
    if isinstance(tree, Fault):
        yield tree
    elif part in PARTS:
        faults = list(_check(wording, name, tree.body, PARTS[part]))
        yield from faults
        if not faults:
            yield from _check_backwards(wording, part, form)
    elif part != PHRASES:
        message = f"no part of a supplement is worded in {part}/"
        yield Fault(name, 1, "WRD-05", message, _nearest(part, [*PARTS, PHRASES]), None)


def _parse(wording: Wording, name: str) -> nodes.Template | Fault:
    try:
        check_bounds(wording, name)
        return wording.tree(name)
    except TemplateSyntaxError as error:
        wrong = next((one for one in wording.loader.list_templates() if _is_of(error, wording, one)), name)
        return syntax_fault(wrong, _source(wording, wrong), error, wording.environment)
    except (UnicodeDecodeError, OSError) as error:
        return Fault(name, 1, "WRD-01", f"the template cannot be read: {error}", "save it as UTF-8", None)


def _is_of(error: TemplateSyntaxError, wording: Wording, name: str) -> bool:
    """Whether an error was found in a template, which another may include."""
    return error.filename is not None and error.filename == str(wording.loader.path_of(name))


def _check_backwards(wording: Wording, part: str, form: str) -> Iterator[Fault]:
    try:
        compile_whole(wording, part, form)
    except UnreadableWording as error:
        help = "use slots, {% if %}, {% for %}, {% clause %} and {% include %} only"
        yield Fault(f"{part}/{form}", error.line, "WRD-04", error.message, help)
    except RecursionError:
        message, help = "it is longer than can be read backwards", "take some of its sentences out"
        yield Fault(f"{part}/{form}", 1, "WRD-04", message, help, None)


def _check(wording: Wording, name: str, body: list[nodes.Node], scope: Scope) -> Iterator[Fault]:
    """The faults of some nodes of a template, and of what they include."""
    for node in body:
        match node:
            case nodes.Output():
                for child in node.nodes:
                    yield from _check_slot(name, child, scope)
            case nodes.If():
                yield from _check_test(name, node.test, scope)
                yield from _check(wording, name, [*node.body, *node.elif_, *node.else_], scope)
            case nodes.For(target=nodes.Name(name=variable)):
                yield from _check_loop(wording, name, node, variable, scope)
            case nodes.Scope():
                yield from _check(wording, name, node.body, scope)
            case nodes.Include(template=nodes.Const(value=str() as other)):
                yield from _check_include(wording, name, node.lineno, other, scope)
            case _:
                pass  # what cannot be read backwards is a fault of its own


def _check_include(wording: Wording, name: str, line: int, other: str, scope: Scope) -> Iterator[Fault]:
    if wording.loader.path_of(other) is None:
        known = [one for one in wording.loader.list_templates() if one.startswith(f"{PHRASES}/")]
        yield Fault(name, line, "WRD-02", f"there is no template {other}", _nearest(other, known), other)
        return
    tree = _parse(wording, other)
    if not isinstance(tree, Fault):  # its own fault is found where it is checked itself
        yield from _check(wording, other, tree.body, scope)


def _check_loop(wording: Wording, name: str, node: nodes.For, variable: str, scope: Scope) -> Iterator[Fault]:
    shape = yield from _resolve(name, node.iter, scope)
    if isinstance(shape, list) or shape == ANY:
        turn = shape[0] if isinstance(shape, list) else ANY
        yield from _check(wording, name, node.body, scope | {variable: turn, "loop": LOOP})
    elif shape is not None:
        words = _spelled(node.iter)
        yield Fault(name, node.lineno, "WRD-02", f"{words} is no list", "loop over a list, such as funds", words)


def _check_slot(name: str, node: nodes.Node, scope: Scope) -> Iterator[Fault]:
    if isinstance(node, nodes.TemplateData):
        return
    if not isinstance(node, nodes.Filter) or node.node is None:
        help = "write {{ value | type }}, such as {{ fund.name | name }}"
        yield Fault(name, node.lineno, "WRD-03", "a value is shown without its type", help, _first(node))
        return
    shape = yield from _resolve(name, node.node, scope)
    if node.name not in TYPES:
        help = _nearest(node.name, list(TYPES))
        yield Fault(name, node.lineno, "WRD-03", f"no type is called {node.name!r}", help, node.name)
    elif shape is not None:
        words = _spelled(node.node)
        fitting = SHOWN_BY.get(shape, ()) if isinstance(shape, str) else ()
        if not fitting:
            message, help = f"{words} is nothing that can be shown", "show one of its parts, or test it with {% if %}"
            yield Fault(name, node.lineno, "WRD-03", message, help, words)
        elif node.name not in fitting:
            message = f"{words} cannot be shown as {node.name!r}"
            yield Fault(name, node.lineno, "WRD-03", message, f"use {' or '.join(fitting)}", node.name)


def _check_test(name: str, node: nodes.Node, scope: Scope) -> Iterator[Fault]:
    match node:
        case nodes.Compare(expr=left, ops=[nodes.Operand(expr=nodes.Const(value=value))]):
            shape = yield from _resolve(name, left, scope)
            message = f"{_spelled(left)} is never {value!r}"
            if shape is not None and (help := _never(shape, value, _spelled(left))):
                yield Fault(name, node.lineno, "WRD-02", message, help, str(value))
        case nodes.Not(node=inner):
            yield from _check_test(name, inner, scope)
        case nodes.And(left=left, right=right) | nodes.Or(left=left, right=right):
            yield from _check_test(name, left, scope)
            yield from _check_test(name, right, scope)
        case _:
            yield from _resolve(name, node, scope)


def _never(shape: Shape, value: object, words: str) -> str:
    """What to type in place of a comparison that never holds; nothing where it may."""
    if shape == ():
        either = f"it is true or false: write {{% if {words} == true %}} or {{% if {words} == false %}}"
        return "" if isinstance(value, bool) else either
    if isinstance(value, bool) or isinstance(shape, dict | list):
        return f"to ask whether there is one, write {{% if {words} %}}"
    if shape == "count":
        return "" if isinstance(value, int) else f"it is a number: write {words} == 1"
    if isinstance(value, int | float):
        return f"values are words: write {words} == '{value}'"
    return _nearest(str(value), list(shape)) if isinstance(shape, tuple) and value not in shape else ""


def _resolve(name: str, node: nodes.Node, scope: Scope) -> Generator[Fault, None, Shape | None]:
    """The shape of what an expression names, and a fault where there is no such thing."""
    if isinstance(node, nodes.Name):
        shape, word, known = scope.get(node.name), node.name, list(scope)
    elif isinstance(node, nodes.Getattr):
        outer = yield from _resolve(name, node.node, scope)
        if outer is None:
            return None
        if outer == ANY:
            return ANY
        parts = outer if isinstance(outer, dict) else {}
        shape, word, known = parts.get(node.attr), node.attr, list(parts)
    else:
        help = "use names and their parts, such as fund.name"
        message = f"{type(node).__name__} stands where a name is wanted"
        yield Fault(name, node.lineno, "WRD-02", message, help, _first(node))
        return None
    if shape is None:
        words = _spelled(node)
        yield Fault(name, node.lineno, "WRD-02", f"there is nothing called {words}", _nearest(word, known), words)
    return shape


def _spelled(node: nodes.Node) -> str:
    match node:
        case nodes.Name(name=name):
            return str(name)
        case nodes.Getattr(node=inner, attr=attr):
            return f"{_spelled(inner)}.{attr}"
    return type(node).__name__


def _first(node: nodes.Node) -> str:
    """A name as it is spelled, of anything else the first name in it."""
    if isinstance(node, nodes.Name | nodes.Getattr):
        return _spelled(node)
    inner = node.find(nodes.Name)
    return inner.name if inner else ""


def _nearest(word: str, known: list[str]) -> str:
    near = get_close_matches(word, known, 1)
    listed = f"there are: {', '.join(known)}" if known else "it has no parts"
    return f"did you mean {near[0]}? {listed[0].upper()}{listed[1:]}" if near else listed
