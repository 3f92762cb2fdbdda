"""Portfolio managers who leave, join and stay."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.library.references import check_references
from generator.model.kinds.manager_change import ManagerChange
from generator.wording.environment import load_wording
from tests.kinds.facts import flags
from tests.kinds.family import some_funds, starts
from tests.kinds.round import REGISTRANT, house_of, round_trip, sentences
from tests.kinds.staff import PEOPLE, serving, staffed

STAFF = REGISTRANT | {
    "people": REGISTRANT["people"]
    | {
        "okafor": {"name": "Chidi Okafor"},
        "reyes": {"name": "Marta Reyes", "credentials": "CFA, CAIA", "title": "Vice President"},
    }
}
START = "The portfolio managers of the Harbor Point Growth Fund change as follows:"
LEAVES = "Chidi Okafor no longer serves as a portfolio manager."
DELETED = "All references to Chidi Okafor are deleted."


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"removed": ["okafor"]}, [START, LEAVES, DELETED]),
        ({"removed": ["okafor"], "references_deleted": "no"}, [START, LEAVES]),
        (
            {"removed": ["okafor"], "added": ["reyes"], "continuing": ["lin"], "responsibility": "joint"},
            [
                START,
                LEAVES,
                "Marta Reyes, CFA, CAIA, Vice President of the Adviser, becomes a portfolio manager.",
                "Dana Lin continues as a portfolio manager.",
                DELETED,
                "Dana Lin and Marta Reyes are then jointly responsible for the day-to-day management of the Fund.",
            ],
        ),
        (
            {"continuing": ["lin"], "responsibility": "sole"},
            [
                START,
                "Dana Lin continues as a portfolio manager.",
                "Dana Lin is then solely responsible for the day-to-day management of the Fund.",
            ],
        ),
        (
            {"added": [{"person": "lin", "role": "co", "since": "2001-09"}]},
            [
                START,
                "Dana Lin, CFA, Managing Director of the Adviser, has served as a co-portfolio manager since"
                " September 2001.",
            ],
        ),
        (
            {
                "removed": [{"person": "okafor", "why": "retiring"}, {"person": "reyes", "why": "other_duties"}],
                "continuing": [{"person": "lin", "role": "lead", "since": "2017"}],
                "responsibility": "sole",
            },
            [
                START,
                "Chidi Okafor, who is retiring, no longer serves as a portfolio manager.",
                "Marta Reyes, who is taking up other duties at the Adviser, no longer serves as a portfolio manager.",
                "Dana Lin continues as a lead portfolio manager and has served since 2017.",
                "All references to Chidi Okafor and Marta Reyes are deleted.",
                "Dana Lin is then solely responsible for the day-to-day management of the Fund.",
            ],
        ),
    ],
)
def test_each_person_has_a_sentence(body: dict[str, Any], said: list[str]) -> None:
    assert sentences(round_trip("manager_change", body, registrant=STAFF)) == said


TWO = {"funds": ["growth", "income"]}
NAMED = "the Harbor Point Growth Fund and the Harbor Point Income Fund"


@pytest.mark.parametrize(
    ("own", "change", "said"),
    [({}, {}, "the Funds"), (TWO, {}, NAMED), ({}, TWO, NAMED)],
    ids=["the supplement's", "its own", "the change's"],
)
def test_all_funds_of_a_supplement_are_named_by_its_header(
    own: dict[str, Any], change: dict[str, Any], said: str
) -> None:
    body = own | {"removed": ["okafor"], "continuing": ["lin"], "responsibility": "sole"}
    lines = sentences(round_trip("manager_change", body, registrant=STAFF, **TWO, change=change))
    assert lines[0] == f"The portfolio managers of each of {said} change as follows:"
    assert lines[-1] == "Dana Lin is then solely responsible for the day-to-day management of each Fund."


@pytest.mark.parametrize(
    ("parts", "start"),
    [
        ({"effective": "2026-10-01"}, "Effective October 1, 2026, the"),
        ({"change": {"effective": "immediately"}}, "Effective immediately, the"),
        ({"effective": "immediately", "change": {"effective": "2026-10-01"}}, "Effective October 1, 2026, the"),
    ],
)
def test_a_notice_says_when_the_change_takes_effect(parts: dict[str, Any], start: str) -> None:
    notice = {"operation": "notice", "location": {}, "content": [{"manager_change": {"removed": ["okafor"]}}]}
    change = {**notice, **parts.pop("change", {})}
    prose = {"operation": "replace_section", "location": {"section": "A Section"}, "content": ["More."]}
    document = round_trip("manager_change", {}, registrant=STAFF, changes=[change, prose], **parts)
    assert any(
        "".join(getattr(run, "shown", getattr(run, "text", "")) for run in getattr(block, "children", ())).startswith(
            start
        )
        for block in document.blocks
    )


@settings(max_examples=40, deadline=None)
@given(st.data(), staffed(), some_funds, flags)
def test_reads_back(data: st.DataObject, parts: dict[str, Any], funds: list[str], flag: str) -> None:
    keys = data.draw(st.permutations(PEOPLE))
    first, second = sorted((data.draw(st.integers(0, 4)), data.draw(st.integers(1, 4))))
    why = st.sampled_from(["retiring", "leaving_adviser", "other_duties"])
    leaving = st.one_of(st.just({}), st.fixed_dictionaries({"why": why}))
    body: dict[str, Any] = {
        "funds": funds,
        "removed": [{"person": key, **data.draw(leaving)} for key in keys[:first]],
        "added": data.draw(serving(keys[first:second])),
        "continuing": data.draw(serving(keys[second:])),
        "references_deleted": flag,
    }
    if data.draw(st.booleans()):
        body["effective"] = data.draw(starts)
    if after := len(keys) - first:
        body["responsibility"] = data.draw(st.sampled_from([None, "sole" if after == 1 else "joint"]))
    round_trip("manager_change", {key: value for key, value in body.items() if value}, **parts)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"continuing": ["lin"]},
        {"added": ["lin"], "responsibility": "joint"},
        {"added": ["lin"], "continuing": ["reyes"], "responsibility": "sole"},
        {"removed": [{"person": "lin", "why": "tired"}]},
    ],
)
def test_wrong_input_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ManagerChange.model_validate(body)


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ({"removed": ["lin"], "added": ["lin"]}, ["PPL-21"]),
        ({"added": ["okafor"]}, ["PM-10"]),
        ({"removed": ["nobody"], "funds": "none"}, ["CMB-01", "PPL-20"]),
    ],
)
def test_contradictions_are_found(body: dict[str, Any], codes: list[str]) -> None:
    house = house_of("manager_change", body, registrant=STAFF)
    assert [one[1] for one in check_references(house, load_wording())] == codes
