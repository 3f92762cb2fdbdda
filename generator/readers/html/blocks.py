"""The blocks of a page in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast

from lxml import etree

from generator.document.nodes import (
    Align,
    Block,
    Heading,
    Inlines,
    List,
    ListStyle,
    PageBreak,
    Paragraph,
    Title,
)
from generator.document.normal import LOWEST, NUMBER
from generator.readers.html.elements import expect, only_elements, refuse
from generator.readers.html.inlines import filled, read_inlines, read_words
from generator.readers.html.tables import is_note, read_note, read_table

LIST_STYLES: dict[tuple[str, str | None], ListStyle] = {
    ("ul", "disc"): "bullet",
    ("ol", "1"): "decimal",
    ("ol", "a"): "alpha",
    ("ol", "i"): "roman",
}
RANKS = {"h2": 1, "h3": 2, "h4": 3}
#: Two no-break spaces stand between a heading's number and its words, and nowhere else.
NUMBERED = re.compile(rf"({NUMBER.pattern})\u00a0\u00a0")
#: Whether a list shows marks is a matter of its style.
MARKS = re.compile(r"(?:^|;)\s*list-style-type\s*:\s*([a-z-]+)", re.IGNORECASE)
SIDE = re.compile(r"(?:^|;)\s*text-align\s*:\s*([a-z]+)")


def read_blocks(elements: Sequence[etree._Element]) -> Iterator[Block]:
    """Each element as its block; the paragraphs of notes go to the table before them."""
    at = 0
    while at < len(elements):
        element = elements[at]
        at += 1
        if element.tag == "div" and not _is_around_heading(element):
            end = at
            while end < len(elements) and is_note(elements[end]):
                end += 1
            yield read_table(element, [read_note(note) for note in elements[at:end]])
            at = end
        else:
            yield _read_block(element)


def _read_block(element: etree._Element) -> Block:
    match str(element.tag):
        case "h1":
            return Title(read_inlines(element))
        case "h2" | "h3" | "h4" | "div":
            return _read_heading(element)
        case "p":
            return Paragraph(read_inlines(element), _side(element))
        case "ul" | "ol":
            return _read_list(element)
        case "hr":
            return PageBreak()
        case tag:
            return refuse(f"<{tag}> where a block was due", element)


def _is_around_heading(div: etree._Element) -> bool:
    """Whether a div stands for a level that no heading shows, not for a table's frame."""
    return len(div) > 0 and div[0].tag in ("div", *RANKS)


def _read_heading(element: etree._Element) -> Heading:
    """A heading; its level is its rank and one more for each div around it."""
    skipped = 0
    while element.tag == "div":
        inside = only_elements(element)
        if len(inside) != 1:
            refuse("a div around something else than one heading", element)
        element, skipped = expect(inside[0], "div", *RANKS), skipped + 1
    level = RANKS[str(element.tag)] + skipped
    if level > LOWEST:
        refuse("a heading of a level that ours never have", element)
    text = element.text or ""
    numbered = NUMBERED.match(text)
    number, text = (numbered[1], text[numbered.end() :]) if numbered else ("", text)
    return Heading(level, filled(read_words(text, element), element), number)


def _read_list(element: etree._Element) -> List:
    unmarked = _is_unmarked(element, False)
    kind = (str(element.tag), element.get("type"))
    style = "plain" if unmarked and kind == ("ul", None) else LIST_STYLES.get(kind)
    if style is None or any(_is_unmarked(item, unmarked) != (style == "plain") for item in element):
        refuse("a list with marks that ours never have", element)
    items = tuple(_read_item(item) for item in only_elements(element))
    return List(items, style) if items else refuse("a list without items", element)


def _is_unmarked(element: etree._Element, around: bool) -> bool:
    """Whether a list or item visibly has no marks; `around` says it of the list that an item is in."""
    stated = MARKS.findall(element.get("style") or "")
    return stated[-1].lower() == "none" if stated else around


def _read_item(element: etree._Element) -> Inlines:
    return read_inlines(expect(element, "li"))


def _side(element: etree._Element) -> Align:
    """The side that a paragraph is visibly set to."""
    side = (SIDE.findall(element.get("style") or "") or ["left"])[-1]
    return cast(Align, side) if side != "justify" else "left"
