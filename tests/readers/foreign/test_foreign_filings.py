"""The real filings as trees: titles, headings, the shape and the figures of their tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.document.canonical import shown_text
from generator.document.nodes import Document, Heading, Inlines, List, NoteRef, Paragraph, Table, Title
from generator.readers.files import read_file

SHARED = Path(__file__).resolve().parents[4] / "shared"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared corpus is not beside the project")


def filing(begin: str) -> Document:
    (path,) = [path for path in SHARED.glob("*/*") if path.name.startswith(begin)] or [
        path for path in SHARED.glob("corpus/*/*") if path.name.startswith(begin)
    ]
    return read_file(path.name, path.read_bytes()).document


def titles(document: Document) -> list[str]:
    return [shown_text(block.children) for block in document.blocks if isinstance(block, Title)]


def headings(document: Document) -> list[tuple[int, str, str]]:
    return [(b.level, b.number, shown_text(b.children)) for b in document.blocks if isinstance(b, Heading)]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def lists(document: Document) -> list[int]:
    return [len(block.items) for block in document.blocks if isinstance(block, List)]


def texts(row: tuple[Inlines, ...]) -> list[str]:
    return [shown_text(cell) for cell in row]


def markers(table: Table) -> list[str]:
    return [note.marker for note in table.notes]


def test_first_seed_has_its_titles_and_its_logical_columns() -> None:
    seed = filing("000_")
    assert titles(seed) == [
        "MET INVESTORS SERIES TRUST",
        "Met/AIM Small Cap Growth Portfolio",
        "SUPPLEMENT DATED NOVEMBER 12, 2009 TO THE PROSPECTUSES DATED MAY 1, 2009",
    ]
    assert headings(seed) == []
    expenses, schedule = tables(seed)
    assert texts(expenses.head) == ["", "Class A", "Class B", "Class E"]
    assert [texts(row) for row in expenses.rows] == [
        ["Management Fee*", "0.86%", "0.86%", "0.86%"],
        ["12b-1 Fees", "None", "0.25%", "0.15%"],
        ["Other Expenses", "0.03%", "0.03%", "0.03%"],
        ["Total Annual Portfolio Operating Expenses", "0.89%", "1.14%", "1.04%"],
    ]
    assert expenses.rows[0][0][-1] == NoteRef("*")
    assert markers(expenses) == ["*"]
    assert texts(schedule.head) == ["Portfolio", "Management Fee"]
    assert len(schedule.rows) == 1
    assert schedule.rows[0][0][-1] == NoteRef("(1)")
    assert shown_text(schedule.rows[0][1]).startswith("0.88% of first $500 million")
    assert shown_text(schedule.rows[0][1]).endswith("over $500 million")
    assert markers(schedule) == ["(1)"]


def test_second_seed_has_numbered_sections_and_two_bullets() -> None:
    seed = filing("003_")
    assert titles(seed) == [
        "J.P. MORGAN SMALL CAP STOCK PORTFOLIO of MET INVESTORS SERIES TRUST",
        "Supplement to the Prospectuses dated May 1, 2001",
    ]
    assert headings(seed) == [
        (1, "I.", "Portfolio Managers"),
        (2, "", "J.P. Morgan Small Cap Stock Portfolio"),
        (1, "II.", "Additional Investment Strategies"),
        (2, "", "Real Estate Investment Trusts"),
    ]
    assert lists(seed) == [2]
    (bullets,) = [block for block in seed.blocks if isinstance(block, List)]
    assert "large- cap" in shown_text(bullets.items[0])
    closing = seed.blocks[-1]
    assert isinstance(closing, Paragraph)
    assert shown_text(closing.children) == "November 15, 2001"


def test_split_figures_and_raised_marks_are_whole() -> None:
    venerable = filing("venerable")
    assert [(level, number) for level, number, _ in headings(venerable)] == [(1, "I."), (2, ""), (1, "II.")]
    expenses, example = tables(venerable)
    assert texts(expenses.head) == ["", "Class V"]
    assert [texts(row)[1] for row in expenses.rows] == ["0.05%", "0.30%", "0.15%", "0.85%", "1.35%", "(0.35%)", "1.00%"]
    assert [texts(row)[0] for row in expenses.rows if isinstance(row[0][-1], NoteRef)] == [
        "Other Expenses(1)",
        "Acquired Fund Fees and Expenses(1)",
        "Less Waivers and Reimbursements(2)",
    ]
    assert markers(expenses) == ["(1)", "(2)"]
    assert texts(example.head) == ["", "1 Year", "3 Years"]
    assert [texts(row) for row in example.rows] == [["Class V", "$102", "$357"]]


def test_rows_that_run_on_without_certainty_stay_rows() -> None:
    victory = filing("victory")
    assert len(titles(victory)) == 6
    assert [text for _, _, text in headings(victory)] == ["Investment Adviser", "Portfolio Management"]
    names, managers = tables(victory)
    assert texts(names.head) == ["Current Name", "New Name"]
    assert len(names.rows) == 2
    assert texts(managers.head) == ["", "Title", "Tenure with the Fund"]
    assert [texts(row)[0] for row in managers.rows] == ["", "", "Lance Humphrey, CFA", "", "Elie J. Masri"]


def test_bullets_laid_out_by_tables_are_lists() -> None:
    macquarie = filing("macquarie")
    assert lists(macquarie) == [3, 1]
    (changes,) = tables(macquarie)
    assert len(changes.head) == 5
    assert [texts(row)[1:].count("X") for row in changes.rows] == [3, 3, 1, 1, 1, 3]
    assert [text for _, _, text in headings(macquarie)] == ["Notice of Joint Special Shareholder Meeting Results"]


def test_a_cell_over_many_rows_has_its_words_once() -> None:
    muzinich = filing("muzinich")
    assert len(titles(muzinich)) == 8
    (managers,) = tables(muzinich)
    assert texts(managers.head) == ["Investment Advisor", "Portfolio Managers"]
    assert [texts(row)[0] for row in managers.rows] == ["Muzinich & Co., Inc.", *[""] * 7]
    assert headings(muzinich) == [(1, "", "Management")]


@pytest.mark.parametrize(("begin", "count"), [("advisors", 5), ("federated", 4), ("jpmorgan", 18)])
def test_notices_have_titles_and_no_headings(begin: str, count: int) -> None:
    document = filing(begin)
    assert len(titles(document)) == count
    assert headings(document) == []
    assert tables(document) == []


def test_notes_of_a_submission_in_wrapper_are_found() -> None:
    expenses = tables(filing("gmo"))[1]
    assert markers(expenses) == ["(1)", "(2)", "(3)"]
    assert expenses.rows[4][2][-2:] == (NoteRef("(1)"), NoteRef("(2)"))
    assert [texts(row)[1] for row in expenses.rows][-1] == "0.47%"


def test_headings_in_several_rows_are_whole() -> None:
    returns = tables(filing("virtus-kar"))[4]
    assert texts(returns.head) == ["Class", "1 Year", "5 Years", "10 Years", "Since Inception Class R6 (1/30/2018)"]
    assert texts(returns.rows[0])[0] == "Class I Shares"
    example = tables(filing("voya-small"))[2]
    over = "you own your shares 1 Yr"
    assert [at for at, cell in enumerate(texts(example.head)) if cell.endswith(over)] == [1, 6]
    assert [texts(row)[0] for row in example.rows] == ["A", "C", "I", "R", "R6", "W"]


def test_headings_of_a_table_that_is_bold_throughout_are_found() -> None:
    fees, example = tables(filing("value-line-asset"))[1:3]
    assert texts(fees.head) == ["", "Investor Class", "Institutional Class"]
    assert len(fees.rows) == 4
    assert texts(example.head) == ["", "1 year", "3 years", "5 years", "10 years"]
