"""Our own EDGAR HTML, read back from what it shows."""

from __future__ import annotations

from generator.document.nodes import Document
from generator.readers.html.blocks import read_blocks
from generator.readers.html.elements import expect, only_elements, refuse
from generator.readers.html.inlines import read_label
from generator.readers.html.source import parse_source

__all__ = ["read_html"]


def read_html(text: str) -> Document:
    """The document that a file of ours shows: `read_html(write_html(d)) == carried(d, HTML)` for every normal `d`.

    Only visible words and the tags around them count: no name of an anchor, and of a style only what sets a
    paragraph to a side. Raises NotHouseForm, with the line, for anything that our writer does not write.
    """
    root = expect(parse_source(text), "html")
    parts = only_elements(root)
    if [part.tag for part in parts] != ["head", "body"]:
        refuse("a page is a head and a body", root)
    head, body = parts
    for element in only_elements(head):
        read_label(expect(element, "meta", "title"))
    return Document(tuple(read_blocks(only_elements(body))))
