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
    """What a class charges, in percent: the yearly ratio, the ratio while a waiver lasts, a load at purchase.

    `becomes` is the ratio of the class that its shares are converted into after so many years.
    """

    total: Decimal
    net: Decimal | None = None
    waiver_years: Decimal | int = 0
    front_load: Decimal = Decimal(0)
    becomes: Decimal | None = None
    after: int = 0

    def ratio(self, year: int) -> Decimal:
        """The ratio of a year, as a fraction; a waiver counts only while it lasts (Instruction 4(a)).

        In a year in which it ends it counts for its part of the year.
        """
        if self.becomes is not None and year > self.after:
            return self.becomes / 100
        if self.net is None:
            return self.total / 100
        waived = min(max(self.waiver_years - (year - 1), 0), 1)
        return (self.total - waived * (self.total - self.net)) / 100


@dataclass(frozen=True, slots=True)
class Year:
    """One year of a projection, in exact dollars; the ratio is a fraction."""

    number: int
    opening: Decimal
    ratio: Decimal
    closing: Decimal
    cost: Decimal  # the ratio of the average of opening and closing


@dataclass(frozen=True, slots=True)
class Projection:
    """What is paid over some years, in exact dollars: at purchase, year by year, and when the shares are sold."""

    front_load: Decimal
    years: tuple[Year, ...]
    charged_on: Decimal  # what a deferred load is a percentage of
    deferred_load: Decimal
    paid: Decimal

    @property
    def cost(self) -> Dollars:
        """The whole dollars paid; rounded once, half up."""
        return Dollars(self.paid.quantize(Decimal(1), ROUND_HALF_UP))


def project(
    years: int, costs: Costs, deferred_load: Decimal = Decimal(0), investment: Decimal = INVESTMENT
) -> Projection:
    """The projection over some years, sold at their end with a deferred load in percent.

    Why the average balance: of the methods in use, it alone gives the figures that funds publish. The deferred load is
    charged on the lower of what was invested and what it is worth at the end.
    """
    with localcontext() as context:
        context.prec = _DIGITS
        load = investment * costs.front_load / 100
        invested = balance = investment - load
        run: list[Year] = []
        for number in range(1, years + 1):
            opening, ratio = balance, costs.ratio(number)
            balance = opening * (1 + GROWTH - ratio)
            run.append(Year(number, opening, ratio, balance, ratio * (opening + balance) / 2))
        charged_on = min(invested, balance)
        deferred = charged_on * deferred_load / 100
        paid = sum((year.cost for year in run), load) + deferred
        return Projection(load, tuple(run), charged_on, deferred, paid)


def cost_after(
    years: int, costs: Costs, deferred_load: Decimal = Decimal(0), investment: Decimal = INVESTMENT
) -> Dollars:
    """The dollars paid over some years, sold at their end with a deferred load in percent; see `project`."""
    return project(years, costs, deferred_load, investment).cost
