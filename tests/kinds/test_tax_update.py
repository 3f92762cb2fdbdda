"""Changes of tax rules and of other law."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.model.kinds.tax_update import TaxUpdate
from tests.kinds.facts import days, phrases
from tests.kinds.round import names, round_trip, sentences


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, "The tax rules on dividends will be different from January 1, 2027 on. What changes:"),
        ({"area": "law"}, "The law on dividends will be different from January 1, 2027 on. What changes:"),
        (
            {"source": "the U.S. Revenue Act"},
            "The tax rules on dividends will be different from January 1, 2027 on. "
            "This is laid down in the U.S. Revenue Act. What changes:",
        ),
    ],
)
def test_each_fact_has_its_words(body: dict[str, Any], said: str) -> None:
    facts = {"subject": "dividends", "effective": "2027-01-01", "facts": ["They are taxed.", "Forms are new."]}
    assert sentences(round_trip("tax_update", facts | body)) == [said, "They are taxed.", "Forms are new."]


@settings(max_examples=25, deadline=None)
@given(
    st.fixed_dictionaries(
        {"subject": names, "effective": days, "facts": st.lists(names, min_size=1, max_size=4)},
        optional={"source": phrases, "area": st.sampled_from(["tax", "law"])},
    )
)
def test_reads_back(body: dict[str, Any]) -> None:
    round_trip("tax_update", body)


@pytest.mark.parametrize(
    "body", [{"facts": []}, {"facts": ["x"], "area": "duty"}, {"facts": ["x"], "effective": "2027"}, {"facts": [""]}]
)
def test_wrong_input_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        TaxUpdate.model_validate({"subject": "dividends", "effective": "2027-01-01"} | body)
