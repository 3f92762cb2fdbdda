"""What a redline says, as data: passages and tables with the words that stayed, came and went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

Side = Literal["old", "new"]
Kind = Literal["title", "heading", "paragraph", "item", "note", "table"]
Status = Literal["same", "changed", "inserted", "deleted", "moved from", "moved to"]

#: On which sides a block, row or column of a status stands.
STANDS: dict[Status, frozenset[Side]] = {
    "same": frozenset({"old", "new"}),
    "changed": frozenset({"old", "new"}),
    "inserted": frozenset({"new"}),
    "deleted": frozenset({"old"}),
    "moved from": frozenset({"old"}),
    "moved to": frozenset({"new"}),
}


class Word(NamedTuple):
    """A word, a figure or a sign, with the blank or line end before it; `key` is what is compared."""

    before: str
    text: str
    key: str
    bold: bool = False
    italic: bool = False
    mark: bool = False


Words: TypeAlias = tuple[Word, ...]
#: The end of a paragraph, where one was split or two were made one; no word of a document has its key. Its text goes on
#: with a blank and the label of the item that follows, if it is one.
PARAGRAPH_END = Word("", "\u00b6", "\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring words of one fate: on both sides (`same`), on the new one only, or on the old one only."""

    kind: Literal["same", "inserted", "deleted"]
    old: Words
    new: Words

    @property
    def words(self) -> Words:
        """The words to show: those of the new side, of the old one where they were deleted."""
        return self.old if self.kind == "deleted" else self.new


Pieces: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """What a passage is: its kind, a heading's level, a paragraph's side, a list's style and an item's label."""

    kind: Kind
    level: int = 0
    align: str = "left"
    style: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A title, heading, paragraph, item or note. `move` joins the two places of what was moved, from 1.

    Where it was moved to, the pieces say what changed on the way; where it was moved from, they are the old words.
    `label` is what stands before an item; on one side only where a paragraph became an item, or an item one.
    """

    status: Status
    form: Form
    pieces: Pieces
    move: int = 0
    place: Place | None = None
    label: Pieces = ()

    @property
    def relabelled(self) -> bool:
        """Whether it stands on both sides behind another label, or with one on one side only."""
        return self.status == "changed" and any(piece.kind != "same" for piece in self.label)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, a cell's pieces in each column of both tables together."""

    status: Status
    cells: tuple[Pieces, ...]
    head: bool = False


@dataclass(frozen=True, slots=True)
class TableChange:
    """A table: the fate of each column, its caption, its rows (of headings first, if there are any), its notes.

    Where it was moved to, the fates are those of the parts within it; where it was moved from, all are its own.
    """

    status: Status
    columns: tuple[Status, ...]
    caption: Pieces
    rows: tuple[Row, ...]
    notes: tuple[Passage, ...]
    move: int = 0
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands: the section's heading, and its blocks in the two documents, counted from 0."""

    section: str
    old: tuple[int, ...]
    new: tuple[int, ...]


Entry: TypeAlias = Passage | TableChange


@dataclass(frozen=True, slots=True)
class Redline:
    """Two documents in one, in the order of reading: what was deleted stands before what came in its place."""

    entries: tuple[Entry, ...]

    @property
    def differs(self) -> bool:
        """Whether any word or label differs, or stands elsewhere."""
        return any(changed(entry) for entry in self.entries)


def changed(entry: Entry) -> bool:
    """Whether anything of an entry differs; a table that stands on both sides says so by its status."""
    return entry.status != "same"


def pieces_of(entry: Entry) -> Iterator[Pieces]:
    """The passages and cells of an entry in reading order."""
    if isinstance(entry, Passage):
        yield entry.pieces
        return
    yield entry.caption
    for row in entry.rows:
        yield from row.cells
    for note in entry.notes:
        yield note.pieces


def text_of(words: Words) -> str:
    """Words as a person reads them, a line end as a blank."""
    return "".join([(" " if word.before else "") + word.text for word in words])
