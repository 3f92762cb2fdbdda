"""What the share classes cost, as far as the supplement itself has fee tables of them."""

from __future__ import annotations

from decimal import Decimal

from generator.checks.subject import Subject
from generator.model.by_class import WHOLE
from generator.model.kinds.fee_table import FeeTable


def totals_by_class(subject: Subject) -> dict[tuple[str, str], Decimal]:
    """The total annual expenses in percent, after waivers, by keys of fund and class."""
    found: dict[tuple[str, str], Decimal] = {}
    for placed, table in subject.typed(FeeTable):
        fund = subject.house.fund_key_of(placed.change)
        item = "net" if "waiver" in table.rows else "total"
        for key in table.columns(subject.house, placed.change) if fund else ():
            figure = table.figure(item, key)
            if key != WHOLE and fund and isinstance(figure, Decimal):
                found[fund, key] = figure
    return found
