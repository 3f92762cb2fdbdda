"""The lines of an ASCII document with their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.conformance.place import LINE_END
from generator.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end."""

    number: int
    text: str

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The span from the character `start` up to `end`, or to the line's end."""
        stop = len(self.text) if end is None else end
        return Span(self.number, start + 1, self.number, stop + 1)


def lines_of(text: str, first: int = 1) -> Iterator[Line]:
    """Every line; a line end at the file's end starts no further line."""
    parts = LINE_END.split(text)
    if parts[-1] == "":
        parts.pop()
    for number, part in enumerate(parts, first):
        yield Line(number, part)
