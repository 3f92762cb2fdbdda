"""Words and figures that are set right."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.model.kinds.correction import Correction
from tests.kinds.round import names, round_trip, sentences

WORDS = {"where": "Page 12, line 3", "wrong": "May 1, 2025", "right": "May 1, 2026"}
FIGURE = {"where": "the table “Fees”", "what": "Other Expenses of Class A", "wrong": "0.98%", "right": "0.89%"}
AMOUNT = {"where": "the section “Fees”", "what": "the first purchase", "wrong": "$100,000", "right": "$10 million"}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"words": [WORDS]}, ["Page 12, line 3: The words “May 1, 2025” are wrong and should read “May 1, 2026”."]),
        (
            {"figures": [FIGURE, AMOUNT]},
            [
                "In the table “Fees”, the figure for Other Expenses of Class A should be 0.89%, not 0.98%.",
                "In the section “Fees”, the figure for the first purchase should be $10 million, not $100,000.",
            ],
        ),
        (
            {"words": [WORDS, WORDS], "figures": [FIGURE | {"wrong": "None"}]},
            [
                "Page 12, line 3: The words “May 1, 2025” are wrong and should read “May 1, 2026”.",
                "Page 12, line 3: The words “May 1, 2025” are wrong and should read “May 1, 2026”.",
                "In the table “Fees”, the figure for Other Expenses of Class A should be 0.89%, not None.",
            ],
        ),
    ],
)
def test_each_slip_has_its_sentence(body: dict[str, Any], said: list[str]) -> None:
    assert sentences(round_trip("correction", body)) == said


rates = st.decimals("0.00", "20.00", places=2).map(lambda rate: f"{rate}%")
slips = st.fixed_dictionaries({"where": names, "wrong": names, "right": names}).filter(
    lambda s: s["wrong"] != s["right"]
)
figures = st.fixed_dictionaries({"where": names, "what": names, "wrong": rates, "right": rates}).filter(
    lambda slip: slip["wrong"] != slip["right"]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(slips, max_size=3), st.lists(figures, max_size=3))
def test_reads_back(words: list[dict[str, str]], figures: list[dict[str, str]]) -> None:
    if words or figures:
        round_trip("correction", {"words": words, "figures": figures})


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"words": [WORDS | {"right": WORDS["wrong"]}]},
        {"figures": [FIGURE | {"right": "0.98"}]},
        {"figures": [FIGURE | {"right": "98 basis points"}]},
    ],
)
def test_wrong_input_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Correction.model_validate(body)
