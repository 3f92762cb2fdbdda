"""What is wrong with the tags of a wording template, in words for whoever typed it, who need not know Jinja."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError

from generator.wording.faults import TAG, Fault

_CLOSED_BY = {"{{": "}}", "{%": "%}", "{#": "#}"}
_ENDS = {"if": "endif", "for": "endfor", "clause": "endclause"}
_TAGS = ("if", "elif", "else", "endif", "for", "endfor", "clause", "endclause", "include")
_NAME = re.compile(r"\{%[-+]?\s*(\w*)")
_CURLY = re.compile("[\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f]")
_OPENER, _QUOTE, _EQUALS = re.compile(r"\{[{%#]"), re.compile("['\"]"), re.compile(r"(?<![=!<>])=(?!=)")
_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"")
_MEANT = {"elseif": "elif", "elsif": "elif", "end": "endif"}
#: How each tag is written.
_FORMS = {
    "": "write {{ value | type }}, such as {{ fund.name | name }}",
    "if": "write {% if value %}, {% if not value %} or {% if value == 'word' %}",
    "elif": "write {% elif value %} or {% elif value == 'word' %}",
    "else": "write {% else %}, or {% elif value %} for another test",
    "for": "write {% for one in list %}, such as {% for fund in funds %}",
    "clause": "write {% clause part.name %}, such as {% clause closing.retain %}",
    "include": 'write {% include "phrase/NAME" %}',
}
#: What makes a tag alone a template of its own.
_AROUND = {
    "if": ("", "{% endif %}"),
    "elif": ("{% if x %}", "{% endif %}"),
    "else": ("{% if x %}", "{% endif %}"),
    "for": ("", "{% endfor %}"),
    "clause": ("", "{% endclause %}"),
}


class Wrong(NamedTuple):
    """What is wrong with a tag: the message, the help, and where in the template it starts and ends."""

    message: str
    help: str
    start: int
    end: int


def syntax_fault(name: str, source: str, error: TemplateSyntaxError, environment: Environment) -> Fault:
    """The first thing that is wrong with the tags of a template; Jinja's own words where nothing is found."""
    for message, help, start, end in _wrongs(source, environment):
        return Fault(name, source.count("\n", 0, start) + 1, "WRD-01", message, help, at=(start, end))
    message = error.message or "not a template"
    return Fault(name, error.lineno, "WRD-01", message, "see the other templates for the form", None)


def _wrongs(source: str, environment: Environment) -> Iterator[Wrong]:
    opened: list[tuple[str, re.Match[str]]] = []
    for tag in TAG.finditer(source):
        found = _NAME.match(tag[0])
        kind = found[1] if found else ""
        wrong = _in_form(tag) or _in_order(kind, tag, opened) or _in_grammar(kind, tag, environment)
        if wrong:
            yield wrong
    for kind, tag in reversed(opened):
        yield _about(tag, f"this {{% {kind} %}} is never closed", _close(kind))


def _in_form(tag: re.Match[str]) -> Wrong | None:
    """Whether a tag is closed, and its quotes are straight and closed."""
    opener, end = tag[0][:2], _CLOSED_BY[tag[0][:2]]
    another = None if opener == "{#" else _OPENER.search(tag[0], 2)
    if another or not tag[0].endswith(end):
        last = tag.start() + len(tag[0][: another.start() if another else None].splitlines()[0].rstrip())
        return Wrong(f"this {opener} is not closed", f"write {end} where it ends", tag.start(), last)
    if opener == "{#":
        return None
    if curly := _CURLY.search(tag[0]):
        help = "within {{ }} and {% %} type straight quotes: 'word'"
        return _about(tag, f"the quote {curly[0]} is curly", help, curly.span())
    if lone := _QUOTE.search(_QUOTED.sub(lambda quoted: "x" * len(quoted[0]), tag[0])):
        return _about(tag, "a quote is not closed", f"write {lone[0]} at both ends of the word", lone.span())
    return None


def _in_order(kind: str, tag: re.Match[str], opened: list[tuple[str, re.Match[str]]]) -> Wrong | None:
    """Whether a tag may stand here: what was opened last is closed first."""
    if kind in _ENDS:
        opened.append((kind, tag))
    elif kind in _ENDS.values():
        opener = kind.removeprefix("end")
        if opener not in [one for one, _ in opened]:
            return _about(tag, f"{{% {kind} %}} closes nothing", f"take it out, or write {{% {opener} … %}} before it")
        last, at = opened.pop()
        if last != opener:
            line = tag.string.count("\n", 0, tag.start()) + 1
            message = f"this {{% {last} %}} is not closed before the {{% {kind} %}} in line {line}"
            return _about(at, message, _close(last))
    elif kind in ("elif", "else") and not {"if", "for"} & {one for one, _ in opened}:
        return _about(tag, f"{{% {kind} %}} stands in no {{% if %}}", "take it out, or write {% if value %} before it")
    return None


def _in_grammar(kind: str, tag: re.Match[str], environment: Environment) -> Wrong | None:
    """Whether a tag is written as its kind is."""
    if tag[0].startswith("{#") or kind in _ENDS.values():
        return None
    before, after = _AROUND.get(kind, ("", ""))
    try:
        environment.parse(f"{before}{tag[0]}{after}")
    except RecursionError:  # told by whoever could not parse the whole
        return None
    except TemplateSyntaxError as error:
        if kind and kind not in _TAGS:
            near = _MEANT.get(kind) or next(iter(get_close_matches(kind, _TAGS, 1)), "")
            help = f"did you mean {near}?" if near else f"there are: {', '.join(_TAGS)}"
            return _about(tag, f"there is no tag {kind!r}", help)
        equals = _EQUALS.search(tag[0])
        if equals and kind in ("if", "elif"):
            return _about(tag, "one = compares nothing", "write ==", equals.span())
        return _about(tag, f"the tag is not in order: {error.message}", _FORMS.get(kind, _FORMS[""]))
    return None


def _about(tag: re.Match[str], message: str, help: str, within: tuple[int, int] | None = None) -> Wrong:
    """What is wrong with a tag, or with a stretch of it."""
    start, end = within or (0, len(tag[0]))
    return Wrong(message, help, tag.start() + start, tag.start() + end)


def _close(kind: str) -> str:
    return f"write {{% {_ENDS[kind]} %}} where it ends"
