"""How and when shares are priced."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.kinds.pricing import HOLDINGS, METHODS, REASONS
from tests.kinds.facts import flags
from tests.kinds.family import clocks
from tests.kinds.fees import findings
from tests.kinds.round import names, round_trip, sentences

PRICED = (
    "Net asset value per share is calculated at 4:00 p.m. Eastern time on each day on which the New York Stock Exchange"
    " is open.{} An order receives the first price that is calculated after it was received in good order."
)
FAIR = "Where market quotations are not readily available or are not reliable,"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, [PRICED.format("")]),
        (
            {"early_close": "yes"},
            [PRICED.format(" On days when the exchange closes early, it is calculated at that earlier time.")],
        ),
        (
            {"holidays": ["Martin Luther King, Jr. Day", "Labor Day"]},
            [
                PRICED.format(""),
                "Shares are not priced on weekends, nor on the days on which the exchange observes these holidays:",
                "Martin Luther King, Jr. Day",
                "Labor Day",
            ],
        ),
        (
            {
                "valuation": [
                    {"holding": "debt", "method": "pricing_service"},
                    {"holding": "Gold", "method": "last_sale"},
                ]
            },
            [
                PRICED.format(""),
                "Where market quotations are readily available, holdings are valued as follows:",
                "Holding | Valued at",
                "Debt securities | A price from an independent pricing service",
                "Gold | The last sale price",
            ],
        ),
        (
            {"fair_value": {"made_by": "board", "reasons": "halted"}},
            [
                PRICED.format(""),
                f"{FAIR} the Board of Trustees values holdings in good faith at fair value.",
                "Fair value may be used, for example, when:",
                "trading in a security has been halted",
            ],
        ),
        (
            {"fair_value": {"may_differ": "yes"}},
            [
                PRICED.format(""),
                f"{FAIR} the Adviser, as the valuation designee of the Board of Trustees, values holdings in good faith"
                " at fair value. The fair value of a holding can differ from the price at which it is later sold.",
            ],
        ),
    ],
)
def test_each_fact_has_its_sentence(body: dict[str, Any], said: list[str]) -> None:
    assert sentences(round_trip("pricing", {"time": "16:00"} | body)) == said


def known_or_named(known: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from(known) | names


rows = st.fixed_dictionaries({"holding": known_or_named(HOLDINGS), "method": known_or_named(METHODS)})
fair_values = st.fixed_dictionaries(
    {"made_by": st.sampled_from(["adviser", "board"])},
    optional={"reasons": st.lists(known_or_named(REASONS), max_size=3), "may_differ": flags},
)
bodies = st.fixed_dictionaries(
    {"time": clocks},
    optional={
        "exchange": names,
        "early_close": flags,
        "holidays": st.lists(names, max_size=3, unique=True),
        "valuation": st.lists(rows, max_size=3, unique_by=lambda row: row["holding"]),
        "fair_value": fair_values,
        "foreign_markets": flags,
    },
)


@settings(max_examples=40, deadline=None)
@given(bodies)
def test_reads_back(body: dict[str, Any]) -> None:
    round_trip("pricing", body)


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ({"time": "4 o'clock"}, ["DAT-12"]),
        ({"holidays": ["Labor Day", "Labor Day"]}, ["TBL-02"]),
        ({"valuation": [{"holding": "debt", "method": "last_sale"}] * 2}, ["TBL-02"]),
    ],
)
def test_wrong_input_is_found(body: dict[str, Any], codes: list[str]) -> None:
    assert findings("pricing", {"time": "16:00"} | body) == codes
