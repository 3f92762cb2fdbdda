"""Minimum investments, and how orders are taken and paid."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kinds.facts import flags
from tests.kinds.family import clocks, families, minimums, some_classes, some_funds
from tests.kinds.fees import amounts, findings
from tests.kinds.round import names, round_trip, sentences

ONE = {"accounts": [{"account": "Regular accounts", "initial": "$2,500", "subsequent": "None"}]}
TABLE = ["Type of Account | Minimum First Investment | Minimum Later Investment", "Regular accounts | $2,500 | None"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, []),
        (
            {"cut_off": "16:00"},
            [
                "An order that is received in good order before 4:00 p.m. Eastern time is carried out at the price of"
                " that day; a later one, at the price of the next business day."
            ],
        ),
        (
            {"paid_within": "1 day"},
            [
                "The proceeds of a redemption are normally sent within 1 business day after the order is received in"
                " good order."
            ],
        ),
        (
            {"least_balance": "$500", "notice": "60 days"},
            ["An account whose value falls below $500 because of redemptions may be closed, after notice of 60 days."],
        ),
        ({"wire_fee": "$15"}, ["Proceeds that are sent by wire cost a fee of $15."]),
    ],
)
def test_each_fact_has_its_sentence(body: dict[str, Any], said: list[str]) -> None:
    start = "The minimum investments in the Harbor Point Growth Fund are:"
    assert sentences(round_trip("minimums", ONE | body)) == [start, *TABLE, *said]


def test_several_funds_are_listed_below_the_table() -> None:
    body = ONE | {"funds": ["growth", "income"], "classes": ["A", "I"]}
    assert sentences(round_trip("minimums", body, funds=["growth", "income"])) == [
        "The minimum investments in Class A and Class I shares of each of the Funds named below are:",
        *TABLE,
        "These minimums apply to:",
        "Harbor Point Growth Fund",
        "Harbor Point Income Fund",
    ]


accounts = st.fixed_dictionaries({"account": names, "initial": minimums, "subsequent": minimums})
bodies = st.fixed_dictionaries(
    {
        "funds": some_funds,
        "classes": some_classes,
        "accounts": st.lists(accounts, min_size=1, max_size=4, unique_by=lambda one: one["account"]),
    },
    optional={
        "cut_off": clocks,
        "paid_within": st.integers(1, 9).map(lambda number: f"{number} days"),
        "in_kind": flags,
        "signature_above": amounts,
        "wire_fee": amounts,
        "least_balance": amounts,
    },
)


@settings(max_examples=40, deadline=None)
@given(bodies, st.booleans(), families())
def test_reads_back(body: dict[str, Any], notice: bool, family: dict[str, Any]) -> None:
    if notice and "least_balance" in body:
        body = body | {"notice": "2 months"}
    round_trip("minimums", body, **family)


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ({"accounts": ONE["accounts"] * 2}, ["TBL-02"]),
        ({"notice": "60 days"}, ["SEC-13"]),
        ({"paid_within": "2 months"}, ["DAT-12"]),
        ({"cut_off": "4 pm"}, ["DAT-12"]),
        ({"cut_off": "24:00"}, ["DAT-12"]),
        ({"classes": "Z"}, ["CLS-01"]),
    ],
)
def test_wrong_input_is_found(body: dict[str, Any], codes: list[str]) -> None:
    assert findings("minimums", ONE | body) == codes
