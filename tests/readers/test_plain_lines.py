"""Lines without marks in every format: one under the other, and each read as it was written, whatever it looks like."""

from __future__ import annotations

import pypdfium2
import pytest
from lxml import html

from generator.checks.conformance import check_conformance
from generator.document.carried import HTML, PDF, TEXT, carried
from generator.document.nodes import Block, Document, Inlines, List, PageBreak, Paragraph, Text, Title
from generator.document.normal import irregularities
from generator.errors import NotHouseForm
from generator.readers.html import read_html
from generator.readers.pdf import dump_tags, read_pdf
from generator.readers.text import read_text
from generator.typeset.setter import set_page
from generator.writers.html import write_html
from generator.writers.pdf import write_pdf
from generator.writers.pdf.layout import sections
from generator.writers.pdf.looks import pdf_frame, print_css
from generator.writers.pdf.weasy.engine import render_pdf
from generator.writers.text import text_faults, write_text

TITLE = Title((Text("Example Trust"),))
ADDRESS = ("Example Funds", "c/o Example Fund Services, LLC", "P.O. Box 701", "Milwaukee, Wisconsin 53201")
LONG = "and at any other place that the Fund names for the purpose, in this country or in another " * 3


def words(text: str) -> Inlines:
    return (Text(text),)


def lines(*items: str) -> List:
    return List(tuple(map(words, items)), "plain")


def document(*blocks: Block) -> Document:
    made = Document((TITLE, *blocks))
    assert list(irregularities(made)) == []
    return made


def html_of(made: Document) -> str:
    return pdf_frame().render(title="t", dated="2026-05-01T00:00:00Z", sections=sections(made))


CASES: dict[str, tuple[Block, ...]] = {
    "one line": (lines("One"),),
    "an address below its lead-in": (Paragraph(words("The address is:")), lines(*ADDRESS), Paragraph(words("End."))),
    "marks of lists": (lines("1. First", "o Second", "- Third", "(a) Fourth", "(i)", "* Fifth", "\u2022 Sixth"),),
    "a heading": (lines("I. Fees", "-------", "====="),),
    "a table and a page": (lines("<TABLE>", "<S> <C>", "<CAPTION>", "</TABLE>", "<PAGE>", "- 2 -"),),
    "colons and clauses": (lines("Telephone:", "by post;", "online; and", "by telephone."),),
    "long lines": (lines(LONG.strip(), "short", LONG.strip()),),
    "two lists in a row": (lines("Jane Roe", "Secretary"), lines("John Doe", "Treasurer"), lines("One")),
    "between other lists": (List((words("a"),)), lines("b"), List((words("c"),), "decimal"), lines("d", "e")),
    "beside a page's end": (lines("a"), PageBreak(), lines("b")),
}
every_case = pytest.mark.parametrize("blocks", CASES.values(), ids=list(CASES))


@every_case
def test_lines_come_back_from_every_format(blocks: tuple[Block, ...]) -> None:
    made = document(*blocks)
    assert read_text(write_text(made)) == carried(made, TEXT)
    assert read_html(write_html(made)) == carried(made, HTML)
    assert read_pdf(write_pdf(made)) == carried(made, PDF)


@every_case
def test_both_setters_make_a_pdf_that_screen_readers_take(blocks: tuple[Block, ...]) -> None:
    made = document(*blocks)
    for data in (set_page(html_of(made), print_css()), render_pdf(html_of(made))):
        assert read_pdf(data) == carried(made, PDF)
        assert [str(one) for one in check_conformance("x.pdf", data) if one.code != "pdf.sgml"] == []  # words, not tags


