"""Tables by rows and columns: what came and went is told as rows, columns and cells, never as a new table."""

from __future__ import annotations

from generator.compare.redline.changes import Status, TableChange
from generator.compare.redline.figures import entry_figures
from generator.compare.redline.redline import compare_documents
from generator.compare.redline.sides import side_text
from generator.document.nodes import Document, Inlines, Note, Table, Text

HEAD = ["", "Class A", "Class B", "Class C"]
ROWS = [
    ["Management Fees", "0.86%", "0.86%", "0.86%"],
    ["Distribution (12b-1) Fees", "0.25%", "1.00%", "1.00%"],
    ["Other Expenses", "0.03%", "0.03%", "0.03%"],
    ["Total", "1.14%", "1.89%", "1.89%"],
]


def cell(text: str) -> Inlines:
    return (Text(text),) if text else ()


def table(rows: list[list[str]], head: list[str] | None = None, notes: tuple[Note, ...] = ()) -> Document:
    grid = tuple(tuple(map(cell, row)) for row in rows)
    return Document((Table(tuple(map(cell, head or [])), grid, (), notes),))


def compared(old: Document, new: Document) -> TableChange:
    (entry,) = compare_documents(old, new).entries
    assert isinstance(entry, TableChange)
    return entry


def without(column: int) -> list[list[str]]:
    return [row[:column] + row[column + 1 :] for row in [HEAD, *ROWS]]


def row_statuses(change: TableChange) -> list[Status]:
    return [row.status for row in change.rows]


def test_a_changed_cell_is_the_only_change() -> None:
    rows = [list(row) for row in ROWS]
    rows[0][1] = "0.81%"
    change = compared(table(ROWS, HEAD), table(rows, HEAD))
    assert row_statuses(change) == ["same", "changed", "same", "same", "same"]
    differing = [c for row in change.rows for c in row.cells if any(piece.kind != "same" for piece in c)]
    assert [(side_text(c, "old"), side_text(c, "new")) for c in differing] == [("0.86%", "0.81%")]


def test_a_row_that_went_and_one_that_came() -> None:
    change = compared(table(ROWS, HEAD), table([*ROWS[:2], ["Acquired Fund Fees", "0.02%", "", ""], ROWS[3]], HEAD))
    assert row_statuses(change) == ["same", "same", "same", "deleted", "inserted", "same"]


def test_a_column_that_went_from_the_middle_and_one_that_came_at_the_end() -> None:
    head, *rows = without(2)
    wider = [[*row, figure] for row, figure in zip(rows, ["0.86%", "None", "0.03%", "0.89%"], strict=True)]
    change = compared(table(ROWS, HEAD), table(wider, [*head, "Class I"]))
    assert change.columns == ("same", "same", "deleted", "same", "inserted")
    assert all(status in ("same", "changed") for status in row_statuses(change))


def test_columns_without_headings_are_told_by_their_cells() -> None:
    change = compared(table(ROWS), table(without(1)[1:]))
    assert change.columns == ("same", "deleted", "same", "same")


def test_a_column_under_another_heading_is_the_same_column() -> None:
    change = compared(table(ROWS, HEAD), table(ROWS, [*HEAD[:2], "Class I", HEAD[3]]))
    assert set(change.columns) == {"same"}
    assert row_statuses(change) == ["changed", "same", "same", "same", "same"]


def test_a_table_whose_figures_are_all_others_is_the_same_table() -> None:
    rows = [[label, *("9.99%" for _ in figures)] for label, *figures in ROWS]
    assert row_statuses(compared(table(ROWS, HEAD), table(rows, HEAD))) == ["same", *["changed"] * 4]


def test_notes_are_told_by_their_words_when_their_marks_change() -> None:
    waiver, restated = "The adviser waives its fee until 2026.", "Expenses are restated to reflect current fees."
    old = table(ROWS, HEAD, (Note("(1)", cell(waiver)),))
    new = table(ROWS, HEAD, (Note("(1)", cell(restated)), Note("(2)", cell(waiver))))
    assert [note.status for note in compared(old, new).notes] == ["inserted", "changed"]


def test_a_row_whose_label_stands_above_is_called_by_its_next_words() -> None:
    rows = [["Class C", "Sold", "$298", "$638"], ["", "Held", "$198", "$638"], ["Class I", "Held", "$97", "$320"]]
    others = [["Class C", "Sold", "$326", "$728"], ["", "Held", "$226", "$728"], ["Class I", "Held", "$125", "$409"]]
    change = compared(table(rows, ["", "", "1 Year", "3 Years"]), table(others, ["", "", "1 Year", "3 Years"]))
    assert row_statuses(change) == ["same", "changed", "changed", "changed"]
    assert [one.where for one in entry_figures(change)][2:4] == ["Held, 1 Year", "Held, 3 Years"]
