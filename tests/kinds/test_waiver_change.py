"""The extension or change of an expense limit; every one reads back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kinds.fees import Content, by_class, days, findings, rates, registrants, some
from tests.kinds.round import round_trip, sentences

LONGER: Content = {"previous": "2027-04-30", "new": "2028-04-30"}
LOWER: Content = {"previous": "1.25%", "new": "1.15%"}


def test_an_extension_says_both_days() -> None:
    assert sentences(round_trip("waiver_change", {"ends": LONGER})) == [
        "The agreement by which the Adviser limits the expenses of the Harbor Point Growth Fund has been extended: it "
        "was to end on April 30, 2027 and now lasts through April 30, 2028."
    ]
    shorter = {"previous": LONGER["new"], "new": LONGER["previous"]}
    assert sentences(round_trip("waiver_change", {"ends": shorter}))[0].endswith(
        "has been shortened: it was to last through April 30, 2028 and now ends on April 30, 2027."
    )


def test_new_limits_stand_beside_the_previous_ones() -> None:
    limits = {"A": LOWER, "I": {"previous": "1.00%", "new": "0.99%"}}
    assert sentences(round_trip("waiver_change", {"limits": limits, "starts": "2026-10-01"})) == [
        "From October 1, 2026, the limit that the Adviser has set on the total annual operating expenses of the Harbor "
        "Point Growth Fund, as a percentage of average daily net assets, changes as follows:",
        " | Previous Limit | New Limit",
        "Class A | 1.25% | 1.15%",
        "Class I | 1.00% | 0.99%",
    ]
    lines = sentences(round_trip("waiver_change", {"limits": LOWER, "ends": LONGER}))
    assert lines[-1] == "Harbor Point Growth Fund | 1.25% | 1.15%"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "WVC-01"),
        ({"ends": {"previous": "2027-04-30", "new": "2027-04-30"}}, "WVC-02"),
        ({"ends": LONGER, "starts": "2026-10-01"}, "WVC-03"),
        ({"limits": {"previous": "1.25%", "new": "None"}}, "NUM-08"),
        ({"limits": {"B": LOWER}}, "CLS-01"),
    ],
)
def test_what_contradicts_itself_is_refused(body: Content, code: str) -> None:
    assert code in findings("waiver_change", body)


@st.composite
def changes(draw: st.DrawFn) -> tuple[Content, Content]:
    registrant = draw(registrants())
    ends = st.lists(days, min_size=2, max_size=2, unique=True).map(lambda two: {"previous": two[0], "new": two[1]})
    limits = by_class(
        registrant,
        st.lists(rates, min_size=2, max_size=2, unique=True).map(lambda two: {"previous": two[0], "new": two[1]}),
    )
    if draw(st.booleans()):
        return registrant, {"ends": draw(ends)}
    return registrant, {"limits": draw(limits)} | some(draw, {"ends": ends, "starts": days})


@settings(max_examples=25, deadline=None)
@given(changes())
def test_every_change_reads_back(drawn: tuple[Content, Content]) -> None:
    registrant, body = drawn
    round_trip("waiver_change", body, registrant=registrant)
