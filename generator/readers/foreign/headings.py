"""Which passages are the header's titles and which are headings of sections."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.document.canonical import shown_text
from generator.document.nodes import Heading
from generator.document.normal import NUMBER
from generator.readers.foreign.leading import with_mark_in_words
from generator.readers.foreign.pieces import Grid, Passage
from generator.readers.foreign.runs import without_refs, without_strong

_LONGEST_TITLE, _LONGEST_HEADING, _LONGEST_NUMBERED = 60, 20, 60
_STOP = re.compile(r"[.:;,!?][”\"')]?\Z")
_WORD = re.compile(r"[^\W\d_]{2,}")


def opening_length(pieces: Sequence[Passage | Grid]) -> int:
    """How many of the first pieces are the header: set like titles, up to the first running paragraph.

    A line at the left ends a header that is centred: it is the first section's heading.
    """
    count, centred = 0, False
    for piece in pieces:
        if not isinstance(piece, Passage) or not _is_display(piece) or (centred and piece.align != "center"):
            break
        count += 1
        centred = centred or piece.align == "center"
    return count


def is_running(piece: Passage | Grid) -> bool:
    """Whether a piece is what a heading stands over: a table, an item, a sentence."""
    if isinstance(piece, Grid):
        return True
    text = shown_text(piece.words)
    return bool(piece.mark) or (len(text.split()) > 7 and not piece.apart) or text.endswith((".", ":", ";"))


def is_heading(piece: Passage | Grid) -> bool:
    """Whether a passage is set and worded as a heading; whether it heads anything is seen by what follows."""
    if not isinstance(piece, Passage) or not piece.apart or not NUMBER.fullmatch(piece.mark or "I."):
        return False
    text = shown_text(piece.words)
    count = len(text.split())
    if not _WORD.search(text):
        return False
    if piece.mark:
        return count <= _LONGEST_NUMBERED and not text.endswith((".", ";", ","))
    return count <= _LONGEST_HEADING and not _STOP.search(text)


class Levels:
    """Gives headings their levels: numbered ones by their kind of number, others one below the last of those."""

    def __init__(self) -> None:
        self._kinds: list[str] = []
        self._numbered = 0
        self._last = 0

    def heading(self, passage: Passage) -> Heading:
        """The heading that a passage is, at its level; levels have no gap."""
        if passage.mark:
            kind = _number_kind(passage.mark)
            if kind not in self._kinds:
                self._kinds = [*self._kinds[: self._numbered], kind]
            self._numbered = self._kinds.index(kind) + 1
        level = self._numbered if passage.mark else self._numbered + 1
        self._last = max(1, min(level, self._last + 1, 3))
        return Heading(self._last, without_strong(without_refs(passage.words)), passage.mark)


def _number_kind(number: str) -> str:
    label = number[:-1]
    if label.isdigit():
        return "decimal"
    return "roman" if set(label) <= set("IVX") else "letter"


def _is_display(passage: Passage) -> bool:
    text = shown_text(with_mark_in_words(passage))
    count = len(text.split())
    runs_on = count > (25 if passage.align == "center" else 12) and text.endswith((".", ":", ";"))
    return passage.display and count <= _LONGEST_TITLE and not runs_on and not passage.mark
