"""Sheets and pages of a project's own beside WeasyPrint: page numbers, margins at breaks, marks, letters, line ends."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from generator.document.nodes import Document, Heading, Paragraph, Text, Title
from generator.document.specimen import SPECIMEN
from generator.readers.pdf import dump_tags
from generator.typeset import Unsettable
from generator.typeset.setter import set_page
from generator.writers.pdf import write_pdf
from generator.writers.pdf.layout import sections
from generator.writers.pdf.looks import pdf_frame, print_css
from generator.writers.pdf.weasy.engine import render_pdf
from tests.typeset.beside import difference, unlike

HEAD = '<meta name="dcterms.created" content="2025-05-01T00:00:00Z"><title>A page</title>'


def html_of(document: Document) -> str:
    """The shipped page of a document."""
    return pdf_frame().render(title="A title", dated="2025-05-01T00:00:00Z", sections=sections(document))


def page(body: str) -> str:
    """A page of a project's own."""
    return f"<!DOCTYPE html><html lang=en><head>{HEAD}</head><body>{body}</body></html>"


def is_refused(html: str, css: str) -> bool:
    """Whether a page is left to WeasyPrint."""
    try:
        set_page(html, css)
    except Unsettable:
        return True
    return False


@pytest.mark.parametrize(
    "rule",
    [
        "@page { @bottom-center { color: #c00 } }",
        "@page { @bottom-center { font-size: 20pt; padding-bottom: 30pt } }",
        "@page turned { @bottom-center { font-weight: bold } }",
        "@page :first { @bottom-center { color: #c00 } }",
        "@page { @bottom-center { content: none } } @page :first { @bottom-center { content: counter(page) } }",
        "@page { margin: 0.5in 72pt 36pt }",
        "@page { margin: 0.5in 162pt 96px; size: letter landscape }",
        "html { font-size: 14pt } p, table { font-size: 10pt }",
        "html { font-style: italic; color: #c00 }",
        "h2 { break-after: page; margin-bottom: 30pt }",
        "p { break-after: page }",
        "table { break-before: page } .exhibit { margin-top: 40pt; break-inside: auto }",
        ".titles { margin-top: 50pt } .titles h1 { break-before: page }",
        ".exhibit { break-after: page; margin-bottom: 50pt }",
        "p.center { margin: 0 30pt 0 20pt; padding-left: 10pt }",
        "b { font-size: 16pt } i { padding-left: 8pt }",
        ".figures { white-space: nowrap }",
    ],
)
def test_what_is_set_here_stands_where_weasyprint_puts_it(tmp_path: Path, rule: str) -> None:
    assert difference(html_of(SPECIMEN), f"{print_css()}\n{rule}", tmp_path) == ""


@pytest.mark.parametrize(
    "rule",
    [
        "@page { @bottom-center { vertical-align: top } }",
        "@page { @bottom-center { margin-bottom: 30pt } }",
        "@page { @bottom-center { padding-left: 50pt } }",
        "@page { @bottom-center { text-indent: 50pt } }",
        "@page { @bottom-center { text-align: left } }",
        "@page { @bottom-center { border-top: 1pt solid #000 } }",
        "@page { @bottom-center { padding-bottom: 70pt } }",
        "html { text-indent: 20pt } p, div, h1, h2, h3, h4 { text-indent: 0 }",
        "@page { margin: 5em 72pt }",
        "@page { margin: -5pt 72pt }",
        "@page { margin: 1in !important }",
        "@page { margin: 5in }",
        "@page one, two { margin: 2in }",
        "h2, h3, { font-size: 18pt }",
        ", h2 { font-size: 18pt }",
        "p > { font-size: 18pt }",
        "> p { font-size: 18pt }",
        "div > > p { font-size: 18pt }",
        "p { color: c00 }",
        "p { color: #c 00 }",
        "td { border-bottom: -2pt solid #000 }",
        "p { orphans: 0 }",
        "p { font-variant-numeric: common-ligatures }",
        "sup { font-size: inherit }",
        "sup { line-height: inherit }",
        ".exhibit { break-inside: avoid } table { break-after: page }",
    ],
)
def test_what_is_not_set_here_is_left_to_weasyprint(rule: str) -> None:
    assert is_refused(html_of(SPECIMEN), f"{print_css()}\n{rule}")


def test_a_sheet_says_how_large_a_page_is() -> None:
    assert is_refused(html_of(SPECIMEN), print_css().replace("size: letter;", ""))


def test_a_name_says_more_of_a_page_than_being_the_first() -> None:
    """CSS Paged Media 3, 4.2."""
    rule = "@page turned { @bottom-center { content: counter(page) } } .right { page: turned }"
    with pdfplumber.open(io.BytesIO(set_page(html_of(SPECIMEN), f"{print_css()}\n{rule}"))) as pdf:
        assert pdf.pages[0].extract_text().splitlines()[-1] == "1"


def test_a_rule_of_no_width_is_none() -> None:
    css = f"{print_css()}\ntd, th, table {{ border: 0pt solid #000 }}"
    with pdfplumber.open(io.BytesIO(set_page(html_of(SPECIMEN), css))) as pdf:
        assert {round(rule["height"], 1) for rule in pdf.pages[0].rects} <= {0.4, 0.6}


