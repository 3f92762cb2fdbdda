"""Tables of words that are fee tables all the same: their captions are the form's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from generator.checks.rules._charges import Cell, Charges, Line, NoteSeen
from generator.checks.subject import Placed, Subject
from generator.model.captions import item_of, without_marks
from generator.model.content import Grid, GridCell
from generator.model.fee_rows import ANNUAL, COMPUTED, SHAREHOLDER
from generator.model.values import NONE, NOT_APPLICABLE, Dollars
from generator.patterns import late

_RATE = late(r"(?P<sign>[(\u2013\u2014-]?)\s*(?P<rate>\d{1,3}(?:\.\d{1,4})?)\s*(?P<end>\)?\s*%?\s*\)?)")
_DOLLARS = late(r"\$\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d{2})?")
#: What a cell of a fee table says that has no figure.
_WORDS = {"none": NONE, "n/a": NOT_APPLICABLE, "na": NOT_APPLICABLE}
_WORDS |= dict.fromkeys(("-", "--", "\u2013", "\u2014"), "-") | {"": ""}
_MARKED = late(r"\(\w{1,2}\)|\*|/\d{1,2}/")
_YEARLY = frozenset((*ANNUAL, *COMPUTED))


def seen_in_grid(placed: Placed, subject: Subject) -> Charges | None:
    """The charges that a table of words shows; None for one whose captions are not those of yearly expenses."""
    grid: Grid = placed.body
    width = max(map(len, grid.rows))
    if width < 2 or sum(item_of(_label(row)) in _YEARLY for row in grid.rows) < 2:
        return None
    lines = tuple(_lines(grid.rows, width, placed.path))
    items = {line.item for line in lines}
    if "management_fee" not in items and not {"other_expenses", "total"} <= items:
        return None
    head = grid.head or (grid.rows[0] if not any(_has_figure(cell.text) for cell in grid.rows[0][1:]) else ())
    names = tuple(cell.text for cell in head[1:width]) if len(head) == width else ("",) * (width - 1)
    fund = subject.house.fund_of(placed.change)
    keys = {one.name: key for key, one in fund.classes.items()} if fund else {}
    columns = tuple(keys.get(without_marks(name), name or f"column {at}") for at, name in enumerate(names, 1))
    notes = tuple(NoteSeen(key, f"{placed.path}.notes.{key}", "free", note.text) for key, note in grid.notes.items())
    return Charges(placed, subject.house.fund_key_of(placed.change), columns, names, lines, notes)


def _lines(rows: Sequence[Sequence[GridCell]], width: int, path: str) -> Iterator[Line]:
    """The rows with figures, down to where a second table begins in the same one.

    Yearly ones of no item count where they stand between the first item and the total.
    """
    parts = begun = ended = False
    seen: set[str] = set()
    for index, row in enumerate(rows):
        label = _label(row)
        item = item_of(label) or ""
        if len(row) != width or not any(_has_figure(cell.text) for cell in row[1:]):
            parts = parts or item == "other_expenses"
            continue
        if not item and (whole := _whole_label(rows[index : index + 2])):
            label, item = whole, item_of(whole) or ""
        if ended and item in ANNUAL and item in seen:
            return
        seen.add(item)
        parts = parts and item not in _YEARLY
        begun, ended = begun or item in ANNUAL, ended or item in COMPUTED
        cells = tuple(
            _cell(cell.text, f"{path}.rows[{index}][{at}]", item == "waiver") for at, cell in enumerate(row[1:], 1)
        )
        counted = not parts and (item in ANNUAL or (not item and begun and not ended))
        typed_marks = ("typed",) if _MARKED.search(row[0].text) else ()
        note, direct = row[0].note or typed_marks, item in SHAREHOLDER
        yield Line(item, label, f"{path}.rows[{index}][0]", cells, counted, parts, note, direct)


def _label(row: Sequence[GridCell]) -> str:
    return without_marks(row[0].text.rstrip("% ")) if row else ""


def _whole_label(rows: Sequence[Sequence[GridCell]]) -> str:
    """A label that runs on in the next row, which has nothing else."""
    runs_on = len(rows) == 2 and rows[1] and not any(cell.text for cell in rows[1][1:])
    return f"{rows[0][0].text} {_label(rows[1])}" if runs_on else ""


def _has_figure(text: str) -> bool:
    plain = without_marks(text)
    return plain.lower() in ("none", "n/a") or bool(_DOLLARS.fullmatch(plain)) or _rate(plain) is not None


def _cell(text: str, path: str, waived: bool) -> Cell:
    """What a cell says; a waiver without its sign."""
    plain = without_marks(text)
    value: Any = _WORDS.get(plain.lower(), plain)
    if found := _DOLLARS.fullmatch(plain):
        value = Dollars(found[1].replace(",", "") + (found[2] or ""))
    elif (rate := _rate(plain)) is not None:
        value = abs(rate) if waived else rate
    return Cell(value, path, shown=plain)


def _rate(text: str) -> Decimal | None:
    """The percentage that a figure says, below zero where it stands in parentheses or after a sign."""
    found = _RATE.fullmatch(text)
    if not found or not ("%" in found["end"] or "." in found["rate"]):
        return None
    return -Decimal(found["rate"]) if found["sign"] else Decimal(found["rate"])
