"""Tables in EDGAR text: how they look, how wide they are, where they are cut."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.document.carried import TEXT, carried
from generator.document.nodes import Block, Document, Inlines, Note, NoteRef, Table, Text, Title
from generator.readers.text import read_text
from generator.writers.text import write_text
from generator.writers.text.points import on_the_point
from tests.writers.edgar_table import check_table, table_lines


def words(text: str) -> Inlines:
    return (Text(text),) if text else ()


def row(*texts: str) -> tuple[Inlines, ...]:
    return tuple(map(words, texts))


def written(*blocks: Block) -> str:
    """The text of blocks below a title, proved: it reads back, and its tables keep to the manual."""
    document = Document((Title(words("T")), *blocks))
    text = write_text(document)
    assert read_text(text) == carried(document, TEXT)
    for lines in table_lines(text):
        check_table(lines)
    return text.split("\n\n", 1)[1]


def parts(text: str) -> list[list[int]]:
    """The edges of the columns in each part of the only table."""
    (lines,) = table_lines(text)
    return check_table(lines)


def test_a_table_is_wider_than_a_line_where_its_rows_then_take_one_line_each() -> None:
    fund = "Harbor Point Emerging Markets Income Fund"
    lines = written(Table(row("From", "Held", "Into", "Received"), (row(fund, "Class A", fund, "Class A"),))).split(
        "\n"
    )
    (held,) = (line for line in lines if "Class A" in line)
    assert held.split("  ")[0] == fund
    assert 80 < len(held) <= 132
    long = " ".join([fund] * 3)
    assert max(map(len, written(Table(row("From", "Into"), (row(fund, long),))).split("\n"))) <= 80


def test_a_fee_table_stands_on_its_decimal_points() -> None:
    table = Table(
        row("", "Class A", "Class B"),
        (
            ((Text("Management Fee"), NoteRef("*")), *row("0.86%", "10.86%")),
            row("12b-1 Fees", "None", "0.25%"),
            row("Fee Waiver", "(0.15)%", "N/A"),
            row("Total Annual Portfolio Operating Expenses", "0.89%", "1.14%"),
        ),
        words("Annual Portfolio Operating Expenses"),
        (Note("*", words("The Manager has agreed to waive a part of its fee.")),),
    )
    assert written(table) == (
        "<TABLE>\n"
        "Annual Portfolio Operating Expenses\n"
        "<CAPTION>\n"
        "                                             Class A    Class B\n"
        "-----------------------------------------    -------    -------\n"
        "<S>                                          <C>        <C>\n"
        "Management Fee*                               0.86%     10.86%\n"
        "12b-1 Fees                                      None     0.25%\n"
        "Fee Waiver                                   (0.15)%       N/A\n"
        "Total Annual Portfolio Operating Expenses     0.89%      1.14%\n"
        "<FN>\n"
        "*    The Manager has agreed to waive a part of its fee.\n"
        "</TABLE>\n"
    )


def test_a_wrapped_row_has_its_figures_beside_the_last_line_of_its_label_and_a_blank_line_after_it() -> None:
    label = "Total Annual Fund Operating Expenses After Fee Waiver and/or Expense Reimbursement (as a percentage)"
    lines = written(Table((), (row("Fees", "1.00%"), row(label, "0.89%")))).splitlines()
    edge = lines[2].index("<C>")
    assert lines[3] == "Fees".ljust(edge) + "1.00%"
    assert lines[4] == ""
    assert len(lines[5]) < edge and lines[6][edge:] == "0.89%"
    assert lines[7:] == ["", "</TABLE>"]


def test_a_group_row_wraps_within_the_row_labels() -> None:
    group = (
        "Annual Fund Operating Expenses (expenses that you pay each year as a percentage of the value of your shares)"
    )
    lines = written(Table((), (row(group, "", ""), row("Fees", "1.00%", "2.00%")))).splitlines()
    edge = lines[2].index("<C>")
    assert all(len(line) < edge for line in lines[3:5]) and " ".join(lines[3:5]) == group


def test_one_column_has_an_empty_one_beside_it() -> None:
    assert written(Table(row("Portfolios"), (row("Bond"), row("Growth")))) == (
        "<TABLE>\n<CAPTION>\nPortfolios\n----------\n<S>           <C>\nBond\nGrowth\n</TABLE>\n"
    )
    for length in (70, 78, 120, 127):
        assert max(map(len, written(Table((), (row("x" * length),))).splitlines())) <= 132


def test_twelve_classes_fit_one_part() -> None:
    head = row("", *(f"Class {letter}" for letter in "ABCDEFGHIJKL"))
    rows = tuple(row(f"Expense number {at} of the fund", *(f"{at}.{c:02d}%" for c in range(12))) for at in range(40))
    text = written(Table(head, rows))
    (edges,) = parts(text)
    assert len(edges) == 13
    assert len({after - before for before, after in pairwise(edges[1:])}) == 1
    assert len(text.splitlines()) == 6 + 40 + 1, "no row needs a second line"


@pytest.mark.parametrize(
    ("columns", "cell"), [(14, "$1,234,567"), (14, "some words"), (30, "$1,000,000"), (100, "1.25%")]
)
def test_a_table_that_is_too_wide_is_cut_by_columns(columns: int, cell: str) -> None:
    head = row("Portfolio", *(f"Shares of Class {at}" for at in range(1, columns)))
    rows = tuple(row(f"Row {at} with a label that is rather long", *([cell] * (columns - 1))) for at in range(5))
    cut = parts(written(Table(head, rows)))
    assert len(cut) > 1
    assert sum(len(edges) - 1 for edges in cut) == columns - 1


def test_rows_that_are_empty_in_one_part_stay_rows() -> None:
    rows = [[""] * 20 for _ in range(7)]
    for at, cells in enumerate(rows):
        cells[at] = "words"
        cells[-1 - at] = "unbreakable"
    assert len(parts(written(Table((), tuple(row(*cells) for cells in rows))))) > 1


def test_each_column_of_wide_words_is_a_part() -> None:
    rows = (row("label", "a" * 110, "b" * 110, "c" * 110),)
    assert len(parts(written(Table(row("", "A", "B", "C"), rows)))) == 3


def test_a_word_of_90_characters_makes_its_column_wide() -> None:
    (edges,) = parts(written(Table(row("Site", "Address"), (row("Prospectus of the fund", "x" * 90),))))
    assert edges[1] <= 132 - 90


def test_cells_of_600_characters_wrap() -> None:
    cell = "the quick brown fox of the fund " * 19 + "jumps"
    text = written(Table(row("Fund", "Strategy", "Risk"), (row("Growth", cell, cell), row("Bond", "short", cell))))
    assert len(parts(text)) == 1 and max(map(len, text.splitlines())) <= 80


def test_two_hundred_rows_have_no_blank_line_where_none_wraps() -> None:
    rows = tuple(row(f"Fund {at}", f"{at}.5%") for at in range(200))
    lines = written(Table(row("Fund", "Fee"), rows)).splitlines()
    assert len(lines) == 2 + 3 + 200 + 1 and "" not in lines


def test_a_table_that_can_fit_80_characters_does() -> None:
    rows = (
        row("Met Small Cap Growth Portfolio of the Trust", "0.88% of the first $500 million plus 0.83% above that"),
    )
    text = written(Table(row("Portfolio", "Management Fee"), rows))
    assert max(map(len, text.splitlines())) <= 80


def test_cells_that_look_like_parts_of_a_table_are_cells() -> None:
    traps = ["<CAPTION>", "<FN>", "</TABLE>", "-----", "*", "<S>", "<C>", "(1)", "<TABLE>"]
    rows = tuple(row(trap, trap) for trap in traps)
    written(Table(row("---", "-----"), rows, words("<CAPTION>")), Table((), (row("-----", "-----"),)))


def test_several_marks_on_one_cell_are_told_apart() -> None:
    notes = tuple(Note(marker, words("A note.")) for marker in ("*", "**", "***", "(1)"))
    refs = [NoteRef(note.marker) for note in notes]
    rows = (
        ((Text("Fee"), refs[0], refs[1]), words("1%")),
        ((Text("Fee"), refs[2]), (Text("1%"), refs[1], refs[0], refs[3])),
    )
    written(Table((), rows, notes=notes))


def test_figures_end_in_one_column_where_points_would_spread_them() -> None:
    assert on_the_point(["0.86%", "None", "", "12.5%"], ["*", "", "", ""]) == [" 0.86%*", "  None", "", "12.5%"]
    assert on_the_point(["1234567890", "0.123456789"], ["", ""]) == [" 1234567890", "0.123456789"]
