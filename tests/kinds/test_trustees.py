"""Trustees and officers: who comes and goes, and the tables of who they are."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.document.canonical import shown_text
from generator.document.nodes import Table
from generator.library.references import check_references
from generator.model.kinds.trustees import EVENTS, GROUPS, Trustees
from generator.wording.environment import load_wording
from tests.kinds.facts import counts, days, phrases
from tests.kinds.round import REGISTRANT, house_of, names, round_trip, sentences
from tests.kinds.staff import since

RUIZ = {"name": "Ana Ruiz", "role": "Independent Trustee", "date": "2026-10-01"}
ROW = {
    "name": "Ana Ruiz",
    "born": "1961",
    "position": "Trustee",
    "since": "2026-10",
    "occupations": "Partner, R & H LLP",
}


@pytest.mark.parametrize(
    ("event", "words"),
    [
        ("appointed", "is appointed as"),
        ("elected", "is elected as"),
        ("nominated", "is nominated as"),
        ("resigns", "resigns as"),
        ("retires", "retires as"),
        ("leaves", "no longer serves as"),
    ],
)
def test_each_event_has_its_sentence(event: str, words: str) -> None:
    holm = {"name": "Q. Holm, Jr.", "event": "retires", "role": "Chair of the Board, and Trustee", "date": "2026-09-30"}
    assert sentences(round_trip("trustees", {"changes": [RUIZ | {"event": event}, holm]})) == [
        "The Trustees and officers of Harbor Point Funds change as follows:",
        f"Ana Ruiz {words} Independent Trustee, effective October 1, 2026.",
        "Q. Holm, Jr. retires as Chair of the Board, and Trustee, effective September 30, 2026.",
    ]


def test_a_corporation_has_directors() -> None:
    body = {"changes": [RUIZ | {"event": "resigns", "role": "Director"}], "members": [ROW | {"overseen": "5"}]}
    document = round_trip("trustees", body, registrant=REGISTRANT | {"terms": {"board": "Directors"}})
    assert sentences(document)[0] == "The Directors and officers of Harbor Point Funds change as follows:"
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert shown_text(table.caption) == "Directors Who Are Not Interested Persons"


def test_each_group_has_its_table() -> None:
    interested = {"name": "B. Lo", "group": "interested", "overseen": "5", "directorships": "Quarry Corp."}
    officer = {"name": "C. Day", "group": "officer", "since": "2019"}
    members = [ROW | officer, ROW | {"overseen": "12", "directorships": "None"}, ROW | interested]
    document = round_trip("trustees", {"members": members})
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [shown_text(table.caption) for table in tables] == [
        "Trustees Who Are Not Interested Persons",
        "Trustees Who Are Interested Persons",
        "Officers",
    ]
    assert [[shown_text(cell) for cell in table.rows[0]] for table in tables] == [
        ["Ana Ruiz (born 1961)", "Trustee", "October 2026", "Partner, R & H LLP", "12", "None"],
        ["B. Lo (born 1961)", "Trustee", "October 2026", "Partner, R & H LLP", "5", "Quarry Corp."],
        ["C. Day (born 1961)", "Trustee", "2019", "Partner, R & H LLP"],
    ]


events = st.fixed_dictionaries({"name": names, "event": st.sampled_from(EVENTS), "role": phrases, "date": days})


@st.composite
def members(draw: st.DrawFn, name: str) -> dict[str, Any]:
    """A row of a table, with what its table has."""
    words = {"name": st.just(name), "position": names, "occupations": names, "since": since}
    row = draw(st.fixed_dictionaries({**words, "group": st.sampled_from(GROUPS)}))
    row["born"] = str(draw(st.integers(1900, 2099)))
    if row["group"] != "officer":
        row |= draw(st.fixed_dictionaries({"overseen": counts}, optional={"directorships": names}))
    return row


@settings(max_examples=40, deadline=None)
@given(st.data(), st.lists(events, max_size=4), st.lists(names, max_size=4, unique=True))
def test_reads_back(data: st.DataObject, changes: list[dict[str, str]], called: list[str]) -> None:
    if changes or called:
        rows = [data.draw(members(name)) for name in called]
        round_trip("trustees", {"changes": changes, "members": rows})


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"changes": [RUIZ | {"event": "vanishes"}]},
        {"members": [ROW]},
        {"members": [ROW | {"overseen": "many"}]},
        {"members": [ROW | {"overseen": "5", "born": "61"}]},
        {"members": [ROW | {"overseen": "5", "group": "officer"}]},
        {"members": [ROW | {"directorships": "Quarry Corp.", "group": "officer"}]},
    ],
)
def test_wrong_input_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Trustees.model_validate(body)


def test_one_who_is_in_the_tables_twice_is_found() -> None:
    house = house_of("trustees", {"members": [ROW | {"overseen": "5"}, ROW | {"group": "officer"}]})
    assert [one[1] for one in check_references(house, load_wording())] == ["PPL-21"]
