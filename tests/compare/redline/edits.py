"""Random edits of documents, each with the number of words that it touched."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from generator.document.canonical import canonical_text, shown_text
from generator.document.nodes import Block, Document, Inlines, List, NoteRef, Paragraph, Table, Text

WORD = re.compile(r"\S*\w\S*")


@dataclass(frozen=True)
class Edited:
    """A document after an edit, and how many words went and came, those that were moved counted once."""

    document: Document
    touched: int


Edit = Callable[[Document, Random], Edited | None]


def count(text: str) -> int:
    """The words of a text; signs are none."""
    return len(WORD.findall(text))


def plain(document: Document) -> Document:
    """The document without bold and italics, its words one text each, so that edits can be made in them."""

    def words(children: Inlines) -> Inlines:
        marks = tuple(child for child in children if isinstance(child, NoteRef))
        text = canonical_text(shown_text(children[: len(children) - len(marks)]))
        return (*([Text(text)] if text else []), *marks)

    def block(one: Block) -> Block:
        match one:
            case Table(head, rows, caption, notes):
                cut = tuple(tuple(map(words, row)) for row in rows)
                kept = tuple(replace(note, children=words(note.children)) for note in notes)
                return Table(tuple(map(words, head)), cut, words(caption), kept)
            case List(items, style):
                return List(tuple(map(words, items)), style)
            case Paragraph(children):
                return replace(one, children=words(children))
            case _:
                return one

    return Document(tuple(map(block, document.blocks)), document.title, document.dated)


def insert_words(document: Document, random: Random) -> Edited | None:
    """Words of the document's own stand where they did not stand before."""
    return _reworded(document, random, 0, random.randint(1, 12))


def delete_words(document: Document, random: Random) -> Edited | None:
    """Some words in a row are gone."""
    return _reworded(document, random, random.randint(1, 12), 0)


def replace_words(document: Document, random: Random) -> Edited | None:
    """Some words in a row are others."""
    return _reworded(document, random, random.randint(1, 6), random.randint(1, 6))


def rewrite_half(document: Document, random: Random) -> Edited | None:
    """About half of the words of a paragraph are others, a few in a row at a time."""
    at = _chosen(document, random, lambda block: isinstance(block, Paragraph) and count(_text(block)) > 10)
    if at is None:
        return None
    words, vocabulary = _text(document.blocks[at]).split(), _vocabulary(document)
    kept: list[str] = []
    touched = 0
    while words:
        run, words = words[: (size := random.randint(1, 5))], words[size:]
        if random.random() < 0.5:
            new = [random.choice(vocabulary) for _ in range(size)]
            touched += count(" ".join(run)) + count(" ".join(new))
            run = new
        kept += run
    return Edited(_with(document, at, Paragraph((Text(" ".join(kept)),))), touched)


def move_paragraph(document: Document, random: Random) -> Edited | None:
    """A paragraph of more than a few words stands elsewhere."""
    at = _chosen(document, random, lambda block: isinstance(block, Paragraph) and count(_text(block)) > 5)
    if at is None or len(document.blocks) < 4:
        return None
    blocks = list(document.blocks)
    moved = blocks.pop(at)
    to = random.choice([place for place in range(1, len(blocks) + 1) if abs(place - at) > 1])
    blocks.insert(to, moved)
    between = document.blocks[at + 1 : to + 1] if to > at else document.blocks[to:at]
    touched = min(count(_text(moved)), sum(count(_text(block)) for block in between))
    return Edited(replace(document, blocks=tuple(blocks)), touched)


def change_cell(document: Document, random: Random) -> Edited | None:
    """A figure of a table is another."""
    at = _chosen(document, random, lambda block: isinstance(block, Table) and len(block.rows[0]) > 1)
    if at is None:
        return None
    table = document.blocks[at]
    assert isinstance(table, Table)
    row, column = random.randrange(len(table.rows)), random.randrange(1, len(table.rows[0]))
    old = table.rows[row][column]
    new = (Text(f"{random.randint(0, 9)}.{random.randint(10, 99)}%"),)
    rows = [list(cells) for cells in table.rows]
    rows[row][column] = new
    changed = replace(table, rows=tuple(map(tuple, rows)))
    touched = 0 if shown_text(old) == shown_text(new) else count(shown_text(old)) + 1
    return Edited(_with(document, at, changed), touched)


def delete_row(document: Document, random: Random) -> Edited | None:
    """A row of a table is gone."""
    at = _chosen(document, random, lambda block: isinstance(block, Table) and len(block.rows) > 2)
    if at is None:
        return None
    table = document.blocks[at]
    assert isinstance(table, Table)
    row = random.randrange(len(table.rows))
    touched = sum(count(shown_text(cell)) for cell in table.rows[row])
    return Edited(_with(document, at, replace(table, rows=table.rows[:row] + table.rows[row + 1 :])), touched)


EDITS: tuple[Edit, ...] = (
    insert_words, delete_words, replace_words, rewrite_half, move_paragraph, change_cell, delete_row,
)  # fmt: skip


def _reworded(document: Document, random: Random, gone: int, came: int) -> Edited | None:
    at = _chosen(document, random, lambda block: isinstance(block, Paragraph) and count(_text(block)) > gone + 3)
    if at is None:
        return None
    paragraph = document.blocks[at]
    assert isinstance(paragraph, Paragraph)
    words = _text(paragraph).split()
    start = random.randrange(len(words) - gone + 1)
    vocabulary = _vocabulary(document)
    new = [random.choice(vocabulary) for _ in range(came)]
    touched = count(" ".join(words[start : start + gone])) + count(" ".join(new))
    text = " ".join(words[:start] + new + words[start + gone :])
    return Edited(_with(document, at, replace(paragraph, children=(Text(text),))), touched)


def _vocabulary(document: Document) -> list[str]:
    return " ".join(_text(block) for block in document.blocks if isinstance(block, Paragraph)).split()


def _chosen(document: Document, random: Random, fits: Callable[[Block], bool]) -> int | None:
    places = [at for at, block in enumerate(document.blocks) if fits(block)]
    return random.choice(places) if places else None


def _with(document: Document, at: int, block: Block) -> Document:
    return replace(document, blocks=(*document.blocks[:at], block, *document.blocks[at + 1 :]))


def _text(block: Block) -> str:
    match block:
        case Table(head, rows, caption):
            return " ".join(shown_text(cell) for row in ((caption,), head, *rows) for cell in row)
        case List(items):
            return " ".join(map(shown_text, items))
        case _:
            return shown_text(getattr(block, "children", ()))
