"""A redline for a terminal: what changed with a few words around it, under the headings of its sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.compare.redline.changes import (
    Entry,
    Passage,
    Piece,
    Pieces,
    Redline,
    Row,
    Side,
    Status,
    TableChange,
    Word,
    changed,
    text_of,
)
from generator.compare.redline.figures import pieces_figures, row_label
from generator.compare.redline.sides import side_text, side_words
from generator.compare.redline.summary import said, summarize
from generator.compare.redline.words import removed
from generator.document.labels import BULLET
from generator.writers.redline.lines import Inked, Inks, fill
from generator.writers.redline.names import Names

#: So many words stand before and after a change.
AROUND = 12
INDENT = 4
LABELS: dict[Status, str] = {
    "inserted": "inserted: ", "deleted": "deleted: ", "moved from": "moved from here: ", "moved to": "moved to here: ",
}  # fmt: skip
_DOTS = Word(" ", "…", "…")
_SIDES: tuple[Side, Side] = ("old", "new")
_BORDER = Inked(" | ", "frame")


def write_redline_text(redline: Redline, names: Names, *, colour: bool, width: int) -> str:
    """The changed blocks in reading order, each under its section; empty for no change.

    In colour what came is green and underlined, what went red and struck; else it stands in `{+ +}` and `[- -]`.
    """
    if not redline.differs:
        return ""
    view = _View(Inks(colour), width)
    lines = [view.strong(f"{names.new} against {names.old}"), said(summarize(redline)), ""]
    section = ""
    for (here, renumbered), group in groupby(filter(changed, redline.entries), key=_group):
        if here and here != section:
            lines.append(view.strong(here))
        section = here
        entries = list(group)
        if renumbered and len(entries) > 1:
            lines += [*view.renumbered(entries), ""]
        else:
            lines += [line for entry in entries for line in (*view.entry(entry), "")]
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class _View:
    """How entries are printed: in which inks, how wide."""

    inks: Inks
    width: int

    def strong(self, text: str) -> str:
        """A line that stands out."""
        return self.inks.paint(Inked(text, "strong"))

    def entry(self, entry: Entry) -> Iterator[str]:
        """The lines of a changed block."""
        if isinstance(entry, TableChange):
            yield from self._table(entry)
            return
        words = _inked(_first(entry.pieces) if entry.status == "moved from" else _around(entry.pieces))
        yield from self._filled([_fate(entry), *_behind(_inked(entry.label), words)])
        for change in pieces_figures(entry.pieces, ""):
            yield from self._filled([Inked(str(change), "frame")], 2 * INDENT)

    def renumbered(self, entries: Sequence[Entry]) -> Iterator[str]:
        """The lines of items in a row that have other numbers and the words that they had."""
        numbers = [[Inked(" ", "frame"), *_inked(entry.label)] for entry in entries if isinstance(entry, Passage)]
        yield from self._filled([Inked("renumbered:", "frame"), *(inked for both in numbers for inked in both)])

    def _filled(self, words: list[Inked], indent: int = INDENT) -> Iterator[str]:
        return fill([inked for inked in words if inked.text], indent, self.width, self.inks)

    def _table(self, table: TableChange) -> Iterator[str]:
        away = table.status in ("deleted", "moved from")
        side: Side = "old" if away else "new"
        first = " | ".join(filter(None, (side_text(cell, side) for cell in table.rows[0].cells)))
        caption = side_text(table.caption, side) or (first if table.move else "")
        yield from self._filled([_fate(table), Inked(f"table{': ' if caption else ''}{caption}", "frame")])
        if table.status == "moved from":
            return
        if table.status in ("changed", "moved to") and _differs(table.caption):
            yield from self._filled([Inked("caption: ", "frame"), *_inked(table.caption)], 2 * INDENT)
        for row in table.rows:
            for words in _row(row, table):
                yield from self._filled(words, 2 * INDENT)
        for note in table.notes:
            if note.status != "same":
                yield from self._filled([Inked(_note_lead(note), "frame"), *_inked(_around(note.pieces))], 2 * INDENT)


def _note_lead(note: Passage) -> str:
    """What stands before a note: with its marker, where words between it and the change are left out."""
    words = note.pieces[0].new if note.pieces and note.pieces[0].kind == "same" else ()
    return f"note {words[0].text}: " if len(words) > AROUND + 1 and words[0].mark else "note: "


def _row(row: Row, table: TableChange) -> Iterator[list[Inked]]:
    """A row that came or went, its cells side by side; of others each cell that changed, by its label and heading."""
    if row.status not in ("same", "changed"):
        yield [inked for cell in row.cells for inked in (*_inked(cell), _BORDER)][:-1]
        return
    place, label = row_label(row)
    heads = table.rows[0].cells if table.rows[0].head and not row.head else ()
    for at, cell in enumerate(row.cells):
        if _differs(cell):
            first = "headings" if row.head else label if at != place else ""
            name = ", ".join(filter(None, (first, _any(heads[at]) if heads else "")))
            differences = [f", {change.words}" for change in pieces_figures(cell, "", bool(at) and not row.head)]
            lead = Inked(f"{name}: " if name else "", "frame")
            yield [lead, *_inked(_around(cell)), *(Inked(words, "frame") for words in differences)]


def _group(entry: Entry) -> tuple[str, bool]:
    """The section of an entry, and whether it is an item with another number and the words that it had."""
    section = entry.place.section if entry.place else ""
    if not isinstance(entry, Passage) or not entry.relabelled or _differs(entry.pieces):
        return section, False
    return section, all(side_text(entry.label, side) not in ("", BULLET) for side in _SIDES)


def _behind(label: list[Inked], words: list[Inked]) -> list[Inked]:
    """An item's label and its words, as one where both came or went."""
    if label and words and label[-1].ink == words[0].ink:
        return [*label[:-1], Inked(f"{label[-1].text} {words[0].text}", words[0].ink), *words[1:]]
    return [*label, *([Inked(" ", "frame")] if label else []), *words]


