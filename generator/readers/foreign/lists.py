"""Lists, from passages in a row with bullets or with numbers in order."""

from __future__ import annotations

from collections.abc import Sequence

from generator.document.nodes import Inlines, List, ListStyle
from generator.readers.foreign.marks import Ordinal, is_bullet, ordinals
from generator.readers.foreign.pieces import Grid, Passage
from generator.readers.foreign.runs import without_refs


def list_at(pieces: Sequence[Passage | Grid], at: int) -> tuple[List, int] | None:
    """The list that begins at a piece and how many pieces it takes; None where none begins.

    Why: a list's marks are not in the tree but follow from its style, so numbers make a list only where they
    count from one and there are two of them, and stars only where there are two; any others stay words. One
    star alone marks a note.
    """
    bullets: list[Inlines] = []
    for index in range(at, len(pieces)):
        piece = pieces[index]
        if not isinstance(piece, Passage) or not is_bullet(piece.mark) or not piece.words:
            break
        bullets.append(without_refs(piece.words))
    first = pieces[at]
    stars = bullets and isinstance(first, Passage) and first.mark == "*"
    if bullets and (len(bullets) > 1 or not stars):
        return List(tuple(bullets)), len(bullets)
    counts = [_counted(pieces, at, kind) for kind in _kinds(first)]
    best = max(counts, key=lambda found: len(found.items), default=None)
    return (best, len(best.items)) if best and len(best.items) > 1 else None


def _kinds(piece: Passage | Grid) -> list[ListStyle]:
    return [reading.kind for reading in ordinals(piece.mark)] if isinstance(piece, Passage) else []


def _counted(pieces: Sequence[Passage | Grid], at: int, kind: ListStyle) -> List:
    items: list[Inlines] = []
    for index in range(at, len(pieces)):
        piece = pieces[index]
        if not isinstance(piece, Passage) or piece.apart or not piece.words:
            break
        if Ordinal(kind, len(items) + 1) not in ordinals(piece.mark):
            break
        items.append(without_refs(piece.words))
    return List(tuple(items), kind)
