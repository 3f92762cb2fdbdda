"""What an investment costs over years: the figures that funds published, and each part of a projection."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from generator.model.projection import Costs, cost_after, project

YEARS = (1, 3, 5, 10)


def costs(total: str, net: str | None = None, waiver_years: int = 0, load: str = "0") -> Costs:
    return Costs(Decimal(total), Decimal(net) if net else None, waiver_years, Decimal(load))


@pytest.mark.parametrize(
    ("charged", "wanted"),
    [
        (costs("0.14"), [14, 45, 79, 179]),  # Vanguard California Long-Term, Investor Shares
        (costs("0.89"), [91, 284, 493, 1096]),
        (costs("1.14"), [116, 362, 628, 1386]),
        (costs("1.04"), [106, 331, 574, 1271]),
        (costs("1.26", "1.07", 1), [109, 381, 673, 1506]),  # a waiver that ends after a year
        (costs("1.26", "1.07", 10), [109, 340, 590, 1306]),
        (costs("1.26"), [128, 400, 692, 1523]),
        (costs("1.10", load="5.75"), [681, 905, 1146, 1838]),
        (costs("0.54"), [55, 173, 302, 677]),
    ],
)
def test_costs_are_those_that_funds_publish(charged: Costs, wanted: list[int]) -> None:
    assert [cost_after(years, charged) for years in YEARS] == wanted


@pytest.mark.parametrize(
    ("charged", "wanted"),
    [
        (costs("1.14", load="5.75"), [68, 92, 117, 188]),  # Franklin Global Health Care, Class I, 1998
        (costs("1.92", load="1.00"), [29, 70, 113, 232]),  # Class II, if the shares are kept
    ],
)
def test_a_thousand_dollars_cost_what_funds_published_before_ten_were_asked_for(
    charged: Costs, wanted: list[int]
) -> None:
    assert [cost_after(years, charged, investment=Decimal(1000)) for years in YEARS] == wanted


def test_a_waiver_that_ends_within_a_year_counts_for_its_part_of_it() -> None:
    charged = Costs(Decimal("1.26"), Decimal("1.07"), Decimal("1.5"))
    assert [charged.ratio(year) * 100 for year in (1, 2, 3)] == [Decimal("1.07"), Decimal("1.165"), Decimal("1.26")]
    assert [cost_after(years, charged) for years in YEARS] == [109, 371, 664, 1497]


def test_a_charge_at_sale_comes_on_top_in_the_year_of_the_sale() -> None:
    kept, sold = costs("1.92", load="1.00"), Decimal("0.99")
    assert cost_after(1, kept, sold, Decimal(1000)) - cost_after(1, kept, investment=Decimal(1000)) == 10


def test_a_deferred_load_is_charged_on_the_lower_of_what_was_invested_and_what_it_is_worth() -> None:
    gaining, losing = costs("1.00"), costs("7.00")
    assert project(1, gaining, Decimal("1.00")).charged_on == 10_000
    assert project(1, losing, Decimal("1.00")).charged_on == Decimal("9800.0000")
    assert cost_after(1, losing, Decimal("1.00")) - cost_after(1, losing) == 98


def test_the_parts_of_a_projection_are_exact_and_add_up() -> None:
    projection = project(10, costs("1.135", "0.987", 2, "5.75"), Decimal("0.25"))
    years = projection.years
    assert [year.number for year in years] == list(range(1, 11))
    assert [year.ratio for year in years] == [Decimal("0.00987")] * 2 + [Decimal("0.01135")] * 8
    assert projection.front_load == 575
    assert years[0].opening == 9425
    assert all(one.closing == following.opening for one, following in pairwise(years))
    assert years[0].cost == Decimal("0.00987") * (years[0].opening + years[0].closing) / 2
    assert abs(projection.paid - sum(year.cost for year in years) - 575 - projection.deferred_load) < Decimal("1e-20")


def test_half_a_dollar_is_rounded_up() -> None:
    half = costs("0.005", load="0.00")  # 0.00005 of an average of 10,249.75
    assert project(1, half).paid == Decimal("0.005") / 100 * (10_000 + 10_000 * Decimal("1.04995")) / 2
    assert cost_after(1, costs("0", load="0.005")) == 1  # 50 cents
