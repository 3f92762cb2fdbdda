"""Funds and classes that are closed to investors, and opened again."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.kinds.fund_closing import EXCEPTIONS
from tests.kinds.facts import flags
from tests.kinds.family import families, some_classes, some_funds, starts
from tests.kinds.fees import findings
from tests.kinds.round import names, round_trip, sentences

TWO = {"funds": ["growth", "income"]}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, ["Effective October 30, 2026, the Harbor Point Growth Fund is closed to new investors."]),
        (
            {"starts": "immediately", "classes": "C", "closed_to": "all_purchases"},
            ["Effective immediately, Class C shares of the Harbor Point Growth Fund are closed to all purchases."],
        ),
        (
            {"starts": {"qualifier": "close_of_business", "date": "2026-10-30"}, "classes": ["A", "C", "I"]},
            [
                "Effective as of the close of business on October 30, 2026, Class A, Class C and Class I shares of the"
                " Harbor Point Growth Fund are closed to new investors."
            ],
        ),
        (
            TWO | {"starts": {"qualifier": "on_or_about", "date": "2026-10-30"}, "classes": ["A", "I"]},
            [
                "Effective on or about October 30, 2026, Class A and Class I shares of each of these Funds are closed"
                " to new investors:",
                "Harbor Point Growth Fund",
                "Harbor Point Income Fund",
            ],
        ),
        (
            {"exceptions": ["shareholders", "the Friends of the Harbor, Inc."], "may_refuse": "yes"},
            [
                "Effective October 30, 2026, the Harbor Point Growth Fund is closed to new investors.",
                "As exceptions, the closed shares can still be bought by:",
                "shareholders who held shares at the time of the closing",
                "the Friends of the Harbor, Inc.",
                "Any purchase may be refused, even one that an exception to this closing would allow.",
            ],
        ),
    ],
)
def test_a_closing_is_said(body: dict[str, Any], said: list[str]) -> None:
    assert sentences(round_trip("fund_closing", {"starts": "2026-10-30"} | body)) == said


def test_a_reopening_is_said() -> None:
    body = {"starts": "2026-10-30", "closed_since": "2020-01-02", "open_to": "all_purchases", "may_close": "yes"}
    assert sentences(round_trip("fund_reopening", body)) == [
        "Effective October 30, 2026, the Harbor Point Growth Fund, closed since January 2, 2020, is open again to"
        " purchases by all investors.",
        "The shares that are offered again may be closed to investors at any later time, without further notice.",
    ]


closings = st.fixed_dictionaries(
    {"starts": starts, "funds": some_funds, "classes": some_classes},
    optional={
        "closed_to": st.sampled_from(["new_investors", "all_purchases"]),
        "exceptions": st.lists(st.sampled_from(EXCEPTIONS) | names, max_size=4, unique=True),
        "more_exceptions": flags,
        "may_refuse": flags,
    },
)
reopenings = st.fixed_dictionaries(
    {"starts": st.just("immediately") | st.just("2036-01-05"), "funds": some_funds, "classes": some_classes},
    optional={
        "open_to": st.sampled_from(["new_investors", "all_purchases"]),
        "closed_since": st.just("2020-02-29"),
        "may_close": flags,
    },
)


@settings(max_examples=40, deadline=None)
@given(closings, families())
def test_a_closing_reads_back(body: dict[str, Any], family: dict[str, Any]) -> None:
    round_trip("fund_closing", body, **family)


@settings(max_examples=40, deadline=None)
@given(reopenings, families())
def test_a_reopening_reads_back(body: dict[str, Any], family: dict[str, Any]) -> None:
    round_trip("fund_reopening", body, **family)


@pytest.mark.parametrize(
    ("kind", "body", "codes"),
    [
        ("fund_closing", {"funds": "nobody"}, ["CMB-01"]),
        ("fund_closing", {"classes": "Z"}, ["CLS-01"]),
        ("fund_closing", TWO | {"classes": "C"}, ["CLS-01", "CLS-05"]),
        ("fund_closing", {"starts": {"qualifier": "on"}}, ["DAT-03"]),
        ("fund_closing", {"starts": {"qualifier": "immediately", "date": "2026-10-30"}}, ["DAT-03"]),
    ],
)
def test_contradictions_are_found(kind: str, body: dict[str, Any], codes: list[str]) -> None:
    assert findings(kind, {"starts": "2026-10-30"} | body) == codes
