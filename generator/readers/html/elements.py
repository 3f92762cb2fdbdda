"""What the grammar asks of an element, and the refusal when it gets another."""

from __future__ import annotations

from typing import NoReturn, cast

from lxml import etree

from generator.errors import NotHouseForm

#: What HTML takes for blanks; a no-break space is none of them.
BLANKS = " \n"


def refuse(message: str, at: etree._Element) -> NoReturn:
    """Raises NotHouseForm for the line where an element begins."""
    raise NotHouseForm(message, cast(int, at.sourceline))


def expect(element: etree._Element, *tags: str) -> etree._Element:
    """The element, when it is one of these."""
    if element.tag not in tags:
        refuse(f"<{element.tag!s}> where {' or '.join(f'<{tag}>' for tag in tags)} was due", element)
    return element


def only_elements(element: etree._Element) -> list[etree._Element]:
    """The elements in one that holds no words of its own."""
    inner = list(element)
    for words in (element.text, *(child.tail for child in inner)):
        if words and words.strip(BLANKS):
            refuse(f"words directly in <{element.tag!s}>: {words.strip(BLANKS)[:40]!r}", element)
    return inner
