"""Tables and their notes."""

from __future__ import annotations

from generator.document.nodes import Inlines, Note, Table
from generator.errors import NotHouseForm
from generator.readers.pdf.tree import Element
from generator.readers.pdf.words import cell_inlines, label_of, text_inlines

Cells = tuple[Inlines, ...]


def note_of(element: Element) -> Note:
    """A note under its marker. Raises NotHouseForm."""
    if [part.tag for part in element.kids] != ["Lbl", "P"]:
        raise NotHouseForm("a note is not a marker and its words")
    return Note(label_of(element.kids[0]), text_inlines(element.kids[1]))


def table_of(element: Element, notes: tuple[Note, ...]) -> Table:
    """The rows of a table, a line over other rows filled up with empty cells. Raises NotHouseForm."""
    parts = list(element.kids)
    caption = text_inlines(parts.pop(0)) if parts and parts[0].tag == "Caption" else ()
    if [part.tag for part in parts] not in (["THead", "TBody"], ["TBody"]):
        raise NotHouseForm("a table is not a head or none, and a body")
    rows = [row for part in parts for row in _rows(part)]
    width = max(len(row.kids) for row in rows)
    cells = [_cells(row, width) for row in rows]
    heads = len(parts) - 1
    if heads and len(parts[0].kids) != 1:
        raise NotHouseForm("a table has more than one row of heads")
    return Table(cells[0] if heads else (), tuple(cells[heads:]), caption, notes)


def _rows(part: Element) -> list[Element]:
    if not part.kids or any(row.tag != "TR" for row in part.kids):
        raise NotHouseForm("a part of a table is not rows")
    return part.kids


def _cells(row: Element, width: int) -> Cells:
    if any(cell.tag not in ("TH", "TD", "") for cell in row.kids):
        raise NotHouseForm("a row of a table is not cells")
    if len(row.kids) not in (1, width):
        raise NotHouseForm(f"a row has {len(row.kids)} cells, others have {width}")
    return (*(cell_inlines(cell) for cell in row.kids), *[()] * (width - len(row.kids)))
