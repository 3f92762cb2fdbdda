"""Figures that were replaced by figures: both, and by how much they differ, exactly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.compare.redline.changes import (
    Entry,
    Passage,
    Pieces,
    Place,
    Redline,
    Row,
    TableChange,
    Word,
    Words,
    text_of,
)
from generator.patterns import late

_FIGURE = late(
    r"(?P<open>\()?(?P<sign>[-+])?(?P<dollar>\$)?(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<percent>%)?(?(open)\))(?P<after>%)?"
)
_YEAR = late(r"(?:19|20)\d\d")
SCALES = ("thousand", "million", "billion", "trillion")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is written, its value, its unit (`%`, `$` or none) and the scale after it."""

    shown: str
    value: Decimal
    unit: str
    scale: str


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure before and after; `where` is a table's row and column, else the section."""

    old: Figure
    new: Figure
    where: str

    @property
    def difference(self) -> Decimal:
        """The new value less the old one, in the figures' unit and scale."""
        return self.new.value - self.old.value

    @property
    def words(self) -> str:
        """`down 0.05`, `up $250 million`; percentages differ by percentage points."""
        amount = f"{abs(self.difference):,f}"
        dollar = "$" if self.new.unit == "$" else ""
        scale = f" {self.new.scale}" if self.new.scale else ""
        return f"{'up' if self.difference > 0 else 'down'} {dollar}{amount}{scale}"

    def __str__(self) -> str:
        return f"{self.old.shown} -> {self.new.shown}, {self.words}"


def figure_changes(redline: Redline) -> tuple[FigureChange, ...]:
    """Every figure that took the place of another of its unit and scale, in reading order."""
    return tuple(change for entry in redline.entries for change in entry_figures(entry))


def entry_figures(entry: Entry) -> Iterator[FigureChange]:
    """The figures of a passage or table that took the place of others."""
    if isinstance(entry, Passage):
        yield from pieces_figures(entry.pieces, _section(entry.place))
    else:
        yield from _in_table(entry)


def pieces_figures(pieces: Pieces, where: str, cell: bool = False) -> Iterator[FigureChange]:
    """The figures in some pieces; in a table's cell a figure needs no sign to be one, except a year."""
    for at, piece in enumerate(pieces[:-1]):
        following = pieces[at + 1]
        if piece.kind != "deleted" or following.kind != "inserted":
            continue
        after = pieces[at + 2].new[:1] if at + 2 < len(pieces) else ()
        old, new = _figures((*piece.old, *after), cell), _figures((*following.new, *after), cell)
        if [(one.unit, one.scale) for one in old] == [(one.unit, one.scale) for one in new]:
            changes = (FigureChange(one, other, where) for one, other in zip(old, new, strict=True))
            yield from (change for change in changes if change.difference)


def row_label(row: Row) -> tuple[int, str]:
    """What a row is called, and which cell says so: the first, or the next with words where the first says nothing."""
    texts = [_latest(cell) for cell in row.cells]
    if texts[0]:
        return 0, texts[0]
    return next(((at, text) for at, text in enumerate(texts) if text[:1].isalpha()), (0, ""))


def _in_table(table: TableChange) -> Iterator[FigureChange]:
    heads = [_latest(cell) for cell in table.rows[0].cells] if table.rows and table.rows[0].head else []
    section = _section(table.place)
    yield from pieces_figures(table.caption, section)
    for row in table.rows:
        place, label = row_label(row)
        for at, cell in enumerate(row.cells):
            places = (label if at != place else "", heads[at] if heads and not row.head else "")
            where = ", ".join(filter(None, places)) or section
            yield from pieces_figures(cell, where, cell=bool(at) and not row.head)
    for note in table.notes:
        yield from pieces_figures(note.pieces, section)


def _latest(cell: Pieces) -> str:
    """A cell's words of today, of yesterday where it has none, marks of notes left out."""
    words = [word for piece in cell for word in piece.new] or [word for piece in cell for word in piece.old]
    return text_of(tuple(word for word in words if not word.mark)).strip()


def _section(place: Place | None) -> str:
    return place.section if place else ""


def _figures(words: Words, cell: bool) -> list[Figure]:
    found = []
    for at, word in enumerate(words):
        following = words[at + 1].text if at + 1 < len(words) else ""
        figure = _figure(word, following, cell)
        if figure:
            found.append(figure)
    return found


def _figure(word: Word, following: str, cell: bool) -> Figure | None:
    match = None if word.mark else _FIGURE.fullmatch(word.text)
    if match is None:
        return None
    percent = bool(match["percent"] or match["after"] or following == "%")
    unit = "%" if percent else match["dollar"] or ""
    scale = following if following in SCALES else ""
    bare = not (unit or scale or "." in word.text or "," in word.text)
    if bare and (match["open"] or not cell or _YEAR.fullmatch(match["digits"])):
        return None
    value = Decimal(match["digits"].replace(",", ""))
    negative = match["sign"] == "-" or match["open"]
    after = following if scale or following == "%" else ""
    return Figure(f"{word.text} {after}".rstrip(), -value if negative else value, unit, scale)
