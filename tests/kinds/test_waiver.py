"""A new waiver or expense limit: how far, what is left out, how long, who may end it; every one reads back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.kinds.waiver import EXCLUDED
from tests.kinds.fees import Content, by_class, findings, rates, registrants, some
from tests.kinds.round import names, round_trip, sentences

LIMIT: Content = {"limits": {"A": "1.25%", "C": "2.00%", "I": "1.00%"}, "ends": "2027-09-30"}


def test_limits_are_said_by_class_or_for_the_fund() -> None:
    assert sentences(round_trip("waiver", LIMIT)) == [
        "The Adviser has agreed by contract to waive fees or reimburse expenses so that the total annual operating "
        "expenses of the Harbor Point Growth Fund do not exceed 1.25% (Class A), 2.00% (Class C) and 1.00% (Class I) "
        "of average daily net assets.",
        "The agreement lasts through September 30, 2027.",
    ]
    first = sentences(round_trip("waiver", LIMIT | {"limits": "1.25%", "starts": "2026-10-01"}))[0]
    assert first.startswith("From October 1, 2026, the Adviser has agreed")
    assert first.endswith("do not exceed 1.25% of average daily net assets.")


def test_what_the_limit_leaves_out_is_listed() -> None:
    lines = sentences(round_trip("waiver", LIMIT | {"excludes": ["taxes", "acquired_fund_fees", "the cost of moving"]}))
    assert lines[1:5] == [
        "The limit does not count:",
        "taxes",
        "acquired fund fees and expenses",
        "the cost of moving",
    ]
    assert len(sentences(round_trip("waiver", LIMIT | {"excludes": list(EXCLUDED)}))) == 3 + len(EXCLUDED)


@pytest.mark.parametrize(
    ("ended_by", "words"),
    [
        ("board", "Only the Board of Trustees may end it earlier."),
        ("adviser_with_consent", "The Adviser may end it earlier only with the consent of the Board of Trustees."),
        ("either_with_notice", "The Board of Trustees or the Adviser may end it earlier with notice to the other."),
        ("nobody", "Nobody may end it earlier."),
    ],
)
def test_who_may_end_the_agreement_is_said(ended_by: str, words: str) -> None:
    assert sentences(round_trip("waiver", LIMIT | {"ended_by": ended_by}))[1].endswith(f"2027. {words}")


def test_a_voluntary_waiver_may_stop_at_any_time() -> None:
    body = {"agreement": "voluntary", "waived": "0.05%"}
    assert sentences(round_trip("waiver", body)) == [
        "The Adviser chooses, without being bound to it, to waive a part of the management fee of the Harbor Point "
        "Growth Fund that is 0.05% of average daily net assets a year.",
        "The Adviser may stop doing so at any time.",
    ]
    last = sentences(round_trip("waiver", body | {"ends": "2027-09-30"}))[1]
    assert last == "The Adviser intends to do so through September 30, 2027, but may stop at any time."


@pytest.mark.parametrize(
    ("years", "lesser", "words"),
    [
        (
            "1",
            "no",
            "in the past year as long as expenses do not exceed the limit in force at the time of the recovery.",
        ),
        (
            "3",
            "yes",
            "in the past 3 years as long as expenses do not exceed the lower of the limit in force at the time of the "
            "waiver and the limit in force at the time of the recovery.",
        ),
    ],
)
def test_recoupment_is_bounded_by_years_and_limits(years: str, lesser: str, words: str) -> None:
    recoupment = {"years": years, "lesser_of_caps": lesser}
    last = sentences(round_trip("waiver", LIMIT | {"recoupment": recoupment}))[-1]
    assert last == f"The Adviser may recover amounts that it waived or reimbursed {words}"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"limits": "1.25%"}, "FEE-12"),
        ({"ends": "2027-09-30"}, "WVR-21"),
        (LIMIT | {"waived": "0.05%"}, "WVR-21"),
        ({"waived": "0.05%", "ends": "2027-09-30", "excludes": "taxes"}, "WVR-22"),
        (LIMIT | {"agreement": "voluntary", "ended_by": "board"}, "FEE-12"),
        (LIMIT | {"limits": {"B": "1.25%"}}, "CLS-01"),
        (LIMIT | {"limits": {"all": "1.25%", "A": "1.00%"}}, "CLS-06"),
        (LIMIT | {"limits": "None"}, "NUM-08"),
    ],
)
def test_what_contradicts_itself_is_refused(body: Content, code: str) -> None:
    assert code in findings("waiver", body)


recoupments = st.fixed_dictionaries(
    {"years": st.sampled_from("12345"), "lesser_of_caps": st.sampled_from(["yes", "no"])}
)


@st.composite
def waivers(draw: st.DrawFn) -> tuple[Content, Content]:
    registrant = draw(registrants())
    body: Content = {"agreement": draw(st.sampled_from(["contractual", "voluntary"])), "ends": "2040-12-31"}
    if body["agreement"] == "contractual":
        body |= some(
            draw, {"ended_by": st.sampled_from(["board", "adviser_with_consent", "either_with_notice", "nobody"])}
        )
    elif draw(st.booleans()):
        del body["ends"]
    if draw(st.booleans()):
        body["limits"] = draw(by_class(registrant, rates))
        body["excludes"] = draw(st.lists(st.one_of(st.sampled_from(EXCLUDED), names), max_size=4))
        body |= some(draw, {"recoupment": recoupments})
    else:
        body["waived"] = draw(rates)
    return registrant, body | some(draw, {"starts": st.just("2026-10-01")})


@settings(max_examples=25, deadline=None)
@given(waivers())
def test_every_waiver_reads_back(drawn: tuple[Content, Content]) -> None:
    registrant, body = drawn
    round_trip("waiver", body, registrant=registrant)
