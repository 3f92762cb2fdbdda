"""Changes of 12b-1 fees; every one reads back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kinds.fees import Content, by_class, days, findings, rates, registrants, some
from tests.kinds.round import round_trip, sentences

FEES = {
    "distribution_and_service": "distribution and service (12b-1)",
    "distribution": "distribution (12b-1)",
    "service": "service",
}


def test_each_class_has_a_sentence_that_says_how_its_fee_moves() -> None:
    changes = {
        "A": {"previous": "0.25%", "new": "None"},
        "C": {"previous": "1.00%", "new": "0.75%"},
        "I": {"previous": "None", "new": "0.10%"},
    }
    assert sentences(round_trip("distribution_fee_change", {"starts": "2026-10-01", "rates": changes})) == [
        "From October 1, 2026, the distribution and service (12b-1) fees of the Harbor Point Growth Fund, as a yearly "
        "percentage of average daily net assets, change as follows.",
        "The fee of Class A is eliminated; it was 0.25%.",
        "The fee of Class C falls from 1.00% to 0.75%.",
        "The fee of Class I is new and amounts to 0.10%.",
    ]


@pytest.mark.parametrize("fee", FEES)
def test_the_fee_is_named(fee: str) -> None:
    lines = sentences(
        round_trip("distribution_fee_change", {"fee": fee, "rates": {"previous": "0.25%", "new": "0.30%"}})
    )
    assert lines[0].startswith(f"The {FEES[fee]} fees of the Harbor Point Growth Fund")
    assert lines[1] == "The fee rises from 0.25% to 0.30%."


def test_a_class_that_nobody_declared_is_refused() -> None:
    rates = {"B": {"previous": "0.25%", "new": "0.30%"}}
    assert "CLS-01" in findings("distribution_fee_change", {"rates": rates})


@st.composite
def changes(draw: st.DrawFn) -> tuple[Content, Content]:
    registrant = draw(registrants())
    pairs = st.lists(st.one_of(rates, st.just("None")), min_size=2, max_size=2, unique=True)
    changed = by_class(registrant, pairs.map(lambda two: {"previous": two[0], "new": two[1]}))
    body = {"rates": draw(changed), "fee": draw(st.sampled_from(list(FEES)))}
    return registrant, body | some(draw, {"starts": days})


@settings(max_examples=25, deadline=None)
@given(changes())
def test_every_change_reads_back(drawn: tuple[Content, Content]) -> None:
    registrant, body = drawn
    round_trip("distribution_fee_change", body, registrant=registrant)
