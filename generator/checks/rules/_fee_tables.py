"""Fee tables as the rules look at them: those of the kind, and tables of words that are fee tables all the same."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rules._charges import Cell, Charges, Line, NoteSeen
from generator.checks.rules._fee_grids import seen_in_grid
from generator.checks.subject import Placed, Subject
from generator.model.by_class import WHOLE, label_of
from generator.model.fee_rows import FeeLine, captions_of, counted, paid_directly
from generator.model.kinds.fee_table import FeeTable


def charges(subject: Subject) -> tuple[Charges, ...]:
    """The fee tables of a supplement in reading order."""
    return subject.once(_charges)


def charges_of(subject: Subject, fund: str | None) -> tuple[Charges, ...]:
    """The fee tables of a fund."""
    return tuple(one for one in charges(subject) if fund is not None and one.fund == fund)


def _charges(subject: Subject) -> tuple[Charges, ...]:
    seen = (_seen(placed, subject) for placed in subject.blocks)
    return tuple(one for one in seen if one)


def _seen(placed: Placed, subject: Subject) -> Charges | None:
    if placed.kind == "table":
        return seen_in_grid(placed, subject)
    return _typed(placed, placed.body, subject) if isinstance(placed.body, FeeTable) else None


def _typed(placed: Placed, table: FeeTable, subject: Subject) -> Charges:
    house, change = subject.house, placed.change
    columns = tuple(table.columns(house, change))
    names = tuple(str(label_of(key, house, change).value) for key in columns)
    lines = tuple(_lines(table, columns, f"{placed.path}.rows"))
    notes = tuple(
        NoteSeen(key, f"{placed.path}.notes.{key}", note.kind, note.text, note.ends)
        for key, note in table.notes.items()
    )
    return Charges(placed, house.fund_key_of(change), columns, names, lines, notes, table)


def _lines(table: FeeTable, columns: tuple[str, ...], path: str) -> Iterator[Line]:
    captions = captions_of(table.rows)
    yearly, direct = counted(captions), paid_directly(captions)
    for item in table.shown_items():
        row, at = table.rows.get(item), f"{path}.{item}"
        for name, part in row.components.items() if row else ():
            below = f"{at}.components.{name}"
            cells = tuple(Cell(part.figure(key), _at(part, key, below)) for key in columns)
            yield Line(name, part.caption, below, cells, part=True, note=part.noted)
        cells = tuple(
            Cell(table.figure(item, key), _at(row, key, at), row is not None and row.figure(key) is not None)
            for key in columns
        )
        caption, note = (row.caption, row.noted) if row else ("", ())
        yield Line(item, caption, at, cells, item in yearly, note=note, direct=item in direct)


def _at(line: FeeLine | None, key: str, path: str) -> str:
    """The path of the figure of a class, under `all` where it is stated for all."""
    if line is None:
        return path
    return f"{path}.{key if key in line.figures or WHOLE not in line.figures else WHOLE}"
