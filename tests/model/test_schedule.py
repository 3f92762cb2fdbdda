"""What tiers come to: fees, effective rates, the assets that a rate implies, and how schedules differ."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.schedule import (
    Slice,
    effective_rate,
    fee_on,
    implied_assets,
    rounded,
    shifts,
    slices_of,
    uniform_shift,
)
from generator.model.tiers import Method, Tier
from generator.model.values import Dollars

MILLION = 10**6


def schedule(*rates: str, ends: tuple[int, ...] = ()) -> tuple[Slice, ...]:
    """Slices with ends in millions, checked as tiers."""
    tiers = [Tier(up_to=Dollars(end * MILLION), rate=Decimal(rate)) for end, rate in zip(ends, rates, strict=False)]
    return slices_of([*tiers, Tier(rate=Decimal(rates[-1]))])


SMALL_CAP = schedule("0.88", "0.83", ends=(500,))
#: A schedule with seven slices, and the former one.
WIDE = schedule("0.90", "0.80", "0.75", "0.70", "0.63", "0.58", "0.55", ends=(100, 200, 300, 500, 1000, 1500))
FORMER = schedule("1.00", "0.90", "0.85", "0.80", "0.73", "0.68", "0.65", ends=(100, 200, 300, 500, 1000, 1500))


@pytest.mark.parametrize(
    ("assets", "fee", "effective", "shown"),
    [
        (250, "2.200", "0.8800", "0.88"),
        (500, "4.400", "0.8800", "0.88"),
        (600, "5.230", "0.8717", "0.87"),
        (750, "6.475", "0.8633", "0.86"),
        (1000, "8.550", "0.8550", "0.86"),
        (1500, "12.700", "0.8467", "0.85"),
        (2000, "16.850", "0.8425", "0.84"),
    ],
)
def test_each_slice_pays_its_own_rate(assets: int, fee: str, effective: str, shown: str) -> None:
    amount = Decimal(assets * MILLION)
    assert fee_on(SMALL_CAP, amount) == Decimal(fee) * MILLION
    assert rounded(effective_rate(SMALL_CAP, amount), 4) == Decimal(effective)
    assert rounded(effective_rate(SMALL_CAP, amount), 2) == Decimal(shown)


@pytest.mark.parametrize(("assets", "effective"), [(250, "0.83"), (1000, "0.70"), (2000, "0.6325")])
def test_seven_slices_come_to_what_the_fund_family_says(assets: int, effective: str) -> None:
    assert effective_rate(WIDE, Decimal(assets * MILLION)) == Fraction(effective)


def test_of_a_cliff_all_assets_pay_the_rate_of_the_slice_in_which_they_end() -> None:
    assets = Decimal("500.01") * MILLION
    assert rounded(Fraction(fee_on(SMALL_CAP, assets)) / MILLION, 2) == Decimal("4.40")
    assert rounded(Fraction(fee_on(SMALL_CAP, assets, "cliff")) / MILLION, 2) == Decimal("4.15")
    assert fee_on(SMALL_CAP, Decimal(500 * MILLION), "cliff") == Decimal("4.40") * MILLION


@pytest.mark.parametrize(
    ("shown", "least", "most"),
    [
        ("0.88", "0", "556"),
        ("0.87", "556", "714"),
        ("0.86", "714", "1000"),
        ("0.85", "1000", "1667"),
        ("0.83", "5000", None),
    ],
)
def test_a_rate_that_is_shown_implies_assets(shown: str, least: str, most: str | None) -> None:
    assets = implied_assets(SMALL_CAP, Decimal(shown))
    assert assets
    assert rounded(assets.least / MILLION, 0) == Decimal(least)
    assert (None if assets.most is None else rounded(assets.most / MILLION, 0)) == (Decimal(most) if most else None)


@pytest.mark.parametrize("shown", ["0.82", "0.89"])
def test_a_rate_beyond_the_schedule_implies_no_assets(shown: str) -> None:
    assert implied_assets(SMALL_CAP, Decimal(shown)) is None


def test_a_cliff_implies_the_slices_of_the_rate() -> None:
    assets = implied_assets(SMALL_CAP, Decimal("0.83"), "cliff")
    assert assets and (assets.least, assets.most) == (500 * MILLION, None)
    assert implied_assets(SMALL_CAP, Decimal("0.86"), "cliff") is None


def test_a_schedule_that_moves_as_a_whole_moves_by_one_step() -> None:
    assert uniform_shift(FORMER, WIDE) == Decimal("-0.10")
    assert uniform_shift(SMALL_CAP, WIDE) is None


def test_shifts_are_told_for_every_part_of_the_assets() -> None:
    told = [(one.above, one.up_to, one.by) for one in shifts(schedule("0.75", "0.70", ends=(500,)), schedule("0.70"))]
    assert told == [(0, 500 * MILLION, Decimal("-0.05")), (500 * MILLION, None, Decimal("0.00"))]


def test_tiers_that_are_no_schedule_have_no_slices() -> None:
    end = Dollars(MILLION)
    assert slices_of([]) == slices_of([Tier(up_to=end, rate=Decimal(1))]) == slices_of([Tier(rate="None")]) == ()
    assert slices_of([Tier(up_to=end, rate=Decimal(1)), Tier(up_to=end, rate=Decimal(1)), Tier(rate=Decimal(1))]) == ()


@st.composite
def schedules(draw: st.DrawFn) -> tuple[Slice, ...]:
    ends = tuple(sorted(draw(st.lists(st.integers(1, 5000), max_size=4, unique=True))))
    rates = draw(st.lists(st.integers(1, 300), min_size=len(ends) + 1, max_size=len(ends) + 1))
    return schedule(*(str(Decimal(rate) / 100) for rate in rates), ends=ends)


methods: st.SearchStrategy[Method] = st.sampled_from(["marginal", "cliff"])


@given(schedules(), st.integers(1, 20_000), methods)
def test_assets_lie_among_those_that_their_rate_implies(slices: tuple[Slice, ...], assets: int, method: Method) -> None:
    amount = Decimal(assets * MILLION)
    implied = implied_assets(slices, rounded(effective_rate(slices, amount, method), 2), method)
    assert implied and implied.least <= amount
    assert implied.most is None or amount <= implied.most


@given(st.integers(-10_000, 10_000), st.integers(1, 999))
def test_halves_are_rounded_up(numerator: int, denominator: int) -> None:
    value = Fraction(numerator, denominator)
    off = Fraction(rounded(value, 2)) - value
    assert Fraction(-1, 200) < off <= Fraction(1, 200)
