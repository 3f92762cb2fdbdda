"""Documents in EDGAR's text form that somebody else wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.document.nodes import Document
from generator.readers.foreign.assembly import document_of
from generator.readers.foreign.decoding import decode
from generator.readers.foreign.pieces import Piece
from generator.readers.foreign.submission import primary_document
from generator.readers.foreign.text_lines import blocks_of, stretches
from generator.readers.foreign.text_passages import WIDTH, passages_of
from generator.readers.foreign.text_tables import is_tabular, table_pieces


def read_foreign_text(data: bytes) -> Document:
    """The document of an ASCII file, in normal form, every word in its order.

    UnreadableFile where the bytes are empty, binary or without a word. Why: EDGAR text from before 2001, and
    much after it, is laid out by hand; only its layout says what a line is.
    """
    return document_of(list(text_pieces(primary_document(decode(data)))))


def text_pieces(text: str) -> Iterator[Piece]:
    """The passages and tables that the lines of a document show."""
    for stretch in stretches(text):
        if stretch.tabular:
            yield from table_pieces(stretch.lines)
            continue
        yield from line_pieces(stretch.lines)


def line_pieces(lines: Sequence[str], width: int = WIDTH) -> Iterator[Piece]:
    """The passages and untagged tables that lines of a page show."""
    for block in blocks_of(lines):
        yield from table_pieces(block, width) if is_tabular(block) else passages_of(block, width)
