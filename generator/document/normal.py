"""The trees that every format can show and every reader can tell apart."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.ascii import to_ascii
from generator.document.canonical import canonical_inlines, shown_text
from generator.document.nodes import (
    Document,
    Emphasis,
    Heading,
    Inlines,
    List,
    NoteRef,
    PageBreak,
    Paragraph,
    Strong,
    Table,
    Title,
)
from generator.patterns import late

MARKER = late(r"\*{1,5}|\([0-9]{1,2}\)|\([a-z]{1,2}\)")
#: The level of the smallest headings; those of sections have level 1.
LOWEST = 3
NUMBER = late(r"(?:[0-9]{1,3}|[IVXLC]{1,8}|[A-Z])\.")


def irregularities(document: Document) -> Iterator[tuple[str, str]]:
    """Where a tree leaves the normal form: (place, what is wrong). Empty for a tree that can be written.

    A normal tree opens with its legend (right paragraphs) and at least one title; has no title or centred
    paragraph before another block leads; has no heading of a level other than 1 to 3, and no empty block, row or
    column; and marks notes only at the end of a cell of the table that has the note.
    """
    yield from _order(document)
    for at, block in enumerate(document.blocks):
        match block:
            case Title(children) | Paragraph(children):
                yield from _words(f"blocks[{at}]", children)
            case Heading(_, children, number):
                yield from _words(f"blocks[{at}]", children)
                if number and not NUMBER.fullmatch(number):
                    yield f"blocks[{at}]", f"the number {number!r} has no form that can be read back"
            case List(items):
                if not items:
                    yield f"blocks[{at}]", "a list without items"
                for index, item in enumerate(items):
                    yield from _words(f"blocks[{at}].items[{index}]", item)
            case Table():
                yield from _table(f"blocks[{at}]", block)
            case PageBreak():
                pass


def _order(document: Document) -> Iterator[tuple[str, str]]:
    stage, previous = "legend", None
    for at, block in enumerate(document.blocks):
        place = f"blocks[{at}]"
        if isinstance(block, Title):
            if stage == "body":
                yield place, "a title after the body began"
            stage = "titles"
        elif isinstance(block, Paragraph) and block.align == "right" and stage == "legend":
            pass
        else:
            if stage == "legend":
                yield place, "the document does not begin with a title"
            if stage != "body" and isinstance(block, Paragraph) and block.align == "center":
                yield place, "a centred paragraph directly after the titles reads as one of them"
            stage = "body"
        if isinstance(block, Heading) and not 1 <= block.level <= LOWEST:
            yield place, f"a heading of level {block.level}"
        if read_as_one(previous, block):
            yield place, "two lists of one style in a row read as one"
        previous = block
    if stage == "legend" and document.blocks:
        yield "blocks[0]", "no title"


def read_as_one(block: object, following: object) -> bool:
    """Whether the marks of two blocks make one list of them; plain lines have none, and two lists of them are apart."""
    if not (isinstance(block, List) and isinstance(following, List)):
        return False
    return block.style == following.style != "plain"


def _words(place: str, children: Inlines) -> Iterator[tuple[str, str]]:
    if not children:
        yield place, "no words"
    if canonical_inlines(children) != children:
        yield place, "the words are not in canonical form"
    if any(isinstance(child, NoteRef) for child in _leaves(children)):
        yield place, "a note is marked outside of a table"


def _table(place: str, table: Table) -> Iterator[tuple[str, str]]:
    width = len(table.rows[0]) if table.rows else 0
    if not width:
        yield place, "a table without rows or columns"
        return
    if (table.head and len(table.head) != width) or any(len(row) != width for row in table.rows):
        yield place, "rows of different length"
        return
    grid = [table.head, *table.rows] if table.head else list(table.rows)
    markers = [note.marker for note in table.notes]
    for index, row in enumerate(grid):
        if not any(row):
            yield f"{place}.rows[{index}]", "an empty row"
        for cell in row:
            yield from _cell(f"{place}.rows[{index}]", cell, markers)
    for column in range(width):
        if not any(row[column] for row in grid):
            yield place, f"column {column + 1} is empty"
    if table.caption:
        yield from _words(f"{place}.caption", table.caption)
    for note in table.notes:
        yield from _words(f"{place}.notes", note.children)
        if not MARKER.fullmatch(note.marker) or markers.count(note.marker) > 1:
            yield f"{place}.notes", f"the marker {note.marker!r} has no form of its own"


def _cell(place: str, cell: Inlines, markers: list[str]) -> Iterator[tuple[str, str]]:
    if canonical_inlines(cell) != cell:
        yield place, "the words are not in canonical form"
    words = list(cell)
    while words and isinstance(words[-1], NoteRef):
        ref = words.pop()
        if ref.marker not in markers:  # type: ignore[union-attr]
            yield place, f"the marker {ref.marker} has no note"  # type: ignore[union-attr]
    text = to_ascii(shown_text(words))
    if text.endswith(tuple(markers)) if markers else False:
        yield place, "the words end in what reads as a note's marker"
    if shown_text(words).endswith(" ") or (cell and not words):
        yield place, "a marker stands apart from its words"
    if any(isinstance(leaf, NoteRef) for leaf in _leaves(tuple(words))):
        yield place, "a marker is not at the end of its cell"


def _leaves(children: Inlines) -> Iterator[object]:
    for child in children:
        if isinstance(child, Strong | Emphasis):
            yield from _leaves(child.children)
        else:
            yield child
