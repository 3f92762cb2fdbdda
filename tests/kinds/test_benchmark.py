"""An index that takes the place of another, with the returns of both."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.document.canonical import shown_text
from generator.document.nodes import Table
from generator.library.references import check_references
from generator.model.kinds.benchmark import PERIODS, Benchmark
from generator.wording.environment import load_wording
from tests.kinds.facts import TWO_FUNDS, days, phrases
from tests.kinds.round import house_of, names, round_trip, sentences

BROAD = "as the broad-based securities market index for the performance of the Harbor Point Growth Fund."
RETURNS = {"as_of": "2025-12-31", "new": {"one_year": "7.31%", "ten_years": "-2.4"}}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"old": "U.S. Bond Index"}, f"The All U.S. Index takes the place of the U.S. Bond Index {BROAD}"),
        ({"since": "2026-01-01"}, f"From January 1, 2026, the All U.S. Index is added {BROAD}"),
        (
            {"role": "additional"},
            "The All U.S. Index is added as an additional index for the performance of the Harbor Point Growth Fund.",
        ),
        (
            {"reason": "it has more members"},
            f"The All U.S. Index is added {BROAD} The Adviser made this change because it has more members.",
        ),
    ],
)
def test_each_fact_has_its_words(body: dict[str, Any], said: str) -> None:
    assert sentences(round_trip("benchmark", {"new": "All U.S. Index"} | body)) == [said]


def test_the_table_has_both_indices_and_a_note_that_says_why() -> None:
    returns = RETURNS | {"old": {"one_year": "8.00%", "ten_years": "N/A"}}
    body = {"new": "New Index", "old": "Old Index", "reason": "it is broader", "returns": returns}
    document = round_trip("benchmark", body)
    assert sentences(document)[1:] == [
        "Index | 1 Year | 10 Years",
        "New Index(1) | 7.31% | -2.40%",
        "Old Index | 8.00% | N/A",
    ]
    table = document.blocks[-1]
    assert isinstance(table, Table)
    assert shown_text(table.caption) == "Average annual total returns for the periods ended December 31, 2025"
    assert [shown_text(note.children) for note in table.notes] == [
        "The Adviser made this change because it is broader."
    ]


def test_since_inception_has_its_day() -> None:
    returns = {"as_of": "2025-12-31", "inception": "2018-05-15", "new": {"five_years": "0", "since_inception": "1.5%"}}
    assert sentences(round_trip("benchmark", {"new": "New Index", "returns": returns}))[1:] == [
        "Index | 5 Years | Since Inception (May 15, 2018)",
        "New Index | 0.00% | 1.50%",
    ]


def test_several_funds_are_each_fund() -> None:
    said = sentences(round_trip("benchmark", {"new": "New Index"}, **TWO_FUNDS))
    assert said == [
        "The New Index is added as the broad-based securities market index for the performance of each Fund."
    ]


yields = st.decimals("-99.99", "400.00", places=2).map(lambda value: f"{value}%") | st.just("N/A")


@st.composite
def benchmarks(draw: st.DrawFn) -> dict[str, Any]:
    body = draw(st.fixed_dictionaries({"new": names}, optional={"since": days, "reason": phrases, "old": names}))
    body["role"] = draw(st.sampled_from(["broad_based", "additional"]))
    if periods := draw(st.sets(st.sampled_from(PERIODS))):
        row = st.fixed_dictionaries(dict.fromkeys(sorted(periods), yields))
        body["returns"] = {"as_of": "2025-12-31", "new": draw(row)} | ({"old": draw(row)} if "old" in body else {})
        if "since_inception" in periods:
            body["returns"]["inception"] = "2019-07-01"
    return body


@settings(max_examples=25, deadline=None)
@given(benchmarks().filter(lambda body: body.get("old") != body["new"]))
def test_reads_back(body: dict[str, Any]) -> None:
    round_trip("benchmark", body)


@pytest.mark.parametrize(
    "body",
    [
        {"returns": RETURNS | {"new": {}}},
        {"returns": RETURNS | {"inception": "2018-05-15"}},
        {"returns": RETURNS, "old": "Old Index"},
        {"returns": RETURNS | {"old": {"one_year": "1%"}}, "old": "Old Index"},
        {"returns": RETURNS | {"new": {"one_year": "-100.01%"}}},
        {"returns": RETURNS | {"new": {"one_year": "(2.40)%"}}},
    ],
)
def test_wrong_input_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Benchmark.model_validate({"new": "New Index"} | body)


def test_contradictions_are_found() -> None:
    found = list(check_references(house_of("benchmark", {"new": "Index", "old": "Index"}), load_wording()))
    assert [one[1] for one in found] == ["BEN-04"]
