"""Leave to invest in something: how much, what for, what it is and what it risks."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.model.kinds.investment_permission import InvestmentPermission
from tests.kinds.facts import TWO_FUNDS, flags, phrases, portions
from tests.kinds.round import names, round_trip, sentences

FUND = "The Harbor Point Growth Fund may invest"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, ["without a limit of its own in U.S. swaps."]),
        ({"limit": "33.33%", "base": "net_assets"}, ["up to 33.33% of its net assets in U.S. swaps."]),
        ({"limit": "5", "base": "total_assets"}, ["up to 5% of its total assets in U.S. swaps."]),
        ({"purpose": "manage cash"}, ["without a limit of its own in U.S. swaps in order to manage cash."]),
        (
            {"principal": "yes"},
            ["without a limit of its own in U.S. swaps.", "This is one of its principal investment strategies."],
        ),
        (
            {"principal": "no"},
            ["without a limit of its own in U.S. swaps.", "This is not one of its principal investment strategies."],
        ),
        (
            {"description": "A swap. Really."},
            ["without a limit of its own in U.S. swaps.", "About these investments. A swap. Really."],
        ),
        (
            {"risks": ["a fall in value", "no buyers"]},
            ["without a limit of its own in U.S. swaps.", "Their risks include:", "a fall in value", "no buyers"],
        ),
    ],
)
def test_each_fact_has_its_words(body: dict[str, Any], said: list[str]) -> None:
    first, *rest = said
    assert sentences(round_trip("investment_permission", {"instrument": "U.S. swaps"} | body)) == [
        f"{FUND} {first}",
        *rest,
    ]


def test_several_funds_are_each_fund() -> None:
    document = round_trip("investment_permission", {"instrument": "swaps"}, **TWO_FUNDS)
    assert sentences(document) == ["Each Fund may invest without a limit of its own in swaps."]


@settings(max_examples=25, deadline=None)
@given(
    st.fixed_dictionaries(
        {"instrument": phrases},
        optional={
            "purpose": phrases,
            "principal": flags,
            "description": names,
            "risks": st.lists(names, min_size=1, max_size=3),
        },
    ),
    st.just({}) | st.fixed_dictionaries({"limit": portions, "base": st.sampled_from(["net_assets", "total_assets"])}),
)
def test_reads_back(body: dict[str, Any], limit: dict[str, Any]) -> None:
    round_trip("investment_permission", body | limit)


@pytest.mark.parametrize("body", [{"limit": "10%"}, {"base": "net_assets"}, {"limit": "-1%", "base": "net_assets"}])
def test_wrong_input_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        InvestmentPermission.model_validate({"instrument": "swaps"} | body)
