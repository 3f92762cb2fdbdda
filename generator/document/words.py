"""The words of a document, run by run: what everybody looks through who asks what a document says, not where."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.canonical import shown_text
from generator.document.figures import without_markers
from generator.document.nodes import Block, Document, Heading, Inlines, List, PageBreak, Paragraph, Table, Title


def runs_of(block: Block) -> Iterator[Inlines]:
    """The runs of words of a block in order, cells without the marks at their ends."""
    match block:
        case Title(children) | Heading(children=children) | Paragraph(children):
            yield children
        case List(items):
            yield from items
        case Table(head, rows, caption, notes):
            yield caption
            for row in (head, *rows):
                yield from map(without_markers, row)
            yield from (note.children for note in notes)
        case PageBreak():
            pass


def plain_words(document: Document) -> str:
    """All words of a document, a line a run."""
    return "\n".join(shown_text(run) for block in document.blocks for run in runs_of(block))
