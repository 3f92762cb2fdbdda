"""Fee schedules: marginal or cliff, in a table or a sentence, with the rates before; every one reads back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kinds.fees import Content, days, findings, registrants, some, texts, tiers
from tests.kinds.round import round_trip, sentences

TIERS: list[Content] = [
    {"up_to": "$500 million", "rate": "0.70%"},
    {"up_to": "$1 billion", "rate": "0.65%"},
    {"rate": "0.60%"},
]


def test_marginal_tiers_are_said_as_slices_and_cliffs_as_all_assets() -> None:
    assert sentences(round_trip("fee_schedule", {"tiers": TIERS})) == [
        "Fund | Management Fee",
        "Harbor Point Growth Fund | 0.70% of the first $500 million of average daily net assets, 0.65% of the next "
        "$500 million and 0.60% of amounts over $1 billion",
    ]
    assert sentences(round_trip("fee_schedule", {"tiers": TIERS, "method": "cliff", "fee": "advisory"})) == [
        "Fund | Advisory Fee",
        "Harbor Point Growth Fund | 0.70% of all average daily net assets if they do not exceed $500 million, 0.65% of "
        "all if they exceed $500 million but not $1 billion and 0.60% of all if they exceed $1 billion",
    ]


def test_a_rate_of_a_schedule_is_as_fine_as_its_contract() -> None:
    body = {"form": "sentence", "tiers": [TIERS[0], {"up_to": "$1 billion", "rate": "0.6375%"}, TIERS[2]]}
    assert "0.6375% of the next $500 million" in sentences(round_trip("fee_schedule", body))[0]


@pytest.mark.parametrize(
    ("fee", "words"),
    [
        ("management", "The Harbor Point Growth Fund pays the Adviser a management fee"),
        ("advisory", "The Harbor Point Growth Fund pays the Adviser an advisory fee"),
        ("sub_advisory", "The Adviser pays the sub-adviser of the Harbor Point Growth Fund a sub-advisory fee"),
    ],
)
def test_the_sentence_form_says_who_pays_whom(fee: str, words: str) -> None:
    body = {"fee": fee, "form": "sentence", "tiers": TIERS[2:]}
    sentence = f"{words} at the yearly rate of 0.60% of average daily net assets."
    assert sentences(round_trip("fee_schedule", body)) == [sentence]


@pytest.mark.parametrize("form", ["house", "such_assets", "sentence"])
def test_the_rates_before_and_the_approval_follow(form: str) -> None:
    body = {"form": form, "tiers": TIERS, "previous": {"before": "2026-10-01", "tiers": TIERS[2:]}}
    assets = "such assets" if form == "such_assets" else "average daily net assets"
    assert sentences(round_trip("fee_schedule", body | {"approval": {"by": "board", "date": "2026-08-12"}}))[-2:] == [
        f"Before October 1, 2026, the fee was 0.60% of {assets}.",
        "The Board of Trustees approved these rates on August 12, 2026.",
    ]


@pytest.mark.parametrize(
    ("by", "words"), [("holders", "Shareholders"), ("board_and_holders", "The Board of Trustees and the shareholders")]
)
def test_who_approved_is_said(by: str, words: str) -> None:
    body = {"tiers": TIERS, "approval": {"by": by}}
    assert sentences(round_trip("fee_schedule", body))[-1] == f"{words} approved these rates."


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"tiers": TIERS[:2]}, "TIER-01"),
        ({"tiers": [TIERS[2], *TIERS[:2]]}, "TIER-01"),
        ({"tiers": [TIERS[1], TIERS[0], TIERS[2]]}, "TIER-02"),
        ({"tiers": TIERS, "previous": {"before": "2026-10-01", "tiers": TIERS[:1]}}, "TIER-01"),
        ({"tiers": [{"rate": "None"}]}, "NUM-08"),
        ({"tiers": TIERS, "form": "sentence", "note": "n", "notes": {"n": "A note."}}, "FN-13"),
    ],
)
def test_what_contradicts_itself_is_refused(body: Content, code: str) -> None:
    assert code in findings("fee_schedule", body)


@st.composite
def schedules(draw: st.DrawFn) -> tuple[Content, Content]:
    previous = st.fixed_dictionaries({"before": days, "tiers": tiers()})
    approver = st.sampled_from(["board", "holders", "board_and_holders"])
    approval = st.fixed_dictionaries({"by": approver}, optional={"date": days})
    body: Content = {"tiers": draw(tiers()), "form": draw(st.sampled_from(["house", "such_assets", "sentence"]))}
    body |= some(draw, {"previous": previous, "approval": approval, "method": st.just("cliff")})
    body |= some(draw, {"fee": st.sampled_from(["management", "advisory", "sub_advisory"])})
    if body["form"] != "sentence" and draw(st.booleans()):
        body |= {"note": "n", "notes": {"n": draw(texts)}}
    return draw(registrants()), body


@settings(max_examples=25, deadline=None)
@given(schedules())
def test_every_schedule_reads_back(drawn: tuple[Content, Content]) -> None:
    registrant, body = drawn
    round_trip("fee_schedule", body, registrant=registrant)
