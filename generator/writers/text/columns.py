"""How wide the columns of a table are, and where a table that is too wide is cut."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.writers.text.lines import LINE, balanced

#: Characters on a line inside of TABLE tags (EDGAR Filer Manual II 5.2.1.4).
TABLE_LINE = 132
#: A column holds its tag, `<S>` or `<C>`.
TAG = 3
#: Blank columns between two columns, and how many more there may be where there is room.
GAP = 2
_MORE_GAP = 2
#: A heading is set in lines of this many characters before it makes its column wider.
_HEADING = 16
#: Words that may wrap get this much: row labels, and other columns.
_LABELS, _WORDS = 22, 16


@dataclass(frozen=True, slots=True)
class Column:
    """A column's widths: the least that shows it, the least that looks well, the one without needless lines."""

    least: int
    easy: int
    full: int
    figures: bool = False


def words_column(head: str, cells: list[str], labels: bool) -> Column:
    """The widths of a column with this heading and these words, which may wrap."""
    least = max(TAG, longest_word(cells), longest_word([head]))
    full = max(least, *map(len, cells), *map(len, balanced(head, _HEADING)))
    return Column(least, max(least, min(full, _LABELS if labels else _WORDS)), full)


def figures_column(head: str, cells: list[str]) -> Column:
    """The widths of a column with this heading and these figures, which never wrap."""
    least = max(TAG, longest_word([head]), *map(len, cells))
    return Column(least, least, max(least, *map(len, balanced(head, _HEADING))), True)


def longest_word(cells: Iterable[str]) -> int:
    """The length of the longest word in the cells."""
    longest = 0
    for cell in cells:
        if len(cell) > longest:
            longest = max(longest, max(map(len, cell.split(" "))))
    return longest


def fits(stub: Column, column: Column) -> bool:
    """Whether a column can stand beside the row labels on one line of a table."""
    return stub.least + GAP + column.least <= TABLE_LINE


def parts_of(columns: list[Column]) -> list[list[int]]:
    """The columns of each part of a table: all of them where they fit, else cut evenly, row labels in each."""
    every = list(range(len(columns)))
    if _easy(columns) <= TABLE_LINE or len(columns) < 3:
        return [every]
    limit = TABLE_LINE
    parts = _filled(columns, limit)
    while limit > LINE and len(narrower := _filled(columns, limit - 4)) == len(parts):
        parts, limit = narrower, limit - 4
    return [[0, *part] for part in parts]


def _filled(columns: list[Column], limit: int) -> list[list[int]]:
    """The columns behind the row labels in as few parts as the limit allows, one column a part at least."""
    parts: list[list[int]] = []
    used = limit + 1
    for index, column in enumerate(columns[1:], 1):
        used += GAP + column.easy
        if used > limit:
            parts.append([])
            used = columns[0].easy + GAP + column.easy
        parts[-1].append(index)
    return parts


def widths_of(columns: list[Column]) -> list[int]:
    """The width of each column: within 80 characters where that looks well, else within 132.

    Words in three lines and more do not look well where 132 characters hold each row in one.
    """
    widths = _within(columns, LINE if _easy(columns) <= LINE else TABLE_LINE)
    full = [column.full for column in columns]
    high = any(column.full > 2 * width for column, width in zip(columns, widths, strict=True))
    return full if high and sum(full) + GAP * (len(full) - 1) <= TABLE_LINE else widths


def _within(columns: list[Column], limit: int) -> list[int]:
    """The width of each column, all of them within a limit."""
    # A lone column has the tag of an empty one beside it.
    room = limit - (GAP * (len(columns) - 1) or GAP + TAG)
    even = _evened(columns)
    columns = even if _easy(even) <= limit else columns
    full = [column.full for column in columns]
    if sum(full) <= room:
        return full
    # Headings over figures wrap before words do, and words are squeezed only below what looks well.
    wish = [column.easy if column.figures else column.full for column in columns]
    floor = [column.easy for column in columns]
    if sum(floor) > room:
        floor = [column.least for column in columns]
    if sum(wish) <= room:
        return wish
    # Row labels wrap last: a label on one line keeps its row's words in the order of reading.
    floor[0] += min(wish[0] - floor[0], max(0, room - sum(floor)))
    return _shared(floor, wish, max(0, room - sum(floor)))


def gap_of(widths: list[int]) -> int:
    """The blank columns between columns of these widths, more of them where there is room."""
    between = len(widths) - 1
    used = sum(widths) + GAP * between
    spare = (LINE if used <= LINE else TABLE_LINE) - used
    return GAP + min(_MORE_GAP, max(0, spare) // between)


def _easy(columns: list[Column]) -> int:
    return sum(column.easy for column in columns) + GAP * (len(columns) - 1)


def _evened(columns: list[Column]) -> list[Column]:
    """The columns with figures all as wide as the widest of them needs: classes are spaced evenly."""
    figures = [column for column in columns if column.figures]
    if not figures:
        return columns
    least = max(column.least for column in figures)
    same = Column(least, least, max(column.full for column in figures), True)
    return [same if column.figures else column for column in columns]


def _shared(floor: list[int], wish: list[int], spare: int) -> list[int]:
    """The floor with the spare room on top: small wants met, the rest shared out by what is wanting."""
    wants = [most - least for least, most in zip(floor, wish, strict=True)]
    small = spare // (1 + sum(map(bool, wants)))
    met = [want if want <= small else 0 for want in wants]
    rest, wanting = spare - sum(met), sum(wants) - sum(met)
    return [
        least + (rest * want // wanting if want > small else want) for least, want in zip(floor, wants, strict=True)
    ]
