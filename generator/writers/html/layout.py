"""What the macros draw: a document's blocks with what has to be counted already counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat, zip_longest

from generator.document.figures import column_kinds, is_group, is_total, without_markers
from generator.document.nodes import Document, Inlines, List, NoteRef, PageBreak, Paragraph, Table, Title
from generator.document.ranks import RankedHeading, ranked
from generator.writers.html.anchors import Anchors, Mark
from generator.writers.html.widths import least_width, pads

MACROS = {RankedHeading: "heading", Paragraph: "paragraph", List: "list", PageBreak: "page_break"}


@dataclass(frozen=True, slots=True)
class LaidCell:
    """A cell's words, the marks of notes after them, whether its column holds words or figures.

    `pad` is the space right of a figure, in em, that brings its decimal point under the others.
    """

    words: Inlines
    marks: tuple[Mark, ...]
    kind: str
    pad: float


@dataclass(frozen=True, slots=True)
class LaidRow:
    """The cells of a row; a group row is one cell across the table, a total is bold."""

    cells: tuple[LaidCell, ...]
    group: bool
    total: bool


@dataclass(frozen=True, slots=True)
class LaidNote:
    """A note under its marker: the name of its anchor, and the mark to go back to (empty for none)."""

    marker: str
    name: str
    target: str
    words: Inlines


@dataclass(frozen=True, slots=True)
class LaidTable:
    """A table as it is drawn; `needs` is about the least width, in em, at which no words run into each other."""

    width: int
    needs: float
    figures_only: bool
    caption: Inlines
    head: tuple[LaidCell, ...]
    rows: tuple[LaidRow, ...]
    notes: tuple[LaidNote, ...]


Drawn = tuple[str, Title | RankedHeading | Paragraph | List | PageBreak | LaidTable]


def lay_out(document: Document) -> Iterator[Drawn]:
    """Each block with the name of the macro that draws it."""
    tables, titled = 0, False
    for block, following in zip_longest(ranked(document.blocks), document.blocks[1:]):
        match block:
            case Title():
                titled = True
                yield ("title" if isinstance(following, Title) else "last_title"), block
            case Table():
                tables += 1
                yield "table", lay_table(block, tables)
            case Paragraph(align="right") if not titled:
                yield ("last_legend" if isinstance(following, Title) else "legend"), block
            case _:
                yield MACROS[type(block)], block


def lay_table(table: Table, number: int) -> LaidTable:
    """A table as it is drawn; `number` counts the document's tables from 1 and keeps its anchors apart."""
    anchors = Anchors(number, tuple(note.marker for note in table.notes))
    kinds = column_kinds(table)
    head = tuple(_cell(cell, kind, anchors, 0.0) for cell, kind in zip(table.head, kinds, strict=False))
    rows = tuple(
        LaidRow(tuple(map(_cell, row, kinds, repeat(anchors), spaces)), is_group(row), is_total(row))
        for row, spaces in zip(table.rows, _spaces(table, kinds), strict=True)
    )
    notes = tuple(LaidNote(n.marker, anchors.note(n.marker), anchors.first(n.marker), n.children) for n in table.notes)
    needs = least_width([table.head, *table.rows] if table.head else table.rows)
    return LaidTable(len(kinds), needs, "words" not in kinds[1:], table.caption, head, rows, notes)


def _cell(cell: Inlines, kind: str, anchors: Anchors, pad: float) -> LaidCell:
    words = without_markers(cell)
    marks = tuple(anchors.mark(child.marker) for child in cell[len(words) :] if isinstance(child, NoteRef))
    return LaidCell(words, marks, kind, pad)


def _spaces(table: Table, kinds: Sequence[str]) -> Iterator[tuple[float, ...]]:
    """For each row, the pads of its cells."""
    none, totals = (0.0,) * len(table.rows), tuple(map(is_total, table.rows))
    columns = zip(zip(*table.rows, strict=True), kinds, strict=True)
    return zip(*(pads(cells, totals) if kind == "figures" else none for cells, kind in columns), strict=True)
