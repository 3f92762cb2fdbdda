"""The logical columns of a table, from where its cells stand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.document.canonical import shown_text
from generator.document.nodes import Inlines, Text
from generator.readers.foreign.runs import joined

#: More columns than any table of a prospectus has; what has more is no table.
WIDEST = 60
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell's words and the stretch of its row that it takes, the end exclusive."""

    start: int
    end: int
    words: Inlines


@dataclass(slots=True)
class _Column:
    start: int
    end: int
    rows: set[int] = field(default_factory=set)


def in_columns(rows: Sequence[Sequence[Placed]]) -> list[tuple[Inlines, ...]]:
    """The same rows with one cell for each logical column; empty where no sensible columns are.

    Two cells of one row that fall into one column are one cell, with a blank between them.
    """
    return laid_in(rows, logical_columns(rows))


def laid_in(rows: Sequence[Sequence[Placed]], columns: Sequence[tuple[int, int]]) -> list[tuple[Inlines, ...]]:
    """The rows with one cell for each of these columns; empty where their number is not sensible."""
    if not 0 < len(columns) <= WIDEST:
        return []
    laid: list[tuple[Inlines, ...]] = []
    for row in rows:
        cells: list[list[Inlines]] = [[] for _ in columns]
        for cell, at in zip(row, _homes(row, columns), strict=True):
            cells[at].append(cell.words)
        laid.append(tuple(joined(parts, Text(" ")) for parts in cells))
    return laid


def reaches(row: Sequence[Placed], columns: Sequence[tuple[int, int]]) -> list[range]:
    """The columns that each cell of a row stands over: its own, and those to the right that it spans besides."""
    starts = [start for start, _ in columns]
    homes = _homes(row, columns)
    return [range(at, max(at + 1, bisect_left(starts, cell.end))) for cell, at in zip(row, homes, strict=True)]


def _homes(row: Sequence[Placed], columns: Sequence[tuple[int, int]]) -> list[int]:
    """The column of each cell of a row: the one that it begins in; a figure's beside a label the one that it reaches.

    Why: a `$` stands under the heading of the labels at times, and the figure that it belongs to in its own column.
    """
    ends = [end for _, end in columns]
    homes = [min(bisect_right(ends, cell.start), len(columns) - 1) for cell in row]
    for place, cell in enumerate(row[1:], 1):
        following = homes[place] + 1
        beside = homes[place] == homes[place - 1] and bool(_DIGIT.search(shown_text(cell.words)))
        if beside and following < len(columns) and columns[following][0] < cell.end and following not in homes:
            homes[place] = following
    return homes


def logical_columns(rows: Sequence[Sequence[Placed]]) -> list[tuple[int, int]]:
    """The columns that a reader sees, from left to right, each as the stretch that its cells take.

    Why: filers' tables have a column for every `$`, `%` and gap, and headings that span them. The narrowest
    cells show the columns; a wider cell belongs to the column that it overlaps, and one over several spans them.
    """
    found: dict[tuple[int, int], set[int]] = {}
    for at, row in enumerate(rows):
        for cell in row:
            found.setdefault((cell.start, cell.end), set()).add(at)
    if len(found) > WIDEST * 40:
        return []
    columns: list[_Column] = []
    for (start, end), where in sorted(found.items(), key=lambda item: (item[0][1] - item[0][0], item[0])):
        _take_in(columns, start, end, where)
    return [(column.start, column.end) for column in columns]


def _take_in(columns: list[_Column], start: int, end: int, rows: set[int]) -> None:
    first = bisect_right([column.end for column in columns], start)
    last = bisect_left([column.start for column in columns], end)
    over = columns[first:last]
    if len(over) > 1 and not _apart(over, rows):
        return
    if over and not _apart(over, rows):
        if over[0].end < end:
            columns.insert(last, _Column(over[0].end, end, rows))
        elif start < over[0].start:
            columns.insert(first, _Column(start, over[0].start, rows))
        return
    whole = _Column(
        min([start, *(column.start for column in over)]),
        max([end, *(column.end for column in over)]),
        rows.union(*(column.rows for column in over)),
    )
    columns[first:last] = [whole]


def _apart(columns: list[_Column], rows: set[int]) -> bool:
    """Whether no row has a cell in two of the columns: then they are one column, set unevenly."""
    seen = set(rows)
    for column in columns:
        if seen & column.rows:
            return False
        seen |= column.rows
    return True