def _fate(entry: Entry) -> Inked:
    return Inked((f"move {entry.move}, " if entry.move else "") + LABELS.get(entry.status, ""), "frame")


def _any(cell: Pieces) -> str:
    """A cell's words of today, of yesterday where it has none, without the marks of notes."""
    return _unmarked(cell, "new") or _unmarked(cell, "old")


def _unmarked(cell: Pieces, side: Side) -> str:
    return text_of(tuple(word for word in side_words(cell, side) if not word.mark))


def _differs(pieces: Pieces) -> bool:
    return any(piece.kind != "same" for piece in pieces)


def _inked(pieces: Pieces) -> list[Inked]:
    return [Inked(text_of(piece.words), piece.kind) for piece in pieces]


def _around(pieces: Pieces) -> Pieces:
    """The changes with a few words around each, and dots for the words left out."""
    last = len(pieces) - 1
    return tuple(
        _cut(piece, AROUND if at or not last else 0, AROUND if at < last else 0) if piece.kind == "same" else piece
        for at, piece in enumerate(pieces)
    )


def _cut(piece: Piece, first: int, last: int) -> Piece:
    """Of words that stayed the first few and the last few."""
    words = piece.new
    if len(words) <= first + last + 1:
        return piece
    start = len(words) - last
    while start < len(words) and not words[start].before:  # the dots stand before a word, not before a sign
        start += 1
    kept = (*words[:first], _DOTS if first else _DOTS._replace(before=""), *words[start:])
    return Piece("same", kept, kept)


def _first(pieces: Pieces) -> Pieces:
    """The first words of what was moved away: all of them stand where it was moved to."""
    words = tuple(word for piece in pieces for word in piece.old)
    return removed(words if len(words) <= AROUND + 1 else (*words[:AROUND], _DOTS))
