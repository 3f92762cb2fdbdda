"""How the figures of a fee table came about: which rows of a class add up, and what the waiver takes off."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from generator.model.fee_rows import FeeLine, captions_of, counted
from generator.model.schedule import effective_rate, rounded, slices_of
from generator.model.tier_working import PLACES, implied_line, words_of
from generator.model.values import Dollars, spell, spell_money
from generator.model.working import Line, Working

if TYPE_CHECKING:
    from generator.model.kinds.fee_table import FeeTable
    from generator.model.supplement import Change, House

#: The items as a working names them; counsel's captions are in the wording.
NAMES = {
    "front_load": "Sales Charge (Load) on Purchases",
    "deferred_load": "Deferred Sales Charge (Load)",
    "reinvested_load": "Sales Charge (Load) on Reinvested Dividends",
    "redemption_fee": "Redemption Fee",
    "exchange_fee": "Exchange Fee",
    "account_fee": "Account Fee",
    "management_fee": "Management Fees",
    "distribution_12b1": "12b-1 Fees",
    "other_expenses": "Other Expenses",
    "acquired_fund_fees": "Acquired Fund Fees and Expenses",
    "total": "Total Annual Operating Expenses",
    "waiver": "less Fee Waiver",
    "net": "Total After Fee Waiver",
}


def explain_fee(table: FeeTable, path: str, house: House, change: Change | None) -> Working | None:
    """The working of a figure in a fee table, by its path below the table; None for a path that is no figure's."""
    for item in table.shown_items():
        row = table.rows.get(item)
        parts = row.components if row else {}
        for key in table.columns(house, change):
            label = _class_name(key, house, change)
            if path == f"rows.{item}.{key}":
                title = f"{_name(item, row)}, {label}"
                lines = list(_lines(table, item, key)) or [("as stated", spell(table.figure(item, key)))]
                lines += _of_schedule(table, item, key, house, change)
                return _working(title, lines, table.figure(item, key))
            for name, line in parts.items():
                if path == f"rows.{item}.components.{name}.{key}":
                    figure = line.figure(key)
                    return _working(f"{_name(name, line)}, {label}", [("as stated", figure)], figure)
    return None


def _working(title: str, lines: list[Line], figure: Any) -> Working | None:
    return None if figure is None else Working(title, tuple(lines), figure)


def _class_name(key: str, house: House, change: Change | None) -> str:
    fund = house.fund_of(change)
    classes = fund.classes if fund else {}
    return classes[key].name if key in classes else fund.name if fund else key


def _name(item: str, line: FeeLine | None) -> str:
    own = line.caption if line else ""
    return own or NAMES.get(item) or item.replace("_", " ").capitalize()


def _lines(table: FeeTable, item: str, key: str) -> Iterator[Line]:
    """What a row's figure is made of; nothing where it is only stated."""
    row = table.rows.get(item)
    if item == "total":
        for one in counted(captions_of(table.rows)):
            figure = table.figure(one, key)
            yield _name(one, table.rows[one]), "not counted" if isinstance(figure, Dollars) else figure
    elif item == "net":
        yield _name("total", table.rows.get("total")), table.figure("total", key)
        yield _name("waiver", table.rows.get("waiver")), table.figure("waiver", key) or "None"
    elif row and row.components:
        for name, line in row.components.items():
            yield _name(name, line), line.figure(key)
    stated = row.figure(key) if row else None
    if stated is not None and (item in ("total", "net") or (row and row.components)):
        yield "as stated", stated


def _of_schedule(table: FeeTable, item: str, key: str, house: House, change: Change | None) -> Iterator[Line]:
    """What a schedule of the management fee in the same supplement says of the fee in the table."""
    figure, fund = table.figure(item, key), house.fund_key_of(change)
    if item != "management_fee" or not isinstance(figure, Decimal):
        return
    blocks = ((other, block) for other in house.supplement.changes for block in other.content)
    found = [block.body for other, block in blocks if block.kind == "fee_schedule" and house.fund_key_of(other) == fund]
    for schedule in found:
        slices = slices_of(schedule.tiers)
        if schedule.fee == "management" and slices:
            yield from ((words_of(one, schedule.method), "") for one in slices)
            yield implied_line(slices, figure, schedule.method)
            if assets := schedule.average_net_assets:
                rate = rounded(effective_rate(slices, assets, schedule.method), PLACES)
                yield f"effective rate on {spell_money(assets)}", rate
            return
