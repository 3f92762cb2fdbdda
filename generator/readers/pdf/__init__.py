"""PDF: a file in our form as the document that it shows, from its tag tree and nothing else."""

from __future__ import annotations

from generator.document.nodes import Document
from generator.readers.pdf.blocks import document_of
from generator.readers.pdf.dump import print_tags
from generator.readers.pdf.file import opened
from generator.readers.pdf.tree import tag_tree

__all__ = ["dump_tags", "read_pdf"]


def read_pdf(data: bytes) -> Document:
    """The document that a file shows: `read_pdf(write_pdf(d)) == carried(d, PDF)` for every normal document.

    Raises UnreadableFile where the bytes are no whole, open PDF, and NotHouseForm where it is not tagged as
    our writer tags.
    """
    with opened(data) as pdf:
        return document_of(tag_tree(pdf))


def dump_tags(data: bytes) -> str:
    """The tag tree as text: a line for each element, with its words, its scope, headers or numbering.

    Raises what `read_pdf` raises.
    """
    with opened(data) as pdf:
        return print_tags(tag_tree(pdf, closely=True))
