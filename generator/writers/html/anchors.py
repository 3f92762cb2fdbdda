"""The names by which marks and notes of a table link to each other (EDGAR Filer Manual II, 5.2.2.9)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A marker in a cell, the name of its anchor, and the name of its note's."""

    marker: str
    name: str
    target: str


class Anchors:
    """The anchors of one table: note 2 of table 3 is `n3-2`, its marks are `r3-2`, `r3-2-2`, `r3-2-3` ..."""

    def __init__(self, table: int, markers: tuple[str, ...]) -> None:
        self._keys = {marker: f"{table}-{at}" for at, marker in enumerate(markers, 1)}
        self._marked: Counter[str] = Counter()

    def mark(self, marker: str) -> Mark:
        """The next place where a note is marked."""
        self._marked[marker] += 1
        count = self._marked[marker]
        first = self._first_name(marker)
        return Mark(marker, first if count == 1 else f"{first}-{count}", self.note(marker))

    def note(self, marker: str) -> str:
        """The name of a note's anchor."""
        return f"n{self._keys[marker]}"

    def first(self, marker: str) -> str:
        """The name of the first place where a note was marked, empty when it was not."""
        return self._first_name(marker) if self._marked[marker] else ""

    def _first_name(self, marker: str) -> str:
        return f"r{self._keys[marker]}"
