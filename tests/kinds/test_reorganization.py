"""Mergers of funds: who approved them, who votes, which classes are received."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.nodes import Table
from tests.kinds.family import CLASSES, families, ordered_days, qualifiers
from tests.kinds.fees import findings
from tests.kinds.round import names, round_trip, sentences

ONE = {
    "board_date": "2026-08-12",
    "mergers": [{"target": "income", "acquiring": "growth"}],
    "closing": {"qualifier": "on_or_about", "date": "2026-11-20"},
}
PLAN = 2  # the sentences of every merger: who approved it, and what will be done


def test_a_merger_is_said_in_two_paragraphs() -> None:
    assert sentences(round_trip("reorganization", ONE))[:PLAN] == [
        "On August 12, 2026, the Board of Trustees of Harbor Point Funds approved a plan of reorganization under which"
        " the Harbor Point Income Fund (the “Target Fund”) will be merged into the Harbor Point Growth Fund (the"
        " “Acquiring Fund”).",
        "The Target Fund will transfer all of its assets to the Acquiring Fund, which will take over all of its"
        " liabilities. Shareholders of the Target Fund will receive shares of the Acquiring Fund with the same total"
        " value as the shares that they give up, and the Target Fund will then be terminated.",
    ]


def test_the_day_of_the_approval_need_not_be_told() -> None:
    untold = {key: value for key, value in ONE.items() if key != "board_date"}
    said = sentences(round_trip("reorganization", untold))
    assert said[0].startswith("The Board of Trustees of Harbor Point Funds has approved a plan of reorganization under")


def test_a_fund_of_another_registrant_says_whose_it_is() -> None:
    outside = {"name": "Lighthouse Fund", "registrant": "Lighthouse Trust"}
    merger = {"target": "income", "acquiring": {"outside": outside}, "classes": {"A": "Investor"}}
    said = sentences(round_trip("reorganization", ONE | {"mergers": [merger]}))
    assert "merged into the Lighthouse Fund, a series of Lighthouse Trust (the “Acquiring Fund”)." in said[0]
    assert said[PLAN + 1 : PLAN + 3] == [
        "Class of the Target Fund | Class of the Acquiring Fund",
        "Class A | Investor",
    ]


CLOSING = "The reorganization is expected to close on or about November 20, 2026."
MUST = "Shareholders of the Target Fund must approve the reorganization before it can take place."


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, [CLOSING]),
        (
            {"vote_needed": "no"},
            [
                "Shareholders of the Target Fund do not need to approve the reorganization and will not be asked to"
                " vote.",
                CLOSING,
            ],
        ),
        ({"vote_needed": "yes"}, [MUST, CLOSING]),
        (
            {"meeting_date": "2026-10-15", "record_date": "2026-08-20"},
            [
                f"{MUST} They will be asked to vote at a meeting on October 15, 2026. Those who hold shares on August"
                " 20, 2026, the record date, may vote.",
                CLOSING,
            ],
        ),
        (
            {"last_purchase": "2026-11-13"},
            [f"{CLOSING} The last day on which the Target Fund accepts purchases is November 13, 2026."],
        ),
        (
            {"tax_free": "yes"},
            [
                CLOSING,
                "The reorganization is expected to be tax-free for federal income tax purposes: shareholders should not"
                " have a gain or loss because of it.",
            ],
        ),
        ({"borne_by": "adviser"}, [CLOSING, "The Adviser bears the expenses of the reorganization."]),
    ],
)
def test_each_fact_has_its_sentence(body: dict[str, Any], said: list[str]) -> None:
    assert sentences(round_trip("reorganization", ONE | body))[PLAN:] == said


def test_twelve_funds_and_forty_classes_stay_together() -> None:
    classes = {f"K{number}": f"Class {number}" for number in range(5)}
    keys = [f"fund-{number}" for number in range(12)]
    funds = {key: {"name": f"Harbor {key}", "classes": classes} for key in [*keys, "one", "two"]}
    mergers = [
        {
            "target": key,
            "acquiring": "one" if at % 2 else "two",
            "classes": dict.fromkeys(list(classes)[: 4 - at % 3 // 2 - (at % 3 == 1)], "K0"),
        }
        for at, key in enumerate(keys)
    ]
    assert sum(len(merger["classes"]) for merger in mergers) == 40
    document = round_trip(
        "reorganization",
        ONE | {"mergers": mergers},
        registrant={"name": "Harbor Point Funds", "funds": funds},
        funds=keys,
    )
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [len(table.rows) for table in tables] == [12, 40]
    assert "Each Target Fund will transfer all of its assets to its Acquiring Fund" in " ".join(sentences(document))


@st.composite
def reorganizations(draw: st.DrawFn) -> dict[str, Any]:
    days = draw(ordered_days)
    body: dict[str, Any] = {"closing": {"qualifier": draw(qualifiers), "date": days[4]}}
    body |= {"board_date": days[0]} if draw(st.booleans()) else {}
    voted = draw(st.sampled_from(["no", "yes", "maybe"]))
    dates = {"record_date": days[1], "meeting_date": days[2], "last_purchase": days[3]}
    choices = {
        "materials": ["proxy_statement", "information_statement"],
        "tax_free": ["yes", "no"],
        "borne_by": ["adviser", "target", "acquiring", "both_funds", "adviser_and_funds"],
    }
    body |= {
        key: day for key, day in dates.items() if draw(st.booleans()) and (voted == "yes" or key == "last_purchase")
    }
    body |= {key: draw(st.sampled_from(some)) for key, some in choices.items() if draw(st.booleans())}
    body |= {} if voted == "maybe" else {"vote_needed": voted}
    inside = st.just("f3")
    outside = st.fixed_dictionaries({"outside": st.fixed_dictionaries({"name": names, "registrant": names})})
    body["mergers"] = []
    for target in ["f1", "f2"][: draw(st.integers(1, 2))]:
        acquiring = draw(inside | outside)
        received = st.sampled_from(CLASSES) if acquiring == "f3" else names
        classes = draw(st.dictionaries(st.sampled_from(CLASSES), received, max_size=3))
        body["mergers"].append({"target": target, "acquiring": acquiring, "classes": classes})
    return body


@settings(max_examples=40, deadline=None)
@given(reorganizations(), families())
def test_reads_back(body: dict[str, Any], family: dict[str, Any]) -> None:
    round_trip("reorganization", body, **family)


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ({"mergers": [{"target": "nobody", "acquiring": "growth"}]}, ["CMB-01"]),
        ({"mergers": [{"target": "growth", "acquiring": "growth"}]}, ["CMB-01"]),
        ({"mergers": [{"target": "income", "acquiring": "growth", "classes": {"C": "A"}}]}, ["CLS-01"]),
        ({"mergers": [{"target": "income", "acquiring": "growth", "classes": {"A": "Z"}}]}, ["CLS-01"]),
        ({"mergers": [{"target": "income", "acquiring": {}}]}, ["CMB-01"]),
        ({"mergers": [{"target": "income", "acquiring": "growth"}] * 2}, ["CMB-01"]),
        ({"vote_needed": "no", "meeting_date": "2026-10-01"}, ["RGN-01"]),
    ],
)
def test_contradictions_are_found(body: dict[str, Any], codes: list[str]) -> None:
    assert findings("reorganization", ONE | body) == codes
