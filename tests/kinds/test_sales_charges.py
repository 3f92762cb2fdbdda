"""Sales charges by amount, by years, and waived by intermediary; all of them read back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kinds.fees import Content, classes_of, figures, findings, rates, registrants
from tests.kinds.round import names, round_trip, sentences

BANDS: list[Content] = [
    {"below": "$50,000", "rate": "5.75%"},
    {"below": "$1 million", "rate": "4.50%"},
    {"rate": "None"},
]
WAIVER: Content = {"intermediary": "Seaboard Brokerage", "covers": ["reinvested dividends"]}


def test_bands_show_the_charge_of_the_price_and_of_what_is_invested() -> None:
    assert sentences(round_trip("sales_charges", {"initial": {"share_class": "A", "bands": BANDS}})) == [
        "Class A shares of the Harbor Point Growth Fund bear this sales charge when you buy them:",
        "Your Investment | As a Percentage of the Offering Price | As a Percentage of Your Net Investment",
        "Less than $50,000 | 5.75% | 6.10%",
        "$50,000 but less than $1 million | 4.50% | 4.71%",
        "$1 million or more | None | None",
    ]


def test_what_dealers_get_has_a_column_of_its_own() -> None:
    bands = [{"below": "$50,000", "rate": "5.75%", "reallowance": "5.00%"}, {"rate": "0.00%", "reallowance": "0.00%"}]
    lines = sentences(round_trip("sales_charges", {"initial": {"bands": bands}}))
    assert lines[0] == "Shares of the Harbor Point Growth Fund bear this sales charge when you buy them:"
    assert lines[2:] == ["Less than $50,000 | 5.75% | 6.10% | 5.00%", "$50,000 or more | 0.00% | 0.00% | 0.00%"]
    assert sentences(round_trip("sales_charges", {"initial": {"bands": BANDS[2:]}}))[2] == "Any amount | None | None"


def test_deferred_charges_fall_by_the_year() -> None:
    body = {"deferred": {"share_class": "C", "rates": ["4.00%", "3.00%", "None"]}}
    assert sentences(round_trip("sales_charges", body)) == [
        "Class C shares of the Harbor Point Growth Fund bear this sales charge when you sell them:",
        "Time Since Purchase | Deferred Sales Charge",
        "Within the first year | 4.00%",
        "Within the second year | 3.00%",
        "Within the third year | None",
        "Later | None",
    ]


def test_waivers_are_listed_by_intermediary() -> None:
    assert sentences(round_trip("sales_charges", {"waivers": [WAIVER, WAIVER | {"charge": "deferred"}]})) == [
        "Through Seaboard Brokerage, no initial sales charge is due when you buy shares by way of:",
        "reinvested dividends",
        "Through Seaboard Brokerage, no deferred sales charge is due when you sell shares by way of:",
        "reinvested dividends",
        "Your intermediary can tell you whether you qualify for a waiver.",
    ]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "SLS-01"),
        ({"initial": {"bands": BANDS[:2]}}, "TIER-01"),
        ({"initial": {"bands": [BANDS[1], BANDS[0], BANDS[2]]}}, "TIER-02"),
        ({"initial": {"bands": [BANDS[0] | {"reallowance": "5.00%"}, BANDS[2]]}}, "SLS-02"),
        ({"initial": {"share_class": "B", "bands": BANDS}}, "CLS-01"),
        ({"deferred": {"share_class": "B", "rates": ["1.00%"]}}, "CLS-01"),
    ],
)
def test_what_contradicts_itself_is_refused(body: Content, code: str) -> None:
    assert code in findings("sales_charges", body)


@st.composite
def charges(draw: st.DrawFn) -> tuple[Content, Content]:
    registrant = draw(registrants())
    share_class = st.sampled_from([*classes_of(registrant), "all"])
    body: Content = {}
    if draw(st.booleans()):
        ends = sorted(draw(st.lists(st.integers(1, 900), max_size=4, unique=True)))
        bands: list[Content] = [{"below": f"${end},000", "rate": draw(rates)} for end in ends] + [
            {"rate": draw(figures)}
        ]
        if draw(st.booleans()):
            bands = [band | {"reallowance": draw(figures)} for band in bands]
        body["initial"] = {"share_class": draw(share_class), "bands": bands}
    if draw(st.booleans()):
        body["deferred"] = {"share_class": draw(share_class), "rates": draw(st.lists(figures, min_size=1, max_size=7))}
    waiver = {"intermediary": names, "covers": st.lists(names, min_size=1, max_size=3)}
    charge = st.sampled_from(["initial", "deferred"])
    waivers = st.fixed_dictionaries(waiver | {"charge": charge})
    body["waivers"] = draw(st.lists(waivers, min_size=not body, max_size=3))
    return registrant, body


@settings(max_examples=25, deadline=None)
@given(charges())
def test_all_charges_read_back(drawn: tuple[Content, Content]) -> None:
    registrant, body = drawn
    round_trip("sales_charges", body, registrant=registrant)
