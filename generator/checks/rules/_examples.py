"""Examples as the rules look at them: those of the kind, and tables of words with amounts by years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.checks.rules._charges import Charges
from generator.checks.rules._fee_tables import charges
from generator.checks.subject import Placed, Subject
from generator.model.content import Grid
from generator.model.kinds.example import YEARS, Example, ExampleRow, Year
from generator.model.values import Dollars
from generator.patterns import late

_YEAR = late(r"(?:after\s+)?(1|one|3|three|5|five|10|ten)[\s-]+years?\b.*", re.IGNORECASE)
_NUMBERS: dict[str, Year] = {"one": "1", "three": "3", "five": "5", "ten": "10"}
_AMOUNT = late(r"\$\s*(\d{1,3}(?:,\d{3})+|\d+)")
#: Marks of notes at the end of a label.
MARKS = late(r"(?:\s*(?:\(\w{1,2}\)|\*{1,5}|[\u2020\u2021]))+$")


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of a class by year, each with its path; `row` is the typed one, if it is."""

    key: str
    path: str
    sold: dict[Year, tuple[Any, str]]
    kept: dict[Year, tuple[Any, str]] = field(default_factory=dict)
    row: ExampleRow | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """An Example: the rows that it shows, of which fund; `typed` is the one of the kind, if it is."""

    placed: Placed
    fund: str | None
    rows: tuple[Amounts, ...]
    typed: Example | None = None

    @property
    def waiver_years(self) -> int:
        """For how many years it says that it counts a waiver."""
        return int(self.typed.waiver_years or 0) if self.typed else 0


def examples(subject: Subject) -> tuple[Seen, ...]:
    """The Examples of a supplement in reading order."""
    return subject.once(_examples)


def _examples(subject: Subject) -> tuple[Seen, ...]:
    seen = (_seen(placed, subject.house.fund_key_of(placed.change)) for placed in subject.blocks)
    return tuple(one for one in seen if one)


def _seen(placed: Placed, fund: str | None) -> Seen | None:
    match placed.body:
        case Example():
            return Seen(placed, fund, tuple(_typed_rows(placed.body, f"{placed.path}.rows")), placed.body)
        case Grid():
            rows = tuple(_grid_rows(placed.body, placed.path))
            return Seen(placed, fund, rows) if rows else None
    return None


def _typed_rows(example: Example, path: str) -> Iterator[Amounts]:
    for key, row in example.rows.items():
        at = f"{path}.{key}"
        sold = {year: (amount, f"{at}.amounts.{year}") for year, amount in row.amounts.items()}
        kept = {year: (amount, f"{at}.no_redemption.{year}") for year, amount in row.no_redemption.items()}
        yield Amounts(key, at, sold, kept, row)


def _grid_rows(grid: Grid, path: str) -> Iterator[Amounts]:
    """The rows of a table of words whose columns are years and whose cells are whole dollars."""
    head = grid.head or grid.rows[0]
    columns = {at: year for at, cell in enumerate(head) if (year := _year(cell.text))}
    if len(columns) < 2:
        return
    for index, row in enumerate(grid.rows):
        if len(row) != len(head):
            continue
        found: dict[Year, tuple[Any, str]] = {}
        for at, year in columns.items():
            if amount := _AMOUNT.fullmatch(row[at].text.strip()):
                found[year] = Dollars(amount[1].replace(",", "")), f"{path}.rows[{index}][{at}]"
        if len(found) == len(columns):
            label = "" if 0 in columns else MARKS.sub("", row[0].text)
            yield Amounts(label, f"{path}.rows[{index}][0]", found)


def _year(text: str) -> Year | None:
    found = _YEAR.fullmatch(text.strip())
    if not found:
        return None
    number = _NUMBERS.get(found[1].lower(), found[1])
    return next((year for year in YEARS if year == number), None)


def tables_of(subject: Subject, seen: Seen) -> tuple[Charges, ...]:
    """The fee tables of an Example's fund; in a document that was read, of none where both are of none."""
    return tuple(one for one in charges(subject) if one.fund == seen.fund and (seen.fund or subject.read))
