"""HTML of our own wording, with the soup that filers' software makes."""

from __future__ import annotations

import pytest

from generator.document.nodes import (
    Block,
    Break,
    Emphasis,
    Heading,
    List,
    Note,
    NoteRef,
    Paragraph,
    Strong,
    Table,
    Text,
    Title,
)
from generator.document.normal import irregularities
from generator.errors import UnreadableFile
from generator.readers.foreign import read_foreign_html

TITLE = "<html><head><title>not shown</title></head><body><p align=center><b>OAK TRUST</b></p>"


def blocks(html: str) -> tuple[Block, ...]:
    document = read_foreign_html(html.encode())
    assert list(irregularities(document)) == []
    return document.blocks


def body(html: str) -> tuple[Block, ...]:
    first, *others = blocks(TITLE + html)
    assert first == Title(words("OAK TRUST"))
    return tuple(others)


def words(text: str) -> tuple[Text, ...]:
    return (Text(text),)


def rows(*lines: str) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in line.split("|")) for line in lines)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def test_large_bold_and_centred_lines_lead_to_the_first_sentence() -> None:
    found = blocks(
        "<div style='text-align:right'>Rule 497(e)</div><div style='font-size:20pt'>Elm Fund</div>"
        "<div style='font-weight:700'>A series<br>of Oak</div><p>The fund pays a fee of one dollar a year.</p>"
    )
    assert found == (
        Paragraph(words("Rule 497(e)"), "right"),
        Title(words("Elm Fund")),
        Title((Text("A series"), Break(), Text("of Oak"))),
        Paragraph(words("The fund pays a fee of one dollar a year.")),
    )


def test_bold_and_italics_by_style_are_kept_and_hidden_words_are_not() -> None:
    (found,) = body(
        "<p>Pay <font style='font-weight:bold'>no </font><font style='font-weight:700'>fee</font>, "
        "<span style='font-style:italic'>pro rata</span><span style='display:none'>secret</span>.<img alt='logo'></p>"
    )
    assert found == Paragraph(
        (Text("Pay "), Strong(words("no fee")), Text(", "), Emphasis(words("pro rata")), Text("."))
    )


def test_page_numbers_beside_page_breaks_are_dropped() -> None:
    found = body("<p>One is a sentence.</p><p>2</p><hr><p>Two is another.</p><p>3</p>")
    assert found == (Paragraph(words("One is a sentence.")), Paragraph(words("Two is another.")))


def test_bold_lines_over_text_are_headings_and_closing_lines_are_not() -> None:
    found = body("<p><b>Fees</b></p><p>There are none.</p><p align=center><b>KEEP THIS</b></p>")
    assert found == (
        Heading(1, words("Fees")),
        Paragraph(words("There are none.")),
        Paragraph((Strong(words("KEEP THIS")),), "center"),
    )


def test_tables_that_hang_marks_are_lists_and_numbered_headings() -> None:
    found = body(
        rows("<b>I.</b>|<b>The fee is replaced by this:</b>")
        + rows("&nbsp;|&bull;|First.")
        + rows("&nbsp;|&bull;|Second.")
        + "<ol><li>a</li><li>b</li></ol>"
    )
    assert found == (
        Heading(1, words("The fee is replaced by this:"), "I."),
        List((words("First."), words("Second."))),
        List((words("a"), words("b")), "decimal"),
    )


def test_split_figures_spacers_and_notes_make_one_table() -> None:
    found = body(
        "<table><tr><td colspan=5 align=center>Operating expenses</td></tr>"
        "<tr><td></td><td></td><td colspan=3><b>Class V</b></td></tr>"
        "<tr><td>Fees<sup>1</sup></td><td>&nbsp;</td><td></td><td>0.05</td><td>%</td></tr>"
        "<tr><td>Less<sup>&dagger;</sup></td><td></td><td></td><td>(0.35</td><td>%)</td></tr>"
        "<tr><td>&nbsp;</td></tr>"
        "<tr><td>Cost</td><td></td><td>$</td><td>102</td><td></td></tr></table>"
        "<p><sup>1</sup> Estimated.</p><p>&dagger; Until May.</p><p><sup>2</sup> Elsewhere.</p>"
    )
    assert found == (
        Table(
            ((), words("Class V")),
            (
                ((Text("Fees"), NoteRef("(1)")), words("0.05%")),
                ((Text("Less"), NoteRef("*")), words("(0.35%)")),
                (words("Cost"), words("$102")),
            ),
            words("Operating expenses"),
            (Note("(1)", words("Estimated.")), Note("*", words("Until May."))),
        ),
        Paragraph(words("(2) Elsewhere.")),
    )


