"""The end of an expense limit; every one reads back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kinds.fees import Content, by_class, days, findings, rates, registrants, some
from tests.kinds.round import round_trip, sentences

CAUSES = ("expires", "ended_by_board", "ended_by_adviser")


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        ("expires", "expires on October 31, 2026 and will not be renewed."),
        ("ended_by_board", "ends on October 31, 2026 by decision of the Board of Trustees."),
        (
            "ended_by_adviser",
            "ends on October 31, 2026 by decision of the Adviser, with the consent of the Board of Trustees.",
        ),
    ],
)
def test_why_the_agreement_ends_is_said(cause: str, words: str) -> None:
    assert sentences(round_trip("waiver_end", {"ends": "2026-10-31", "cause": cause})) == [
        f"The agreement by which the Adviser limits the expenses of the Harbor Point Growth Fund {words}"
    ]


def test_the_ratios_afterwards_are_shown_by_class() -> None:
    lines = sentences(round_trip("waiver_end", {"ends": "2026-10-31", "ratios": {"A": "1.42%", "I": "1.17%"}}))
    assert lines[1:] == [
        "After that day, total annual operating expenses, as a percentage of average daily net assets, are expected to "
        "be:",
        " | Total Annual Fund Operating Expenses",
        "Class A | 1.42%",
        "Class I | 1.17%",
    ]
    lines = sentences(round_trip("waiver_end", {"ends": "2026-10-31", "ratios": "1.42%"}))
    assert lines[-1] == "Harbor Point Growth Fund | 1.42%"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"ends": "2026-10-31", "ratios": {"B": "1.42%"}}, "CLS-01"),
        ({"ends": "2026-10-31", "ratios": "N/A"}, "NUM-08"),
    ],
)
def test_what_contradicts_itself_is_refused(body: Content, code: str) -> None:
    assert code in findings("waiver_end", body)


@st.composite
def ends(draw: st.DrawFn) -> tuple[Content, Content]:
    registrant = draw(registrants())
    body = {"ends": draw(days), "cause": draw(st.sampled_from(CAUSES))}
    return registrant, body | some(draw, {"ratios": by_class(registrant, rates)})


@settings(max_examples=25, deadline=None)
@given(ends())
def test_every_end_reads_back(drawn: tuple[Content, Content]) -> None:
    registrant, body = drawn
    round_trip("waiver_end", body, registrant=registrant)
