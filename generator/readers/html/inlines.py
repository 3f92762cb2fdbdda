"""The words inside of a block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from generator.document.canonical import canonical_inlines
from generator.document.nodes import Break, Emphasis, Inline, Inlines, NoteRef, Strong, Text
from generator.readers.html.elements import expect, refuse


def read_inlines(element: etree._Element, *, marks: bool = False) -> Inlines:
    """The words of an element, which has some; marks of notes only where they may stand."""
    return filled(read_words(element.text, element, marks=marks), element)


def read_words(text: str | None, children: Iterable[etree._Element], *, marks: bool = False) -> Inlines:
    """The words of a text and the elements after it."""
    return canonical_inlines(_parts(text, children, marks))


def filled(words: Inlines, element: etree._Element) -> Inlines:
    """The words, of which there must be some."""
    return words or refuse(f"<{element.tag!s}> without words", element)


def read_label(element: etree._Element) -> str:
    """The text of an element that holds nothing else."""
    if len(element):
        refuse(f"<{element[0].tag!s}> in <{element.tag!s}>", element)
    return element.text or ""


def _parts(text: str | None, children: Iterable[etree._Element], marks: bool) -> Iterator[Inline]:
    if text:
        yield Text(text)
    for child in children:
        match child.tag:
            case "b":
                yield Strong(tuple(_parts(child.text, child, False)))
            case "i":
                yield Emphasis(tuple(_parts(child.text, child, False)))
            case "br":
                yield Break()
            case "sup" if marks:
                yield _mark(child)
            case _:
                refuse(f"<{child.tag!s}> among words", child)
        if child.tail:
            yield Text(child.tail)


def _mark(sup: etree._Element) -> NoteRef:
    """The marker in a superscript that holds a link and nothing else."""
    if sup.text or len(sup) != 1 or sup[0].tail:
        refuse("a superscript that is no mark of a note", sup)
    return NoteRef(read_label(expect(sup[0], "a")))
