"""New share classes: tickers, minimums, who may buy them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kinds.family import CLASSES, FUNDS, families, minimums, starts
from tests.kinds.fees import findings
from tests.kinds.round import REGISTRANT, names, round_trip, sentences

START = "Effective October 30, 2026, these classes of shares are offered for the first time:"


def test_columns_without_any_value_are_left_out() -> None:
    assert sentences(round_trip("class_launch", {"starts": "2026-10-30", "classes": [{"class": "I"}]})) == [
        "Effective October 30, 2026, this class of shares is offered for the first time:",
        "Fund | Class",
        "Harbor Point Growth Fund | Class I",
    ]


def test_a_class_has_ticker_minimums_and_who_may_buy_it() -> None:
    plans = {"class": "I", "ticker": "ABCDX", "initial": "$1 million", "eligible": "plans, and others"}
    assert sentences(round_trip("class_launch", {"starts": "2026-10-30", "classes": [plans, {"class": "C"}]})) == [
        START,
        "Fund | Class | Ticker | Minimum First Investment | Minimum Later Investment",
        "Harbor Point Growth Fund | Class I | ABCDX | $1 million | ",
        "Harbor Point Growth Fund | Class C |  |  | ",
        "This class can be bought only by certain investors:",
        "Class I shares of the Harbor Point Growth Fund: plans, and others",
    ]


def test_several_classes_may_be_for_certain_investors() -> None:
    classes = [{"class": one, "eligible": "plans"} for one in "IC"]
    said = sentences(round_trip("class_launch", {"starts": "2026-10-30", "classes": classes}))
    assert said[0] == START and said[4] == "These classes can be bought only by certain investors:"


def test_a_declared_ticker_is_shown() -> None:
    fund = {"name": "Harbor Point Growth Fund", "classes": {"A": {"name": "Class A", "ticker": "HPGAX"}}}
    registrant = REGISTRANT | {"funds": {"growth": fund}}
    said = sentences(
        round_trip("class_launch", {"starts": "2026-10-30", "classes": [{"class": "A"}]}, registrant=registrant)
    )
    assert said[1:] == ["Fund | Class | Ticker", "Harbor Point Growth Fund | Class A | HPGAX"]


new_classes = st.fixed_dictionaries(
    {"fund": st.sampled_from(FUNDS), "class": st.sampled_from(CLASSES)},
    optional={"ticker": names, "initial": minimums, "subsequent": minimums, "eligible": names},
)
launches = st.fixed_dictionaries(
    {
        "starts": starts,
        "classes": st.lists(new_classes, min_size=1, max_size=5, unique_by=lambda new: (new["fund"], new["class"])),
    }
)


@settings(max_examples=40, deadline=None)
@given(launches, families())
def test_reads_back(body: dict[str, Any], family: dict[str, Any]) -> None:
    round_trip("class_launch", body, **family)


@pytest.mark.parametrize(
    ("classes", "codes"),
    [
        ([{"class": "Z"}], ["CLS-01"]),
        ([{"class": "A", "fund": "nobody"}], ["CMB-01"]),
        ([{"class": "A"}, {"class": "A", "fund": "growth"}], ["CLS-05"]),
        ([{"class": "A", "initial": "much"}], ["NUM-14"]),
    ],
)
def test_wrong_input_is_found(classes: list[Any], codes: list[str]) -> None:
    assert findings("class_launch", {"starts": "2026-10-30", "classes": classes}) == codes


def test_a_class_of_no_plain_fund_is_found() -> None:
    body = {"starts": "2026-10-30", "classes": [{"class": "A"}]}
    assert findings("class_launch", body, funds=["growth", "income"]) == ["CMB-01"]
