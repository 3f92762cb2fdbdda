"""Lines, columns and spans of a text whose lines end in CR LF, LF or CR."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, lru_cache

from generator.diagnostics import Span
from generator.patterns import late

_LINE_END = late(r"\r\n|\r|\n")


class Places:
    """Turns positions in a text into spans; `line(n)` is the n-th line without its end."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self._text))]

    def span(self, start: int, end: int | None = None) -> Span:
        """The span between two positions; of one character where no end is given."""
        line, column = self._place(start)
        end_line, end_column = self._place(start + 1 if end is None else end)
        if (end_line, end_column) < (line, column) or (end is None and end_line != line):
            end_line, end_column = line, column + 1
        return Span(line, column, end_line, end_column)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; empty outside of the file."""
        if not 1 <= number <= len(self._starts):
            return ""
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        return self._text[self._starts[number - 1] : end].rstrip("\r\n")

    def offset(self, line: int, column: int) -> int:
        """The position of a line and column, both counted from 1; the end of the text beyond it."""
        if line > len(self._starts):
            return len(self._text)
        return min(self._starts[line - 1] + column - 1, len(self._text))

    def _place(self, position: int) -> tuple[int, int]:
        line = bisect_right(self._starts, position)
        return line, position - self._starts[line - 1] + 1


@lru_cache(maxsize=4)
def places_in(text: str) -> Places:
    """The places of a text that is asked for again and again: its lines are found once."""
    return Places(text)
