"""Shares of one class that become shares of another."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kinds.facts import days, flags
from tests.kinds.family import families, some_funds, starts, whens
from tests.kinds.fees import findings
from tests.kinds.round import round_trip, sentences


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            {"date": "2026-11-20"},
            [
                "On November 20, 2026, all Class C shares of the Harbor Point Growth Fund will be converted to Class A"
                " shares of the same total value."
            ],
        ),
        (
            {"after": "8 years"},
            [
                "Class C shares of the Harbor Point Growth Fund are converted automatically to Class A shares of the"
                " same total value 8 years after their purchase."
            ],
        ),
        (
            {"after": "1 month", "previously": "12 months", "starts": "immediately"},
            [
                "Effective immediately, Class C shares of the Harbor Point Growth Fund are converted automatically to"
                " Class A shares of the same total value 1 month after their purchase (until now, 12 months)."
            ],
        ),
        (
            {"date": {"qualifier": "close_of_business", "date": "2026-11-20"}, "last_purchase": "2026-11-01"},
            [
                "As of the close of business on November 20, 2026, all Class C shares of the Harbor Point Growth Fund"
                " will be converted to Class A shares of the same total value.",
                "Class C shares are not sold after November 1, 2026.",
            ],
        ),
    ],
)
def test_a_conversion_is_said(body: dict[str, Any], said: list[str]) -> None:
    assert sentences(round_trip("class_conversion", {"from": "C", "to": "A"} | body)) == said


def test_several_funds_are_listed() -> None:
    body = {"from": "A", "to": "I", "date": "2026-11-20", "funds": ["growth", "income"], "taxable": "no"}
    said = sentences(round_trip("class_conversion", body, funds=["growth", "income"]))
    assert said[0].startswith("On November 20, 2026, all Class A shares of each of these Funds will be converted")
    assert said[1:3] == ["Harbor Point Growth Fund", "Harbor Point Income Fund"]


periods = st.builds(
    lambda number, unit: f"{number} {unit}s", st.integers(1, 99), st.sampled_from(["day", "month", "year"])
)
parts = {"charges_waived": flags, "taxable": flags}
plain = st.fixed_dictionaries({"funds": some_funds, "from": st.just("K3"), "to": st.just("K1")}, optional=parts)
on_a_day = st.fixed_dictionaries({"date": whens})
after_a_time = st.fixed_dictionaries(
    {"after": periods}, optional={"previously": st.just("111 months"), "starts": starts, "last_purchase": days}
)


@settings(max_examples=40, deadline=None)
@given(plain, on_a_day | after_a_time, families())
def test_reads_back(body: dict[str, Any], when: dict[str, Any], family: dict[str, Any]) -> None:
    round_trip("class_conversion", body | when, **family)


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ({}, ["CVN-01"]),
        ({"after": "8 years", "date": "2026-11-20"}, ["CVN-01"]),
        ({"date": "2026-11-20", "previously": "8 years"}, ["CVN-02"]),
        ({"after": "8 years", "previously": "8 years"}, ["CVN-03"]),
        ({"after": "eight years"}, ["DAT-12"]),
        ({"after": "0 years"}, ["DAT-12"]),
        ({"after": "8 years", "to": "C"}, ["CLS-05"]),
        ({"after": "8 years", "to": "Z"}, ["CLS-01"]),
    ],
)
def test_contradictions_are_found(body: dict[str, Any], codes: list[str]) -> None:
    assert findings("class_conversion", {"from": "C", "to": "A"} | body) == codes


def test_classes_that_funds_name_differently_are_found() -> None:
    funds = {
        "a": {"name": "Fund A", "classes": {"A": "A", "C": "C"}},
        "b": {"name": "Fund B", "classes": {"A": "A", "C": "Z"}},
    }
    body = {"from": "C", "to": "A", "after": "8 years", "funds": ["a", "b"]}
    registrant = {"name": "Harbor Point Funds", "funds": funds}
    assert findings("class_conversion", body, registrant=registrant, funds=["a", "b"]) == ["CLS-05"]
