"""Marks that hang before words in lines, boxes or tables of their own: notes are notes, and bullets are bullets."""

from __future__ import annotations

import pytest

from generator.document.nodes import Block, List, Note, NoteRef, Paragraph, Table, Text
from generator.document.normal import irregularities
from generator.readers.foreign import read_foreign_html

FEES = (
    "<table><tr><td>Fees<sup>1</sup></td><td>0.10%</td></tr><tr><td>Costs<sup>2</sup></td><td>0.20%</td></tr></table>"
)


def body(html: str) -> tuple[Block, ...]:
    document = read_foreign_html(f"<html><body><p align=center><b>OAK TRUST</b></p>{html}".encode())
    assert list(irregularities(document)) == []
    return document.blocks[1:]


def words(text: str) -> tuple[Text, ...]:
    return (Text(text),)


@pytest.mark.parametrize(
    "notes",
    [
        "<div>1</div><div>All three are estimated.</div><div>2</div><div>Paid by all classes.</div>",
        "<table><tr><td>1</td><td>All three are estimated.</td></tr></table>"
        "<table><tr><td>2</td><td>Paid by all classes.</td></tr></table>",
        "<table><tr><td>1</td><td>All three are estimated.</td></tr>"
        "<tr><td>2</td><td>Paid by all classes.</td></tr></table>",
        "<p>(1)</p><p>All three are estimated.</p><p>(2)</p><p>Paid by all classes.</p>",
    ],
    ids=["boxes", "tables", "table", "lines"],
)
def test_notes_whose_markers_hang_belong_to_the_table(notes: str) -> None:
    fees, after = body(FEES + notes + "<p>Another sentence stands below.</p>")
    assert isinstance(fees, Table)
    assert fees.rows[0][0] == (Text("Fees"), NoteRef("(1)"))
    assert fees.notes == (Note("(1)", words("All three are estimated.")), Note("(2)", words("Paid by all classes.")))
    assert after == Paragraph(words("Another sentence stands below."))


def test_marks_with_a_comma_between_are_both_marks() -> None:
    fees = "<table><tr><td>Waiver<sup>1</sup>, <sup>2</sup></td><td>0.10%</td></tr><tr><td>Net</td><td>0.20%</td></tr>"
    (found,) = body(fees + "</table><p><sup>1</sup> One note.</p><p><sup>2</sup> Another note.</p>")
    assert isinstance(found, Table)
    assert found.rows[0][0] == (Text("Waiver"), NoteRef("(1)"), NoteRef("(2)"))
    assert [note.marker for note in found.notes] == ["(1)", "(2)"]


def test_a_marker_that_no_table_has_stands_before_its_words() -> None:
    assert body("<p>One sentence.</p><p>(2)</p><p>Another of some words.</p>") == (
        Paragraph(words("One sentence.")),
        Paragraph(words("(2) Another of some words.")),
    )


def test_a_figure_alone_is_no_marker_where_no_table_has_it() -> None:
    assert body("<p>One sentence.</p><p>7</p><p>Another of some words.</p>")[1:] == (
        Paragraph(words("7")),
        Paragraph(words("Another of some words.")),
    )


def test_a_table_of_few_words_and_figures_is_no_list_of_notes() -> None:
    (table,) = body("<table><tr><td>1</td><td>Oak Fund</td></tr><tr><td>2</td><td>Elm Fund</td></tr></table>")
    assert isinstance(table, Table)


def test_one_star_is_no_bullet_and_two_are() -> None:
    assert body("<p>One sentence.</p><p>* Class T is not sold.</p>")[1] == Paragraph(words("* Class T is not sold."))
    star = "<tr><td>*</td><td>{}</td></tr>"
    assert body("<p>One sentence.</p><table>" + star.format("Oak.") + star.format("Elm.") + "</table>")[1] == List(
        (words("Oak."), words("Elm."))
    )


def test_a_sign_that_points_to_words_is_a_bullet() -> None:
    box = "<div style='float:left'>{}</div>"
    items = "".join(box.format("&gt;<br>") + box.format(text) for text in ("Call risk.", "Credit risk."))
    assert body("<p>The risks are:</p>" + items)[1] == List((words("Call risk."), words("Credit risk.")))
