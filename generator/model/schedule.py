"""What a schedule of rates comes to at given assets, and what a rate that is stated says of the assets: exactly.

Why fractions: a fee divided by assets need not end, and what is shown is rounded once, half up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.tiers import Method, Tier

#: Half of the last digit of a rate as it is shown, in percent.
HALF = Fraction(1, 200)


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of net assets in dollars, with its yearly rate in percent; the last has no end."""

    above: Decimal
    up_to: Decimal | None
    rate: Decimal


@dataclass(frozen=True, slots=True)
class Shift:
    """A part of net assets with its rate before and now, in percent."""

    above: Decimal
    up_to: Decimal | None
    old: Decimal
    new: Decimal

    @property
    def by(self) -> Decimal:
        """By how much the rate rises; below zero where it falls."""
        return self.new - self.old


@dataclass(frozen=True, slots=True)
class Assets:
    """Net assets in dollars, from just above or exactly `least` up to and including `most`; None: without an end."""

    least: Fraction
    most: Fraction | None


def rounded(value: Fraction, places: int) -> Decimal:
    """A number rounded half up to decimal places."""
    scaled = value * 10**places
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(units).scaleb(-places)


def slices_of(tiers: Sequence[Tier]) -> tuple[Slice, ...]:
    """The slices of tiers; none where the tiers are no schedule, out of order or without a rate."""
    below, found = Decimal(0), []
    for index, tier in enumerate(tiers):
        last = index == len(tiers) - 1
        if not isinstance(tier.rate, Decimal) or (tier.up_to is None) != last:
            return ()
        if tier.up_to is not None and tier.up_to <= below:
            return ()
        found.append(Slice(below, tier.up_to, tier.rate))
        below = tier.up_to if tier.up_to is not None else below
    return tuple(found)


def fee_on(slices: Iterable[Slice], assets: Decimal, method: Method = "marginal") -> Decimal:
    """The yearly fee on net assets, in exact dollars.

    Marginal: each slice pays its own rate. Cliff: all assets pay the rate of the slice in which they end.
    """
    reached = [one for one in slices if assets > one.above]
    if method == "cliff":
        return assets * reached[-1].rate / 100 if reached else Decimal(0)
    tops = (assets if one.up_to is None else min(assets, one.up_to) for one in reached)
    return sum(((top - one.above) * one.rate / 100 for one, top in zip(reached, tops, strict=True)), Decimal(0))


def effective_rate(slices: Iterable[Slice], assets: Decimal, method: Method = "marginal") -> Fraction:
    """The fee on net assets above zero as an exact percentage of them."""
    return Fraction(fee_on(slices, assets, method)) * 100 / Fraction(assets)


def implied_assets(slices: Sequence[Slice], shown: Decimal, method: Method = "marginal") -> Assets | None:
    """The net assets at which a schedule comes to a rate as it is shown, with two decimals; None where at none.

    Where rates fall and rise again, the assets between the least and the most that do.
    """
    low, high = Fraction(shown) - HALF, Fraction(shown) + HALF
    parts = [part for one in slices if (part := _within(slices, one, low, high, method))]
    if not parts:
        return None
    most = None if any(part.most is None for part in parts) else max(part.most for part in parts if part.most)
    return Assets(min(part.least for part in parts), most)


def _within(slices: Sequence[Slice], one: Slice, low: Fraction, high: Fraction, method: Method) -> Assets | None:
    """The assets in a slice whose effective rate is at least `low` and below `high`.

    There the effective rate is rate + extra / assets: it moves towards the slice's own rate, in one direction.
    """
    least, rate = Fraction(one.above), Fraction(one.rate)
    ends = [] if one.up_to is None else [Fraction(one.up_to)]
    extra = Fraction(fee_on(slices, one.above)) * 100 - rate * least if method == "marginal" else Fraction(0)
    if extra == 0:
        return Assets(least, next(iter(ends), None)) if low <= rate < high else None
    near, far = (high, low) if extra > 0 else (low, high)
    if (near - rate) * extra <= 0:
        return None
    least = max(least, extra / (near - rate))
    if (far - rate) * extra > 0:
        ends.append(extra / (far - rate))
    most = min(ends, default=None)
    return Assets(least, most) if most is None or least < most else None


def shifts(old: Sequence[Slice], new: Sequence[Slice]) -> tuple[Shift, ...]:
    """The old and new rate of every part of net assets, from the first dollar up."""
    ends = sorted({one.up_to for one in (*old, *new) if one.up_to is not None})
    found, above = [], Decimal(0)
    for up_to in (*ends, None):
        found.append(Shift(above, up_to, _rate_above(old, above), _rate_above(new, above)))
        above = up_to if up_to is not None else above
    return tuple(found)


def _rate_above(slices: Sequence[Slice], assets: Decimal) -> Decimal:
    return next(one.rate for one in slices if one.up_to is None or assets < one.up_to)


def uniform_shift(old: Sequence[Slice], new: Sequence[Slice]) -> Decimal | None:
    """By how much every rate rises, where that is the same at every level of assets; else None."""
    steps = {shift.by for shift in shifts(old, new)}
    return steps.pop() if len(steps) == 1 else None
