"""Rules about single changes of fees: what does not change, what moves the other way, what pays more than it gets."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.checks.breach import Breach
from generator.checks.rules._charges import spell_figure
from generator.checks.rules._fee_tables import charges_of
from generator.checks.rules._schedules import schedules
from generator.checks.subject import Subject
from generator.model.kinds.distribution_fee_change import DistributionFeeChange
from generator.model.kinds.sales_charges import SalesCharges
from generator.model.kinds.sub_advisory_fee import SubAdvisoryFee
from generator.model.schedule import Shift, shifts, slices_of
from generator.model.values import spell_money


def unchanged(subject: Subject) -> Iterator[Breach]:
    """A distribution or service fee is said to change, and does not.

    FEE-24 | error | certain | Rule 12b-1; arithmetic

    Compares `previous:` with `new:` of each class; None and N/A are both nothing.

    Why: the sentence says that a fee falls from 0.25% to 0.25%.

    Fails:

        distribution_fee_change:
          rates:
            A: {previous: 0.25%, new: 0.25%}

    Mend: write another `new:` rate, or leave the class out.
    """
    for placed, changed in subject.typed(DistributionFeeChange):
        for key, rate in changed.rates.items():
            if _number(rate.previous) == _number(rate.new):
                yield Breach(f"{placed.path}.rates.{key}", f"the fee is {spell_figure(rate.new)} before and after")


def dearer_sub_adviser(subject: Subject) -> Iterator[Breach]:
    """The adviser pays a sub-adviser more than the fund pays the adviser.

    FEE-34 | warning | likely | Form N-1A Item 10(a): the sub-adviser is paid out of the management fee

    Compares the lowest rate of a sub-advisory fee with the highest management fee in the fund's fee table. Against a
    schedule of management fees TIER-14 compares, level by level of net assets.

    Why: the rates are probably those of the other contract.

    Fails:

        - fee_table: {rows: {management_fee: 0.40%, other_expenses: 0.10%}}
        - sub_advisory_fee:
            sub_adviser: Lighthouse Capital Partners, Inc.
            tiers: [{rate: 0.45%}]

    Mend: correct the rates; where the adviser does pay more than it gets, say so and waive this.
    """
    for fee in schedules(subject):
        lowest = min((one.rate for one in fee.now.slices), default=Decimal(0))
        for one in charges_of(subject, fee.fund) if fee.fee == "sub_advisory" else ():
            cells = one.cells("management_fee")
            highest = max((cell.rate for cell in cells if cell.rate is not None), default=None)
            if highest is not None and lowest > highest:
                message = f"{lowest}% or more is paid, and {highest}% received"
                yield Breach(fee.now.path, message, also=((cells[0].path, "the management fee"),))


def other_direction(subject: Subject) -> Iterator[Breach]:
    """A sub-advisory fee moves otherwise than the supplement says.

    FEE-35 | error | likely | arithmetic

    Compares the new rates with those before, slice by slice of net assets: with `direction:`, and with the part of
    net assets that `assets:` says is the one that changes.

    Why: shareholders are told that a fee falls which rises, or falls elsewhere.

    Fails:

        sub_advisory_fee:
          sub_adviser: Lighthouse Capital Partners, Inc.
          direction: reduced
          tiers: [{rate: 0.45%}]
          previous: [{rate: 0.40%}]

    Mend: correct the rates, `direction:` or `assets:`.
    """
    for placed, fee in subject.typed(SubAdvisoryFee):
        old, new = slices_of(fee.previous), slices_of(fee.tiers)
        moved = [one for one in shifts(old, new) if one.by] if old and new else []
        for one in moved:
            if (one.by < 0) != (fee.direction == "reduced"):
                message = f"the fee is {fee.direction}, and goes from {one.old}% to {one.new}% {_above(one)}"
                yield Breach(f"{placed.path}.direction", message, also=((f"{placed.path}.tiers", "the rates here"),))
                break
            elif fee.assets and not _within(one, fee.assets.above, fee.assets.up_to):
                message = f"the rate also goes from {one.old}% to {one.new}% {_above(one)}"
                yield Breach(f"{placed.path}.assets", message, also=((f"{placed.path}.tiers", "the rates here"),))
                break


def reallowance(subject: Subject) -> Iterator[Breach]:
    """Dealers get more than the sales charge.

    FEE-38 | error | likely | arithmetic: the reallowance is a part of the charge; Form N-1A Items 12(a) and 19

    Compares `reallowance:` of each band with its rate. Where nothing is charged, dealers may be paid by the
    distributor.

    Why: what dealers get is a part of what investors pay.

    Fails:

        bands:
          - {below: "$50,000", rate: 4.50%, reallowance: 5.00%}
          - {rate: None, reallowance: None}

    Mend: correct one of the two; they are often swapped.
    """
    for placed, sales in subject.typed(SalesCharges):
        for at, band in enumerate(sales.initial.bands if sales.initial else ()):
            if _number(band.reallowance) > _number(band.rate) > 0:
                message = f"dealers get {spell_figure(band.reallowance)} of a charge of {spell_figure(band.rate)}"
                yield Breach(f"{placed.path}.initial.bands[{at}].reallowance", message)


def rising_charge(subject: Subject) -> Iterator[Breach]:
    """A sales charge rises with the amount that is bought, or with the years that shares are held.

    FEE-39 | warning | likely | Rule 22d-1; convention: quantity discounts, and deferred charges that fall

    Compares each rate with the one before it.

    Why: larger purchases and longer holdings are never charged more; two rates are swapped or one is mistyped.

    Fails:

        sales_charges:
          deferred:
            share_class: all
            rates: [4.00%, 2.00%, 3.00%]

    Mend: correct the rate.
    """
    for placed, sales in subject.typed(SalesCharges):
        bands = [band.rate for band in sales.initial.bands] if sales.initial else []
        steps = list(sales.deferred.rates) if sales.deferred else []
        for path, rates in (("initial.bands[{}].rate", bands), ("deferred.rates[{}]", steps)):
            for at, (before, rate) in enumerate(pairwise(rates), 1):
                if _number(rate) > _number(before):
                    message = f"{spell_figure(rate)} after {spell_figure(before)}"
                    yield Breach(f"{placed.path}.{path.format(at)}", message)


def _number(rate: object) -> Decimal:
    """A rate for comparing: words for nothing are zero."""
    return rate if isinstance(rate, Decimal) else Decimal(0)


def _above(one: Shift) -> str:
    return f"above {spell_money(one.above)}" if one.above else "from the first dollar"


def _within(one: Shift, above: Decimal, up_to: Decimal | None) -> bool:
    return one.above >= above and (up_to is None or (one.up_to is not None and one.up_to <= up_to))
