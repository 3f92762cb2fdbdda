"""Tables with their notes."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from generator.document.nodes import Inlines, Note, NoteRef, Table
from generator.readers.html.elements import BLANKS, expect, only_elements, refuse
from generator.readers.html.inlines import filled, read_inlines, read_label, read_words


def read_table(div: etree._Element, notes: Sequence[Note]) -> Table:
    """The table in its scrolling frame, with the notes that follow it."""
    inside = only_elements(div)
    if len(inside) != 1:
        refuse("a frame that holds something else than one table", div)
    table = expect(inside[0], "table")
    parts = only_elements(table)
    caption = read_inlines(parts.pop(0)) if parts and parts[0].tag == "caption" else ()
    rows = [_cells(part) for part in parts]
    head = tuple(_read_cell(cell, "th") for cell in rows.pop(0)) if rows and _is_head(rows[0]) else ()
    if not rows:
        refuse("a table without rows", table)
    width = len(head) or max(map(len, rows))
    read = Table(head, tuple(_read_row(row, width) for row in rows), caption, tuple(notes))
    _check_marks(read, table)
    return read


def is_note(element: etree._Element) -> bool:
    """Whether a paragraph opens with a link, as only notes do."""
    starts = element.tag == "p" and not (element.text or "").strip(BLANKS)
    return starts and len(element) > 0 and element[0].tag == "a"


def read_note(element: etree._Element) -> Note:
    """A note under its marker."""
    link, *rest = element
    return Note(read_label(link), filled(read_words(link.tail, rest), element))


def _cells(row: etree._Element) -> list[etree._Element]:
    cells = [expect(cell, "th", "td") for cell in only_elements(expect(row, "tr"))]
    if not any(map(_is_filled, cells)):
        refuse("an empty row", row)
    return cells


def _is_filled(cell: etree._Element) -> bool:
    return len(cell) > 0 or bool(cell.text)


def _is_head(row: list[etree._Element]) -> bool:
    """Whether a row is one of column headings: what it fills are all headings, and none spans the table."""
    return all(cell.tag == "th" and cell.get("colspan") is None for cell in filter(_is_filled, row))


def _read_row(row: list[etree._Element], width: int) -> tuple[Inlines, ...]:
    """A row's cells: a row header and then plain cells, or one heading across the table."""
    if len(row) == 1 and row[0].get("colspan") == str(width) and width > 1:
        return (read_inlines(expect(row[0], "th"), marks=True), *[()] * (width - 1))
    if len(row) != width:
        refuse("a row with more or fewer cells than the others", row[0])
    return (_read_cell(row[0], "th" if width > 1 else "td"), *(_read_cell(cell, "td") for cell in row[1:]))


def _read_cell(cell: etree._Element, tag: str) -> Inlines:
    """A cell's words; an empty cell is plain wherever it stands."""
    words = read_words(cell.text, cell, marks=True)
    expect(cell, tag if words else "td")
    if cell.get("colspan") is not None:
        refuse("a cell that spans others", cell)
    return words


def _check_marks(table: Table, at: etree._Element) -> None:
    notes = {note.marker for note in table.notes}
    for row in (table.head, *table.rows):
        for cell in row:
            for child in cell:
                if isinstance(child, NoteRef) and child.marker not in notes:
                    refuse(f"the mark {child.marker!r} has no note below its table", at)
