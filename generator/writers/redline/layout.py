"""A redline as what the templates draw: passages, lists of neighbouring items, tables, each with its move."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeGuard

from generator.compare.redline.changes import Entry, Passage, Pieces, Redline, Row, Side, TableChange
from generator.compare.redline.sides import side_words
from generator.document.figures import is_figure
from generator.document.ranks import ranks


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """A table with the kind of each column, and the class that sets its type by how many columns there are."""

    table: TableChange
    kinds: tuple[str, ...]
    size: str


@dataclass(frozen=True, slots=True)
class DrawnHeading:
    """A heading of either side with its rank among those of both (see `document.ranks`)."""

    entry: Passage
    rank: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a macro draws: its name, what it is given, and what is said of a move."""

    macro: str
    given: object
    said: str = ""


def lay_out(redline: Redline) -> Iterator[Drawn]:
    """The entries in reading order, neighbouring items of one style as one list."""
    said = _moves(redline)
    rank = ranks(entry.form.level for entry in redline.entries if _is_heading(entry))
    titled = False
    for style, group in groupby(enumerate(redline.entries), key=lambda pair: _style(pair[1])):
        if style:
            yield Drawn("list", [(entry, said.get(at, "")) for at, entry in group])
            continue
        for at, entry in group:
            if isinstance(entry, TableChange):
                yield Drawn("table", DrawnTable(entry, _kinds(entry), _size(entry)), said.get(at, ""))
            elif entry.form.kind == "title":
                yield Drawn("title" if titled or entry.status == "deleted" else "first_title", entry, said.get(at, ""))
                titled = titled or entry.status != "deleted"
            elif entry.form.kind == "heading":
                yield Drawn("heading", DrawnHeading(entry, next(rank)), said.get(at, ""))
            else:
                yield Drawn(entry.form.kind, entry, said.get(at, ""))


def is_group(row: Row) -> bool:
    """Whether a row is a line over the rows that follow: a label and nothing else."""
    return len(row.cells) > 1 and bool(row.cells[0]) and not any(row.cells[1:])


def _is_heading(entry: Entry) -> TypeGuard[Passage]:
    return isinstance(entry, Passage) and entry.form.kind == "heading"


def _style(entry: Entry) -> str:
    return entry.form.style if isinstance(entry, Passage) else ""


def _moves(redline: Redline) -> dict[int, str]:
    """For each moved entry by its number: which move it is of, and where the other end is at the first of its end."""
    firsts: dict[tuple[int, str], int] = {}
    for at, entry in enumerate(redline.entries):
        if entry.move:
            firsts.setdefault((entry.move, entry.status), at)
    said: dict[int, str] = {}
    for at, entry in enumerate(redline.entries):
        if entry.move:
            down = firsts[entry.move, "moved from"] < firsts[entry.move, "moved to"]
            first = firsts[entry.move, entry.status] == at
            said[at] = f"Move {entry.move}" + (_whither(entry.status == "moved from", down) if first else "")
    return said


def _whither(away: bool, down: bool) -> str:
    if away:
        return f": moved {'down' if down else 'up'} from here"
    return f": moved here from {'above' if down else 'below'}"


def _kinds(table: TableChange) -> tuple[str, ...]:
    """For each column, whether all its cells below the headings hold figures, on either side."""
    rows = [row for row in table.rows if not row.head]
    return tuple(_kind([row.cells[at] for row in rows]) if at else "words" for at in range(len(table.columns)))


def _kind(cells: Sequence[Pieces]) -> str:
    sides: tuple[Side, Side] = ("old", "new")
    texts = [_bare(cell, side) for cell in cells for side in sides]
    return "figures" if any(texts) and all(map(is_figure, filter(None, texts))) else "words"


def _bare(cell: Pieces, side: Side) -> str:
    """A cell's words on a side without blanks and the marks of notes."""
    return "".join(word.text for word in side_words(cell, side) if not word.mark)


def _size(table: TableChange) -> str:
    return "wide" if len(table.columns) > 9 else "medium" if len(table.columns) > 5 else "narrow"
