"""HTML documents that somebody else wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.document.nodes import Document
from generator.readers.foreign.assembly import document_of
from generator.readers.foreign.decoding import decode
from generator.readers.foreign.markup import html_pieces
from generator.readers.foreign.pieces import Passage, Piece
from generator.readers.foreign.runs import is_strong
from generator.readers.foreign.submission import primary_document


def read_foreign_html(data: bytes) -> Document:
    """The document of an HTML file as a browser shows it, in normal form, every word in its order.

    UnreadableFile where the bytes are empty, binary, no document, or tags beyond all measure.
    """
    pieces, size = html_pieces(primary_document(decode(data)))
    return document_of(list(_as_set(pieces, size)))


def _as_set(pieces: Sequence[Piece], body_size: float) -> Iterator[Piece]:
    """The pieces with what their look says: larger, bold or centred passages are set like titles."""
    for piece in pieces:
        if isinstance(piece, Passage):
            larger = piece.size > body_size + 1
            display = is_strong(piece.words) or larger or piece.align == "center"
            yield replace(piece, display=display, apart=piece.apart or larger)
        else:
            yield piece
