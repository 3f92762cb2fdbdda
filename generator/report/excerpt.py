"""The lines of a source that a finding is about, with marks below them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Severity, Span
from generator.patterns import late
from generator.report.cells import visible, width_of, window, wrapped
from generator.report.colours import Colours

_LINE_END = late(r"\r\n|\r|\n")
NARROWEST = 20


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place to mark: the finding's own, or a further one with what it is."""

    span: Span
    text: str = ""
    own: bool = False


class Sources:
    """The texts of files by name, as lines counted from 1; findings come by file, so one is kept."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._file = ""
        self._lines: list[str] = []

    def lines(self, file: str) -> list[str]:
        """The lines of a file without their ends; none where its text is not known."""
        if file != self._file:
            text = self._texts.get(file, "").removeprefix("\ufeff")
            self._file, self._lines = file, _LINE_END.split(text) if text else []
        return self._lines


def excerpt(diagnostic: Diagnostic, lines: list[str], colours: Colours, width: int) -> Iterator[str]:
    """The marked lines in order, each with its number; `...` where lines between them are left out."""
    marks = sorted(
        [_Mark(diagnostic.span, own=True), *(_Mark(label.span, visible(label.text)) for label in diagnostic.labels)],
        key=lambda mark: (mark.span.line, not mark.own, mark.span.column),
    )
    marks = [mark for mark in marks if mark.span.line <= len(lines)]
    gutter = gutter_of(diagnostic)
    previous = 0
    for number in dict.fromkeys(mark.span.line for mark in marks):
        if previous and number > previous + 1:
            yield colours.frame("...")
        here = [mark for mark in marks if mark.span.line == number]
        yield from _marked_line(number, lines[number - 1], here, diagnostic.severity, colours, (gutter, width))
        previous = number


def gutter_of(diagnostic: Diagnostic) -> int:
    """How wide the line numbers of a finding's excerpt are."""
    spans = [diagnostic.span, *(label.span for label in diagnostic.labels)]
    return len(str(max(span.line for span in spans)))


def _marked_line(
    number: int, line: str, marks: list[_Mark], severity: Severity, colours: Colours, room: tuple[int, int]
) -> Iterator[str]:
    """A line of the source and, for each mark on it, a line of carets or dashes below."""
    gutter, width = room
    cut = window(line, marks[0].span.column - 1, max(width - gutter - 3, NARROWEST))
    yield f"{colours.frame(f'{number:>{gutter}} |')} {cut.shown}".rstrip()
    for mark in marks:
        end = mark.span.end_column - 1 if mark.span.end_line == mark.span.line else len(line.rstrip())
        before, wide = cut.columns(mark.span.column - 1, end)
        for drawn in _drawn(mark, before, wide, max(width - gutter - 3, NARROWEST)):
            shown = colours.of(severity, drawn.lstrip()) if mark.own else colours.frame(drawn.lstrip())
            yield f"{colours.frame(' ' * gutter + ' |')} {' ' * (len(drawn) - len(drawn.lstrip()))}{shown}"


def _drawn(mark: _Mark, before: int, wide: int, room: int) -> Iterator[str]:
    """A mark under its words, and what it says beside it, or below where there is no room."""
    drawn = " " * before + ("^" if mark.own else "-") * wide
    if not mark.text or len(drawn) + 1 + width_of(mark.text) <= room:
        yield f"{drawn} {mark.text}".rstrip()
        return
    yield drawn
    indent = min(before, max(room - max(NARROWEST, width_of(mark.text)), 0))
    yield from (" " * indent + line for line in wrapped(mark.text, 0, room - indent))
