"""What a redline and a document say, in one form: the measure that redlines are held to."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.compare.redline.changes import (
    PARAGRAPH_END,
    STANDS,
    Entry,
    Pieces,
    Redline,
    Side,
    TableChange,
    Word,
    text_of,
)
from generator.document.canonical import canonical_text, shown_text
from generator.document.labels import item_labels
from generator.document.nodes import Block, Document, Heading, Inlines, List, PageBreak, Paragraph, Table, Title

#: The words of a unit: of a passage, an item's behind its label, or of a table's caption, of its cells row by row, and
#: of its notes.
Said = str | tuple[str, tuple[tuple[str, ...], ...], tuple[str, ...]]


def said_on(redline: Redline, side: Side) -> tuple[Said, ...]:
    """What one side says: the old one with every change rejected, the new one with every change accepted."""
    return tuple(said for entry in redline.entries if side in STANDS[entry.status] for said in _of_entry(entry, side))


def said_by(document: Document) -> tuple[Said, ...]:
    """What a document says, unit by unit, straight from its tree."""
    return tuple(said for block in document.blocks for said in _of_block(block))


def side_words(pieces: Pieces, side: Side) -> Iterator[Word]:
    """The words of one side of some pieces."""
    for piece in pieces:
        yield from piece.old if side == "old" else piece.new


def side_text(pieces: Pieces, side: Side) -> str:
    """The text of one side of some pieces."""
    return "".join([text_of(piece.old if side == "old" else piece.new) for piece in pieces])


def _of_entry(entry: Entry, side: Side) -> Iterator[Said]:
    """A table, or the paragraphs of a passage: more than one where one was split or some were joined."""
    if isinstance(entry, TableChange):
        yield _composed(side_text(entry.caption, side)), _grid(entry, side), _notes(entry, side)
        return
    label, paragraph = side_text(entry.label, side), list[Word]()
    for word in side_words(entry.pieces, side):
        if word.key == PARAGRAPH_END.key:
            yield _labelled(label, text_of(tuple(paragraph)))
            label, paragraph = word.text.removeprefix(PARAGRAPH_END.text).lstrip(), []
        else:
            paragraph.append(word if paragraph else word._replace(before=""))
    yield _labelled(label, text_of(tuple(paragraph)))


def _labelled(label: str, words: str) -> str:
    return _composed(f"{label} {words}" if label and words else label or words)


def _grid(table: TableChange, side: Side) -> tuple[tuple[str, ...], ...]:
    """The cells of the rows and columns that stand on a side."""
    grid = [
        tuple(
            _composed(side_text(cell, side))
            for cell, column in zip(row.cells, table.columns, strict=True)
            if side in STANDS[column]
        )
        for row in table.rows
        if side in STANDS[row.status]
    ]
    return tuple(grid)


def _notes(table: TableChange, side: Side) -> tuple[str, ...]:
    return tuple(_composed(side_text(note.pieces, side)) for note in table.notes if side in STANDS[note.status])


def _of_block(block: Block) -> Iterator[Said]:
    match block:
        case Heading(_, children, number):
            yield canonical_text(f"{number} {_text(children)}")
        case Title(children) | Paragraph(children):
            yield _text(children)
        case List(items, style):
            labels = item_labels(style, len(items))
            yield from (canonical_text(f"{label} {_text(item)}") for label, item in zip(labels, items, strict=True))
        case Table(head, rows, caption, notes):
            grid = tuple(tuple(map(_text, row)) for row in ((head, *rows) if head else rows))
            yield _text(caption), grid, tuple(canonical_text(f"{n.marker} {_text(n.children)}") for n in notes)
        case PageBreak():
            pass


def _text(children: Inlines) -> str:
    return canonical_text(shown_text(children))


def _composed(text: str) -> str:
    """The text in NFC: an accent may stand in another run of words than its letter."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
