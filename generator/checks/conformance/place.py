"""Where an offset into a file's characters is, as line and column."""

from __future__ import annotations

import re
from bisect import bisect_right

from generator.diagnostics import Span

LINE_END = re.compile(r"\r\n|\r|\n")


def decoded(data: bytes) -> str:
    """The characters of a file that should be 7-bit: as UTF-8 where it is that, else one byte each.

    Why: a finding should name the em dash that an author typed, not the three bytes that it became.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


class Places:
    """The line starts of a text, for turning offsets into spans; lines count on from `first`."""

    def __init__(self, text: str, first: int = 1) -> None:
        self._starts = [0, *(end.end() for end in LINE_END.finditer(text))]
        self._first = first

    def span(self, start: int, end: int) -> Span:
        """The span of the characters from `start` up to `end`."""
        line, column = self._place(start)
        end_line, end_column = self._place(max(start, end))
        return Span(line, column, end_line, end_column)

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset) - 1
        return line + self._first, offset - self._starts[line] + 1


def named(character: str) -> str:
    """A character as a message names it: its code point, and itself where it can be seen."""
    code = f"U+{ord(character):04X}"
    return f"{code} ({character})" if character.isprintable() and character != " " else code
