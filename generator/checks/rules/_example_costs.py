"""The amounts of an Example against what ratios give: with the charges and the conversions that may be counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

from generator.checks.rules._examples import Amounts, Seen, examples
from generator.checks.rules._ratios import Ratios, ratios_for
from generator.checks.rules._waiver_terms import last_end, years_through
from generator.checks.subject import Subject
from generator.model.kinds.example import YEARS, Year
from generator.model.projection import Costs, cost_after, project
from generator.model.values import Dollars

#: For how many years a waiver is counted.
Years: TypeAlias = Decimal | int
#: What each amount is off, and the amount that would be right, by the amount's path.
Off: TypeAlias = dict[str, tuple[Decimal, Dollars]]

_NOTHING = Decimal(0)
#: Sales charges at purchase that are usual, in percent.
_USUAL_LOADS = tuple(Decimal(quarters) / 4 for quarters in (4, 8, 9, 10, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23))
#: The highest charge at sale that falls with the years, and the highest that does not (a redemption fee), in percent.
_HIGHEST_DEFERRED, _HIGHEST_LEVEL = Decimal(6), Decimal(2)
#: After how many years shares are converted, where nothing says it.
_CONVERTED_AFTER = range(4, 10)
#: How much more a class that converts charges at most than the one that it becomes: its 12b-1 fees, in percent.
_MOST_CHEAPER = Decimal(1)


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to charge: in percent, what is paid at purchase, and what may be at sale, by year."""

    front: Decimal
    at_sale: Mapping[Year, tuple[Decimal, ...]]


def compared(subject: Subject) -> tuple[tuple[Seen, Amounts, Ratios, Years], ...]:
    """The rows of typed Examples with stated amounts and known ratios, and the years for which they count a waiver."""
    return subject.once(_compared)


def _compared(subject: Subject) -> tuple[tuple[Seen, Amounts, Ratios, Years], ...]:
    rows = ((seen, row) for seen in examples(subject) for row in seen.rows if seen.typed and (row.sold or row.kept))
    known = ((seen, row, ratios) for seen, row in rows if (ratios := ratios_for(subject, seen, row)))
    return tuple((seen, row, ratios, _years(subject, seen, row, ratios)) for seen, row, ratios in known)


def _years(subject: Subject, seen: Seen, row: Amounts, ratios: Ratios) -> Years:
    """The years for which amounts count a waiver: those that the Example says, or with a part of the last one."""
    whole = seen.waiver_years if ratios.net is not None else 0
    end, begins = last_end(subject, seen.fund, row.key), subject.effective(seen.placed.change)
    exact = years_through(begins, end.day) if whole and end and begins else Decimal(whole)
    ways: tuple[Years, ...] = (whole, exact) if abs(exact - whole) < 1 else (whole,)
    return min(ways, key=lambda years: misses(row, ratios, years))


def amount_at(row: Amounts, path: str) -> Dollars:
    """The amount that a row states at a path."""
    found: Dollars = next(value for value, at in (*row.sold.values(), *row.kept.values()) if at == path)
    return found


def fits(amounts: Amounts, ratios: Ratios, years: Years) -> bool:
    """Whether each amount is within a dollar of what ratios give with a waiver of so many years."""
    return not misses(amounts, ratios, years)


def misses(amounts: Amounts, ratios: Ratios, years: Years) -> int:
    """How many amounts are more than a dollar off what ratios give with a waiver of so many years."""
    return _misses(off_by(amounts, ratios, years))


def off_by(amounts: Amounts, ratios: Ratios, years: Years) -> Off:
    """How far each amount is from what ratios give with a waiver of so many years, and that, by the amount's path.

    Of the charges that there may be, those are taken that leave the fewest amounts off.
    """
    best: Off | None = None
    for way in _ways(amounts, ratios, years):
        off = dict(_off(amounts, ratios, years, way))
        if best is None or _misses(off) < _misses(best):
            best = off
        if not _misses(best):
            break
    return best or {}


def unconverted(amounts: Amounts, ratios: Ratios, years: Years) -> dict[str, Dollars]:
    """By path what the ten-year amounts are without a conversion that alone explains them and is not told.

    An amount that follows from a conversion into another class of the fund after some whole years is none of them.
    """
    if not ratios.may_convert:
        return {}
    found = {path: wanted for path, (off, wanted) in off_by(amounts, ratios, years).items() if off > 1}
    cheapest = min(ratios.others, default=max(ratios.total - _MOST_CHEAPER, _NOTHING))
    costs = replace(_costs(ratios, years, ratios.front_load or _NOTHING), becomes=cheapest, after=_CONVERTED_AFTER[0])
    least = cost_after(10, costs)
    ten = [shown["10"] for shown in (amounts.sold, amounts.kept) if "10" in shown]
    return {path: found[path] for value, path in ten if path in found and least - 1 <= value < found[path]}


