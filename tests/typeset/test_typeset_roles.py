"""Every property of every kind of element: set as WeasyPrint sets it, or left to WeasyPrint, and nothing between."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.document.specimen import SPECIMEN
from generator.typeset import Unsettable
from generator.typeset.setter import set_page
from generator.typeset.values import ONE_WAY, READERS, SIDES
from generator.writers.pdf.layout import sections
from generator.writers.pdf.looks import pdf_frame, print_css
from tests.typeset.beside import difference

HTML = pdf_frame().render(title="A title", dated="2025-05-01T00:00:00Z", sections=sections(SPECIMEN))
ROLES = (
    "html", "body", "section", ".titles", ".titles h1", "h2", "p", ".center", ".exhibit", ".list", ".item", ".note",
    "table", "caption", "colgroup", "col", "thead", "tbody", "tr", ".total", "th", "td", ".group", "tbody td",
    "b", "i", "sup", "span", ".label", ".number", ".word",
)  # fmt: skip
VALUES = {
    "font-family": ['"Source Serif Pro"'], "font-size": ["13pt"], "font-weight": ["bold", "400"],
    "font-style": ["italic"], "font-variant-numeric": ["proportional-nums"],
    "font-variant-ligatures": ["no-common-ligatures"], "line-height": ["30pt", "0.5"], "color": ["#c00"],
    "text-align": ["right", "center"], "text-indent": ["20pt"], "white-space": ["nowrap"],
    "overflow-wrap": ["normal"], "orphans": ["3"], "widows": ["3"],
    "vertical-align": ["top", "middle", "bottom", "baseline", "4pt", "-3pt"], "width": ["100%", "100pt", "auto"],
    "min-width": ["60pt"], "display": ["block", "inline", "inline-block", "table-row-group", "table-cell"],
    "break-before": ["avoid", "page"], "break-after": ["avoid", "page"], "break-inside": ["avoid", "auto"],
    "border-spacing": ["1pt"], "table-layout": ["fixed"],
    **{f"margin-{side}": ["20pt", "auto"] for side in SIDES},
    **{f"padding-{side}": ["10pt"] for side in SIDES},
    **{f"border-{side}": ["2pt solid #000", "0pt solid #000"] for side in SIDES},
}  # fmt: skip
#: A page of another kind ends for WeasyPrint only where one of a third kind begins; here as CSS Paged Media 3 has it.
LEFT_OUT = {"page", *ONE_WAY}


def is_set(css: str) -> bool:
    """Whether a sheet asks for nothing that is not set here."""
    try:
        set_page(HTML, css)
    except Unsettable:
        return False
    return True


def test_no_property_is_forgotten() -> None:
    assert {*VALUES, *LEFT_OUT} == set(READERS)


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in VALUES.items() for value in values])
def test_a_property_is_set_as_weasyprint_sets_it_or_refused(tmp_path: Path, name: str, value: str) -> None:
    sheets: list[str] = []  # each with all rules that are set here beside one another
    for rule in (f"\n{role} {{ {name}: {value} }}" for role in ROLES):
        if is_set(print_css() + rule):
            together = bool(sheets) and is_set(sheets[-1] + rule)
            sheets[-1:] = [sheets[-1] + rule] if together else [*sheets[-1:], print_css() + rule]
    found = {}
    for at, css in enumerate(sheets):
        folder = tmp_path / str(at)
        folder.mkdir()
        found[css.removeprefix(print_css())] = difference(HTML, css, folder)
    assert {css: what for css, what in found.items() if what} == {}


@pytest.mark.parametrize(
    "rule",
    [
        "td, th { border: 0.4pt solid #000 }",
        "td { border-left: 1pt solid #000 }",
        ".label { width: 40pt }",
        ".label { min-width: 30pt; text-align: right }",
        ".label { margin-right: 12pt }",
        ".number { margin-right: 12pt }",
        "b { border-bottom: 1pt solid #000 }",
        "sup { vertical-align: top }",
        "b { vertical-align: middle }",
        "table { margin: 0 20pt 6pt }",
        "table { padding: 4pt }",
        "table { page: turned }",
        "table { width: auto }",
        "caption { margin-bottom: 12pt }",
        "caption { border-bottom: 1pt solid #000 }",
        "html { margin: 20pt }",
        "html { border-top: 1pt solid #000 }",
        "tr.total { break-before: avoid }",
        "tr { break-inside: auto }",
        "tbody { break-inside: avoid }",
        "tbody td { vertical-align: baseline }",
        "p { width: 100pt }",
        "h2 { vertical-align: 4pt }",
        "br { font-size: 30pt }",
    ],
)
def test_what_an_element_does_not_read_is_left_to_weasyprint(rule: str) -> None:
    html = HTML.replace("Second page", "Second<br>page")
    assert set_page(html, print_css())
    with pytest.raises(Unsettable):
        set_page(html, f"{print_css()}\n{rule}")
