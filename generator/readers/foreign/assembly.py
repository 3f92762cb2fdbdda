"""The document, from pieces: the legend, the titles, then every piece as the block that it is."""

from __future__ import annotations

from collections.abc import Sequence

from generator.document.canonical import shown_text
from generator.document.nodes import Block, Document, Paragraph, Title
from generator.errors import UnreadableFile
from generator.readers.foreign.furniture import without_furniture
from generator.readers.foreign.headings import Levels, is_heading, is_running, opening_length
from generator.readers.foreign.leading import with_leading_mark, with_lone_marks, with_mark_in_words
from generator.readers.foreign.lists import lines_in, list_at
from generator.readers.foreign.mending import mended
from generator.readers.foreign.notes import table_with_notes
from generator.readers.foreign.pieces import Grid, Passage, Piece
from generator.readers.foreign.runs import without_refs, without_strong

#: How many passages below a table are looked at for its notes.
_MOST_NOTES = 100


def document_of(pieces: Sequence[Piece]) -> Document:
    """The document that pieces show, in normal form, with their words in their order.

    UnreadableFile where there is no word. What cannot be classified is a paragraph in its place.
    """
    content = with_lone_marks(without_furniture(pieces))
    if not any(isinstance(piece, Grid) or shown_text(piece.words).strip() for piece in content):
        raise UnreadableFile("the file has no text", "a scanned image has to be read by a person")
    legend = _legend_length(content)
    opening = legend + opening_length(content[legend:])
    blocks: list[Block] = [_paragraph(piece) for piece in content[:legend] if isinstance(piece, Passage)]
    for piece in content[legend:opening]:
        assert isinstance(piece, Passage)
        blocks.append(Title(without_strong(without_refs(with_mark_in_words(piece)))))
    blocks.extend(_body(content[opening:]))
    return mended(blocks)


def _legend_length(content: Sequence[Passage | Grid]) -> int:
    count = 0
    while count < len(content):
        piece = content[count]
        if not isinstance(piece, Passage) or piece.align != "right":
            break
        count += 1
    return count


def _body(content: Sequence[Passage | Grid]) -> list[Block]:
    marked = [with_leading_mark(piece) if isinstance(piece, Passage) else piece for piece in content]
    headed = _headed(marked)
    levels = Levels()
    blocks: list[Block] = []
    at = 0
    while at < len(marked):
        piece, taken = marked[at], 1
        if isinstance(piece, Grid):
            table, notes = table_with_notes(piece, _passages(content[at + 1 : at + 1 + _MOST_NOTES]))
            blocks.append(table)
            taken += notes
        elif at in headed:
            blocks.append(levels.heading(piece))
        elif found := list_at(marked, at):
            blocks.append(found[0])
            taken = found[1]
        else:
            paragraph = _paragraph(piece)
            lines = lines_in(paragraph.children) if paragraph.align == "left" else None
            blocks.append(lines or paragraph)
        at += taken
    return blocks


def _headed(pieces: Sequence[Passage | Grid]) -> set[int]:
    """Which pieces are headings: set like one, with running text somewhere below.

    Why: bold or centred lines at a document's end close it, and head nothing.
    """
    found: set[int] = set()
    runs_below = False
    for at in range(len(pieces) - 1, -1, -1):
        if is_heading(pieces[at]):
            found.update({at} if runs_below else ())
        else:
            runs_below = runs_below or is_running(pieces[at])
    return found


def _passages(pieces: Sequence[Passage | Grid]) -> list[Passage]:
    """The passages up to the next table."""
    passages: list[Passage] = []
    for piece in pieces:
        if not isinstance(piece, Passage):
            break
        passages.append(piece)
    return passages


def _paragraph(passage: Passage) -> Paragraph:
    return Paragraph(without_refs(with_mark_in_words(passage)), passage.align)
