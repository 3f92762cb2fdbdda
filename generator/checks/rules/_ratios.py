"""What a class of an Example charges, as its row or the fee tables of the supplement state it, and what it becomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.checks.rules._charges import Charges
from generator.checks.rules._examples import MARKS, Amounts, Seen, tables_of
from generator.checks.subject import Subject
from generator.model.by_class import WHOLE
from generator.model.fee_rows import SHAREHOLDER
from generator.model.kinds.class_conversion import ClassConversion
from generator.model.kinds.example import ExampleRow
from generator.patterns import late

#: Classes whose shares often become those of a cheaper one some years after purchase, by key or name.
_CONVERTS = late(r"\b[BC]\d?\b")


@dataclass(frozen=True, slots=True)
class Becomes:
    """A class whose shares others become after so many whole years, by its key, and its ratio where that is known."""

    key: str
    after: int
    total: Decimal | None


@dataclass(frozen=True, slots=True)
class Ratios:
    """What a class charges, in percent; None where nothing says it.

    `redemption` is a fee at sale that is no sales charge, `purchase` one at purchase; `others` are the lower totals of
    the fund's other classes. `becomes` is what the supplement says of conversions; `may_convert` that the class is
    one of those that often do, and nothing is said.
    """

    total: Decimal
    net: Decimal | None
    front_load: Decimal | None
    deferred_load: Decimal | None
    path: str
    redemption: Decimal = Decimal(0)
    purchase: Decimal = Decimal(0)
    others: tuple[Decimal, ...] = ()
    becomes: tuple[Becomes, ...] = ()
    may_convert: bool = False


def ratios_for(subject: Subject, seen: Seen, row: Amounts) -> Ratios | None:
    """The row's own ratios, else those of the fee table; None where neither says them.

    What is charged at sale stands in the table where the row does not say it.
    """
    own = own_ratios(row.row, row.path) if row.row else None
    table = ratios_of(subject, seen, row.key)
    if own is None or row.row is None:
        return table
    if table and not row.row.deferred_load:
        own = replace(own, deferred_load=table.deferred_load or Decimal(0), redemption=table.redemption)
    return _converting(subject, seen, row.key, own)


def ratios_of(subject: Subject, seen: Seen, key: str) -> Ratios | None:
    """What the fee tables say of a class, by its key or its name; None where they do not say its total."""
    tables = tables_of(subject, seen)
    total = _rate(tables, "total", key)
    if total is None:
        return None
    front, deferred = (_rate(tables, item, key) for item in ("front_load", "deferred_load"))
    if any(line.direct for table in tables for line in table.lines):  # what is not charged may be left out
        front, deferred = front or Decimal(0), deferred or Decimal(0)  # (Instruction 1(c))
    net = _rate(tables, "net", key) if _rate(tables, "waiver", key) else None
    path = next((cell[1] for table in tables if (cell := _cell(table, "total", key))), "")
    redemption = _rate(tables, "redemption_fee", key) or Decimal(0)
    purchase = sum(_own_fees(tables, key), Decimal(0))
    return _converting(subject, seen, key, Ratios(total, net, front, deferred, path, redemption, purchase))


def own_ratios(row: ExampleRow, path: str) -> Ratios | None:
    """What an Example's row itself states of its class; None where it states no total."""
    if not isinstance(row.total, Decimal):
        return None
    net = row.net if isinstance(row.net, Decimal) else None
    deferred = max((rate for rate in row.deferred_load.values() if isinstance(rate, Decimal)), default=Decimal(0))
    load = row.front_load if isinstance(row.front_load, Decimal) else Decimal(0)
    return Ratios(row.total, net, load, deferred, path)


def _converting(subject: Subject, seen: Seen, key: str, ratios: Ratios) -> Ratios:
    """Ratios with what is known of the class's conversion."""
    totals = _totals(subject, seen)
    fund = subject.house.registrant.funds.get(seen.fund or "")
    name = fund.classes[key].name if fund and key in fund.classes else key
    told = tuple(Becomes(other, years, totals.get(other)) for other, years in conversions(subject, seen.fund, key))
    others = tuple(sorted({total for total in totals.values() if total < ratios.total}))
    may = not told and bool(_CONVERTS.search(key) or _CONVERTS.search(name))
    return replace(ratios, others=others, becomes=told, may_convert=may)


def conversions(subject: Subject, fund: str | None, key: str) -> Iterator[tuple[str, int]]:
    """The classes that the supplement says a class's shares become, each with the whole years after purchase."""
    for placed, conversion in subject.typed(ClassConversion):
        funds = conversion.funds or subject.house.fund_keys_of(placed.change)
        after = conversion.after
        if fund in funds and key == conversion.given and after and after.unit.startswith(("year", "month")):
            number = int(after.number)
            yield conversion.received, number if after.unit.startswith("year") else -(-number // 12)


def _totals(subject: Subject, seen: Seen) -> dict[str, Decimal]:
    """The totals of the fund's classes by key: those of the Example's rows, then those of the fee tables."""
    tables = tables_of(subject, seen)
    totals = {
        key: cell.rate
        for table in tables
        for key, cell in zip(table.columns, table.cells("total"), strict=False)
        if cell.rate is not None
    }
    rows = {row.key: row.row.total for row in seen.rows if row.row and isinstance(row.row.total, Decimal)}
    return totals | rows


def _own_fees(tables: tuple[Charges, ...], key: str) -> Iterator[Decimal]:
    """The percentages of a class in rows of the author's own that are paid directly."""
    for table in tables:
        at = _column(table, key)
        for line in table.lines if at is not None else ():
            if line.direct and line.item not in SHAREHOLDER and at is not None and line.cells[at].rate:
                yield line.cells[at].rate or Decimal(0)


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
    names = [MARKS.sub("", name).lower() for name in table.names]
    wanted = key.lower().removesuffix(" shares").strip()
    if wanted and any(names):
        exact = [at for at, name in enumerate(names) if name.removesuffix(" shares") == wanted]
        return exact[0] if len(exact) == 1 else None
    return 0 if len(table.columns) == 1 and (not key or key == WHOLE) else None
