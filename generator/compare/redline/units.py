"""A document as the units that are compared: a list is its items, everything else a block; page breaks say nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.compare.redline.changes import Form, Words, text_of
from generator.compare.redline.tokens import marked, words_of
from generator.document.labels import item_labels
from generator.document.nodes import Block, Document, Heading, List, PageBreak, Paragraph, Table, Title

#: The words of the longest label that may have been typed: `(`, `iv`, `)`.
_LONGEST_LABEL = 3


@dataclass(frozen=True, slots=True)
class Cells:
    """A table's words: of its caption, of each cell of each row, of each note behind its marker."""

    caption: Words
    rows: tuple[tuple[Words, ...], ...]
    notes: tuple[Words, ...]
    headed: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing to compare: what it is, its words, a table's cells, the section and the block that it stands in.

    Units of one `key` have the same words.
    """

    form: Form
    words: Words
    cells: Cells | None
    section: str
    block: int
    key: str

    @property
    def label(self) -> Words:
        """An item's label as a word; none for anything else."""
        return marked(self.form.label, ())


def units_of(document: Document, in_ascii: bool = False) -> tuple[Unit, ...]:
    """The units of a document in reading order.

    `in_ascii` compares words by their spelling in ASCII, as one of two documents that is a text file asks for.
    """
    units: list[Unit] = []
    section = ""
    for at, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            section = text_of(_numbered(block, in_ascii))
        units.extend(_of_block(block, section, at, in_ascii))
    return tuple(units)


def behind(unit: Unit, other: Unit) -> Unit:
    """A unit that begins with the typed label or number of the other, with it as label or number; else the unit."""
    if unit.form.label or (unit.words and unit.words[0].mark):
        return unit
    number = other.words[0].text if other.form.kind == "heading" and other.words and other.words[0].mark else ""
    label = other.form.label or number
    for count in range(1, min(len(unit.words) - 1, _LONGEST_LABEL) + 1):
        if text_of(unit.words[:count]) == label and unit.words[count].before:
            words = (unit.words[count]._replace(before=""), *unit.words[count + 1 :])
            if number:
                return replace(unit, words=marked(number, words))
            return replace(unit, form=replace(unit.form, label=label), words=words)
    return unit


def _of_block(block: Block, section: str, at: int, in_ascii: bool) -> Iterator[Unit]:
    match block:
        case Title(children):
            yield _unit(Form("title"), words_of(children, in_ascii), section, at)
        case Heading(level):
            yield _unit(Form("heading", level), _numbered(block, in_ascii), section, at)
        case Paragraph(children, align):
            yield _unit(Form("paragraph", align=align), words_of(children, in_ascii), section, at)
        case List(items, style):
            for label, item in zip(item_labels(style, len(items)), items, strict=True):
                yield _unit(Form("item", style=style, label=label), words_of(item, in_ascii), section, at)
        case Table():
            yield _table(_cells(block, in_ascii), section, at)
        case PageBreak():
            pass


def _numbered(heading: Heading, in_ascii: bool) -> Words:
    return marked(heading.number, words_of(heading.children, in_ascii))


def _unit(form: Form, words: Words, section: str, at: int) -> Unit:
    return Unit(form, words, None, section, at, keys_of(words))


def _table(cells: Cells, section: str, at: int) -> Unit:
    parts = (cells.caption, *(cell for row in cells.rows for cell in row), *cells.notes)
    grid = ((cells.caption,), *cells.rows, cells.notes)
    key = "\n".join(["\t".join(map(keys_of, row)) for row in grid])
    return Unit(Form("table"), tuple(word for words in parts for word in words), cells, section, at, key)


def _cells(table: Table, in_ascii: bool) -> Cells:
    rows = (table.head, *table.rows) if table.head else table.rows
    return Cells(
        words_of(table.caption, in_ascii),
        tuple(tuple(words_of(cell, in_ascii) for cell in row) for row in rows),
        tuple(marked(note.marker, words_of(note.children, in_ascii)) for note in table.notes),
        bool(table.head),
    )


def keys_of(words: Words) -> str:
    """What words are compared by, as one text."""
    return " ".join([word.key for word in words])
