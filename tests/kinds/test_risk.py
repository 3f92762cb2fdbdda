"""Risks that are added, replaced or removed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.document.canonical import shown_text
from generator.document.nodes import Document, Paragraph, Strong
from generator.library.references import check_references
from generator.model.kinds.risk import Risk
from generator.wording.environment import load_wording
from tests.kinds.facts import flags
from tests.kinds.round import house_of, names, round_trip, sentences

ONE = [{"name": "U.S. Treasury Risk", "text": "It may fall. In short: it may."}]
TWO = [*ONE, {"name": "Sector Risk", "text": "Whole sectors fall."}]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"risks": ONE}, "The following risk is new."),
        ({"risks": ONE, "principal": "yes"}, "The following principal risk is new."),
        ({"risks": TWO, "principal": "no"}, "The following 2 non-principal risks are new."),
        ({"risks": ONE, "extent": "summary"}, "The following risk, described in summary, is new."),
        (
            {"risks": ONE, "extent": "full", "replaces": "Old Risk"},
            "The following risk, described in full, takes the place of “Old Risk”.",
        ),
        (
            {"risks": TWO, "principal": "yes", "replaces": ["A Risk", "B Risk", "C Risk"]},
            "The following 2 principal risks take the place of “A Risk”, “B Risk” and “C Risk”.",
        ),
        ({"replaces": ["A Risk"]}, "The list of risks no longer names “A Risk”."),
        (
            {"replaces": ["A Risk", "B Risk"], "principal": "yes", "extent": "full"},
            "The list of principal risks, described in full, no longer names “A Risk” and “B Risk”.",
        ),
    ],
)
def test_each_fact_has_its_words(body: dict[str, Any], said: str) -> None:
    texts = [f"{risk['name']}: {risk['text']}" for risk in body.get("risks", [])]
    assert sentences(round_trip("risk", body)) == [said, *texts]


def test_the_name_runs_into_the_text_in_bold() -> None:
    def bold(document: Document) -> str:
        paragraph = document.blocks[-1]
        assert isinstance(paragraph, Paragraph)
        return shown_text([child for child in paragraph.children if isinstance(child, Strong)])

    assert bold(round_trip("risk", {"risks": ONE})) == "U.S. Treasury Risk:"


def test_a_paragraph_with_a_colon_after_the_last_risk_is_prose() -> None:
    content = [{"risk": {"risks": ONE}}, "Please note: this is no risk.", {"risk": {"risks": TWO}}]
    document = round_trip("paragraph", "", change={"content": content})
    assert "Please note: this is no risk." in sentences(document)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries({"name": names, "text": names}), min_size=1, max_size=4, unique_by=lambda r: r["name"]
    ),
    st.fixed_dictionaries(
        {},
        optional={
            "principal": flags,
            "extent": st.sampled_from(["summary", "full"]),
            "replaces": st.lists(names, min_size=1, max_size=4),
        },
    ),
)
def test_reads_back(risks: list[dict[str, str]], body: dict[str, Any]) -> None:
    round_trip("risk", body | {"risks": risks})
    if "replaces" in body:
        round_trip("risk", body)


@pytest.mark.parametrize(
    "body",
    [{}, {"principal": "yes"}, {"risks": [{"name": "A: Risk", "text": "x"}]}, {"risks": ONE, "extent": "short"}],
)
def test_wrong_input_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Risk.model_validate(body)


def test_a_risk_given_twice_is_found() -> None:
    found = list(check_references(house_of("risk", {"risks": [*ONE, *ONE]}), load_wording()))
    assert [one[:2] for one in found] == [("changes[0].content[0].risk.risks[1].name", "RSK-03")]
