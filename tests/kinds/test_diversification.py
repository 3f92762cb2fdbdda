"""Diversification and structure of a fund."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.library.references import check_references
from generator.model.kinds.diversification import Diversification
from generator.wording.environment import load_wording
from tests.kinds.facts import TWO_FUNDS, approvals, phrases
from tests.kinds.round import house_of, round_trip, sentences

FUND = "The Harbor Point Growth Fund"
NOT_DIVERSIFIED = (
    f"{FUND} was diversified and is now non-diversified. It may put a larger part of its assets into the securities of "
    "a single issuer, so that one holding can change the value of its shares more than before."
)
DIVERSIFIED = (
    f"{FUND} was non-diversified and is now diversified. For three quarters of its assets, limits apply to what it may "
    "hold of a single issuer."
)
ALONE = f"{FUND} no longer invests through the master fund U.S. Master. It now holds its investments itself."
FEEDER = (
    f"{FUND} now invests all of its assets in the master fund U.S. Master. It no longer holds investments of its own."
)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"status": "non_diversified"}, [NOT_DIVERSIFIED]),
        ({"status": "diversified"}, [DIVERSIFIED]),
        ({"structure": "stand_alone", "master": "U.S. Master"}, [ALONE]),
        ({"status": "diversified", "structure": "feeder", "master": "U.S. Master"}, [DIVERSIFIED, FEEDER]),
        (
            {"status": "non_diversified", "approval": {"board": "2026-03-03"}},
            [f"{NOT_DIVERSIFIED} The Board of Trustees approved the change on March 3, 2026."],
        ),
        (
            {"structure": "feeder", "master": "U.S. Master", "approval": {"no_vote": "yes"}},
            [f"{FEEDER} The change needs no vote of shareholders."],
        ),
    ],
)
def test_each_fact_has_its_words(body: dict[str, Any], said: list[str]) -> None:
    assert sentences(round_trip("diversification", body)) == said


def test_several_funds_are_each_fund() -> None:
    said = sentences(round_trip("diversification", {"status": "diversified"}, **TWO_FUNDS))
    assert said == [DIVERSIFIED.replace(FUND, "Each Fund")]


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from([{}, {"status": "diversified"}, {"status": "non_diversified"}]),
    st.just({}) | st.fixed_dictionaries({"structure": st.sampled_from(["stand_alone", "feeder"]), "master": phrases}),
    st.just({}) | st.fixed_dictionaries({"approval": approvals}),
)
def test_reads_back(status: dict[str, Any], structure: dict[str, Any], approval: dict[str, Any]) -> None:
    if status or structure:
        round_trip("diversification", status | structure | approval)


@pytest.mark.parametrize(
    "body", [{}, {"structure": "feeder"}, {"status": "diversified", "master": "M"}, {"status": "x"}]
)
def test_wrong_input_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Diversification.model_validate(body)


def test_to_stop_being_diversified_needs_a_vote() -> None:
    body = {"status": "non_diversified", "approval": {"no_vote": "yes"}}
    found = list(check_references(house_of("diversification", body), load_wording()))
    assert [one[:2] for one in found] == [("changes[0].content[0].diversification.approval.no_vote", "APR-03")]
