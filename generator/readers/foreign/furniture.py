"""What belongs to the page and not to the document: page numbers beside the pages' edges."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.document.canonical import shown_text
from generator.readers.foreign.pieces import Grid, PageEdge, Passage, Piece

_BARE = re.compile(r"[0-9]{1,3}|[ivxl]{1,6}|[A-Z]-[0-9]{1,3}")
_MARKED = re.compile(r"[-–—]\s?[0-9]{1,3}\s?[-–—]|Page [0-9]{1,3}(?: of [0-9]{1,3})?", re.IGNORECASE)


def is_page_number(text: str) -> bool:
    """Whether a line beside a page's edge is its number."""
    return bool(_BARE.fullmatch(text) or _MARKED.fullmatch(text))


def is_marked_page_number(text: str) -> bool:
    """Whether a line is a page's number wherever it stands: `- 2 -`, `Page 2 of 3`."""
    return bool(_MARKED.fullmatch(text))


def without_furniture(pieces: Sequence[Piece]) -> list[Passage | Grid]:
    """The pieces without pages' edges and the page numbers beside them or at the document's ends."""
    kept: list[Passage | Grid] = []
    for at, piece in enumerate(pieces):
        beside = pieces[at - 1] if at else PageEdge(), pieces[at + 1] if at + 1 < len(pieces) else PageEdge()
        if isinstance(piece, PageEdge) or (isinstance(piece, Passage) and _is_furniture(piece, beside)):
            continue
        kept.append(piece)
    return kept


def _is_furniture(passage: Passage, beside: tuple[Piece, Piece]) -> bool:
    text = shown_text(passage.words)
    at_edge = any(isinstance(piece, PageEdge) for piece in beside)
    return not passage.mark and at_edge and is_page_number(text)