def test_cells_over_rows_keep_the_columns_in_place() -> None:
    (table,) = body(
        "<table><tr><th>Adviser</th><th>Manager</th></tr>"
        "<tr><td rowspan=2>Oak Advisers</td><td>Ann Ash</td></tr><tr><td>Ben Birch</td></tr></table>"
    )
    assert table == Table(
        (words("Adviser"), words("Manager")),
        ((words("Oak Advisers"), words("Ann Ash")), ((), words("Ben Birch"))),
    )


def test_layout_tables_are_what_they_hold() -> None:
    found = body("<table><tr><td><p>One.</p><p>Two.</p>" + rows("Fee|0.10%", "Cost|0.20%") + "</td></tr></table>")
    assert found == (
        Paragraph(words("One.")),
        Paragraph(words("Two.")),
        Table((), ((words("Fee"), words("0.10%")), (words("Cost"), words("0.20%")))),
    )


def test_raised_figures_without_notes_read_as_words() -> None:
    (table,) = body(rows("Index<sup>1</sup>|1.25%", "Other|2.00%"))
    assert isinstance(table, Table)
    assert table.notes == ()
    assert table.rows[0][0] == words("Index(1)")


@pytest.mark.parametrize("stroke", ["/", "\u2044", "\u2215"])
def test_a_fraction_with_a_raised_figure_is_no_note(stroke: str) -> None:
    (found,) = body(f"<p>Up to 33<sup>1</sup>{stroke}<sub>3</sub>% may be lent, and<sup>1</sup>/or 5%.</p>")
    assert found == Paragraph(words(f"Up to 33 1{stroke}3% may be lent, and(1)/or 5%."))


def test_a_document_that_begins_with_a_table_has_a_title_of_its_first_words() -> None:
    assert blocks("<html>" + rows("Fee|0.10%", "Cost|0.20%")) == (
        Title(words("Fee 0.10%")),
        Table((), ((words("Cost"), words("0.20%")),)),
    )


@pytest.mark.parametrize(
    "html",
    ["<html><body></body></html>", "<html><p>" + "<div>" * 10_000 + "deep", "<p>" * 200_000 + "wide", "<html><p>3</p>"],
    ids=["empty", "deep", "wide", "page number"],
)
def test_html_without_words_or_measure_is_unreadable(html: str) -> None:
    with pytest.raises(UnreadableFile):
        read_foreign_html(html.encode())


ADDRESS = List((words("Elm Funds"), words("c/o Oak Services, LLC"), words("P.O. Box 701")), "plain")


@pytest.mark.parametrize(
    "html",
    [
        "<p>Elm Funds<br>c/o Oak Services, LLC<br/>P.O. Box 701</p>",
        "<div>Elm Funds<br><font size=2>c/o Oak Services, LLC</font><br>P.O. Box 701<br></div>",
        "<ul style='list-style-type: none'><li>Elm Funds<li>c/o Oak Services, LLC<li>P.O. Box 701</ul>",
        "<ul style='margin: 0; list-style: none'><li>Elm Funds<li>c/o Oak Services, LLC<li>P.O. Box 701</ul>",
        "<ul type=none><li>Elm Funds<li>c/o Oak Services, LLC<li>P.O. Box 701</ul>",
    ],
)
def test_lines_that_a_browser_shows_are_lines(html: str) -> None:
    assert body(html + "<p>The fund pays a fee.</p>") == (ADDRESS, Paragraph(words("The fund pays a fee.")))


@pytest.mark.parametrize(
    "html",
    [
        "<p>The fund pays a fee of one<br>dollar a year</p>",
        "<p>The fund pays a fee.<br>It is one dollar.</p>",
        f"<p>The fund<br>{'pays a fee of one dollar a year and ' * 3}<br>Oak Services</p>",
        f"<ul style='list-style: none'><li>{'pays a fee of one dollar a year and ' * 3}</ul>",
    ],
)
def test_a_sentence_that_was_broken_by_hand_is_a_sentence(html: str) -> None:
    (found,) = body(html)
    assert isinstance(found, Paragraph)


def test_lists_without_marks_in_a_row_or_in_one_another_stay_apart() -> None:
    one = "<ul type=none><li>a1<ul type=none><li>b1<li>b2</ul><li>a2</ul><ul type=none><li>c1</ul>"
    assert [shown for block in body(one) if isinstance(block, List) for shown in [block.items]] == [
        (words("a1"),),
        (words("b1"), words("b2")),
        (words("a2"),),
        (words("c1"),),
    ]
    (bullets,) = body("<ul type=none><li>\u2022 by post<li>\u2022 online</ul>")
    assert bullets == List((words("by post"), words("online")))
