"""Investment restrictions that are added, deleted or replaced."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.library.references import check_references
from generator.model.kinds.restriction import Restriction
from generator.wording.environment import load_wording
from tests.kinds.facts import approvals, flags
from tests.kinds.round import house_of, names, round_trip, sentences


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            {"action": "added", "fundamental": "yes", "number": "(7)", "text": "No loans."},
            ["Fundamental investment restriction (7) is added.", "From now on it says: No loans."],
        ),
        (
            {"action": "replaced", "fundamental": "no", "number": "B.3", "text": "No loans.", "former": "Loans."},
            [
                "Non-fundamental investment restriction B.3 is replaced.",
                "Until now it said: Loans.",
                "From now on it says: No loans.",
            ],
        ),
        ({"action": "deleted", "fundamental": "yes"}, ["A fundamental investment restriction is deleted."]),
        (
            {"action": "deleted", "fundamental": "no", "former": "No loans.", "approval": {"no_vote": "yes"}},
            [
                "A non-fundamental investment restriction is deleted. The change needs no vote of shareholders.",
                "Until now it said: No loans.",
            ],
        ),
    ],
)
def test_each_fact_has_its_words(body: dict[str, Any], said: list[str]) -> None:
    assert sentences(round_trip("restriction", body)) == said


@settings(max_examples=25, deadline=None)
@given(
    st.one_of(
        st.fixed_dictionaries({"action": st.just("added"), "text": names}),
        st.fixed_dictionaries({"action": st.just("replaced"), "text": names}, optional={"former": names}),
        st.fixed_dictionaries({"action": st.just("deleted")}, optional={"former": names}),
    ),
    st.fixed_dictionaries(
        {"fundamental": flags}, optional={"number": st.sampled_from(["7", "(12)", "A", "2-b"]), "approval": approvals}
    ),
)
def test_reads_back(texts: dict[str, Any], body: dict[str, Any]) -> None:
    if texts.get("text") != texts.get("former"):
        round_trip("restriction", body | texts)


@pytest.mark.parametrize(
    "body",
    [
        {"action": "added"},
        {"action": "deleted", "text": "No loans."},
        {"action": "added", "text": "No loans.", "former": "Loans."},
        {"action": "deleted", "number": "the seventh"},
        {"action": "moved", "text": "No loans."},
    ],
)
def test_wrong_input_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Restriction.model_validate({"fundamental": "no"} | body)


def test_contradictions_are_found() -> None:
    body = {"action": "replaced", "fundamental": "yes", "text": "No.", "former": "No.", "approval": {"no_vote": "yes"}}
    found = list(check_references(house_of("restriction", body), load_wording()))
    assert [one[:2] for one in found] == [
        ("changes[0].content[0].restriction.former", "RES-04"),
        ("changes[0].content[0].restriction.approval.no_vote", "APR-03"),
    ]
