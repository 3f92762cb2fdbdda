"""Portfolio managers: biographies, the table and the sentences of Item 5."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.compose.compose import compose
from generator.library.proof import recovered_house
from generator.library.references import check_references
from generator.model.kinds.people import People
from generator.wording.environment import load_wording
from generator.wording.types import TYPES, read_value
from tests.kinds.round import REGISTRANT, house_of, round_trip, sentences
from tests.kinds.staff import PEOPLE, serving, since, staffed

NAMED = "Dana Lin, CFA, Managing Director of the Adviser"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, f"{NAMED}. Ms. Lin is."),
        ({"since": "2019-05"}, f"{NAMED}. Portfolio manager since May 2019. Ms. Lin is."),
        ({"role": "co"}, f"{NAMED}. Co-portfolio manager. Ms. Lin is."),
        ({"role": "lead", "since": "2019"}, f"{NAMED}. Lead portfolio manager since 2019. Ms. Lin is."),
    ],
)
def test_a_biography_has_role_and_service_where_they_are_known(facts: dict[str, str], said: str) -> None:
    assert sentences(round_trip("people", [{"person": "lin", **facts}])) == [said]


@pytest.mark.parametrize(
    ("facts", "role"),
    [
        ({}, "a"),
        ({"role": "lead"}, "a lead"),
        ({"role": "associate"}, "an associate"),
        ({"role": "assistant"}, "an assistant"),
    ],
)
def test_item_5_in_a_sentence(facts: dict[str, str], role: str) -> None:
    body = {"form": "sentence", "persons": [{"person": "lin", "since": "2019-05-04", **facts}]}
    said = f"{NAMED}, has served as {role} portfolio manager of the Fund since May 4, 2019."
    assert sentences(round_trip("people", body)) == [said]


def test_of_several_funds_each_is_meant_or_one_by_name() -> None:
    body = {"form": "sentence", "persons": [{"person": "lin", "since": "2019"}]}
    said = f"{NAMED}, has served as a portfolio manager of "
    for change, whose in (({"fund": "income"}, "the Harbor Point Income Fund"), ({}, "each Fund")):
        document = round_trip("people", body, funds=["growth", "income"], change=change)
        assert sentences(document) == [f"{said}{whose} since 2019."]


def test_item_5_in_a_table_has_roles_where_somebody_has_one() -> None:
    body = {"form": "table", "persons": [{"person": "lin", "since": "2019"}]}
    assert sentences(round_trip("people", body)) == [
        "Name | Title | Served Since",
        "Dana Lin, CFA | Managing Director | 2019",
    ]
    body["persons"][0]["role"] = "lead"
    assert sentences(round_trip("people", body)) == [
        "Name | Title | Role | Served Since",
        "Dana Lin, CFA | Managing Director | Lead portfolio manager | 2019",
    ]


def test_one_person_in_several_wordings_is_declared_once() -> None:
    """The first wording says the name alone, the second title and credentials, the third the biography."""
    content = [
        {"manager_change": {"removed": ["lin"]}},
        {"people": {"form": "table", "persons": [{"person": "lin", "since": "2019"}]}},
        {"people": ["lin"]},
    ]
    house = house_of("people", ["lin"], change={"content": content})
    read = recovered_house(compose(house, load_wording()), load_wording())
    assert [one.model_dump() for one in read.registrant.people.values()] == [REGISTRANT["people"]["lin"]]


def test_two_of_one_name_stay_two() -> None:
    people = {
        "a": {"name": "Dana Lin", "title": "Analyst"},
        "b": {"name": "Dana Lin", "title": "Analyst", "bio": "She."},
    }
    house = house_of("people", ["a", "b"], registrant=REGISTRANT | {"people": people})
    read = recovered_house(compose(house, load_wording()), load_wording())
    assert [one.bio for one in read.registrant.people.values()] == ["", "She."]


@settings(max_examples=40, deadline=None)
@given(st.data(), staffed(), st.sampled_from(["house", "table", "sentence"]))
def test_reads_back(data: st.DataObject, parts: dict[str, Any], form: str) -> None:
    keys = data.draw(st.lists(st.sampled_from(PEOPLE), min_size=1, unique=True))
    persons = data.draw(serving(keys) if form == "house" else serving(keys, since=since))
    round_trip("people", {"form": form, "persons": persons}, **parts)


@settings(max_examples=100, deadline=None)
@given(since)
def test_a_moment_is_read_as_it_is_shown(moment: str) -> None:
    assert read_value(TYPES["moment"], TYPES["moment"].show(moment)) == moment


@pytest.mark.parametrize(
    "body",
    [
        [],
        [{"person": "lin", "since": "May 2019"}],
        [{"person": "lin", "since": "2019-13"}],
        [{"person": "lin", "role": "boss"}],
    ],
)
def test_wrong_input_is_refused(body: Any) -> None:
    with pytest.raises(ValidationError):
        People.model_validate(body)


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        (["nobody"], ["PPL-20"]),
        (["lin", "lin"], ["PPL-21"]),
        (["untitled"], ["PM-10"]),
        ({"form": "table", "persons": ["lin"]}, ["PM-11"]),
    ],
)
def test_what_is_missing_is_found(body: Any, codes: list[str]) -> None:
    people = REGISTRANT["people"] | {"untitled": {"name": "A. Nyone"}}
    house = house_of("people", body, registrant=REGISTRANT | {"people": people})
    assert [one[1] for one in check_references(house, load_wording())] == codes
