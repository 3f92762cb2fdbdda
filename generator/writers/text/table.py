"""A table as EDGAR text: headings, the line of `<S>` and `<C>`, rows, all cut at the same columns."""

from __future__ import annotations

from dataclasses import dataclass

from generator.document.figures import column_kinds, without_markers
from generator.document.nodes import Inlines, Table
from generator.writers.text.columns import TAG, Column, figures_column, gap_of, parts_of, widths_of, words_column
from generator.writers.text.lines import balanced, wrapped
from generator.writers.text.points import on_the_point
from generator.writers.text.words import marks, written


@dataclass(frozen=True, slots=True)
class Strip:
    """A column of a table: its heading, its cells and what width it may have.

    Figures stand at the column's left edge: `<C>` stands over the leftmost of them (5.2.1.3.3).
    """

    head: str
    cells: list[str]
    column: Column


@dataclass(frozen=True, slots=True)
class Part:
    """What stands between one CAPTION tag and the next: headings, the line of tags, rows."""

    head: list[str]
    tags: str
    body: list[str]


def table_parts(table: Table) -> list[Part]:
    """The parts of a table: one where it fits 132 characters, else as many as it is cut into."""
    strips = strips_of(table)
    cut = parts_of([strip.column for strip in strips])
    return [_part([strips[index] for index in indices], bool(table.head)) for indices in cut]


def strips_of(table: Table) -> list[Strip]:
    """The columns of a table that `carried` made plain."""
    heads = [written(cell) for cell in table.head] or [""] * len(table.rows[0])
    columns = zip(*table.rows, strict=True)
    every = zip(heads, columns, column_kinds(table), strict=True)
    return [
        _figures(head, cells) if kind == "figures" else _words(head, cells, not index)
        for index, (head, cells, kind) in enumerate(every)
    ]


def _words(head: str, column: tuple[Inlines, ...], labels: bool) -> Strip:
    cells = [written(cell) for cell in column]
    return Strip(head, cells, words_column(head, cells, labels))


def _figures(head: str, column: tuple[Inlines, ...]) -> Strip:
    words = [without_markers(cell) for cell in column]
    behind = [marks(cell[len(some) :]) for cell, some in zip(column, words, strict=True)]
    cells = on_the_point([written(some) for some in words], behind)
    return Strip(head, cells, figures_column(head, cells))


def _part(strips: list[Strip], headed: bool) -> Part:
    columns = [strip.column for strip in strips]
    widths = widths_of(columns)
    # EDGAR Filer Manual II 5.2.1.3.3: two S or C tags a table at least, so one column has an empty one beside it.
    spaced = widths if len(widths) > 1 else [*widths, TAG]
    gap = gap_of(spaced)
    pitch = [width + gap for width in spaced]
    tags = _line(["<S>", *["<C>"] * (len(spaced) - 1)], pitch)
    head = _head_lines([strip.head for strip in strips], widths, pitch) if headed else []
    rows = zip(*(strip.cells for strip in strips), strict=True)
    return Part(head, tags, _body_lines(list(rows), columns, widths, pitch))


def _head_lines(heads: list[str], widths: list[int], pitch: list[int]) -> list[str]:
    """Headings that end above a line of dashes."""
    stacks = [balanced(head, width) for head, width in zip(heads, widths, strict=True)]
    high = max(map(len, stacks))
    stacks = [[""] * (high - len(stack)) + stack for stack in stacks]
    lines = [_line(list(pieces), pitch) for pieces in zip(*stacks, strict=True)]
    # A part may lack every heading though the table has some; its line of dashes still says that it has.
    return [*filter(None, lines), _line(["-" * width for width in widths], pitch)]


def _body_lines(rows: list[tuple[str, ...]], columns: list[Column], widths: list[int], pitch: list[int]) -> list[str]:
    """The lines of the rows, blank lines between and after them as soon as one of them is not just one line."""
    stacked = [_row_lines(row, columns, widths, pitch) for row in rows]
    if all(len(lines) == 1 and lines[0] for lines in stacked):
        return [lines[0] for lines in stacked]
    return [line for lines in stacked for line in (*lines, "")]


def _row_lines(row: tuple[str, ...], columns: list[Column], widths: list[int], pitch: list[int]) -> list[str]:
    """The lines of one row; figures stand beside the last line of its label."""
    if all(map(_within, row, widths)):
        return [_line(list(row), pitch)]
    stacks = [
        [cell] if column.figures else wrapped(cell, width, width)
        for cell, column, width in zip(row, columns, widths, strict=True)
    ]
    beside = len(stacks[0]) - 1
    stacks = [[""] * beside + stack if column.figures else stack for stack, column in zip(stacks, columns, strict=True)]
    high = max(map(len, stacks))
    return [_line([stack[at] if at < len(stack) else "" for stack in stacks], pitch) for at in range(high)]


def _within(cell: str, width: int) -> bool:
    return len(cell) <= width


def _line(pieces: list[str], pitch: list[int]) -> str:
    """Pieces in their columns, without blanks at the end."""
    return "".join(map(str.ljust, pieces, pitch)).rstrip(" ")