def converted_cost(year: Year, ratios: Ratios, years: Years) -> Dollars | None:
    """The amount of a year with the conversion that the supplement tells; None where a ratio is not known."""
    told = next((one for one in ratios.becomes if one.total is not None), None)
    if told is None:
        return None
    costs = _costs(ratios, years, ratios.front_load or _NOTHING)
    return cost_after(int(year), replace(costs, becomes=told.total, after=told.after))


def _misses(off: Off) -> int:
    return sum(by > 1 for by, _ in off.values())


def _costs(ratios: Ratios, years: Years, front: Decimal) -> Costs:
    return Costs(ratios.total, ratios.net, years, front)


def _ways(amounts: Amounts, ratios: Ratios, years: Years) -> Iterator[_Way]:
    """The charges that there may be, the likeliest first.

    Where a table says what is charged at sale, that may have fallen until then, by quarters of a percent; a
    redemption fee is counted in all years or in none. Where no table says what is charged at all, a usual charge at
    purchase may be, or one at sale that is alike in all amounts.
    """
    front = ratios.front_load
    stated = amounts.row.deferred_load if amounts.row else {}
    rates: Mapping[Year, tuple[Decimal, ...]]
    if stated:
        rates = {year: (rate if isinstance(rate, Decimal) else _NOTHING,) for year, rate in stated.items()}
        yield from (_Way(load, rates) for load in _fronts(ratios))
    elif ratios.deferred_load is not None and front is not None:
        fallen = _quarters(ratios.deferred_load)
        for redemption in dict.fromkeys((_NOTHING, ratios.redemption)):
            rates = {year: tuple(redemption + rate for rate in fallen) for year in YEARS}
            yield from (_Way(load, rates) for load in _fronts(ratios))
    else:
        yield from (_Way(load, {}) for load in _fronts(ratios))
        if rates := _explained(amounts, _costs(ratios, years, _NOTHING)):
            yield _Way(_NOTHING, rates)


def _fronts(ratios: Ratios) -> tuple[Decimal, ...]:
    if ratios.front_load is None:
        return (_NOTHING, *_USUAL_LOADS)
    return tuple(dict.fromkeys((ratios.front_load, ratios.front_load + ratios.purchase)))


def _quarters(highest: Decimal) -> tuple[Decimal, ...]:
    """The rates from nothing to the highest, by quarters of a percent."""
    return (*(Decimal(number) / 4 for number in range(int(highest * 4) + 1)), highest)


def _explained(amounts: Amounts, costs: Costs) -> dict[Year, tuple[Decimal, ...]]:
    """The charges at sale, in quarters of a percent, that amounts may count; none where they may not.

    They fall with the years, or are a fee that stays the same. A typed Example that counts one also shows what shares
    cost that are kept (Instruction 4(f)).
    """
    rates: dict[Year, Decimal] = {}
    if amounts.row is not None and not amounts.kept:
        return {}
    for year, (value, _) in amounts.sold.items():
        run = project(int(year), costs)
        quarters = round((value - run.paid) * 400 / run.charged_on) if run.charged_on > 0 else 0
        rates[year] = Decimal(max(quarters, 0)) / 4
    falls = all(later <= earlier for earlier, later in pairwise(rates.values()))
    level = len(set(rates.values())) == 1 and max(rates.values()) <= _HIGHEST_LEVEL
    first, within = rates.get("1", _NOTHING), rates.get("5", rates.get("3", _NOTHING))
    ends = within < first <= _HIGHEST_DEFERRED and not rates.get("10")
    return {year: (rate,) for year, rate in rates.items()} if falls and (level or ends) else {}


def _off(amounts: Amounts, ratios: Ratios, years: Years, way: _Way) -> Iterator[tuple[str, tuple[Decimal, Dollars]]]:
    """By path how far each amount is off with the charges of a way, and the nearest that is right."""
    for shown, kept in ((amounts.sold, False), (amounts.kept, True)):
        for year, (value, path) in shown.items():
            rates = (_NOTHING,) if kept else way.at_sale.get(year, (_NOTHING,))
            nearest = min(_right(year, value, ratios, _costs(ratios, years, way.front), rates), key=lambda one: one[0])
            yield path, nearest


def _right(
    year: Year, value: Dollars, ratios: Ratios, costs: Costs, rates: tuple[Decimal, ...]
) -> Iterator[tuple[Decimal, Dollars]]:
    """The amounts of a year that are right, each with how far a value is from it: first that without a conversion."""
    plain = [cost_after(int(year), costs, rate) for rate in rates]
    yield from ((abs(value - one), one) for one in plain)
    for told in (one for one in ratios.becomes if one.after < int(year)):
        becoming = replace(costs, becomes=told.total or _NOTHING, after=told.after)
        for rate, highest in zip(rates, plain, strict=True):
            least = cost_after(int(year), becoming, rate)
            inside = told.total is None and least <= value <= highest
            yield (_NOTHING, value) if inside else (abs(value - least), least)
    if year == "10" and ratios.may_convert and all(abs(value - one) > 1 for one in plain):
        for total in ratios.others:
            for after in _CONVERTED_AFTER:
                one = cost_after(10, replace(costs, becomes=total, after=after))
                if abs(value - one) <= 1:
                    yield abs(value - one), one
