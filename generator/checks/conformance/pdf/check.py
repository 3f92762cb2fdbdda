"""What EDGAR would say of a PDF copy, and what a screen reader would miss in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.checks.conformance.pdf.bounds import excess
from generator.checks.conformance.pdf.content import Shown, shown_on
from generator.checks.conformance.pdf.file import PdfFile, read_pdf
from generator.checks.conformance.pdf.fonts import check_fonts
from generator.checks.conformance.pdf.metadata import check_metadata, is_tagged
from generator.checks.conformance.pdf.objects import Object
from generator.checks.conformance.pdf.outline import check_figures, check_headings, check_lists
from generator.checks.conformance.pdf.pages import Page, pages
from generator.checks.conformance.pdf.restrictions import (
    check_annotations,
    check_catalog,
    check_objects,
    check_outline_actions,
)
from generator.checks.conformance.pdf.rules import PDF_RULES
from generator.checks.conformance.pdf.structure import structure_tree
from generator.checks.conformance.pdf.tables import check_tables
from generator.checks.conformance.rules import Finding
from generator.diagnostics import Span

#: The tags of Tables 5-3 and 5-4.
_SGML = re.compile(r"</?(?:PAGE|R|MODULE|SEGMENTS?|TABLE|CAPTION|S|C|FN|F[1-9][0-9]?|TEXT|DOCUMENT)>", re.IGNORECASE)


def check_pdf(data: bytes, words: str | None = None) -> Iterator[Finding]:
    """Every breach of section 5.2.3 and of accessibility. The line of a finding is the number of the page.

    An engine reads the words of the pages, unless `words` are known to be these and break no rule: to read them is
    more than a quarter of the work.
    """
    pdf = read_pdf(data)
    catalog = pdf.dictionary(pdf.trailer.get("Root"))
    if pdf.get(pdf.trailer.get("Encrypt")) is not None:
        yield Finding(PDF_RULES["pdf.security"], "the file is encrypted; nothing else in it was checked")
        return
    leaves = pages(pdf, catalog)
    if told := excess(data, pdf):
        yield Finding(PDF_RULES["pdf.opens"], f"the file is not opened: {told}")
        return
    known = words is not None and not _SGML.search(words)
    texts = [] if known else _texts(data)
    if texts is None or not leaves:
        yield Finding(PDF_RULES["pdf.opens"], "the file does not open as a PDF with pages")
        return
    yield from check_catalog(pdf, catalog)
    yield from check_outline_actions(pdf, catalog)
    yield from check_objects(pdf)
    for page in leaves:
        yield from check_annotations(pdf, page)
    yield from check_words(texts)
    yield from check_metadata(pdf, catalog)
    yield from check_fonts(pdf, leaves)
    yield from check_tags(pdf, catalog, leaves)


def check_words(texts: list[str]) -> Iterator[Finding]:
    """ASCII tags in the words of each page (5.2.3.4)."""
    for number, text in enumerate(texts, 1):
        if found := _SGML.search(text):
            said = f"the page says {found.group()}"
            yield Finding(PDF_RULES["pdf.sgml"], said, Span(number, 1, number, 1))


def check_tags(pdf: PdfFile, catalog: dict[str, Object], leaves: list[Page]) -> Iterator[Finding]:
    """What the pages show against what the structure tree says of it."""
    shown = [shown_on(pdf, page) for page in leaves]
    if not any(page.has_text or page.undecoded for page in shown):
        yield Finding(PDF_RULES["pdf.text"], "no page holds text")
    for page, content in zip(leaves, shown, strict=True):
        if content.undecoded:
            yield page.finding(PDF_RULES["pdf.readable"], "content of the page cannot be decoded")
    if not is_tagged(pdf, catalog):
        yield Finding(PDF_RULES["pdf.tagged"], "the file is not tagged")
        return
    tree = structure_tree(pdf, catalog, {page.key: page.number for page in leaves})
    for page, content in zip(leaves, shown, strict=True):
        yield from _untagged(page, content, tree.mcids.get(page.key, set()))
    yield from check_headings(tree.root)
    yield from check_lists(tree.root)
    yield from check_figures(pdf, tree.root)
    yield from check_tables(pdf, tree.root)


def _untagged(page: Page, content: Shown, tagged: set[int]) -> Iterator[Finding]:
    lost = content.untagged + len(content.mcids - tagged)
    if lost:
        runs = "1 run" if lost == 1 else f"{lost} runs"
        said = f"{runs} of text on the page neither belong to the structure tree nor are artifacts"
        yield page.finding(PDF_RULES["pdf.untagged_content"], said)


def _texts(data: bytes) -> list[str] | None:
    """The words of each page as a PDF engine reads them; None where it cannot open the file."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return None
    try:
        return [_text(page) for page in document] or None
    except pypdfium2.PdfiumError:
        return None
    finally:
        document.close()


def _text(page: Any) -> str:
    words = page.get_textpage()
    try:
        return str(words.get_text_range())
    finally:
        words.close()
        page.close()
