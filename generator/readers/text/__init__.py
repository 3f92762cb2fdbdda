"""EDGAR text in the house form, read back to its tree."""

from __future__ import annotations

from generator.document.nodes import Block, Document, PageBreak, Paragraph, Title
from generator.document.normal import read_as_one
from generator.errors import NotHouseForm
from generator.readers.text.chunks import TABLE, Chunk, chunks_of
from generator.readers.text.narrative import (
    is_heading,
    is_item,
    is_plain,
    read_heading,
    read_list,
    read_paragraph,
    read_plain,
)
from generator.readers.text.table import read_table

_PAGE = ["<PAGE>"]


def read_text(text: str) -> Document:
    """The document that a file of our text writer shows.

    Raises NotHouseForm, with the line, for whatever that writer would not have written.
    """
    chunks = chunks_of(text)
    blocks: list[Block] = []
    at = 0
    while at < len(chunks):
        block, after = _read_block(chunks, at, blocks)
        _check_order(block, blocks, chunks[at].number)
        blocks.append(block)
        at = after
    return Document(tuple(blocks))


def _read_block(chunks: list[Chunk], at: int, before: list[Block]) -> tuple[Block, int]:
    """The block that begins at a chunk, and where the chunks behind it begin."""
    chunk = chunks[at]
    if chunk.lines[0] == TABLE:
        return read_table(chunk), at + 1
    if chunk.lines == _PAGE:
        return PageBreak(), at + 1
    if is_heading(chunk):
        return read_heading(chunk), at + 1
    if is_item(chunk):
        return read_list(chunks, at)
    if is_plain(chunk):
        return read_plain(chunk), at + 1
    paragraph = read_paragraph(chunk)
    if paragraph.align == "center" and _leads(before):
        return Title(paragraph.children), at + 1
    return paragraph, at + 1


def _leads(before: list[Block]) -> bool:
    """Whether the blocks so far are legends, or legends and titles: what is centred next is a title."""
    last = before[-1] if before else None
    return isinstance(last, Title) or all(isinstance(b, Paragraph) and b.align == "right" for b in before)


def _check_order(block: Block, before: list[Block], number: int) -> None:
    """NotHouseForm for a body without a title above it, and for a list that the one before it would contain."""
    legend = isinstance(block, Paragraph) and block.align == "right"
    if not (legend or isinstance(block, Title)) and not any(isinstance(b, Title) for b in before):
        raise NotHouseForm("the document does not begin with a title", number)
    if read_as_one(before[-1] if before else None, block):
        raise NotHouseForm("the marks of a list do not follow one another", number)
