"""PDFs that a browser printed: what it prints around a page is no words of the document, and nothing else goes."""

from __future__ import annotations

from functools import cache

import pytest
import weasyprint

from generator.document.canonical import shown_text
from generator.document.nodes import Document, Heading, Paragraph, Title
from generator.readers.foreign import read_foreign_pdf
from generator.readers.foreign.pdf_prints import without_browser_lines
from generator.readers.foreign.pdf_words import Word

SENTENCES = [f"Sentence number {at} is of the document and ends on its own page." for at in range(3)]
ADDRESS = "https://www.example.com/funds/oak.htm"
#: What browsers print in the corners of each page: above at the left and the right, below at the left and the right.
CORNERS = {
    "day and title, address and number": ("11/22/26, 6:39 AM", "Oak Trust News", ADDRESS, "{page}/{pages}"),
    "title and address, number and day": ("Oak Trust News", ADDRESS, "{page} of {pages}", "2026-11-22, 18:39"),
    "number above": ("Page {page} of {pages}", "22.11.2026, 18:39", "file:///oak.htm", ""),
}


@cache
def printed(corners: tuple[str, ...], sentences: int = 3) -> bytes:
    boxes = ("@top-left", "@top-right", "@bottom-left", "@bottom-right")
    styles = "".join(f"{box} {{ content: {_content(said)} }}" for box, said in zip(boxes, corners, strict=True))
    pages = "".join(f"<p style='break-after: page'>{sentence}</p>" for sentence in SENTENCES[:sentences])
    html = f"<style>@page {{ size: letter; margin: 1in; {styles} }}</style><h1>OAK TRUST</h1>{pages}"
    return bytes(weasyprint.HTML(string=html).write_pdf())


def _content(said: str) -> str:
    return f'"{said}"'.replace("{pages}", '" counter(pages) "').replace("{page}", '" counter(page) "')


def said(document: Document) -> list[str]:
    return [shown_text(one.children) for one in document.blocks if isinstance(one, Title | Heading | Paragraph)]


@pytest.mark.parametrize("corners", CORNERS.values(), ids=CORNERS)
@pytest.mark.parametrize("count", [1, 3])
def test_what_a_browser_prints_on_every_page_goes(corners: tuple[str, ...], count: int) -> None:
    assert said(read_foreign_pdf(printed(corners, count))) == ["OAK TRUST", *SENTENCES[:count]]


@pytest.mark.parametrize(
    "corners",
    [
        ("", "Oak Trust News", ADDRESS, "{page}/{pages}"),
        ("11/22/26, 6:39 AM", "Oak Trust News", "", "{page}/{pages}"),
        ("11/22/26, 6:39 AM", "Oak Trust News", ADDRESS, "{page}/9"),
        ("11/22/26, 6:39 AM", "Oak Trust News", ADDRESS, ""),
        ("11/22/26, 6:39 AM", "Oak Trust News {page}", ADDRESS, "{page}/{pages}"),
    ],
    ids=["no day", "no address", "another number of pages", "no number", "a header that changes"],
)
def test_a_header_that_may_be_the_filers_stays(corners: tuple[str, ...]) -> None:
    assert "Oak Trust News" in " ".join(said(read_foreign_pdf(printed(corners))))


def test_a_page_without_words_keeps_all() -> None:
    pages = [[Word("1/2", 500, 520, 20, 30)], []]
    assert without_browser_lines(pages) == pages
