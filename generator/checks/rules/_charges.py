"""What each class of a fund charges, as a fee table shows it: lines of figures by class, and notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from generator.checks.breach import Breach
from generator.checks.subject import Placed
from generator.model.by_class import WHOLE
from generator.model.fee_rows import COMPONENTS
from generator.model.fee_working import NAMES as WORKING_NAMES
from generator.model.kinds.fee_table import FeeTable
from generator.model.values import NONE, NOT_APPLICABLE, Dollars
from generator.patterns import late

#: What messages call the items of the form.
NAMES = WORKING_NAMES | {"waiver": "Fee Waiver"}
_ROUNDED = late(r"\bround(?:ed|ing)\b|\bmay not (?:add|sum|equal)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of a class: a percentage, dollars, a word, or nothing; `shown` as a table of words has it."""

    value: Any
    path: str
    stated: bool = True
    shown: str = ""

    @property
    def rate(self) -> Decimal | None:
        """The percentage; None for dollars, words and nothing."""
        return self.value if isinstance(self.value, Decimal) and not isinstance(self.value, Dollars) else None

    @property
    def strange(self) -> bool:
        """Whether it is no figure and no word for nothing: something that a table of words has and nobody knows."""
        return isinstance(self.value, str) and not self.nothing

    @property
    def nothing(self) -> bool:
        """Whether it says that nothing is charged."""
        return self.value in (NONE, NOT_APPLICABLE, Decimal(0), "-", "")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a fee table: the form's item where it is one, the caption where it has one of its own.

    `counted`: it is a yearly expense that the total adds up. `part`: it is a part of other expenses. `direct`: it is a
    fee paid directly from an investment.
    """

    item: str
    caption: str
    path: str
    cells: tuple[Cell, ...]
    counted: bool = False
    part: bool = False
    note: tuple[str, ...] = ()
    direct: bool = False

    @property
    def name(self) -> str:
        """What to call it in a message."""
        return self.caption or NAMES.get(self.item) or self.item.replace("_", " ")

    @property
    def charged(self) -> bool:
        """Whether any class has a percentage above zero here."""
        return any(cell.rate for cell in self.cells)

    @property
    def of_form(self) -> bool:
        """Whether the form has the item."""
        return self.item in NAMES or (self.part and self.item in COMPONENTS)


@dataclass(frozen=True, slots=True)
class NoteSeen:
    """A note below a fee table, with the key by which lines refer to it."""

    key: str
    path: str
    kind: str
    text: str
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class Charges:
    """A fee table: `columns` are the keys of its classes, `names` their names. `table` is the typed one, if it is."""

    placed: Placed
    fund: str | None
    columns: tuple[str, ...]
    names: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[NoteSeen, ...]
    table: FeeTable | None = None

    @property
    def path(self) -> str:
        """The path of the table."""
        return self.placed.path

    @property
    def rounded(self) -> bool:
        """Whether a note says that figures are rounded, so that sums may be a hundredth of a percent off."""
        return any(_ROUNDED.search(note.text) for note in self.notes)

    @property
    def counted(self) -> tuple[Line, ...]:
        """The lines that the total adds up."""
        return tuple(line for line in self.lines if line.counted)

    def line(self, item: str) -> Line | None:
        """The line of an item of the form."""
        return next((line for line in self.lines if line.item == item and not line.part), None)

    def cells(self, item: str) -> tuple[Cell, ...]:
        """The figures in the line of an item, one for each column; none where there is no such line."""
        line = self.line(item)
        return line.cells if line else ()

    def cell(self, item: str, column: str) -> Cell | None:
        """The figure of a class in the line of an item; that of the only column for the whole fund."""
        line = self.line(item)
        if line is None:
            return None
        if column in self.columns:
            return line.cells[self.columns.index(column)]
        return line.cells[0] if len(self.columns) == 1 and WHOLE in (column, *self.columns) else None

    def each(self, item: str) -> Iterator[tuple[int, Cell, str]]:
        """The figures of an item: column, figure, and `Class A: ` for messages about one that is that class's alone."""
        cells = self.cells(item)
        paths = [cell.path for cell in cells]
        for at, cell in enumerate(cells):
            alone = paths.count(cell.path) == 1 and self.names[at]
            yield at, cell, f"{self.names[at]}: " if alone else ""

    def rate(self, item: str, at: int) -> Decimal:
        """The percentages of a column in the lines of an item, added up; zero where nothing is charged."""
        lines = (line for line in self.lines if line.item == item and not line.part)
        return sum((line.cells[at].rate or Decimal(0) for line in lines), Decimal(0))

    def notes_of(self, *items: str) -> tuple[NoteSeen, ...]:
        """The notes marked at the lines of some items."""
        keys = {key for line in self.lines if line.item in items for key in line.note}
        return tuple(note for note in self.notes if note.key in keys)


def one_a_place(breaches: Iterable[Breach]) -> Iterator[Breach]:
    """The breaches, the first for each path: a figure that is stated for all classes is wrong once."""
    found: dict[str, Breach] = {}
    for breach in breaches:
        found.setdefault(breach.path, breach)
    yield from found.values()


def spell_figure(value: Any) -> str:
    """A figure as a message spells it."""
    return f"{value:f}%" if isinstance(value, Decimal) and not isinstance(value, Dollars) else str(value)
