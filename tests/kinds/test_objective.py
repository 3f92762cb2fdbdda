"""A new investment objective, in all its wordings."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.library.references import check_references
from generator.model.kinds.objective import Objective
from generator.wording.environment import load_wording
from tests.kinds.facts import TWO_FUNDS, approvals, counts, phrases
from tests.kinds.round import house_of, round_trip, sentences

FUND = "The Harbor Point Growth Fund"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, []),
        ({"old": "current income"}, ["Until now the objective was current income."]),
        ({"fundamental": "yes"}, ["The objective is fundamental: only a vote of shareholders can change it."]),
        (
            {"fundamental": "no"},
            ["The objective is not fundamental: the Board of Trustees may change it without a vote of shareholders."],
        ),
        (
            {"fundamental": "no", "notice_days": "60", "old": "income"},
            [
                "The objective is not fundamental: the Board of Trustees may change it without a vote of shareholders, "
                "on 60 days’ notice to them. Until now the objective was income."
            ],
        ),
        (
            {"approval": {"board": "2026-03-03", "shareholders": "2026-06-18"}},
            [
                "The Board of Trustees approved the change on March 3, 2026. Shareholders approved the change on"
                " June 18, 2026."
            ],
        ),
        (
            {"approval": {"meeting": "2026-12-10"}},
            ["Shareholders will vote on the change at a meeting on December 10, 2026."],
        ),
        ({"approval": {"no_vote": "yes"}}, ["The change needs no vote of shareholders."]),
    ],
)
def test_each_fact_has_its_sentence(body: dict[str, Any], said: list[str]) -> None:
    document = round_trip("objective", {"new": "long-term growth of U.S. capital"} | body)
    assert sentences(document) == [f"{FUND} seeks long-term growth of U.S. capital.", *said]


def test_several_funds_are_each_fund() -> None:
    assert sentences(round_trip("objective", {"new": "growth"}, **TWO_FUNDS)) == ["Each Fund seeks growth."]


@settings(max_examples=25, deadline=None)
@given(
    st.fixed_dictionaries({"new": phrases}, optional={"old": phrases, "approval": approvals}),
    st.sampled_from([{}, {"fundamental": "yes"}])
    | st.fixed_dictionaries({"fundamental": st.just("no")}, optional={"notice_days": counts}),
)
def test_reads_back(body: dict[str, Any], policy: dict[str, Any]) -> None:
    if body.get("old") != body["new"]:
        round_trip("objective", body | policy)


@pytest.mark.parametrize(
    "body",
    [
        {"new": "growth."},
        {"new": "x", "notice_days": "60"},
        {"new": "x", "fundamental": "no", "notice_days": "sixty"},
        {"new": "x", "approval": {}},
        {"new": "x", "approval": {"meeting": "2026-12-10", "no_vote": "yes"}},
    ],
)
def test_wrong_input_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Objective.model_validate(body)


@pytest.mark.parametrize(
    ("body", "finding"),
    [
        ({"new": "growth", "old": "growth"}, ("changes[0].content[0].objective.old", "OBJ-02")),
        (
            {"new": "growth", "fundamental": "yes", "approval": {"no_vote": "yes"}},
            ("changes[0].content[0].objective.approval.no_vote", "APR-03"),
        ),
    ],
)
def test_contradictions_are_found(body: dict[str, Any], finding: tuple[str, str]) -> None:
    found = list(check_references(house_of("objective", body), load_wording()))
    assert [one[:2] for one in found] == [finding]
