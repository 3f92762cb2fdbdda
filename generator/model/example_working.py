"""How an amount of the Example came about: year by year, with what is paid at purchase and at sale."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.model.by_class import label_of
from generator.model.projection import GROWTH, INVESTMENT, Projection
from generator.model.values import Dollars, spell
from generator.model.working import Line, Working, cents, show, whole

if TYPE_CHECKING:
    from generator.model.kinds.example import Example, ExampleRow, Year
    from generator.model.supplement import Change, House


def explain_example(example: Example, path: str, house: House, change: Change | None) -> Working | None:
    """The working of an amount, by its path below the Example (`rows.A.amounts.3`); None for other paths."""
    for key, row in example.rows.items():
        for year in example.years:
            for kept in (False, True):
                if path == f"rows.{key}.{'no_redemption' if kept else 'amounts'}.{year}":
                    name = label_of(key, house, change).value
                    return _explain(row, year, kept, int(example.waiver_years or 0), name)
    return None


def _explain(row: ExampleRow, year: Year, kept: bool, waiver_years: int, name: str) -> Working | None:
    amount = row.amount(year, kept, waiver_years)
    if amount is None:
        return None
    title = f"{year} {'year' if year == '1' else 'years'}, {name}, {'kept' if kept else 'sold'}"
    projection = row.projection(year, kept, waiver_years)
    lines = list(_lines(row, projection, kept, year)) if projection else []
    stated = (row.no_redemption if kept else row.amounts).get(year)
    if projection and stated is not None:
        lines.append(("rounded once, half up", projection.cost))
    if stated is not None:
        lines.append(("as stated", stated))
    return Working(title, tuple(lines), amount)


def _lines(row: ExampleRow, projection: Projection, kept: bool, year: Year) -> Iterator[Line]:
    """Opening balance, ratio, closing balance and cost of each year, the loads, and their sum."""
    yield "invested", Dollars(INVESTMENT)
    if projection.front_load:
        yield f"sales charge of {spell(row.front_load)} at purchase", cents(projection.front_load)
    for one in projection.years:
        ratio = one.ratio * 100
        yield f"year {one.number}: opening balance", cents(one.opening)
        steps = f"{_percent(GROWTH * 100)} up and {_percent(ratio)} down"
        yield f"year {one.number}: closing balance, {steps}", cents(one.closing)
        yield f"year {one.number}: {_percent(ratio)} of their average", cents(one.cost)
    if projection.deferred_load:
        rate = spell(row.deferred_load.get(year))
        base = show(whole(projection.charged_on))
        yield f"sales charge of {rate} at sale, on {base}", cents(projection.deferred_load)
    yield "sum, exact to the last digit", cents(projection.paid)


def _percent(rate: Decimal) -> str:
    return f"{rate.normalize():f}%"