@pytest.mark.parametrize(
    "body",
    [
        "<section><p>one<br>two <b>three</b> four</p></section>",
        "<section><p class=center>one <i>two </i>three<b> four</b></p></section>",
        "<section><p class=center>one <span style='font-size: 20pt'>two</span> three</p></section>",
        "<section><p class=center>a<sup>1</sup> b<sup>2</sup> c<sup>3</sup> d<sup>4</sup> e</p></section>",
    ],
)
def test_lines_of_ones_own_stand_where_weasyprint_puts_them(tmp_path: Path, body: str) -> None:
    assert difference(page(body), print_css(), tmp_path) == ""


@pytest.mark.parametrize(
    "body",
    [
        "<section><p>one<br><br>two</p></section>",
        "<section><p><br>one</p></section>",
        "<section><p hidden>one</p></section>",
        "<section><p dir=rtl>one</p></section>",
        "<section><p>one <span lang=fr>deux</span></p></section>",
        "<section>\u00a0<p>one</p></section>",
        "<section><p>one <span style='white-space: nowrap'> two</span></p></section>",
        "<section><p class=left>one <span style='white-space: nowrap'>two three</span></p></section>",
        "<section><p>one <span style='font-size: 30pt'><b style='font-size: 8pt'>two</b></span></p></section>",
        "<section><p>one <span style='vertical-align: 3pt'><b>two</b></span></p></section>",
        "<section><p>one <span style='padding-left: 9pt'></span>two</p></section>",
        "<section><p class=left>one\u00a0two three</p></section>",
        "<section><p>one\u200btwo</p></section>",
        "<section><p>one\u00adtwo</p></section>",
        "<section><p>\u00b5 beside \u03bc</p></section>",
        "<section><p>one-two one\u2011two</p></section>",
        "<section><p>one</p><p></p><p style='break-before: page'>two</p></section>",
        "<section><p>one</p><table><tbody><tr><td>1</td></tr></tbody><thead><tr><th>a</th></tr></thead></table></section>",
    ],
)
def test_pages_of_ones_own_that_are_not_set_here_are_left_to_weasyprint(body: str) -> None:
    assert is_refused(page(body), print_css())


def test_a_no_break_space_is_a_blank_and_leaves_other_blanks_alone(tmp_path: Path) -> None:
    html = page("<section><p class=center>one\u00a0two three <b>four\u00a0five</b></p></section>")
    assert difference(html, print_css(), tmp_path) == ""
    with pdfplumber.open(io.BytesIO(set_page(html, print_css()))) as pdf:
        assert "".join(sign["text"] for sign in pdf.pages[0].chars) == "one two three four five"


def test_letters_that_a_leaning_face_lacks_are_upright_and_their_word_is_read_as_one() -> None:
    document = Document((
        Title((Text("TRUST"),)),
        Heading(3, (Text("Nguyễn Văn Hải and Llŷr Ŵyn"),)),
        Paragraph((Text("Words."),)),
    ))  # fmt: skip
    ours, theirs = write_pdf(document), render_pdf(html_of(document))
    assert unlike(ours, theirs) == "" and dump_tags(ours) == dump_tags(theirs)
    with pdfplumber.open(io.BytesIO(ours)) as pdf:
        assert pdf.metadata["Producer"] == "supplement"
        assert "Nguyễn Văn Hải and Llŷr Ŵyn" in pdf.pages[0].extract_text()


def test_a_head_over_two_columns_heads_both_and_the_next_head_its_own() -> None:
    cells = "".join(f"<td>{share}%</td>" for share in (1, 2, 3))
    body = (
        "<section><table style='--gap: 4pt'><colgroup>" + "<col style='width: 117pt'>" * 4 + "</colgroup>"
        "<thead><tr><th scope=col>Fee</th><th scope=col colspan=2>Class A</th><th scope=col>Class C</th></tr></thead>"
        f"<tbody><tr><th scope=row>Management</th>{cells}</tr>"
        "<tr><td>Both</td><td colspan=2>4%</td><td>5%</td></tr></tbody></table></section>"
    )
    ours = set_page(page(body), print_css())
    assert dump_tags(ours) == dump_tags(render_pdf(page(body)))
    with pdfplumber.open(io.BytesIO(ours)) as pdf:
        (tree,) = pdf.structure_tree
    cells = [cell for cell in descendants(tree) if cell["type"] in ("TH", "TD")]
    told = [cell["attributes"] for cell in cells]
    row = b"table1-2-1"
    assert [one["Headers"] for one in told if "Headers" in one] == [
        [row, b"table1-1-2"], [row, b"table1-1-2"], [row, b"table1-1-4"],
        [b"table1-1-1"], [b"table1-1-2"], [b"table1-1-4"],
    ]  # fmt: skip
    assert [(cell["type"], one["ColSpan"]) for cell, one in zip(cells, told, strict=True) if "ColSpan" in one] == [
        ("TH", 2),
        ("TD", 2),
    ]


def descendants(element: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """An element of a tag tree and all below it."""
    yield element
    for child in element.get("children", ()):
        yield from descendants(child)
