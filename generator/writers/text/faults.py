"""What EDGAR text cannot show of a tree, and which field of the content it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.document.ascii import to_ascii, without_spelling
from generator.document.canonical import shown_text
from generator.document.figures import without_markers
from generator.document.nodes import (
    Block,
    Document,
    Emphasis,
    Field,
    Heading,
    Inlines,
    List,
    NoteRef,
    Paragraph,
    Strong,
    Table,
    Title,
)
from generator.errors import Fault
from generator.writers.text.columns import GAP, TABLE_LINE, TAG, fits
from generator.writers.text.lines import (
    CENTRED,
    HEADING_INDENTS,
    INDENT,
    LEGEND,
    LINE,
    PLAIN,
    PLAIN_ON,
    hanging_column,
    item_column,
)
from generator.writers.text.table import strips_of
from generator.writers.text.words import escaped, written

_SHORTER = "shorten the word, or give it a blank where its line may break"


def faults_of(document: Document, plain: Document) -> list[Fault]:
    """Every fault of a document; `plain` is what `carried` made of it."""
    return [
        fault
        for at, (block, bare) in enumerate(zip(document.blocks, plain.blocks, strict=True))
        for fault in (*_characters(at, block), *_long_words(at, block, bare), *_tables(at, block, bare))
    ]


def _characters(at: int, block: Block) -> Iterator[Fault]:
    """EDGAR Filer Manual II 5.2.1.1: EDGAR suspends a document with characters outside of its table 5-1."""
    for children in _every_inlines(block):
        for path, text in _leaves(children):
            if text.isascii() and text.isprintable():
                continue
            for character in without_spelling(text):
                yield Fault(
                    at,
                    path,
                    f"EDGAR text has no character or spelling for {character!r} (U+{ord(character):04X})",
                    "write it in letters, digits and punctuation of a US keyboard",
                )


def _long_words(at: int, block: Block, bare: Block) -> Iterator[Fault]:
    for children, (plain, first, rest) in zip(_narrative(block), _rooms(bare), strict=True):
        text = written(plain)
        if len(text) <= first:
            continue
        opening, *words = text.split(" ")
        long = [opening] * (len(opening) > first) + [word for word in words if len(word) > rest]
        for word in dict.fromkeys(long):
            room = first if word is opening else rest
            message = f"the word {_short(word)!r} has {len(word)} characters as written; a line here holds {room}"
            yield Fault(at, _path_of(children, word), message, _SHORTER)


def _narrative(block: Block) -> Iterator[Inlines]:
    """The words of a block that stand in lines of running text, in the order of `_rooms`."""
    match block:
        case Title(children) | Heading(children=children) | Paragraph(children):
            yield children
        case List(items):
            yield from items
        case Table(caption=caption, notes=notes):
            yield caption
            yield from (note.children for note in notes)


def _rooms(block: Block) -> Iterator[tuple[Inlines, int, int]]:
    """The same words with the room on their first line and on the others."""
    match block:
        case Title(children) | Paragraph(children, "center"):
            yield children, CENTRED, CENTRED
        case Paragraph(children, "right"):
            yield children, LEGEND, LEGEND
        case Paragraph(children):
            yield children, LINE - INDENT, LINE
        case Heading(level, children, number):
            room = LINE - HEADING_INDENTS[level] - (hanging_column([number]) if number else 0)
            yield children, room, room
        case List(items, "plain"):
            yield from ((item, LINE - PLAIN, LINE - PLAIN_ON) for item in items)
        case List(items):
            room = LINE - item_column(block)
            yield from ((item, room, room) for item in items)
        case Table(caption=caption, notes=notes):
            yield caption, LINE, LINE
            room = LINE - hanging_column([note.marker for note in notes]) if notes else LINE
            yield from ((note.children, room, room) for note in notes)


def _tables(at: int, block: Block, bare: Block) -> Iterator[Fault]:
    if isinstance(block, Table) and isinstance(bare, Table):
        yield from _marked_asterisks(at, block, bare)
        yield from _wide_columns(at, block, bare)


def _wide_columns(at: int, block: Table, bare: Table) -> Iterator[Fault]:
    columns = [strip.column for strip in strips_of(bare)]
    stub = columns[0].least
    for index, column in enumerate(columns):
        if fits(columns[0], column) if index else stub + GAP + TAG <= TABLE_LINE:
            continue
        cells = [row[index] for row in (block.head, *block.rows) if row]
        plain = [written(row[index]) for row in (bare.head, *bare.rows) if row]
        longest = max((word for text in plain for word in text.split(" ")), key=len)
        path = next(filter(None, (_path_of(cell, longest) for cell in cells)), "")
        beside = f" beside row labels of {stub}" if index else ""
        message = f"column {index + 1} needs {column.least} characters{beside} for {_short(longest)!r}"
        yield Fault(at, path, f"{message}; a table line holds {TABLE_LINE}", _SHORTER)


def _marked_asterisks(at: int, block: Table, bare: Table) -> Iterator[Fault]:
    """Words that end in an asterisk before the mark `**` where there is a note `***`: they read as its mark."""
    markers = {note.marker for note in bare.notes if note.marker.startswith("*")}
    if len(markers) < 2:
        return
    for row, plain in zip((block.head, *block.rows), (bare.head, *bare.rows), strict=True):
        for cell, children in zip(row, plain, strict=True):
            words = without_markers(children)
            ref = children[len(words)] if len(words) < len(children) else None
            text = shown_text(words)
            if not (isinstance(ref, NoteRef) and ref.marker.startswith("*") and text.endswith("*")):
                continue
            stars = len(text) - len(text.rstrip("*"))
            longer = [ref.marker + "*" * more for more in range(1, stars + 1)]
            if not markers.isdisjoint(longer):
                message = f"the words {_short(text)!r} and the mark {ref.marker} after them read as another note's mark"
                path = list(_leaves(without_markers(cell)))[-1][0]
                yield Fault(at, path, message, "end the words in another character than an asterisk")


def _every_inlines(block: Block) -> Iterator[Inlines]:
    yield from _narrative(block)
    if isinstance(block, Table):
        for row in (block.head, *block.rows):
            yield from row


def _leaves(children: Inlines) -> Iterator[tuple[str, str]]:
    """The words of inlines with the path of the field that they show, if they show one."""
    for child in children:
        if isinstance(child, Strong | Emphasis):
            yield from _leaves(child.children)
        else:
            yield child.path if isinstance(child, Field) else "", shown_text((child,))


def _path_of(children: Inlines, word: str) -> str:
    """The path of the first field that has a part in a word as written; empty where the word is no field's."""
    leaves = [(path, to_ascii(text)) for path, text in _leaves(children)]
    for found in re.finditer(r"\S+", "".join(text for _, text in leaves)):
        if escaped(found[0]) == word:
            return next(filter(None, _paths_between(leaves, *found.span())), "")
    return ""


def _paths_between(leaves: list[tuple[str, str]], start: int, end: int) -> Iterator[str]:
    at = 0
    for path, text in leaves:
        if at < end and start < at + len(text):
            yield path
        at += len(text)


def _short(word: str) -> str:
    return word if len(word) <= 40 else word[:37] + "..."
