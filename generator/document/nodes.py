"""The document tree: the one thing that writers and readers share.

Node types and nothing else. A tree is format-neutral: it says that words are a heading, a table's cell or
a note, never how they look. `Field` remembers which value of the content a run of words shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Align = Literal["left", "center", "right"]
ListStyle = Literal["bullet", "decimal", "alpha", "roman", "plain"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words that no value of the content is behind."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A value of the content as it is shown: `path` in the content, its canonical `value`, the words `shown`."""

    path: str
    value: str
    shown: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words set in bold."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words set in italics."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Break:
    """A line end that the author asked for inside a block."""


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The mark of one of the table's notes, at the end of a cell: `*`, `(1)` or `(a)`."""

    marker: str


Inline: TypeAlias = Text | Field | Strong | Emphasis | Break | NoteRef
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """One line of the supplement's header; titles come first, after a legend if there is one."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading. `number` is its visible number with its stop (`I.`, `2.`) or empty."""

    level: int
    children: Inlines
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `right` is the legend's place; `center` is for closing lines."""

    children: Inlines
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class List:
    """Items in order; the marks (`o`, `1.`, `(a)`, `(i)`, none for plain lines) follow from style and position."""

    items: tuple[Inlines, ...]
    style: ListStyle = "bullet"


@dataclass(frozen=True, slots=True)
class Note:
    """A note below its table, under its marker."""

    marker: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first cell of each its row header; one row of column headings or none; its notes."""

    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    caption: Inlines = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block starts on a new page."""


Block: TypeAlias = Title | Heading | Paragraph | List | Table | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks in reading order, and what a PDF states beside them: its title and the supplement's date."""

    blocks: tuple[Block, ...]
    title: str = ""
    dated: date | None = None
