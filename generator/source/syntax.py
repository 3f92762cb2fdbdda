"""YAML's syntax errors in plain sentences, at the place that has to be mended, with what to type."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from generator.diagnostics import Diagnostic, Label, Span
from generator.patterns import late
from generator.source.characters import name_of
from generator.source.places import Places
from generator.source.samples import in_quotes

LONGEST_KEY = 1024
_ENTRY = late(r"\s*(?:- +)*(?P<key>[^\s\"'#][^:]*?|\"[^\"]*\"|'[^']*') *:(?=[ \t]|$)[ \t]*(?P<value>.*)")
#: A blank that YAML does not take for one where it wants one: before the words of a line, behind a dash or a key.
_WIDE_BLANK = late(r"[ \t]*(?:- +)*(?:[\w. -]+:|-)?(?P<blank>[^\S\x00-\x7f]+)")
_COMMENT = late(r"[ \t]+(?P<words>#[^\r\n]*)")


@dataclass(frozen=True, slots=True)
class Broken:
    """A syntax error, the text that it is about, and the last event before it."""

    error: yaml.MarkedYAMLError
    text: str
    places: Places
    last: Any

    @property
    def at(self) -> int:
        """The position where YAML gave up."""
        return self.error.problem_mark.index if self.error.problem_mark else 0

    @property
    def since(self) -> int:
        """The position where the part begins that YAML was reading."""
        return self.error.context_mark.index if self.error.context_mark else self.at

    @property
    def character(self) -> str:
        """The character at which YAML gave up, or nothing at the end."""
        return self.text[self.at : self.at + 1]

    @property
    def number(self) -> int:
        """The line where YAML gave up, counted from 1."""
        return self.places.span(self.at).line

    def rest(self, position: int) -> str:
        """The text from a position to the end of its line."""
        span = self.places.span(position)
        return self.places.line(span.line)[span.column - 1 :].strip()

    def value(self, number: int) -> str:
        """What stands on a line after its key."""
        entry = _ENTRY.match(self.places.line(number))
        return entry["value"].strip() if entry else self.places.line(number).strip().removeprefix("- ")


@dataclass(frozen=True, slots=True)
class _Finding:
    code: str
    span: Span
    message: str
    help: str
    labels: tuple[Label, ...] = ()


def syntax_fault(broken: Broken, file: str) -> Diagnostic:
    """The finding for a syntax error."""
    problem = f"{broken.error.context or ''}: {broken.error.problem or ''}"
    for pattern, explain in _EXPLANATIONS:
        if re.search(pattern, problem):
            found = (explain in _OF_BLANKS and _wide_blank(broken)) or explain(broken)
            return Diagnostic(found.code, found.message, file, found.span, found.help, labels=found.labels)
    remedy = "compare the line with its neighbours; text with special characters must be in quotes"
    return Diagnostic(
        "SRC-29", f"this is not YAML: {broken.error.problem}", file, broken.places.span(broken.at), remedy
    )


def _tab(broken: Broken) -> _Finding:
    span = broken.places.span(broken.at)
    return _Finding("SRC-20", span, "a tab indents this line", "indent with blanks, two for each level")


def _reserved(broken: Broken) -> _Finding:
    if broken.character == "\t":
        return _tab(broken)
    span = broken.places.span(broken.at)
    if not broken.character:
        return _Finding("SRC-24", span, "the file ends where a value is wanted", "write the value")
    first = "a backtick" if broken.character == "`" else f"`{broken.character}`"
    message = f"a value without quotes cannot begin with {first}"
    return _Finding("SRC-24", span, message, f"put it in quotes: {in_quotes(broken.rest(broken.at))}")


def _block_header(broken: Broken) -> _Finding:
    opening = broken.text[broken.since : broken.since + 1]
    message = f"a value without quotes cannot begin with `{opening}`"
    remedy = f"put it in quotes: {in_quotes(broken.rest(broken.since))}"
    return _Finding("SRC-24", broken.places.span(broken.since), message, remedy)


def _reference(broken: Broken) -> _Finding:
    opening = broken.text[broken.since : broken.since + 1]
    message = f"a value that begins with `{opening}` is read as a reference to another place"
    remedy = f"put the text in quotes: {in_quotes(broken.rest(broken.since))}"
    return _Finding("SRC-08", broken.places.span(broken.since), message, remedy)


def _tag(broken: Broken) -> _Finding:
    remedy = f"put the text in quotes: {in_quotes(broken.rest(broken.since))}"
    return _Finding("SRC-09", broken.places.span(broken.since), "a value that begins with `!` is read as a tag", remedy)


def _directive(broken: Broken) -> _Finding:
    return _Finding(
        "SRC-24", broken.places.span(broken.since), "a line cannot begin with `%`", "put the text in quotes"
    )


def _unclosed_quote(broken: Broken) -> _Finding:
    quote = broken.text[broken.since : broken.since + 1]
    remedy = f"type {quote} at the end of the value"
    return _Finding("SRC-21", broken.places.span(broken.since), f"the quote {quote} is never closed", remedy)


def _escape(broken: Broken) -> _Finding:
    remedy = "type the backslash twice, or use 'single quotes', where it is an ordinary character"
    span = broken.places.span(broken.at)
    return _Finding("SRC-27", span, "a backslash inside double quotes begins an escape, and this is none", remedy)


def _bracket(broken: Broken) -> _Finding:
    opening = broken.text[broken.since : broken.since + 1]
    closing = "]" if opening == "[" else "}"
    label = Label(broken.places.span(broken.since), "opened here")
    message = f"a comma or the closing `{closing}` is missing before this"
    remedy = f"close it with `{closing}`; text that begins with `{opening}` must be in quotes"
    return _Finding("SRC-26", broken.places.span(broken.at), message, remedy, (label,))


def _no_colon(broken: Broken) -> _Finding:
    words = broken.rest(broken.since)
    span = broken.places.span(broken.since, broken.since + len(words))
    remedy = "type `: ` after a key, `- ` before a list item; indent what goes on with the value above"
    return _Finding("SRC-28", span, "this line is neither `key: value` nor a list item", remedy)


def _extra_colon(broken: Broken) -> _Finding:
    """A `: ` where no key can be: inside a value, below a value, or below a line that lost its colon."""
    span = broken.places.span(broken.at)
    line = broken.places.line(span.line)
    entry = _ENTRY.match(line)
    if entry and entry.end("key") + 1 < span.column and entry["value"]:
        message = "a value without quotes cannot have a colon and a blank in it"
        return _Finding("SRC-22", span, message, f"put the value in quotes: {in_quotes(entry['value'].strip())}")
    if span.column > LONGEST_KEY:
        return _Finding("SRC-28", span, f"a key of more than {LONGEST_KEY} characters", "put the text in quotes")
    number = span.line - 1
    while number > 1 and not broken.places.line(number).strip():
        number -= 1
    above = broken.places.line(number)
    if not _ENTRY.match(above) and above.strip():
        return _lost_colon(broken, number, above)
    remedy = "begin the key in the column of its neighbours, or put the whole value above in quotes"
    return _Finding("SRC-23", span, "this line reads as part of the value above, which cannot have `: ` in it", remedy)


def _lost_colon(broken: Broken, number: int, above: str) -> _Finding:
    """The line above has a colon without a blank, or none."""
    words = above.strip()
    column = above.index(words) + 1
    if tight := re.match(r"(?:- +)*[\w .-]+:(?=[^ \t])", words):
        place = Span(number, column + tight.end() - 1, number, column + tight.end())
        key, value = words[: tight.end()], words[tight.end() :].strip()
        return _Finding("SRC-28", place, "a blank is missing after this colon", f"write {key} {value}")
    place = Span(number, column, number, column + len(words))
    remedy = "type `:` after a key; put a value that goes on over lines in quotes if it has `: ` in it"
    return _Finding("SRC-28", place, "this line has no colon, and the next one is read as part of it", remedy)


def _early_item(broken: Broken) -> _Finding:
    remedy = "begin the list on the next line, each item after `- `; put text that begins with `- ` in quotes"
    return _Finding("SRC-23", broken.places.span(broken.at), "a list cannot begin on the line of its key", remedy)


def _wide_blank(broken: Broken) -> _Finding | None:
    """A blank copied from elsewhere, on the line where YAML gave up or on the one that it was reading."""
    since = broken.places.span(broken.since).line
    for number in (since, broken.number - 1, broken.number):
        if found := _WIDE_BLANK.match(broken.places.line(number)[:LONGEST_KEY]):
            span = Span(number, found.start("blank") + 1, number, found.end("blank") + 1)
            message = f"{name_of(found['blank'][0])} is no blank to YAML"
            return _Finding("SRC-14", span, message, "it came along with copied text: type an ordinary blank instead")
    return None


def _behind_value(broken: Broken) -> _Finding | None:
    """Words behind a value that a quote, a bracket or a comment has ended."""
    if broken.last is None:
        return None
    if broken.last.end_mark.line + 1 == broken.number and _closed(broken):
        return _after_end(broken)
    start, end = broken.last.start_mark.index, broken.last.end_mark.index
    comment, rest = _COMMENT.match(broken.text, end), broken.rest(broken.at)
    if (
        comment is None
        or broken.text[comment.end() : broken.at].strip()
        or _ENTRY.match(rest[:LONGEST_KEY])
        or rest.startswith("- ")
    ):
        return None
    whole = f"{broken.text[start : comment.end()]} {rest}"
    span = broken.places.span(comment.start("words"), comment.end())
    label = Label(broken.places.span(broken.at), "text goes on here")
    remedy = f"put the whole value in quotes: {in_quotes(' '.join(whole.split()))}"
    return _Finding("SRC-25", span, "from `#` on this line is a comment, which ends the value", remedy, (label,))


def _no_item(broken: Broken) -> _Finding:
    if found := _behind_value(broken):
        return found
    label = Label(broken.places.span(broken.since), "the list begins here")
    remedy = "type `- ` before an item, or indent the line less if it is no part of the list"
    span = broken.places.span(broken.at)
    return _Finding("SRC-23", span, "a `- ` is missing: this line stands among the items of a list", remedy, (label,))


def _no_key(broken: Broken) -> _Finding:
    """Words where a key is wanted: behind a value that has ended, or at an odd indentation."""
    if found := _behind_value(broken):
        return found
    if broken.character == ":":
        span = broken.places.span(broken.at)
        return _Finding("SRC-11", span, "there is no key before this colon", "type the key, or delete the line")
    opening = broken.places.span(broken.since)
    label = Label(opening, f"its neighbours begin in column {opening.column}")
    remedy = f"begin it in column {opening.column}, or indent it as what it belongs to"
    message = "this line is indented unlike its neighbours"
    if broken.character == "-" and broken.places.span(broken.at).column == opening.column:
        message, remedy = "a list item stands where a key is wanted", "indent the list below its key"
    elif broken.character in ("]", "}", ","):
        message, remedy = f"`{broken.character}` closes nothing here", "delete it, or put the text in quotes"
        return _Finding("SRC-26", broken.places.span(broken.at), message, remedy)
    return _Finding("SRC-23", broken.places.span(broken.at), message, remedy, (label,))


def _closed(broken: Broken) -> bool:
    """Whether the last event ended in a quote or a bracket."""
    return broken.text[broken.last.end_mark.index - 1 : broken.last.end_mark.index] in ("'", '"', "]", "}")


def _after_end(broken: Broken) -> _Finding:
    start = broken.last.start_mark
    labels: tuple[Label, ...] = ()
    remedy = f"put the whole value in one pair of quotes: {in_quotes(_unquoted(broken.value(broken.number)))}"
    if start.line + 1 < broken.number:
        labels = (Label(broken.places.span(start.index), "opened here"),)
        remedy = "close the quote where the value ends"
    return _Finding("SRC-25", broken.places.span(broken.at), "text goes on after the end of a value", remedy, labels)


def _unquoted(value: str) -> str:
    """A value such as `"Fund" shares` or `'it's'` without the quotes that its author meant as marks around it."""
    if value[:1] == value[-1:] and value[:1] in ("'", '"'):
        return value[1:-1]
    return value


def _after_content(broken: Broken) -> _Finding:
    remedy = "begin the first line and all top-level keys in column 1; put text with special characters in quotes"
    return _Finding("SRC-25", broken.places.span(broken.at), "text stands after the end of the content", remedy)


_EXPLANATIONS: tuple[tuple[str, Callable[[Broken], _Finding]], ...] = (
    (r"found a tab", _tab),
    (r"cannot start any token|node content|mapping keys are not allowed", _reserved),
    (r"quoted.*(end of stream|document)", _unclosed_quote),
    (r"quoted.*(escape|hexdec)", _escape),
    (r"block scalar", _block_header),
    (r"(alias|anchor)", _reference),
    (r"\btag\b", _tag),
    (r"directive|incompatible YAML", _directive),
    (r"mapping values are not allowed", _extra_colon),
    (r"sequence entries are not allowed", _early_item),
    (r"flow (sequence|mapping)", _bracket),
    (r"expected ':'", _no_colon),
    (r"block (collection|sequence)", _no_item),
    (r"block mapping", _no_key),
    (r"<document start>", _after_content),
)
#: Those that a blank of another kind may lead to.
_OF_BLANKS = (_extra_colon, _no_colon, _no_item, _no_key)
