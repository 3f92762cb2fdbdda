"""Which column of one table is which of the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.compare.redline.align import Pair, heaviest_chain
from generator.compare.redline.changes import Status, text_of
from generator.compare.redline.likeness import features_of, likeness
from generator.compare.redline.units import Cells

#: A column on either side, by number; None where the column stands on the other side only.
Columns = list[tuple[int | None, int | None]]
#: Columns less alike than this are not the same column changed.
LEAST_ALIKE = 0.4
#: What a column that is quite alike weighs, beside which it hardly counts that columns follow each other.
WEIGHT = 10


def align_columns(old: Cells, new: Cells) -> Columns:
    """The columns of both tables side by side, what went before what came; the first, of labels, stays the first.

    Columns are told by their headings; where those differ or there are none, by what their cells have in common.
    """
    widths = len(old.rows[0]), len(new.rows[0])
    if widths[0] == widths[1] and _heads(old) == _heads(new):
        return [(at, at) for at in range(widths[0])]
    heads = _heads(old) or [], _heads(new) or []
    pairs = [Pair(0, 0, 1.0, WEIGHT)]
    for a in range(1, widths[0]):
        for b in range(1, widths[1]):
            alike = _alike(old, new, a, b)
            if alike >= LEAST_ALIKE and not _elsewhere(*heads, a, b):
                pairs.append(Pair(a, b, alike, WEIGHT * alike + (a == b)))
    return _merged([(pair.old, pair.new) for pair in heaviest_chain(pairs)], widths)


def column_status(column: tuple[int | None, int | None]) -> Status:
    """What became of a column."""
    return "inserted" if column[0] is None else "deleted" if column[1] is None else "same"


def _elsewhere(ours: Sequence[str], theirs: Sequence[str], a: int, b: int) -> bool:
    """Whether one of two headings, which differ, stands over another column of the other side."""
    return bool(ours and theirs) and ours[a] != theirs[b] and (ours[a] in theirs or theirs[b] in ours)


def _alike(old: Cells, new: Cells, a: int, b: int) -> float:
    """How alike two columns are, between 0 and 1: half by their headings, half by their cells."""
    one, other = [row[a] for row in old.rows], [row[b] for row in new.rows]
    cells = [text_of(cell) for cell in one[old.headed :]], [text_of(cell) for cell in other[new.headed :]]
    shared = Counter(filter(None, cells[0])) & Counter(filter(None, cells[1]))
    share = 2 * shared.total() / max(1, sum(map(bool, cells[0] + cells[1])))
    if not (old.headed and new.headed):
        return share
    heads = text_of(one[0]), text_of(other[0])
    if heads[0] == heads[1] and heads[0]:
        return 0.6 + 0.4 * share
    return 0.5 * likeness(features_of(one[0]), features_of(other[0])) + 0.5 * share


def _heads(cells: Cells) -> Sequence[str] | None:
    return [text_of(cell) for cell in cells.rows[0]] if cells.headed else None


def _merged(pairs: list[tuple[int, int]], widths: tuple[int, int]) -> Columns:
    columns: Columns = []
    a = b = 0
    for one, other in [*pairs, widths]:
        lone = one - a, other - b
        if lone[0] == lone[1]:  # as many went as came: the same columns under other headings
            columns += zip(range(a, one), range(b, other), strict=True)
        else:
            columns += [(at, None) for at in range(a, one)]
            columns += [(None, at) for at in range(b, other)]
        if (one, other) != widths:
            columns.append((one, other))
        a, b = one + 1, other + 1
    return columns
