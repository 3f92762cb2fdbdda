"""Tables cell by cell: columns and rows are aligned first, then words are compared where a row and a column meet."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compare.redline.align import Pair, heaviest_chain
from generator.compare.redline.changes import Form, Passage, Pieces, Place, Row, Status, TableChange, Words
from generator.compare.redline.columns import Columns, align_columns, column_status
from generator.compare.redline.likeness import features_of, likeness
from generator.compare.redline.units import Cells, keys_of
from generator.compare.redline.words import added, compare_words, removed

#: Rows and notes less alike than this are not the same changed.
LEAST_ALIKE = 0.5
#: What a row that is quite alike weighs, beside which it hardly counts that rows follow each other.
WEIGHT = 10
_NOTE = Form("note")
Cut = tuple[Words, ...]
Both = tuple[int | None, int | None]


def compare_tables(old: Cells, new: Cells, place: Place) -> TableChange:
    """What became of a table."""
    columns = align_columns(old, new)
    statuses = tuple(map(column_status, columns))
    rows = tuple(_rows(old, new, columns))
    caption = compare_words(old.caption, new.caption)
    notes = tuple(_notes(old.notes, new.notes))
    fates = {_status(caption), *statuses, *(row.status for row in rows), *(note.status for note in notes)}
    status: Status = "same" if fates == {"same"} else "changed"
    return TableChange(status, statuses, caption, rows, notes, place=place)


def whole_table(cells: Cells, status: Status, place: Place, move: int = 0) -> TableChange:
    """A table that stands on one side only."""
    as_pieces = removed if status in ("deleted", "moved from") else added
    rows = tuple(Row(status, tuple(map(as_pieces, row)), cells.headed and not at) for at, row in enumerate(cells.rows))
    notes = tuple(Passage(status, _NOTE, as_pieces(note), move) for note in cells.notes)
    columns = (status,) * len(cells.rows[0])
    return TableChange(status, columns, as_pieces(cells.caption), rows, notes, move, place)


def _status(pieces: Pieces) -> Status:
    return "same" if all(piece.kind == "same" for piece in pieces) else "changed"


def _rows(old: Cells, new: Cells, columns: Columns) -> list[Row]:
    rows: list[Row] = []
    if old.headed or new.headed:
        head = (0 if old.headed else None, 0 if new.headed else None)
        rows.append(_row(head, old, new, columns, head=True))
    ours = range(old.headed, len(old.rows))
    theirs = range(new.headed, len(new.rows))
    pairs = _row_pairs([old.rows[at] for at in ours], [new.rows[at] for at in theirs], columns)
    for a, b in _merged(pairs, (len(ours), len(theirs))):
        both = (None if a is None else ours[a], None if b is None else theirs[b])
        rows.append(_row(both, old, new, columns))
    return rows


def _row(both: Both, old: Cells, new: Cells, columns: Columns, head: bool = False) -> Row:
    before = old.rows[both[0]] if both[0] is not None else None
    after = new.rows[both[1]] if both[1] is not None else None
    cells = tuple(
        compare_words(
            before[a] if before is not None and a is not None else (),
            after[b] if after is not None and b is not None else (),
        )
        for a, b in columns
    )
    if before is None or after is None:
        return Row("inserted" if before is None else "deleted", cells, head=head)
    inner = [cell for cell, column in zip(cells, columns, strict=True) if None not in column]
    return Row("same" if all(_status(cell) == "same" for cell in inner) else "changed", cells, head=head)


def _row_pairs(old: Sequence[Cut], new: Sequence[Cut], columns: Columns) -> list[tuple[int, int]]:
    """The rows that are the same or alike, in order: those above and below that are equal are not looked at twice."""
    shared = [(a, b) for a, b in columns if a is not None and b is not None]
    ours = [tuple(keys_of(row[a]) for a, _ in shared) for row in old]
    theirs = [tuple(keys_of(row[b]) for _, b in shared) for row in new]
    first, last = _alike_ends(ours, theirs)
    labels = [features_of(row[0]) for row in old], [features_of(row[0]) for row in new]
    pairs = []
    for a in range(first, len(old) - last):
        for b in range(first, len(new) - last):
            alike = _alike(ours[a], theirs[b], likeness(labels[0][a], labels[1][b]))
            if alike >= LEAST_ALIKE:
                pairs.append(Pair(a, b, alike, WEIGHT * alike))
    chain = [(pair.old, pair.new) for pair in heaviest_chain(pairs)]
    ends = [(len(old) - at, len(new) - at) for at in range(last, 0, -1)]
    return [*((at, at) for at in range(first)), *chain, *ends]


def _alike_ends(ours: Sequence[object], theirs: Sequence[object]) -> tuple[int, int]:
    most = min(len(ours), len(theirs))
    first = next((at for at in range(most) if ours[at] != theirs[at]), most)
    most -= first
    return first, next((at for at in range(most) if ours[-1 - at] != theirs[-1 - at]), most)


def _alike(one: tuple[str, ...], other: tuple[str, ...], labels: float) -> float:
    """How alike two rows are, between 0 and 1: two thirds by their labels, a third by their other cells.

    A row below the one that its first cell belongs to is called by its next words, as `Held` below `Sold`.
    """
    if len(one) == 1:
        return labels
    equal = sum(a == b for a, b in zip(one[1:], other[1:], strict=True)) / (len(one) - 1)
    if one[0] == other[0] and one[0]:
        return 0.67 + 0.33 * equal
    if one[0] or other[0]:
        return 0.67 * labels + 0.33 * equal
    first = next(filter(None, one), ""), next(filter(None, other), "")
    return 0.67 + 0.33 * equal if first[0] == first[1] and first[0][:1].isalpha() else equal


def _notes(old: Sequence[Words], new: Sequence[Words]) -> list[Passage]:
    features = [features_of(note[1:]) for note in old], [features_of(note[1:]) for note in new]
    pairs = []
    for a, one in enumerate(features[0]):
        for b, other in enumerate(features[1]):
            alike = likeness(one, other)
            if alike >= LEAST_ALIKE or (old[a][0].key == new[b][0].key and alike >= LEAST_ALIKE / 2):
                pairs.append(Pair(a, b, alike, WEIGHT * alike))
    chain = [(pair.old, pair.new) for pair in heaviest_chain(pairs)]
    notes = []
    for before, after in _merged(chain, (len(old), len(new))):
        pieces = compare_words(() if before is None else old[before], () if after is None else new[after])
        status: Status = "inserted" if before is None else "deleted" if after is None else _status(pieces)
        notes.append(Passage(status, _NOTE, pieces))
    return notes


def _merged(pairs: Sequence[tuple[int, int]], lengths: tuple[int, int]) -> list[Both]:
    """The numbers of both sides in one order: what went before what came."""
    merged: list[Both] = []
    a = b = 0
    for one, other in [*pairs, lengths]:
        merged += [(at, None) for at in range(a, one)]
        merged += [(None, at) for at in range(b, other)]
        if (one, other) != lengths:
            merged.append((one, other))
        a, b = one + 1, other + 1
    return merged
