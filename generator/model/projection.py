"""What an investment costs over years: the average balance method behind the Example (Form N-1A Item 3)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from generator.model.values import Dollars

#: The Example's assumptions: an investment of $10,000 that returns 5% each year.
INVESTMENT, GROWTH = Decimal(10_000), Decimal("0.05")
#: Digits that hold ten years of products without rounding.
_DIGITS = 120


@dataclass(frozen=True, slots=True)
class Costs:
    """What a class charges, in percent: the yearly ratio, the ratio while a waiver lasts, a load at purchase."""

    total: Decimal
    net: Decimal | None = None
    waiver_years: int = 0
    front_load: Decimal = Decimal(0)

    def ratio(self, year: int) -> Decimal:
        """The ratio of a year, as a fraction; a waiver counts only while it lasts (Instruction 4(a))."""
        waived = self.net is not None and year <= self.waiver_years
        return (self.net if waived and self.net is not None else self.total) / 100


def cost_after(years: int, costs: Costs, deferred_load: Decimal = Decimal(0)) -> Dollars:
    """The dollars paid over some years, sold at their end with a deferred load in percent; rounded once, half up.

    Why the average balance: of the methods in use, it alone gives the figures that funds publish. The deferred load is
    charged on the lower of what was invested and what it is worth at the end.
    """
    with localcontext() as context:
        context.prec = _DIGITS
        load = INVESTMENT * costs.front_load / 100
        invested = balance = INVESTMENT - load
        paid = load
        for year in range(1, years + 1):
            opening, ratio = balance, costs.ratio(year)
            balance = opening * (1 + GROWTH - ratio)
            paid += ratio * (opening + balance) / 2
        paid += min(invested, balance) * deferred_load / 100
        return Dollars(paid.quantize(Decimal(1), ROUND_HALF_UP))
