"""The tag tree as blocks. Strict: what our writer never tags so is refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from generator.document.labels import item_labels
from generator.document.nodes import Block, Document, Heading, List, ListStyle, PageBreak, Paragraph, Title
from generator.document.normal import LOWEST
from generator.errors import NotHouseForm
from generator.readers.pdf.tables import note_of, table_of
from generator.readers.pdf.tree import Element
from generator.readers.pdf.words import label_of, text_inlines

RANKS = {"H2": 1, "H3": 2, "H4": 3}


def document_of(root: Element) -> Document:
    """The blocks of all sections, a page break between two. Raises NotHouseForm."""
    if root.tag != "Document" or any(section.tag not in ("Sect", "") for section in root.kids):
        raise NotHouseForm("the tag tree is not a document in sections")
    blocks: list[Block] = []
    for at, section in enumerate(root.kids):
        if at:
            blocks.append(PageBreak())
        blocks.extend(_blocks(section))
    return Document(tuple(blocks))


def _blocks(section: Element) -> Iterator[Block]:
    at = 0
    while at < len(section.kids):
        element = section.kids[at]
        at += 1
        if element.tag == "Table":
            end = at
            while end < len(section.kids) and section.kids[end].tag == "Note":
                end += 1
            yield table_of(element, tuple(note_of(note) for note in section.kids[at:end]))
            at = end
        else:
            yield from _block(element)


def _block(element: Element) -> Iterator[Block]:
    match element.tag:
        case "Div" if element.kids and element.kids[0].tag == "H1":
            yield from _titles(element)
        case "P":
            yield Paragraph(text_inlines(element))
        case "H2" | "H3" | "H4" | "Div":
            yield _heading(element)
        case "L":
            yield _list(element)
        case tag:
            raise NotHouseForm(f"a {tag or 'block without text'} stands where a block belongs")


def _titles(element: Element) -> Iterator[Title]:
    if [kid.tag for kid in element.kids] != ["H1", *["P"] * (len(element.kids) - 1)]:
        raise NotHouseForm("a Div is not a block of titles")
    for line in element.kids:
        yield Title(text_inlines(line))


def _heading(element: Element) -> Heading:
    """A heading; its level is its rank and one more for each Div around it. Raises NotHouseForm."""
    skipped, number = 0, ""
    while element.tag == "Div" and len(element.kids) == 1:
        element, skipped = element.kids[0], skipped + 1
    if element.tag not in RANKS:
        raise NotHouseForm("a Div is not a block of titles, nor around a heading")
    level = RANKS[element.tag] + skipped
    if level > LOWEST:
        raise NotHouseForm("a heading is of a level that ours never have")
    if element.kids and element.kids[0].tag == "Lbl":
        number = label_of(element.kids[0])
        element = Element(element.tag, kids=element.kids[1:])
    return Heading(level, text_inlines(element), number)


def _list(element: Element) -> List:
    """Items under the labels that some style gives them; without labels, lines."""
    if element.kids and all([part.tag for part in item.kids] == ["LBody"] for item in element.kids):
        return List(tuple(text_inlines(item.kids[0]) for item in element.kids), "plain")
    if any([part.tag for part in item.kids] != ["Lbl", "LBody"] for item in element.kids):
        raise NotHouseForm("an item is not a label and its words")
    labels = [label_of(item.kids[0]) for item in element.kids]
    styles: tuple[ListStyle, ...] = get_args(ListStyle)
    for style in styles:
        if labels == item_labels(style, len(labels)):
            return List(tuple(text_inlines(item.kids[1]) for item in element.kids), style)
    raise NotHouseForm(f"the labels of a list are in no order: {', '.join(labels)}")
