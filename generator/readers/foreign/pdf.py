"""PDF documents that somebody else wrote: what the pages show, by where it stands."""

from __future__ import annotations

from generator.document.nodes import Document
from generator.errors import UnreadableFile
from generator.readers.foreign.assembly import document_of
from generator.readers.foreign.decoding import LARGEST
from generator.readers.foreign.pdf_lines import laid_out
from generator.readers.foreign.pdf_prints import without_browser_lines
from generator.readers.foreign.pdf_words import page_words
from generator.readers.foreign.text import line_pieces


def read_foreign_pdf(data: bytes) -> Document:
    """The document of a PDF without our tags, in normal form, its words from top to bottom and left to right.

    UnreadableFile where the bytes are damaged, encrypted or show no text.
    """
    if len(data) > LARGEST:
        raise UnreadableFile(f"the file is larger than {LARGEST >> 20} MB", "give one supplement, not an archive")
    lines, width = laid_out(without_browser_lines(list(page_words(data))))
    if not lines:
        raise UnreadableFile("the PDF has no text", "a scanned image has to be read by a person")
    return document_of(list(line_pieces(lines, width)))
