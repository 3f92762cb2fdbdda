"""A sub-adviser's lower or higher fee and what it means for shareholders; every one reads back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kinds.fees import Content, days, findings, registrants, some, tiers
from tests.kinds.round import names, round_trip, sentences

FEE: Content = {"sub_adviser": "Lighthouse Capital Partners, Inc."}
PAYS = "The Adviser pays this fee out of its own management fee"


def test_the_part_of_assets_and_the_rates_are_said() -> None:
    rates = {"tiers": [{"rate": "0.35%"}], "previous": [{"rate": "0.40%"}]}
    assets = {"above": "$250 million", "up_to": "$500 million"}
    assert sentences(round_trip("sub_advisory_fee", FEE | rates | {"assets": assets, "starts": "2026-10-01"})) == [
        "From October 1, 2026, Lighthouse Capital Partners, Inc. charges the Adviser a lower fee than before for "
        "managing the Harbor Point Growth Fund on average daily net assets above $250 million and up to $500 million.",
        "The yearly rate is now 0.35% of average daily net assets. It was 0.40% of average daily net assets.",
        f"{PAYS}, so the expenses that shareholders bear do not change.",
    ]
    first = sentences(round_trip("sub_advisory_fee", FEE | {"direction": "raised", "assets": {"above": "$1 billion"}}))[
        0
    ]
    assert "a higher fee than before" in first and first.endswith("above $1 billion.")


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"effect": "higher"}, ", which rises with it, so shareholders bear higher expenses."),
        ({"effect": "lower"}, " and passes the change on, so shareholders bear lower expenses."),
        (
            {"effect": "lower", "waiver": {"share": "equal", "ends": "2027-09-30"}},
            " and passes the change on, so shareholders bear lower expenses. It does so by waiving an equal amount of "
            "its management fee through September 30, 2027.",
        ),
        (
            {"effect": "lower", "waiver": {"share": "part"}},
            " and passes the change on, so shareholders bear lower expenses. It does so by waiving a smaller amount of "
            "its management fee.",
        ),
    ],
)
def test_the_effect_on_shareholders_is_said(parts: Content, words: str) -> None:
    assert sentences(round_trip("sub_advisory_fee", FEE | parts))[-1] == f"{PAYS}{words}"


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"waiver": {"share": "equal"}}, "FEE-25"),
        ({"previous": [{"rate": "0.40%"}]}, "FEE-25"),
        ({"assets": {"above": "$500 million", "up_to": "$250 million"}}, "TIER-02"),
        ({"tiers": [{"up_to": "$1 billion", "rate": "0.40%"}]}, "TIER-01"),
    ],
)
def test_what_contradicts_itself_is_refused(parts: Content, code: str) -> None:
    assert code in findings("sub_advisory_fee", FEE | parts)


@st.composite
def fees(draw: st.DrawFn) -> tuple[Content, Content]:
    body: Content = {"sub_adviser": draw(names), "effect": draw(st.sampled_from(["none", "lower", "higher"]))}
    if draw(st.booleans()):
        body |= {"tiers": draw(tiers())} | some(draw, {"previous": tiers()})
    assets = st.sampled_from([{"above": "$1 million"}, {"above": "$1 million", "up_to": "$25 million"}])
    body |= some(draw, {"starts": days, "assets": assets, "direction": st.just("raised")})
    if body["effect"] == "lower":
        share = st.sampled_from(["equal", "part"])
        body |= some(draw, {"waiver": st.fixed_dictionaries({"share": share}, optional={"ends": days})})
    return draw(registrants()), body


@settings(max_examples=25, deadline=None)
@given(fees())
def test_every_fee_reads_back(drawn: tuple[Content, Content]) -> None:
    registrant, body = drawn
    round_trip("sub_advisory_fee", body, registrant=registrant)
