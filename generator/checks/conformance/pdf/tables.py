"""Whether a screen reader can find its way in the tables (ISO 14289-1, 7.5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.checks.conformance.pdf.file import PdfFile
from generator.checks.conformance.pdf.objects import Object
from generator.checks.conformance.pdf.rules import PDF_RULES
from generator.checks.conformance.pdf.structure import Element
from generator.checks.conformance.rules import Finding

_GROUPS = frozenset({"THead", "TBody", "TFoot"})
_CELLS = frozenset({"TH", "TD"})
#: What each part of a table may hold, and what may hold it; a type that is missing is free.
_KIDS = {"Table": _GROUPS | {"TR", "Caption"}, "TR": _CELLS} | {group: frozenset({"TR"}) for group in _GROUPS}
_PARENTS = {"TR": _GROUPS | {"Table"}, "TH": {"TR"}, "TD": {"TR"}} | {group: {"Table"} for group in _GROUPS}
#: Spans beyond this are damage; they would only cost memory.
_WIDEST_SPAN = 1000


@dataclass(slots=True)
class Cell:
    """A cell: its element, its attributes, and the columns and rows that it covers."""

    element: Element
    attributes: dict[str, Object]
    row: int
    column: int
    width: int
    height: int

    @property
    def is_header(self) -> bool:
        """Whether it is a TH."""
        return self.element.type == "TH"


@dataclass(slots=True)
class Grid:
    """The cells of a table in their places."""

    cells: list[Cell] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)


def check_tables(pdf: PdfFile, root: Element) -> Iterator[Finding]:
    """What is wrong with the tables of a tree, and with rows and cells outside of tables."""
    yield from _check_places(root)
    for table in root.walk():
        if table.type != "Table":
            continue
        grid = _grid(pdf, table)
        if len(set(grid.widths)) > 1:
            said = f"the rows of the table are {', '.join(map(str, sorted(set(grid.widths))))} columns wide"
            yield table.finding(PDF_RULES["pdf.table_rows"], said)
        if not any(cell.is_header for cell in grid.cells):
            yield table.finding(PDF_RULES["pdf.table_headers"], "the table has no header cell")
        else:
            yield from _check_headers(pdf, table, grid)


def _check_places(root: Element) -> Iterator[Finding]:
    """Parts of tables in the wrong parent."""
    for element in root.walk():
        for kid in element.kids:
            if not _may_hold(element.type, kid.type):
                yield kid.finding(PDF_RULES["pdf.table_rows"], f"{kid.type} stands in {element.type}")


def _may_hold(parent: str, kid: str) -> bool:
    return kid in _KIDS.get(parent, {kid}) and parent in _PARENTS.get(kid, {parent})


def _rows(table: Element) -> Iterator[Element]:
    for kid in table.kids:
        if kid.type == "TR":
            yield kid
        elif kid.type in _GROUPS:
            yield from (row for row in kid.kids if row.type == "TR")


def _grid(pdf: PdfFile, table: Element) -> Grid:
    """The cells with their columns, spans taken into account."""
    grid = Grid()
    reserved: dict[int, int] = {}
    for number, row in enumerate(_rows(table)):
        column = 0
        for element in row.kids:
            if element.type not in _CELLS:
                continue
            attributes = table_attributes(pdf, element)
            while reserved.get(column, 0) > number:
                column += 1
            width, height = _span(pdf, attributes.get("ColSpan")), _span(pdf, attributes.get("RowSpan"))
            grid.cells.append(Cell(element, attributes, number, column, width, height))
            reserved.update(dict.fromkeys(range(column, column + width), number + height))
            column += width
        grid.widths.append(max(column, max((at + 1 for at, end in reserved.items() if end > number), default=0)))
    return grid


def _check_headers(pdf: PdfFile, table: Element, grid: Grid) -> Iterator[Finding]:
    """Data cells in the reach of a TH that are tied to none.

    A TH reaches its row, its column or both, as its Scope says. Why not every cell: a row without a label, in a
    column without a heading, has nothing to be tied to.
    """
    headers = [cell for cell in grid.cells if cell.is_header]
    known = {name for cell in headers if isinstance(name := pdf.get(cell.element.entries.get("ID")), bytes)}
    scopes = [(cell, pdf.name(cell.attributes.get("Scope"))) for cell in headers]
    scoped = _reach(scopes)
    near = _reach([(cell, scope or "Both") for cell, scope in scopes])
    lost = []
    for cell in grid.cells:
        if cell.is_header or cell.element.is_empty:
            continue
        named = [pdf.get(name) for name in pdf.array(cell.attributes.get("Headers"))]
        by_name = all(isinstance(name, bytes) and name in known for name in named)
        if not (by_name if named else scoped.covers(cell) or not near.covers(cell)):
            lost.append(cell)
    if lost:
        many = f"{len(lost)} data cells are" if len(lost) > 1 else "a data cell is"
        said = f"{many} tied to no header, first in row {lost[0].row + 1}, column {lost[0].column + 1}"
        yield lost[0].element.finding(PDF_RULES["pdf.header_association"], said)


@dataclass(frozen=True, slots=True)
class Reach:
    """The rows and columns of a table that some header cells speak for."""

    rows: set[int]
    columns: set[int]

    def covers(self, cell: Cell) -> bool:
        """Whether one of the headers speaks for the cell."""
        return cell.row in self.rows or cell.column in self.columns


def _reach(scopes: list[tuple[Cell, str]]) -> Reach:
    """What header cells of these scopes speak for."""
    rows = {row for cell, scope in scopes if scope in ("Row", "Both") for row in _covered(cell.row, cell.height)}
    columns = {at for cell, scope in scopes if scope in ("Column", "Both") for at in _covered(cell.column, cell.width)}
    return Reach(rows, columns)


def table_attributes(pdf: PdfFile, element: Element) -> dict[str, Object]:
    """The attributes of an element whose owner is Table."""
    found: dict[str, Object] = {}
    for value in pdf.array(element.entries.get("A")):
        attributes = pdf.dictionary(value)
        if attributes.get("O") == "Table":
            found.update(attributes)
    return found


def _span(pdf: PdfFile, value: Object) -> int:
    span = pdf.get(value)
    return min(max(span, 1), _WIDEST_SPAN) if isinstance(span, int) else 1


def _covered(start: int, length: int) -> range:
    return range(start, start + length)
