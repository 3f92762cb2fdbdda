"""The policy of investing a large part of the assets in what a fund's name says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.library.references import check_references
from generator.model.kinds.strategy import Strategy
from generator.wording.environment import load_wording
from tests.kinds.facts import TWO_FUNDS, approvals, counts, days, phrases, portions
from tests.kinds.round import house_of, round_trip, sentences

INVESTS = "The Harbor Point Growth Fund normally invests at least"
BORROWINGS = "net assets, plus any borrowings for investment purposes, in stocks"
NET = "80% of its net assets in stocks."


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, [f"80% of its {BORROWINGS}."]),
        ({"base": "net_assets"}, [NET]),
        ({"base": "total_assets"}, ["80% of its total assets in stocks."]),
        (
            {"derivatives": "market_value", "base": "net_assets"},
            [NET, "Derivatives with similar exposure count towards this policy at their market value."],
        ),
        (
            {"derivatives": "notional_value", "base": "net_assets", "fundamental": "yes"},
            [
                NET,
                "Derivatives with similar exposure count towards this policy at their notional value. "
                "The policy is fundamental: only a vote of shareholders can change it.",
            ],
        ),
        (
            {"former": {"percent": "66.5", "holdings": "U.S. bonds"}, "base": "net_assets"},
            [NET, "Until now the policy was to invest at least 66.5% in U.S. bonds."],
        ),
        (
            {"fundamental": "no", "notice_days": "1", "base": "net_assets"},
            [
                NET,
                "The policy is not fundamental: the Board of Trustees may change it without a vote of shareholders, on"
                " 1 day’s notice to them.",
            ],
        ),
        (
            {"fundamental": "no", "notice_days": "60", "notice_sent": "2026-07-01", "base": "net_assets"},
            [
                NET,
                "The policy is not fundamental: the Board of Trustees may change it without a vote of shareholders, on"
                " 60 days’ notice to them. Notice of the change was sent to shareholders on July 1, 2026.",
            ],
        ),
    ],
)
def test_each_fact_has_its_words(body: dict[str, Any], said: list[str]) -> None:
    document = round_trip("strategy", {"percent": "80.0%", "holdings": "stocks"} | body)
    assert sentences(document) == [f"{INVESTS} {said[0]}", *said[1:]]


def test_prose_may_follow() -> None:
    content = [{"strategy": {"percent": "80%", "base": "net_assets", "holdings": "U.S. bonds"}}, "It sells late."]
    document = round_trip("paragraph", "", change={"content": content})
    assert sentences(document) == [f"{INVESTS} 80% of its net assets in U.S. bonds.", "It sells late."]


def test_several_funds_are_each_fund() -> None:
    document = round_trip("strategy", {"percent": "80%", "base": "net_assets", "holdings": "stocks"}, **TWO_FUNDS)
    assert sentences(document) == ["Each Fund normally invests at least 80% of its net assets in stocks."]


@settings(max_examples=25, deadline=None)
@given(
    st.fixed_dictionaries(
        {"percent": portions, "holdings": phrases},
        optional={
            "base": st.sampled_from(["net_assets_and_borrowings", "net_assets", "total_assets"]),
            "derivatives": st.sampled_from(["market_value", "notional_value"]),
            "former": st.fixed_dictionaries({"percent": st.just("12.5%"), "holdings": phrases}),
            "notice_sent": days,
            "approval": approvals,
        },
    ),
    st.sampled_from([{}, {"fundamental": "yes"}])
    | st.fixed_dictionaries({"fundamental": st.just("no")}, optional={"notice_days": counts}),
)
def test_reads_back(body: dict[str, Any], policy: dict[str, Any]) -> None:
    if body.get("former", {}).get("holdings") != body["holdings"]:
        round_trip("strategy", body | policy)


@pytest.mark.parametrize(
    "body",
    [
        {"percent": "eighty", "holdings": "stocks"},
        {"percent": "0%", "holdings": "stocks"},
        {"percent": "301%", "holdings": "stocks"},
        {"percent": "80%", "holdings": "stocks", "base": "assets"},
        {"percent": "80%", "holdings": "stocks", "fundamental": "yes", "notice_days": "60"},
    ],
)
def test_wrong_input_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Strategy.model_validate(body)


def test_a_former_policy_that_is_the_new_one_is_found() -> None:
    body = {"percent": "80%", "holdings": "stocks", "former": {"percent": "80%", "holdings": "stocks"}}
    found = list(check_references(house_of("strategy", body), load_wording()))
    assert [one[:2] for one in found] == [("changes[0].content[0].strategy.former", "STR-02")]