def test_text_shows_a_line_under_the_other_and_a_long_one_further_in() -> None:
    shown = write_text(document(Paragraph(words("Write to:")), lines(*ADDRESS[:2], f"Box 1, {LONG.strip()}", "End")))
    assert shown.splitlines()[2:] == [
        "     Write to:",
        "",
        "        Example Funds",
        "        c/o Example Fund Services, LLC",
        "        Box 1, and at any other place that the Fund names for the purpose, in",
        "            this country or in another and at any other place that the Fund",
        "            names for the purpose, in this country or in another and at any",
        "            other place that the Fund names for the purpose, in this country or",
        "            in another",
        "        End",
    ]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("        a\n       b\n", 4),
        ("        a\n          b\n", 4),
        ("        a\n             b\n", 4),
        ("        a\nb\n", 4),
        ("        a  b\n", 3),
        ("            a\n", 3),
    ],
)
def test_lines_of_text_in_another_column_are_refused(body: str, line: int) -> None:
    with pytest.raises(NotHouseForm) as refused:
        read_text(f"{'T':>40}\n\n{body}")
    assert refused.value.line == line


def test_a_word_that_no_line_holds_is_refused() -> None:
    words_before = "and " * 9
    assert text_faults(document(lines("x" * 72, f"{words_before}{'x' * 68}"))) == []
    faults = text_faults(document(lines("x" * 73, f"{words_before}{'x' * 69}")))
    assert [fault.message.rpartition(" ")[2] for fault in faults] == ["72", "68"]


def test_html_shows_lines_without_marks_and_without_room_between() -> None:
    (shown,) = html.fromstring(write_html(document(lines(*ADDRESS)))).iter("ul")
    assert "list-style-type: none" in shown.get("style") and not shown.get("type")
    assert {item.get("style").split(";")[0] for item in shown} == {"margin: 0"}


@pytest.mark.parametrize(
    "body",
    [
        "<ul type='disc' style='list-style-type: none'><li>a</li></ul>",
        "<ol type='1' style='margin: 0; list-style-type: NONE'><li>a</li></ol>",
        "<ul type='disc'><li>a</li><li style='list-style-type: none'>b</li></ul>",
        "<ul style='list-style-type: none'><li style='list-style-type: disc'>a</li></ul>",
        "<ul style='list-style-type: none; list-style-type: disc'><li>a</li></ul>",
        "<ol style='list-style-type: none'><li>a</li></ol>",
        "<ul style='list-style-type: none'></ul>",
    ],
)
def test_marks_that_a_style_hides_or_shows_are_no_list_of_ours(body: str) -> None:
    with pytest.raises(NotHouseForm):
        read_html(f"<html><head><title>t</title></head><body><h1>T</h1>{body}</body></html>")


def test_an_item_of_a_pdf_without_a_label_among_labelled_ones_is_refused() -> None:
    labelled = "<div data-tag='LI'><span data-tag='Lbl'>(a)</span><span data-tag='LBody'>x</span></div>"
    bare = "<div data-tag='LI'><span data-tag='LBody'>y</span></div>"
    page = f"<section><div data-tag='L'>{labelled}{bare}</div></section><section>.</section>"
    with pytest.raises(NotHouseForm, match="label"):
        read_pdf(render_pdf(f"<html lang=en><title>t</title><body>{page}</body></html>"))


def test_a_pdf_says_that_lines_have_no_numbers() -> None:
    assert dump_tags(write_pdf(document(lines("a", "b")))).splitlines()[-5:] == [
        '    L ListNumbering="None"',
        "      LI",
        '        LBody "a"',
        "      LI",
        '        LBody "b"',
    ]


def test_no_line_is_alone_at_the_foot_or_head_of_a_page() -> None:
    filler = Paragraph(words("Words."))
    for count in range(24, 34):
        data = write_pdf(
            document(*[filler] * count, lines("one of four", "two of four", "three of four", "four of four"))
        )
        with_lines = [page.count("of four") for page in _pages(data)]
        assert sum(with_lines) == 4
        assert 1 not in with_lines and 3 not in with_lines


def _pages(data: bytes) -> list[str]:
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [pdf[number].get_textpage().get_text_range() for number in range(len(pdf))]
    finally:
        pdf.close()
