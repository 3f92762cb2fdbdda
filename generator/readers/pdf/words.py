"""The words of an element: a blank between any two runs of text, except inside of a word."""

from __future__ import annotations

from generator.document.canonical import canonical_text
from generator.document.nodes import Inlines, NoteRef, Text
from generator.errors import NotHouseForm
from generator.readers.pdf.tree import Element


def words_of(element: Element) -> str:
    """The words of an element that holds runs of text and words only. Raises NotHouseForm."""
    return canonical_text(" ".join(_run(kid, element.tag) for kid in element.kids))


def inlines_of(element: Element) -> Inlines:
    """The words of a cell and the marks of notes after them. Raises NotHouseForm."""
    marks = [kid for kid in element.kids if kid.tag == "Reference"]
    texts = element.kids[: len(element.kids) - len(marks)]
    text = canonical_text(" ".join(_run(kid, element.tag) for kid in texts))
    return (*([Text(text)] if text else []), *(NoteRef(words_of(mark)) for mark in marks))


def text_inlines(element: Element) -> Inlines:
    """The words of an element, which must have some."""
    text = words_of(element)
    if not text:
        raise NotHouseForm(f"a {element.tag} has no words")
    return (Text(text),)


def _run(element: Element, inside: str) -> str:
    """A run of text, or a word that is in several runs."""
    if element.tag != "Span":
        raise NotHouseForm(f"a {element.tag or 'element without text'} stands in a {inside}")
    if not element.kids:
        return element.text
    if any(kid.tag != "Span" or kid.kids for kid in element.kids):
        raise NotHouseForm("a word holds something other than text")
    return "".join(kid.text.strip() for kid in element.kids)
