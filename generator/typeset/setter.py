"""A page of HTML and its style sheet as a PDF: from elements to strips, from strips to pages, from pages to a file."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from generator.patterns import late
from generator.typeset import Unsettable
from generator.typeset.file import Said, written
from generator.typeset.flow import strips_of
from generator.typeset.pages import pages_of
from generator.typeset.sheet import Sheet

#: How a page states its date.
_DATED = late(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")

#: Names of attributes that may make a difference which is not made here, such as `hidden` and `dir`.
_UNKNOWN = (
    "//@*[not(contains(' class style colspan rowspan scope id ', concat(' ', name(), ' '))"
    " or starts-with(name(), 'data-') or (name() = 'lang' and parent::html) or parent::meta)]"
)


def set_page(html: str, css: str) -> bytes:
    """The PDF of a page of HTML, tagged as PDF/UA-1 asks; the same bytes for the same page, always.

    Raises Unsettable where the page or its sheet asks for what is not set here.
    """
    root = _parsed(html)
    head, body = root.find("head"), root.find("body")
    if head is None or body is None or any(element.tag not in ("meta", "title") for element in head):
        raise Unsettable("a page with more in its head than what it says of itself")
    if unknown := root.xpath(_UNKNOWN):
        raise Unsettable(f"the attribute {unknown[0].attrname}")
    sheet = _sheet(css)
    above = sheet.kind(root, sheet.root(), None, True, True)
    if above.style != sheet.usual:
        raise Unsettable("a page whose root has a style of its own")
    strips = strips_of(body, sheet.kind(body, above, None, False, True), sheet)
    pages = pages_of(strips, sheet.pages)
    return written(pages, body, _said(root, head))


def _parsed(html: str) -> Any:
    """The page's elements, comments left out."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    try:
        return document_fromstring(html, parser=HTMLParser(remove_comments=True, remove_pis=True))
    except ParserError:
        raise Unsettable("a page without anything") from None


@lru_cache(maxsize=8)
def _sheet(css: str) -> Sheet:
    """The rules of a style sheet, read once a process."""
    return Sheet(css)


def _said(root: Any, head: Any) -> Said:
    stated = {element.get("name"): element.get("content") for element in head.findall("meta")}
    title, language, dated = head.findtext("title"), root.get("lang"), stated.get("dcterms.created")
    if not title or not language or not _DATED.fullmatch(dated or ""):
        raise Unsettable("a page without a title, a language or a date")
    return Said(" ".join(title.split()), language, str(dated))
