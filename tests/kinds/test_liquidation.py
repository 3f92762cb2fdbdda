"""The liquidation of funds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kinds.facts import flags
from tests.kinds.family import families, ordered_days, qualifiers, some_funds
from tests.kinds.fees import findings
from tests.kinds.round import round_trip, sentences

ONE = {"board_date": "2026-08-12", "liquidation": {"qualifier": "on_or_about", "date": "2026-11-20"}}
DAY = "The liquidation is expected to take place on or about November 20, 2026 (the “Liquidation Date”)."


def paid(form: str) -> str:
    return (
        "On the Liquidation Date, after it has paid or provided for its debts, the Liquidating Fund will distribute its"
        f" remaining assets to its shareholders, {form}, in proportion to the shares that they hold."
    )


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, [DAY, paid("in cash")]),
        ({"distribution": "cash_or_kind"}, [DAY, paid("in cash or in kind")]),
        (
            {"last_purchase": "2026-10-01", "reinvestment": "yes"},
            [
                f"{DAY} The Liquidating Fund accepts no purchases after October 1, 2026, except that distributions are"
                " still reinvested.",
                paid("in cash"),
            ],
        ),
        (
            {"exchanges": "no"},
            [
                DAY,
                "Until the Liquidation Date, shareholders may redeem their shares, but cannot exchange them.",
                paid("in cash"),
            ],
        ),
        (
            {"cash_from": "2026-11-02", "fee_waivers": "continue"},
            [
                DAY,
                "From November 2, 2026, the Liquidating Fund will turn its holdings into cash and cash equivalents.",
                paid("in cash"),
                "The Adviser will keep all fee waivers and expense limits of the Liquidating Fund in force until the"
                " Liquidation Date.",
            ],
        ),
    ],
)
def test_each_fact_has_its_sentence(body: dict[str, Any], said: list[str]) -> None:
    assert sentences(round_trip("liquidation", ONE | body)) == [
        "On August 12, 2026, the Board of Trustees of Harbor Point Funds approved a plan to liquidate and terminate the"
        " Harbor Point Growth Fund (the “Liquidating Fund”).",
        *said,
    ]


def test_the_day_of_the_approval_need_not_be_told() -> None:
    said = sentences(round_trip("liquidation", {"liquidation": "2026-11-20"}))
    assert said[0].startswith("The Board of Trustees of Harbor Point Funds has approved a plan to liquidate and")


def test_several_funds_are_listed() -> None:
    said = sentences(round_trip("liquidation", ONE | {"funds": ["growth", "income"]}, funds=["growth", "income"]))
    assert said[0].endswith(
        "approved a plan to liquidate and terminate each of the following (each a “Liquidating Fund”):"
    )
    assert said[1:3] == ["Harbor Point Growth Fund", "Harbor Point Income Fund"]
    assert "each Liquidating Fund will distribute" in said[-1]


@st.composite
def liquidations(draw: st.DrawFn) -> dict[str, Any]:
    days = draw(ordered_days)
    body: dict[str, Any] = {
        "funds": draw(some_funds),
        "liquidation": {"qualifier": draw(qualifiers), "date": days[4]},
    }
    parts: dict[str, st.SearchStrategy[str]] = {
        "board_date": st.just(days[0]),
        **dict.fromkeys(("exchanges", "charges_waived", "may_deviate", "taxable", "rollover"), flags),
        "last_purchase": st.just(days[1]),
        "cash_from": st.just(days[2]),
        "distribution": st.sampled_from(["cash", "cash_or_kind"]),
        "fee_waivers": st.sampled_from(["continue", "end"]),
        "borne_by": st.sampled_from(["adviser", "fund"]),
    }
    body |= {key: draw(values) for key, values in parts.items() if draw(st.booleans())}
    return body | ({"reinvestment": draw(flags)} if "last_purchase" in body else {})


@settings(max_examples=40, deadline=None)
@given(liquidations(), families())
def test_reads_back(body: dict[str, Any], family: dict[str, Any]) -> None:
    round_trip("liquidation", body, **family)


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ({"funds": "nobody"}, ["CMB-01"]),
        ({"funds": ["growth", "growth"]}, ["CMB-01"]),
        ({"liquidation": "immediately"}, []),
        ({"reinvestment": "yes"}, ["SEC-13"]),
    ],
)
def test_contradictions_are_found(body: dict[str, Any], codes: list[str]) -> None:
    assert findings("liquidation", ONE | body) == codes
