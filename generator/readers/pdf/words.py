"""The words of an element: a blank between any two runs of text, except inside of a word."""

from __future__ import annotations

from generator.document.canonical import canonical_text
from generator.document.nodes import Inlines, NoteRef, Text
from generator.errors import NotHouseForm
from generator.readers.pdf.tree import Element


def text_inlines(element: Element) -> Inlines:
    """The words of an element that holds runs of text and words only, and has some. Raises NotHouseForm."""
    text = _words(element.kids, element.tag)
    if not text:
        raise NotHouseForm(f"a {element.tag} has no words")
    return (Text(text),)


def cell_inlines(element: Element) -> Inlines:
    """The words of a cell, if it has any, and the marks of notes after them. Raises NotHouseForm."""
    marks = [kid for kid in element.kids if kid.tag == "Reference"]
    text = _words(element.kids[: len(element.kids) - len(marks)], element.tag)
    return (*([Text(text)] if text else []), *(NoteRef(label_of(mark)) for mark in marks))


def label_of(element: Element) -> str:
    """A label or a mark: one word. Raises NotHouseForm."""
    if any(kid.tag != "Span" or kid.kids for kid in element.kids):
        raise NotHouseForm(f"a {element.tag} holds something other than text")
    return "".join("".join(kid.text.split()) for kid in element.kids)


def _words(runs: list[Element], inside: str) -> str:
    for run in runs:
        if run.tag != "Span":
            raise NotHouseForm(f"{f'a {run.tag}' if run.tag else 'an element without text'} stands in a {inside}")
    return canonical_text(" ".join(label_of(run) if run.kids else run.text for run in runs))
