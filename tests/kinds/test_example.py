"""The Example: computed by the average balance method as filings compute it, or stated; every one reads back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kinds.fees import Content, by_class, findings, rates, registrants
from tests.kinds.round import round_trip, sentences

YEARS = ("1", "3", "5", "10")


def test_amounts_are_computed_by_class_and_again_for_shares_that_are_kept() -> None:
    rows = {"A": {"total": "1.10%", "front_load": "5.75%"}, "C": {"total": "2.00%", "deferred_load": {"1": "1.00%"}}}
    assert sentences(round_trip("example", {"rows": rows}))[1:] == [
        " | 1 Year | 3 Years | 5 Years | 10 Years",
        "Class A | $681 | $905 | $1,146 | $1,838",
        "Class C | $303 | $627 | $1,078 | $2,327",
        "If you did not sell your shares, your costs would be:",
        " | 1 Year | 3 Years | 5 Years | 10 Years",
        "Class C | $203 | $627 | $1,078 | $2,327",
    ]


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ("1", "It counts the fee waiver or expense reimbursement for the first year only."),
        ("3", "It counts the fee waiver or expense reimbursement for the first 3 years only."),
    ],
)
def test_the_narrative_says_for_how_long_a_waiver_is_counted(years: str, words: str) -> None:
    narrative = sentences(round_trip("example", {"waiver_years": years, "rows": {"A": {"total": "1.26%"}}}))[0]
    assert words in narrative
    assert "$10,000" in narrative and "5% each year" in narrative


def test_a_new_fund_shows_one_and_three_years() -> None:
    lines = sentences(round_trip("example", {"new_fund": "yes", "rows": {"all": {"1": "$91", "3": "$0"}}}))
    assert lines[1:] == [" | 1 Year | 3 Years", "Harbor Point Growth Fund | $91 | $0"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"rows": {"A": {"1": "$91"}}}, "EX-02"),
        ({"rows": {"A": {"1": "$91.50", "3": "$2", "5": "$3", "10": "$4"}}}, "EX-02"),
        ({"rows": {"A": {"1": "$91", "3": "$2", "kept": {"1": "$91"}}}}, "TYP-05"),
        ({"rows": {"A": {"1": "$91", "3": "$2", "no_redemption": {"1": "$91"}}}}, "KEY-01"),
        ({"rows": {"B": {"total": "1.00%"}}}, "CLS-01"),
        ({"rows": {"all": {"total": "1.00%"}, "A": {"total": "1.00%"}}}, "CLS-06"),
    ],
)
def test_what_contradicts_itself_is_refused(body: Content, code: str) -> None:
    assert code in findings("example", body)


@st.composite
def examples(draw: st.DrawFn) -> tuple[Content, Content]:
    registrant = draw(registrants())
    dollars = st.integers(0, 20000).map(lambda amount: f"${amount:,}")
    by_year = st.fixed_dictionaries(dict.fromkeys(YEARS, dollars))
    stated = st.fixed_dictionaries({"amounts": by_year}, optional={"no_redemption": by_year})
    computed = st.fixed_dictionaries(
        {"total": rates}, optional={"front_load": rates, "deferred_load": st.fixed_dictionaries({"1": rates})}
    )
    body: Content = {"rows": draw(by_class(registrant, st.one_of(stated, computed)))}
    body |= {"waiver_years": draw(st.integers(1, 10).map(str))} if draw(st.booleans()) else {}
    return registrant, body | {"new_fund": draw(st.sampled_from(["yes", "no"]))}


@settings(max_examples=25, deadline=None)
@given(examples())
def test_every_example_reads_back(drawn: tuple[Content, Content]) -> None:
    registrant, body = drawn
    round_trip("example", body, registrant=registrant)
