"""Examples as the rules look at them: those of the kind, and tables of words with amounts by years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from generator.checks.rules._charges import Charges
from generator.checks.rules._fee_tables import charges
from generator.checks.subject import Placed, Subject
from generator.model.by_class import WHOLE
from generator.model.content import Grid
from generator.model.fee_rows import SHAREHOLDER
from generator.model.kinds.example import YEARS, Example, ExampleRow, Year
from generator.model.projection import Costs, cost_after
from generator.model.values import Dollars
from generator.patterns import late

_YEAR = late(r"(?:after\s+)?(1|one|3|three|5|five|10|ten)[\s-]+years?\b.*", re.IGNORECASE)
_NUMBERS: dict[str, Year] = {"one": "1", "three": "3", "five": "5", "ten": "10"}
_AMOUNT = late(r"\$\s*(\d{1,3}(?:,\d{3})+|\d+)")
#: What may be charged at sale within the first years, where no table says what is, in percent.
_HIGHEST_DEFERRED = Decimal(5)
#: Classes whose shares become those of a cheaper one some years after purchase.
_CONVERTS = late(r"\b[BC]\d?\b")
#: Marks of notes at the end of a label.
_MARKS = late(r"(?:\s*(?:\(\w{1,2}\)|\*{1,5}|[\u2020\u2021]))+$")
#: Sales charges at purchase that are usual, in percent.
_USUAL_LOADS = tuple(Decimal(quarters) / 4 for quarters in (4, 8, 9, 10, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23))


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


@dataclass(frozen=True, slots=True)
class Ratios:
    """What the fee tables of the supplement say that a class charges, in percent; None where they do not say."""

    total: Decimal
    net: Decimal | None
    front_load: Decimal | None
    deferred_load: Decimal | None
    path: str
    cheapest: Decimal | None = None  # the lowest total of the fund's classes


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
            label = "" if 0 in columns else _MARKS.sub("", row[0].text)
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


def ratios_of(subject: Subject, seen: Seen, key: str) -> Ratios | None:
    """What the fee tables say of a class, by its key or its name; None where they do not say its total."""
    tables = tables_of(subject, seen)
    total = _rate(tables, "total", key)
    if total is None:
        return None
    paid_directly = any(line.item in SHAREHOLDER for table in tables for line in table.lines)
    front, deferred = (_rate(tables, item, key) for item in ("front_load", "deferred_load"))
    if paid_directly:  # what is not charged may be left out (Instruction 1(c))
        front, deferred = front or Decimal(0), deferred or Decimal(0)
    net = _rate(tables, "net", key) if _rate(tables, "waiver", key) else None
    path = next((cell[1] for table in tables if (cell := _cell(table, "total", key))), "")
    totals = [cell.rate for table in tables if (line := table.line("total")) for cell in line.cells if cell.rate]
    return Ratios(total, net, front, deferred, path, min(totals, default=None))


def _rate(tables: tuple[Charges, ...], item: str, key: str) -> Decimal | None:
    cell = next((cell for table in tables if (cell := _cell(table, item, key))), None)
    return cell[0] if cell else None


def _cell(table: Charges, item: str, key: str) -> tuple[Decimal | None, str] | None:
    """The percentage of a class in the line of an item; zero where it says that nothing is charged."""
    line = table.line(item)
    at = _column(table, key)
    if line is None or at is None:
        return None
    cell = line.cells[at]
    return (cell.rate if cell.rate is not None or not cell.nothing else Decimal(0)), cell.path


def _column(table: Charges, key: str) -> int | None:
    if key in table.columns:
        return table.columns.index(key)
    names = [_MARKS.sub("", name).lower() for name in table.names]
    wanted = key.lower().removesuffix(" shares").strip()
    if wanted and any(names):
        exact = [at for at, name in enumerate(names) if name.removesuffix(" shares") == wanted]
        return exact[0] if len(exact) == 1 else None
    return 0 if len(table.columns) == 1 and (not key or key == WHOLE) else None


def own_ratios(row: ExampleRow, path: str, others: tuple[Amounts, ...] = ()) -> Ratios | None:
    """What an Example's row itself states of its class, beside the other rows; None where it states no total."""
    if not isinstance(row.total, Decimal):
        return None
    net = row.net if isinstance(row.net, Decimal) else None
    deferred = max((rate for rate in row.deferred_load.values() if isinstance(rate, Decimal)), default=Decimal(0))
    load = row.front_load if isinstance(row.front_load, Decimal) else Decimal(0)
    totals = [one.row.total for one in others if one.row and isinstance(one.row.total, Decimal)]
    return Ratios(row.total, net, load, deferred, path, min(totals, default=None))


def ratios_for(subject: Subject, seen: Seen, row: Amounts) -> Ratios | None:
    """The row's own ratios, else those of the fee table; None where neither says them."""
    return (own_ratios(row.row, row.path, seen.rows) if row.row else None) or ratios_of(subject, seen, row.key)


def off_by(amounts: Amounts, ratios: Ratios, years: Decimal | int) -> dict[str, tuple[Decimal, Dollars]]:
    """How far each amount is from what ratios give with a waiver of so many years, and that, by the amount's path.

    Where only a table says what is charged at sale, anything from nothing to that charge will do: it may fall with
    the years, and a table of words does not say whether the shares are sold. Shares of class B or C may become
    cheaper ones after some years, which lowers the amount for ten.
    """
    found = {}
    for shown, kept in ((amounts.sold, False), (amounts.kept, True)):
        for year, (value, path) in shown.items():
            low, high = _bounds(amounts, ratios, year, kept, years)
            nearest = low if value < low else high if value > high else value
            found[path] = abs(value - nearest), nearest
    return found


def fits(amounts: Amounts, ratios: Ratios, years: Decimal | int) -> bool:
    """Whether each amount is within a dollar of what ratios give with a waiver of so many years."""
    return not misses(amounts, ratios, years)


def misses(amounts: Amounts, ratios: Ratios, years: Decimal | int) -> int:
    """How many amounts are more than a dollar off what ratios give with a waiver of so many years."""
    return sum(off > 1 for off, _ in off_by(amounts, ratios, years).values())


def fits_with_some_load(amounts: Amounts, ratios: Ratios, years: Decimal | int) -> bool:
    """Whether the amounts are what ratios give with a usual sales charge, where nothing says that there is none."""
    loads = _USUAL_LOADS if ratios.front_load is None else ()
    return any(fits(amounts, replace(ratios, front_load=load), years) for load in loads)


def _bounds(amounts: Amounts, ratios: Ratios, year: Year, kept: bool, years: Decimal | int) -> tuple[Dollars, Dollars]:
    """The least and the most that the amount of a year may be."""
    costs = Costs(ratios.total, ratios.net, years, ratios.front_load or Decimal(0))
    own = amounts.row.deferred_load if amounts.row else {}
    unknown = _HIGHEST_DEFERRED if year != "10" else Decimal(0)
    rate = own.get(year) if own else unknown if ratios.deferred_load is None else ratios.deferred_load
    most = cost_after(int(year), costs, rate if isinstance(rate, Decimal) and not kept else Decimal(0))
    least = most if own else cost_after(int(year), costs)
    if year == "10" and ratios.cheapest is not None and _CONVERTS.search(amounts.key):
        least = min(least, cost_after(10, replace(costs, total=ratios.cheapest, net=ratios.total, waiver_years=5)))
    return least, most
