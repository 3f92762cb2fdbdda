"""A new adviser or sub-adviser."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.library.references import check_references
from generator.model.kinds.adviser_change import AdviserChange
from generator.wording.environment import load_wording
from tests.kinds.facts import approvals, days, flags, phrases
from tests.kinds.family import FUNDS, families, some_funds, starts
from tests.kinds.round import REGISTRANT, house_of, names, round_trip, sentences

BOTH = {"role": "sub_adviser", "outgoing": "Tall Pine Advisors, Inc.", "incoming": "Beacon LLC"}
NEW = {"role": "sub_adviser", "incoming": "Beacon LLC"}
PLACE = "Beacon LLC takes the place of Tall Pine Advisors, Inc. as sub-adviser of the Harbor Point Growth Fund."
BECOMES = "Beacon LLC becomes sub-adviser of the Harbor Point Growth Fund."
REFERENCES = "All references to Tall Pine Advisors, Inc. are replaced with Beacon LLC throughout."


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (BOTH, [PLACE, REFERENCES]),
        (BOTH | {"references_replaced": "no"}, [PLACE]),
        (NEW | {"role": "adviser"}, ["Beacon LLC becomes the investment adviser of the Harbor Point Growth Fund."]),
        (
            {"role": "sub_adviser", "outgoing": "Beacon LLC", "effective": "immediately"},
            ["Effective immediately, Beacon LLC is no longer sub-adviser of the Harbor Point Growth Fund."],
        ),
        (
            NEW | {"approval": {"board": "2026-08-12", "meeting": "2026-09-30"}},
            [
                f"{BECOMES} The Board of Trustees approved the change on August 12, 2026. Shareholders will vote on the"
                " change at a meeting on September 30, 2026."
            ],
        ),
        (
            NEW | {"exemptive_order": "yes", "information_statement": "yes"},
            [
                BECOMES,
                "An exemptive order of the Securities and Exchange Commission allows this change without a vote of"
                " shareholders.",
                "Within 90 days of the change, shareholders will be sent information about Beacon LLC and its"
                " agreement.",
            ],
        ),
        (
            NEW | {"address": "1 Main St.", "fees": "unchanged"},
            [BECOMES, "Address of Beacon LLC: 1 Main St.", "The management fee of the Fund does not change."],
        ),
        (
            NEW | {"fees": {"previous": "0.75%", "new": "0.80%"}},
            [BECOMES, "The management fee of the Fund rises from 0.75% to 0.80% of average daily net assets."],
        ),
        (
            NEW | {"new_names": {"growth": "Harbor New Fund"}, "basis": {"report": "annual", "ended": "2026-12-31"}},
            [
                BECOMES,
                "At the same time, the Harbor Point Growth Fund is renamed “Harbor New Fund”.",
                "The reasons for which the Board of Trustees approved the agreement with Beacon LLC are discussed in"
                " the annual report of the Fund for the period ended December 31, 2026.",
            ],
        ),
    ],
)
def test_each_fact_has_its_sentence(body: dict[str, Any], said: list[str]) -> None:
    assert sentences(round_trip("adviser_change", body)) == said


def test_several_funds_are_each_fund() -> None:
    body = NEW | {"fees": {"previous": "0.75%", "new": "0.70%"}, "transition": "yes"}
    assert sentences(round_trip("adviser_change", body, funds=["growth", "income"])) == [
        "Beacon LLC becomes sub-adviser of each of the Funds.",
        "The management fee of each Fund falls from 0.75% to 0.70% of average daily net assets.",
        "While each Fund adapts its holdings to this change, it may buy and sell more securities than usual. The costs"
        " of these trades lower its return, and gains on them may be taxable to shareholders.",
    ]


rates = st.lists(st.integers(1, 900), min_size=2, max_size=2, unique=True).map(
    lambda points: {"previous": f"{points[0] / 100:.2f}%", "new": f"{points[1] / 100:.2f}%"}
)
bases = st.fixed_dictionaries({"report": st.sampled_from(["annual", "semiannual"]), "ended": days})


@st.composite
def adviser_changes(draw: st.DrawFn) -> dict[str, Any]:
    firms = draw(st.lists(phrases, min_size=2, max_size=2, unique=True))
    given_firms = draw(st.sampled_from([("outgoing",), ("incoming",), ("outgoing", "incoming")]))
    always = {"role": st.sampled_from(["adviser", "sub_adviser"]), "transition": flags, "references_replaced": flags}
    may_be = {"effective": starts, "approval": approvals, "fees": st.just("unchanged") | rates}
    if "incoming" in given_firms:
        may_be |= {"address": names, "information_statement": flags, "basis": bases}
    body = draw(st.fixed_dictionaries(always, optional=may_be)) | dict(zip(given_firms, firms, strict=False))
    if body["role"] == "sub_adviser" and "approval" not in body:
        body["exemptive_order"] = draw(flags)
    body["funds"] = draw(some_funds)
    body["new_names"] = {key: draw(names) for key in body["funds"] if draw(st.booleans())}
    return body


#: A fund whose name is another's and two stops: the sentence that it ends has none of its own.
STOPPED = {
    "registrant": REGISTRANT | {"funds": {"f1": {"name": "Dots"}, "f2": {"name": "Dots .."}, "f3": {"name": "Dashes"}}},
    "funds": FUNDS,
}


@settings(max_examples=40, deadline=None)
@given(adviser_changes(), families())
@example(
    {"role": "adviser", "transition": "yes", "references_replaced": "yes", "outgoing": "Old", "funds": ["f2"]}, STOPPED
)
def test_reads_back(body: dict[str, Any], parts: dict[str, Any]) -> None:
    round_trip("adviser_change", body, **parts)


@pytest.mark.parametrize(
    "body",
    [
        {"role": "adviser"},
        BOTH | {"incoming": BOTH["outgoing"]},
        {"role": "adviser", "outgoing": "Beacon LLC", "address": "1 Main Street"},
        NEW | {"role": "adviser", "exemptive_order": "yes"},
        NEW | {"exemptive_order": "yes", "approval": {"meeting": "2026-09-30"}},
        NEW | {"fees": {"previous": "0.75%", "new": "0.75%"}},
        NEW | {"fees": {"previous": "0.75%", "new": "None"}},
    ],
)
def test_wrong_input_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        AdviserChange.model_validate(body)


def test_a_new_name_of_another_fund_is_found() -> None:
    house = house_of("adviser_change", NEW | {"new_names": {"income": "Harbor New Fund"}})
    assert [one[1] for one in check_references(house, load_wording())] == ["CMB-01"]
