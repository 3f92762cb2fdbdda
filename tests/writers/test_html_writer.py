"""The source that the HTML writer gives, node by node."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.document.nodes import (
    Block,
    Break,
    Document,
    Emphasis,
    Field,
    Heading,
    Inlines,
    List,
    Note,
    NoteRef,
    PageBreak,
    Paragraph,
    Strong,
    Table,
    Text,
    Title,
)
from generator.errors import Unwritable
from generator.writers.html import html_faults, write_html


def words(text: str) -> Inlines:
    return (Text(text),) if text else ()


def row(*texts: str) -> tuple[Inlines, ...]:
    return tuple(map(words, texts))


def page(*blocks: Block) -> str:
    """The source of a document with these blocks."""
    return write_html(Document((Title(words("Trust")), *blocks)))


def body(*blocks: Block) -> str:
    """The source of some blocks without styles and line ends."""
    source = re.sub(r' style="[^"]*"', "", page(*blocks))
    return re.sub(r"\n", "", source.split("<h1>Trust</h1>")[1].split("</body>")[0])


@pytest.mark.parametrize(
    ("block", "source"),
    [
        (Paragraph(words("Words.")), "<p>Words.</p>"),
        (Paragraph((Text("a"), Break(), Text("b"))), "<p>a<br>b</p>"),
        (Paragraph((Strong((Text("a "), Emphasis(words("b")))), Text(" c"))), "<p><b>a <i>b</i></b> c</p>"),
        (Paragraph((Field("fund.name", "A&B", "A&B"), Text(" Fund"))), "<p>A&amp;B Fund</p>"),
        (Heading(1, words("Fees"), "II."), "<h2>II.&#160;&#160;Fees</h2>"),
        (Heading(2, words("II. Fees")), "<div><h2>II. Fees</h2></div>"),
        (Heading(3, words("Fees"), "I."), "<div><div><h2>I.&#160;&#160;Fees</h2></div></div>"),
        (List((words("a"), words("b"))), '<ul type="disc"><li>a</li><li>b</li></ul>'),
        (List((words("a"),), "roman"), '<ol type="i"><li>a</li></ol>'),
        (PageBreak(), "<hr>"),
        (Table((), (row("a", "b"),)), "<div><table><tr><th>a</th><td>b</td></tr></table></div>"),
        (
            Table(row("", "Class A"), (row("Fees", ""), row("", "1%")), words("Costs")),
            "<div><table><caption>Costs</caption><tr><td></td><th>Class A</th></tr>"
            '<tr><th colspan="2">Fees</th></tr><tr><td></td><td>1%</td></tr></table></div>',
        ),
        (
            Table(row("Head"), (row("a"),)),
            "<div><table><tr><th>Head</th></tr><tr><td>a</td></tr></table></div>",
        ),
    ],
)
def test_each_node_has_its_tags(block: Block, source: str) -> None:
    assert body(block) == source


def test_a_heading_has_the_element_of_its_rank_and_the_looks_of_its_level() -> None:
    one, two, three = (Heading(level, words("Fees")) for level in (1, 2, 3))
    assert body(one, two, three) == "<h2>Fees</h2><h3>Fees</h3><h4>Fees</h4>"
    assert body(two, three, one, three) == (
        "<div><h2>Fees</h2></div><div><h3>Fees</h3></div><h2>Fees</h2><div><h3>Fees</h3></div>"
    )
    nested, alone = (
        re.findall(r'<h(.) style="([^"]*)">Fees', page(*blocks)) for blocks in ((one, two, three), (three,))
    )
    assert alone == [("2", nested[-1][1])]


def test_marks_and_notes_link_both_ways() -> None:
    star, one = NoteRef("*"), NoteRef("(1)")
    rows = ((words("a"), (Text("1%"), star)), ((Text("b"), star, one), words("2%")))
    notes = (Note("*", words("Estimated.")), Note("(1)", words("Waived.")), Note("(2)", words("Unmarked.")))
    source = body(Table((), rows, (), notes))
    assert '1%<sup><a name="r1-1" href="#n1-1">*</a></sup>' in source
    assert 'b<sup><a name="r1-1-2" href="#n1-1">*</a></sup><sup><a name="r1-2" href="#n1-2">(1)</a></sup>' in source
    assert '<p><a name="n1-1" href="#r1-1">*</a> Estimated.</p>' in source
    assert '<p><a name="n1-3">(2)</a> Unmarked.</p>' in source


def test_the_page_names_itself() -> None:
    assert "<title>Trust Fund</title>" in write_html(Document((Title(words("Trust")), Title(words("Fund")))))
    assert "<title>A&amp;B&#8212;C</title>" in write_html(Document((), "A&B—C"))


def test_words_are_never_markup_and_never_a_redline_request() -> None:
    assert "<p>&#60;R&#62;x&#60;/R&#62; &amp;lt; &amp;#60;</p>" in body(Paragraph(words("<R>x</R> &lt; &#60;")))


def test_characters_are_decimal_references() -> None:
    assert "“café” 1999–2001 😀".encode("ascii", "xmlcharrefreplace").decode() in body(
        Paragraph(words("“café” 1999–2001 😀"))
    )


def test_all_that_html_cannot_hold_is_reported() -> None:
    bad = Paragraph((Text("a\x07b"), Strong((Field("fund.name", "x", "x\ud800\x9f"),))))
    cell = Table((), (((Strong((Text("\ufffe"),)),), words("ok")),), words("\x00"))
    with pytest.raises(Unwritable) as refused:
        page(bad, cell)
    found = [(fault.block, fault.path, fault.message.split()[2]) for fault in refused.value.faults]
    assert found == [
        (1, "", "U+0007"),
        (1, "fund.name", "U+D800"),
        (1, "fund.name", "U+009F"),
        (2, "", "U+0000"),
        (2, "", "U+FFFE"),
    ]


def test_a_mark_outside_of_a_cells_end_is_reported() -> None:
    stray = Document((Paragraph((NoteRef("*"),)), Table((), (((NoteRef("*"), Text("x")),),), (), ())))
    assert [fault.block for fault in html_faults(stray)] == [0, 1]


def test_decimal_points_stand_under_each_other() -> None:
    rows = (row("a", "0.86%"), row("b", "12.5%"), row("c", "(0.35)%"), row("d", "None"), row("e", "$20"))
    styles = re.findall(r'<td style="([^"]*)">', page(Table((), rows)))
    pads = [float(found[1]) if (found := re.search(r"padding-right: ([0-9.]+)em", style)) else 0.3 for style in styles]
    assert pads == [0.63, 1.13, 0.3, 0.3, 0.3]


def test_totals_are_bold_in_label_and_figures_and_their_points_stand_under_the_others() -> None:
    rows = (row("Other Expenses", "0.86%"), row("Total Other Expenses", "0.86%"), row("Totally other", "0.86%"))
    shown = page(Table((), rows))
    labels = re.findall(r'<th style="[^"]*font-weight: (\w+)">', shown)
    assert labels == ["normal", "bold", "normal"]
    styles = re.findall(r'<td style="([^"]*)">', shown)
    assert ["bold" in style for style in styles] == [False, True, False]
    pads = [float(found[1]) if (found := re.search(r"padding-right: ([0-9.]+)em", style)) else 0.3 for style in styles]
    assert pads == [0.47, 0.3, 0.47]


def test_a_project_restyles_by_one_file(tmp_path: Path) -> None:
    shipped = Path(__file__).resolve().parents[2] / "templates" / "html" / "style.html"
    own = shipped.read_text(encoding="ascii").replace("max-width: 46em", "max-width: 38em")
    (tmp_path / "style.html").write_text(own, encoding="ascii")
    document = Document((Title(words("Trust")),))
    assert "max-width: 38em" in write_html(document, tmp_path)
    assert "max-width: 46em" in write_html(document)


def test_a_table_too_wide_for_paper_is_not_cut_off_by_a_frame() -> None:
    narrow, wide = (Table((), (row(*["word"] * width),)) for width in (6, 30))
    assert "overflow-x" in page(narrow)
    assert "overflow-x" not in page(wide)
