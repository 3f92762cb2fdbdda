"""A table with everything worked out that the templates need to set it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.document.canonical import shown_text
from generator.document.figures import column_kinds, is_group, is_total
from generator.document.nodes import Inlines, Note, Table
from generator.writers.pdf.columns import Grid, table_grid
from generator.writers.pdf.faces import text_width
from generator.writers.pdf.figures import insets

#: Up to so many rows a table is kept on one page where it can be.
WHOLE = 16
#: Heads with more letters than this in one column are not repeated on the next page.
TALL_HEAD = 150


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words, the width of its lines in ems, how it is set, the blank beside its words in points."""

    words: Inlines
    room: float
    kind: str
    inset: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells, or the one cell of a line over other rows; whether a rule stands above it."""

    cells: tuple[Cell, ...]
    group: bool = False
    total: bool = False


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table ready to set: kept whole, its head repeated or not, its rows aligned at the top or the bottom."""

    grid: Grid
    caption: Inlines
    head: tuple[Cell, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...]
    whole: bool
    repeats: bool
    wordy: bool


def set_table(table: Table) -> SetTable:
    """The table with the widths, insets and kinds of its cells."""
    grid, kinds = table_grid(table), column_kinds(table)
    columns = [_column(table, at, kind, grid) for at, kind in enumerate(kinds)]
    letters = max((len(shown_text(cell)) for cell in table.head), default=0)
    return SetTable(
        grid,
        table.caption,
        _head(table, grid),
        tuple(_row(row, tuple(column[at] for column in columns), grid) for at, row in enumerate(table.rows)),
        table.notes,
        whole=len(table.rows) <= WHOLE,
        repeats=letters <= TALL_HEAD,
        wordy="words" in kinds[1:],
    )


def _row(row: tuple[Inlines, ...], cells: tuple[Cell, ...], grid: Grid) -> Row:
    if is_group(row):
        return Row((Cell(row[0], grid.setting.room / grid.setting.size, "group"),), group=True)
    return Row(cells, total=is_total(row))


def _column(table: Table, at: int, kind: str, grid: Grid) -> list[Cell]:
    cells = [row[at] for row in table.rows]
    if kind == "figures":
        weights = [is_total(row) for row in table.rows]
        pads = insets(list(zip(cells, weights, strict=True)), grid.room(at), grid.setting.size)
        return [Cell(cell, grid.room(at), kind, pad) for cell, pad in zip(cells, pads, strict=True)]
    return [Cell(cell, grid.room(at), kind if at else "stub") for cell in cells]


def _head(table: Table, grid: Grid) -> tuple[Cell, ...]:
    """The heads; those over figures are made narrow enough that all of them break where one has to.

    Why: `Class A` on one line beside `Class` over `R-2E` looks like a mistake.
    """
    kinds = ["stub", *column_kinds(table)[1:]]
    heads = [shown_text(cell) for cell, kind in zip(table.head, kinds, strict=False) if kind == "figures"]
    room = min((grid.room(at) for at, kind in enumerate(kinds) if kind == "figures"), default=0.0)
    breaks = any(text_width(head, True) > room for head in heads) and all(len(head.split()) < 3 for head in heads)
    longest = max((text_width(word, True) for head in heads for word in head.split()), default=0.0)

    def inset(at: int) -> float:
        spare = grid.room(at) - longest - 0.1
        return max(0.0, spare / 2 * grid.setting.size) if breaks and kinds[at] == "figures" else 0.0

    return tuple(Cell(cell, grid.room(at), kinds[at], inset(at)) for at, cell in enumerate(table.head))
