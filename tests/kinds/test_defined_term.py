"""Terms that get a meaning, or a new one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.library.references import check_references
from generator.model.kinds.defined_term import DefinedTerm
from generator.wording.environment import load_wording
from tests.kinds.facts import phrases
from tests.kinds.round import house_of, names, round_trip, sentences

TERM = {"term": "Qualified Investor", "meaning": "one with $1 million in the United States"}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, ["The term “Qualified Investor” means one with $1 million in the United States."]),
        (
            {"former": "anyone"},
            [
                "The term “Qualified Investor” means one with $1 million in the United States.",
                "Until now it meant anyone.",
            ],
        ),
        (
            {"replaces": "Buyer", "meaning": "anyone"},
            ["The term “Qualified Investor”, which takes the place of the term “Buyer”, means anyone."],
        ),
    ],
)
def test_each_fact_has_its_sentence(body: dict[str, Any], said: list[str]) -> None:
    assert sentences(round_trip("defined_term", TERM | body)) == said


@settings(max_examples=25, deadline=None)
@given(
    st.fixed_dictionaries({"term": names, "meaning": phrases}, optional={"former": phrases, "replaces": names}).filter(
        lambda body: body.get("former") != body["meaning"] and body.get("replaces") != body["term"]
    )
)
def test_reads_back(body: dict[str, Any]) -> None:
    round_trip("defined_term", body)


@pytest.mark.parametrize("body", [{"term": "A"}, {"meaning": "b"}, {"term": "", "meaning": "b"}])
def test_wrong_input_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        DefinedTerm.model_validate(body)


def test_a_change_that_changes_nothing_is_found() -> None:
    body = {"term": "A", "meaning": "b", "former": "b", "replaces": "A"}
    found = list(check_references(house_of("defined_term", body), load_wording()))
    assert [one[1] for one in found] == ["TRM-01", "TRM-02"]
