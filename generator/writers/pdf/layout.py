"""A document as what the templates set: sections between page breaks, and tables with their grid worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.document.canonical import shown_text
from generator.document.figures import column_kinds, is_group
from generator.document.nodes import Block, Document, Inlines, List, Note, PageBreak, Paragraph, Table, Title
from generator.writers.pdf.columns import Grid, grid
from generator.writers.pdf.figures import insets

#: Up to so many rows a table is kept on one page where it can be.
WHOLE = 16
#: A head of more letters than this in one column is not repeated on the next page.
TALL_HEAD = 150


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words, the width of its lines in ems, how it is set, the blank to its right in points."""

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
    """A table ready to set."""

    grid: Grid
    caption: Inlines
    head: tuple[Cell, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...]
    whole: bool
    repeats: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A block under the name of the macro that sets it; `leads` when the next block must stand below it."""

    kind: str
    block: object
    leads: bool = False


def sections(document: Document) -> list[list[Piece]]:
    """The blocks between page breaks, one section more than there are page breaks."""
    parts: list[list[Block]] = [[]]
    for block in document.blocks:
        if isinstance(block, PageBreak):
            parts.append([])
        else:
            parts[-1].append(block)
    return [list(_pieces(part)) for part in parts]


def _pieces(blocks: Iterable[Block]) -> Iterator[Piece]:
    for titles, group in groupby(blocks, key=lambda block: isinstance(block, Title)):
        run = list(group)
        if titles:
            yield Piece("titles", run)
            continue
        for block, following in zip(run, [*run[1:], None], strict=True):
            leads = isinstance(block, Paragraph) and isinstance(following, Table | List)
            if isinstance(block, Table):
                yield Piece("table", set_table(block))
            else:
                yield Piece(type(block).__name__.lower(), block, leads)


def set_table(table: Table) -> SetTable:
    """The table with widths, insets and kinds of its cells."""
    measured, kinds = grid(table), column_kinds(table)
    columns = [
        _column([row[at] for row in table.rows], kind, at, measured) for at, kind in enumerate(kinds)
    ]
    rows = tuple(
        Row((Cell(row[0], sum(measured.widths) / measured.size, "group"),), group=True)
        if is_group(row)
        else Row(tuple(column[index] for column in columns), total=_is_total(row[0]))
        for index, row in enumerate(table.rows)
    )
    head = tuple(Cell(cell, measured.room(at), kinds[at] if at else "stub") for at, cell in enumerate(table.head))
    letters = max((len(shown_text(cell)) for cell in table.head), default=0)
    return SetTable(
        measured, table.caption, head, rows, table.notes, len(rows) <= WHOLE, letters <= TALL_HEAD
    )


def _column(cells: list[Inlines], kind: str, at: int, measured: Grid) -> list[Cell]:
    if kind == "figures":
        pads = insets(cells, measured.widths[at], measured.size)
        return [Cell(cell, measured.room(at), kind, pad) for cell, pad in zip(cells, pads, strict=True)]
    return [Cell(cell, measured.room(at), kind if at else "stub") for cell in cells]


def _is_total(label: Inlines) -> bool:
    """Whether a row sums up the rows above it, by the word that its label begins with."""
    return shown_text(label).casefold().startswith(("total ", "net "))
