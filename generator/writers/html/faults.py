"""The words that an HTML file cannot hold."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.nodes import Block, Document, Emphasis, Field, Inlines, NoteRef, Strong, Text
from generator.document.words import runs_of
from generator.errors import Fault
from generator.patterns import late

#: Controls, halves of a pair, and code points that are no characters. A browser shows `&#128;` to `&#159;` as
#: other characters (the Windows ones), and drops or replaces the rest.
UNHELD = late(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)


def html_faults(document: Document) -> list[Fault]:
    """Everything in a document that HTML cannot show, in reading order; empty when it can be written."""
    title = [*_in_words(0, "", document.title)]
    return title + [fault for at, block in enumerate(document.blocks) for fault in _in_block(at, block)]


def _in_block(at: int, block: Block) -> Iterator[Fault]:
    for words in runs_of(block):
        yield from _in_inlines(at, words)


def _in_inlines(at: int, words: Inlines) -> Iterator[Fault]:
    for child in words:
        match child:
            case Text(text):
                yield from _in_words(at, "", text)
            case Field(path=path, shown=shown):
                yield from _in_words(at, path, shown)
            case Strong(inner) | Emphasis(inner):
                yield from _in_inlines(at, inner)
            case NoteRef(marker):
                message = f"the mark {marker} of a note does not stand at the end of a table's cell"
                yield Fault(at, "", message, "put the mark at the end of a cell of the table that has the note")
            case _:
                pass


def _in_words(at: int, path: str, text: str) -> Iterator[Fault]:
    """One fault for each character; none of them is printable, which is quicker to ask."""
    if text.isprintable():
        return
    for character in dict.fromkeys(UNHELD.findall(text)):
        message = f"the character U+{ord(character):04X} cannot stand in an HTML file"
        yield Fault(at, path, message, "take the character out; it is not visible")
