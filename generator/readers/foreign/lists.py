"""Lists, from passages in a row with bullets or with numbers in order, and lines that stay lines."""

from __future__ import annotations

from collections.abc import Sequence

from generator.document.canonical import shown_text
from generator.document.nodes import Break, Inline, Inlines, List, ListStyle
from generator.patterns import late
from generator.readers.foreign.marks import Ordinal, is_bullet, ordinals
from generator.readers.foreign.pieces import Grid, Passage
from generator.readers.foreign.runs import settled, without_refs

#: What is longer is no line of an address or of names, whatever it stands in.
_LONGEST_LINE = 60
#: How what runs on from the line above begins, and how a sentence ends.
_RUNS_ON, _SENTENCE = late(r"(?!c/o\b)[a-z,;.)]"), late(r"[.;,]\Z")


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
    if items := _unmarked(pieces, at):
        return List(tuple(items), "plain"), len(items)
    counts = [_counted(pieces, at, kind) for kind in _kinds(first)]
    best = max(counts, key=lambda found: len(found.items), default=None)
    return (best, len(best.items)) if best and len(best.items) > 1 else None


def lines_in(words: Inlines) -> List | None:
    """The lines of words that are set in lines, as an address is; None for a sentence that a filer broke by hand."""
    lines: list[list[Inline]] = [[]]
    for child in words:
        if isinstance(child, Break):
            lines.append([])
        else:
            lines[-1].append(child)
    texts = [shown_text(line) for line in lines]
    runs_on = any(map(_RUNS_ON.match, texts[1:])) or _SENTENCE.search(texts[-1])
    if len(lines) < 2 or runs_on or not all(0 < len(text) <= _LONGEST_LINE for text in texts):
        return None
    return List(tuple(map(settled, lines)), "plain")


def _unmarked(pieces: Sequence[Passage | Grid], at: int) -> list[Inlines]:
    """The items from a piece on of a list that shows no marks, as far as they are as short as lines."""
    items: list[Inlines] = []
    number = getattr(pieces[at], "unmarked", 0)
    for index in range(at, len(pieces)):
        piece = pieces[index]
        if not number or not isinstance(piece, Passage) or piece.unmarked != number or piece.mark:
            break
        words = without_refs(piece.words)
        if not 0 < len(shown_text(words)) <= _LONGEST_LINE:
            break
        items.append(words)
    return items


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
