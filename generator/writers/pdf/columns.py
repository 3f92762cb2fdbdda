"""How wide each column of a table is, in which size of type, and whether its page is turned."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from generator.document.canonical import shown_text
from generator.document.figures import column_kinds, is_group
from generator.document.nodes import Inlines, Table
from generator.writers.pdf.faces import text_width
from generator.writers.pdf.measures import GAP, SIDEWAYS, UPRIGHT

#: Type sizes and whether the page is turned, the best first: smaller type down to 8 before a turned page.
SETTINGS = [(size, False) for size in (9.5, 9.0, 8.5, 8.0)] + [(size, True) for size in (9.5, 9.0, 8.5, 8.0, 7.5, 7.0)]
#: Widths in ems: words need no more to be easy to read, figures look lost with more, no column gets less.
EASY_STUB, EASY_WORDS, AMPLE_FIGURES, LEAST = 14.0, 11.0, 8.0, 2.0


@dataclass(frozen=True, slots=True)
class Column:
    """What a column needs in ems: its longest word, enough to read easily, all on one line."""

    figures: bool
    least: float
    easy: float
    full: float


@dataclass(frozen=True, slots=True)
class Grid:
    """The size of a table's type and the widths of its columns in points, gaps included."""

    size: float
    turned: bool
    widths: tuple[float, ...]

    def room(self, column: int) -> float:
        """The width of a line in a column, in ems."""
        return (self.widths[column] - GAP) / self.size


def grid(table: Table) -> Grid:
    """The largest setting in which every column is easy to read; the smallest, squeezed, where none is."""
    columns = table_columns(table)
    for size, turned in SETTINGS:
        room = SIDEWAYS if turned else UPRIGHT
        if sum(_points(column.easy, size) for column in columns) <= room:
            return Grid(size, turned, _spread(columns, size, room))
    size, turned = SETTINGS[-1]
    return Grid(size, turned, _squeeze(columns, size, SIDEWAYS))


def table_columns(table: Table) -> list[Column]:
    """The needs of each column, from the words in it; a line over other rows takes the whole width and counts nowhere."""
    kinds = column_kinds(table)
    rows = [row for row in table.rows if not is_group(row)]
    return [
        _column(
            [row[at] for row in rows if row[at]], table.head[at] if table.head else (), kinds[at] == "figures", at == 0
        )
        for at in range(len(kinds))
    ]


def _column(cells: list[Inlines], head: Inlines, figures: bool, stub: bool) -> Column:
    texts, title = [shown_text(cell) for cell in cells], shown_text(head)
    words = chain.from_iterable(text.split() for text in texts)
    least = max([LEAST, *(text_width(word, bold=True) for word in chain(words, title.split()))])
    full = max([least, text_width(title, bold=True), *(text_width(text) for text in texts)])
    if figures:
        easy = max([least, *(text_width(text) for text in texts)])
        return Column(True, least, easy, full)
    return Column(False, least, max(least, min(full, EASY_STUB if stub else EASY_WORDS)), full)


def _points(ems: float, size: float) -> float:
    return ems * size + GAP


def _spread(columns: list[Column], size: float, room: float) -> tuple[float, ...]:
    """Easy widths, figures all alike; what is left over goes to words, then to figures, then to the stub."""
    alike = max([_points(column.easy, size) for column in columns if column.figures], default=0.0)
    widths = [_points(column.easy, size) for column in columns]
    spare = room - sum(widths)
    lacking = [alike - width if column.figures else 0.0 for column, width in zip(columns, widths, strict=True)]
    spare = _hand_out(widths, lacking, spare)
    lacking = [
        0.0 if column.figures else _points(column.full, size) - width
        for column, width in zip(columns, widths, strict=True)
    ]
    spare = _hand_out(widths, lacking, spare)
    ample = max(alike, _points(AMPLE_FIGURES, size))
    lacking = [ample - width if column.figures else 0.0 for column, width in zip(columns, widths, strict=True)]
    widths[0] += _hand_out(widths, lacking, spare)
    return tuple(widths)


def _hand_out(widths: list[float], lacking: list[float], spare: float) -> float:
    """Widens columns by what they lack, or by their share of what there is; returns what is left."""
    total = sum(lacking)
    share = min(1.0, spare / total) if total > 0 else 0.0
    for at, lack in enumerate(lacking):
        widths[at] += lack * share
    return spare - total * share


def _squeeze(columns: list[Column], size: float, room: float) -> tuple[float, ...]:
    """Widths between the longest word and an easy line; below that, in proportion, and words break."""
    widths = [_points(column.least, size) for column in columns]
    spare = room - sum(widths)
    if spare >= 0:
        _hand_out(widths, [(column.easy - column.least) * size for column in columns], spare)
        return tuple(widths)
    floor = min(_points(LEAST, size), room / len(columns))
    over = [width - floor for width in widths]
    share = (room - floor * len(columns)) / sum(over)
    return tuple(floor + part * share for part in over)
