"""Figures that a filer split over cells or lines are whole, and a hyphen for nothing is no minus."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.document.canonical import shown_text
from generator.document.nodes import Table
from generator.readers.files import read_file

FIGURES = st.sampled_from(["0.10%", "12.05%", "-3.00%", "(0.31)%", "1,204", "None", "N/A"])


def table(html: str) -> Table:
    """The only table of a page."""
    page = f"<html><body><p align=center>T</p><p>A sentence stands here.</p>{html}</body></html>"
    (found,) = [block for block in read_file("x.htm", page.encode()).document.blocks if isinstance(block, Table)]
    return found


def grid(html: str) -> list[list[str]]:
    """The rows of the only table of a page, the headings first."""
    found = table(html)
    return [[shown_text(cell) for cell in row] for row in ((found.head, *found.rows) if found.head else found.rows)]


def html(rows: list[list[str]]) -> str:
    return "<table>" + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows) + "</table>"


def test_a_hyphen_where_others_have_figures_is_no_minus() -> None:
    rows = [
        ["", "10 Years", "Life"],
        ["Class Y", "11.91%", "-"],
        ["Class N", "-", "13.26%"],
        ["Index", "13.10%", "14.44%"],
    ]
    assert grid(html(rows)) == rows


def test_a_minus_in_a_column_of_its_own_is_one() -> None:
    rows = [["", "", "Return"], ["Best", "", "6.02%"], ["Worst", "-", "6.88%"]]
    assert grid(html(rows)) == [["", "Return"], ["Best", "6.02%"], ["Worst", "-6.88%"]]


@given(st.lists(st.lists(FIGURES | st.just("-"), min_size=3, max_size=3), min_size=2, max_size=8))
def test_no_cell_of_a_table_of_figures_takes_in_another(cells: list[list[str]]) -> None:
    full = ["1.00%", "2.00%", "3.00%"]
    rows = [["", "A", "B", "C"], *(["Row", *row] for row in [full, *cells])]
    assert grid(html(rows)) == rows


def test_lines_of_a_cell_that_are_one_figure_are_one() -> None:
    percent = "<div style='display:flex'><div>1.20</div><div>%</div></div>"
    assert grid(
        html([["Fees", percent], ["Costs", "<div>$</div><div>102</div>"], ["Paid by", "<p>A</p><p>B</p>"]])
    ) == [
        ["Fees", "1.20%"],
        ["Costs", "$102"],
        ["Paid by", "A B"],
    ]


def test_a_percent_sign_is_no_part_of_a_label_that_ends_in_a_mark() -> None:
    rows = [["Class", "", "A"], ["Fees", "%", "0.75"], ["Waivers<sup>2</sup>", "%", "None"]]
    assert grid(html(rows))[2] == ["Waivers(2)", "%", "None"]


def test_a_figure_under_the_heading_of_the_labels_stands_in_its_own_column() -> None:
    head = "<tr><td colspan=2>Class</td><td>A, C</td><td>I</td></tr>"
    accounts = "".join(f"<tr><td>{name}</td><td>$</td><td>250</td><td>None</td></tr>" for name in ("One", "Two"))
    assert grid(f"<table>{head}{accounts}</table>") == [
        ["Class", "A, C", "I"],
        ["One", "$250", "None"],
        ["Two", "$250", "None"],
    ]


def test_none_that_was_torn_for_a_percent_sign_is_whole() -> None:
    head = "<tr><td></td><td colspan=2>Class A</td><td colspan=2>Class I</td></tr>"
    fees = "<tr><td>Fees</td><td>5.75</td><td>%</td><td>Non</td><td>e</td></tr>"
    assert grid(f"<table>{head}{fees}</table>") == [["", "Class A", "Class I"], ["Fees", "5.75%", "None"]]


def test_a_hyphen_in_a_column_of_a_text_file_is_no_minus() -> None:
    lines = [
        "<TABLE>",
        "<S>                  <C>       <C>       <C>",
        "Year               Income    Gains     Total",
        "----               ------    -----     -----",
        "2000                (.30)    (1.10)    (1.40)",
        "2001                (.11)       -       (.11)",
        "2002                (.30)       -       (.30)",
        "</TABLE>",
    ]
    text = "\n".join(["                                    TITLE", "", "A sentence.", "", *lines])
    (table,) = [block for block in read_file("x.txt", text.encode()).document.blocks if isinstance(block, Table)]
    assert [[shown_text(cell) for cell in row] for row in table.rows][1:] == [
        ["2001", "(.11)", "-", "(.11)"],
        ["2002", "(.30)", "-", "(.30)"],
    ]


def test_words_over_columns_of_figures_are_headings_whatever_stands_over_the_labels() -> None:
    rows = [
        ["(fees you pay)", "Class A", "Class C"],
        ["Sales charge", "None*", "1.00%"],
        ["Redemption", "None", "None"],
    ]
    assert [shown_text(cell) for cell in table(html(rows)).head] == rows[0]
    rows = [["1 Year", "3 Years", "5 Years"], ["$136", "$425", "$734"]]
    assert [shown_text(cell) for cell in table(html(rows)).head] == rows[0]


def test_a_line_over_the_headings_is_the_caption() -> None:
    found = table(html([["Total Returns", "", ""], ["(to 2024)", "1 Year", "5 Years"], ["Class Y", "1.00%", "-"]]))
    assert shown_text(found.caption) == "Total Returns"
    assert [shown_text(cell) for cell in found.head] == ["(to 2024)", "1 Year", "5 Years"]


def test_words_over_a_single_column_or_over_words_are_no_headings() -> None:
    assert table(html([["First", "Varies"], ["Second", "$100"], ["Third", "$50"]])).head == ()
    assert table(html([["First", "Varies", "x"], ["Second", "$100", "y"], ["Third", "$50", "$1"]])).head == ()
