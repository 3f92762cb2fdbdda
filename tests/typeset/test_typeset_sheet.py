"""Style sheets: which rule an element meets, which counts, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from lxml.html import document_fromstring

from generator.typeset import Unsettable
from generator.typeset.sheet import Kind, Sheet
from generator.typeset.style import Style

PAGE = "@page { size: letter; margin: 1in }"
BODY = """
<section><h1 class="top big">a</h1><p>b</p><p class="big">c <b>d <i>e</i></b></p></section>
<section><p style="--gap: 3pt; font-size: 20pt">f <span class="in">g</span></p></section>
"""


def styles(css: str) -> dict[str, Style]:
    """The style of each element of the page, under the first word in it."""
    sheet = Sheet(PAGE + css)
    found: dict[str, Style] = {}

    def walk(element: Any, kind: Kind) -> None:
        before = None
        for at, kid in enumerate(element):
            before = sheet.kind(kid, kind, before, at == 0, at == len(element) - 1)
            if kid.text and kid.text.strip():
                found[kid.text.split()[0]] = before.style
            walk(kid, before)

    root = document_fromstring(f"<html><body>{BODY}</body></html>")
    above = sheet.kind(root, sheet.root(), None, True, True)
    walk(root, above)
    return found


@pytest.mark.parametrize(
    ("css", "met"),
    [
        ("p { font-size: 20pt }", "bcdefg"),
        (".big { font-size: 20pt }", "acdefg"),
        ("p.big { font-size: 20pt }", "cdefg"),
        (".top.big { font-size: 20pt }", "afg"),
        ("section p { font-size: 20pt }", "bcdefg"),
        ("section > b { font-size: 20pt }", "fg"),
        ("section + section { font-size: 20pt }", "fg"),
        ("h1 + p { font-size: 20pt }", "bfg"),
        ("p:first-child { font-size: 20pt }", "fg"),
        ("p:last-child { font-size: 20pt }", "cdefg"),
        ("h1, i { font-size: 20pt }", "aefg"),
        ("section .in { font-size: 20pt }", "fg"),
        ("body section p b i { font-size: 20pt }", "efg"),
    ],
)
def test_a_rule_is_met_by_whom_its_selector_names(css: str, met: str) -> None:
    assert {name for name, style in styles(css).items() if style.font_size == 20} == set(met)


@pytest.mark.parametrize(
    ("css", "size"),
    [
        ("p { font-size: 8pt } p { font-size: 9pt }", 9),
        ("p.big { font-size: 8pt } p { font-size: 9pt }", 8),
        (".big { font-size: 8pt } section p { font-size: 9pt }", 8),
        ("html { font-size: 10pt } section { font-size: 2em } p { font-size: 0.5em }", 10),
        ("html { font-size: 10pt } .big { font-size: inherit }", 10),
    ],
)
def test_the_rule_that_says_most_counts_and_the_later_of_two(css: str, size: float) -> None:
    assert styles(css)["c"].font_size == size


def test_what_is_inherited_and_what_is_not() -> None:
    found = styles("p { color: #444; margin: 1pt 2pt 3pt; text-align: center; line-height: 1.5; font-weight: 600 }")
    assert found["d"].color == found["c"].color == (0x44 / 255,) * 3
    assert (found["c"].margin_top, found["c"].margin_right, found["c"].margin_bottom) == (1, 2, 3)
    assert found["d"].margin_top == 0 and found["e"].text_align == "center" and found["e"].font_style
    assert found["c"].leading == 18 and found["f"].leading == 30


def test_variables_reach_what_is_inside() -> None:
    found = styles(".in { padding-left: calc(var(--gap) + 2.5pt); padding-right: var(--gap) }")
    assert (found["g"].padding_left, found["g"].padding_right) == (5.5, 3)


@pytest.mark.parametrize(
    "css",
    [
        "p { float: left }",
        "p { display: flex }",
        "p { font-family: Arial }",
        "p { margin: 1vw }",
        "p { color: red !important }",
        "p { text-align: start }",
        "p { line-height: normal }",
        "p { padding: -1pt }",
        "p { font-size: 0 }",
        "p { font-size: 0.0001pt }",
        "p { font-size: 100em }",
        "p { text-indent: 99999pt }",
        "p { margin: " + "9" * 400 + "pt }",
        "@page :first { margin: 1in 2in }",
        "p { margin: 1pt 2pt 3pt 4pt 5pt }",
        "p::before { color: #000 }",
        "p:hover { color: #000 }",
        "p#one { color: #000 }",
        "p[lang] { color: #000 }",
        "p ~ p { color: #000 }",
        "h1 + p + p { color: #000 }",
        "td { border: 1pt dashed #000 }",
        "@media print { p { color: #000 } }",
        "@import 'other.css';",
        "@page { size: A4 }",
        "@page { margin: 1vw }",
        "@page;",
        "@page { @bottom-center; }",
        "@page { background: #fff }",
        "@page :left { margin: 1in }",
        "@page { @top-center { content: 'x' } }",
        "@page { @bottom-center { content: 'Page ' counter(page) } }",
        "p { color: #000; } }",
    ],
)
def test_what_is_not_set_here_is_refused_when_the_sheet_is_read(css: str) -> None:
    with pytest.raises(Unsettable):
        Sheet(PAGE + css)


def test_pages_by_name_and_the_first() -> None:
    css = "@page { @bottom-center { content: counter(page); font-size: 8pt } }"
    css += "@page :first { @bottom-center { content: none } }"
    pages = Sheet(f"{PAGE}{css} @page turned {{ size: letter landscape; margin: 1in 2in }}").pages
    assert pages["", False].room == (468, 648) and pages["turned", False].room == (792 - 288, 612 - 144)
    assert pages["", True].number is None and pages["turned", False].number is not None
    assert pages["", False].number.font_size == 8  # type: ignore[union-attr]


def test_paragraphs_one_after_the_other_are_of_few_kinds() -> None:
    sheet = Sheet(PAGE + "p + p { text-indent: 1em }")
    body = document_fromstring("<html><body>" + "<p>a</p>" * 500 + "</body></html>").find("body")
    found = [kind for _, kind in sheet.kinds(body, list(body), sheet.root())]
    assert len(set(map(id, found))) == 4  # the first, the one beside it, the last, and the others
    assert [kind.style.text_indent for kind in found[:3]] == [0, 12, 12]


def test_widths_that_no_two_tables_share_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.typeset.sheet.MOST_KINDS", 10)
    sheet = Sheet(PAGE)
    for width in range(50):
        element = document_fromstring(f'<html><body><p style="width: {width}pt">a</p></body></html>').find(".//p")
        assert sheet.kind(element, sheet.root(), None, True, True).style.width == width
        assert len(sheet.root().kids) <= 11
