"""New names and ticker symbols, in sentences and as a table."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.library.references import check_references
from generator.model.kinds.name_change import NameChange
from generator.wording.environment import load_wording
from tests.kinds.facts import flags, phrases
from tests.kinds.family import CLASSES, FUNDS, families, starts
from tests.kinds.round import REGISTRANT, house_of, names, round_trip, sentences

GROWTH = REGISTRANT["funds"]["growth"]
TICKED = REGISTRANT | {
    "funds": REGISTRANT["funds"]
    | {"growth": GROWTH | {"classes": GROWTH["classes"] | {"I": {"name": "Class I", "ticker": "HPGIX"}}}}
}
NAMES, TICKERS = "The following names change:", "The following ticker symbols change:"
BOTH = "The following names and ticker symbols change:"
CLASS_A = "Class A shares of the Harbor Point Growth Fund"
REFERENCES = "All references to a former name are replaced with the new one."
REFERENCES_TO_BOTH = "All references to a former name or ticker symbol are replaced with the new one."


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            {"registrant": "New Trust"},
            [NAMES, "Harbor Point Funds, the registrant, is renamed “New Trust”.", REFERENCES],
        ),
        (
            {"adviser": {"old": "HP Advisers, Inc.", "new": "HP LLC"}, "references_replaced": "no"},
            [NAMES, "HP Advisers, Inc., the Adviser, is renamed “HP LLC”."],
        ),
        (
            {"funds": {"growth": "New Fund"}, "name_only": "yes", "former_in_use": "yes", "effective": "2026-05-01"},
            [
                "Effective May 1, 2026, the following names change:",
                "The Harbor Point Growth Fund is renamed “New Fund”.",
                REFERENCES,
                "Investment objectives, strategies and fees do not change with the names.",
                "Some documents and websites may use a former name for some time.",
            ],
        ),
        ({"classes": [{"class": "A", "name": "Investor"}]}, [NAMES, f"{CLASS_A} are renamed “Investor”.", REFERENCES]),
        (
            {"classes": [{"class": "A", "name": "Investor", "ticker": "HPNEW"}]},
            [BOTH, f"{CLASS_A} are renamed “Investor”, and their ticker symbol is now HPNEW.", REFERENCES_TO_BOTH],
        ),
        (
            {"classes": [{"class": "I", "ticker": "HPNEW"}, {"class": "A", "ticker": "HPA", "former_ticker": "HPB"}]},
            [
                TICKERS,
                "The ticker symbol of Class I shares of the Harbor Point Growth Fund changes from HPGIX to HPNEW.",
                f"The ticker symbol of {CLASS_A} changes from HPB to HPA.",
                "All references to a former ticker symbol are replaced with the new one.",
            ],
        ),
    ],
)
def test_each_name_has_its_sentence(body: dict[str, Any], said: list[str]) -> None:
    assert sentences(round_trip("name_change", body, registrant=TICKED)) == said


def test_a_table_has_a_row_for_each_name() -> None:
    body = {
        "form": "table",
        "registrant": "New Trust",
        "adviser": {"old": "HP Advisers, Inc.", "new": "HP LLC"},
        "funds": {"growth": "New Fund"},
        "references_replaced": "no",
    }
    rows = [
        "Registrant | Harbor Point Funds | New Trust",
        "Investment adviser | HP Advisers, Inc. | HP LLC",
        "Portfolio | Harbor Point Growth Fund | New Fund",
    ]
    said = sentences(round_trip("name_change", body, registrant=REGISTRANT | {"terms": {"fund": "Portfolio"}}))
    assert said == [NAMES, "Name of | Current Name | New Name", *rows]
    body["classes"] = [{"class": "I", "ticker": "HPNEW"}, {"class": "A", "name": "Investor"}]
    said = sentences(round_trip("name_change", body, registrant=TICKED | {"terms": {"fund": "Portfolio"}}))
    assert said == [
        BOTH,
        "Name of | Current Name | New Name | Current Ticker | New Ticker",
        *(f"{row} |  | " for row in rows),
        "Class of the Harbor Point Growth Fund | Class I | Unchanged | HPGIX | HPNEW",
        "Class of the Harbor Point Growth Fund | Class A | Investor |  | ",
    ]


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (
            [{"class": "I", "ticker": "HPNEW"}],
            ["Shares of | Class | Current Ticker | New Ticker", "Harbor Point Growth Fund | Class I | HPGIX | HPNEW"],
        ),
        (
            [{"class": "A", "ticker": "HPNEW"}],
            ["Shares of | Class | New Ticker", "Harbor Point Growth Fund | Class A | HPNEW"],
        ),
        (
            [{"class": "A", "ticker": "HPNEW", "name": "Investor"}, {"class": "I", "name": "Institutional"}],
            [
                "Name of | Current Name | New Name | New Ticker",
                "Class of the Harbor Point Growth Fund | Class A | Investor | HPNEW",
                "Class of the Harbor Point Growth Fund | Class I | Institutional | ",
            ],
        ),
    ],
    ids=["no new name", "no new name and no former symbol", "no former symbol"],
)
def test_a_column_in_which_nothing_would_stand_is_left_out(new: list[dict[str, str]], said: list[str]) -> None:
    body = {"form": "table", "classes": new, "references_replaced": "no"}
    assert sentences(round_trip("name_change", body, registrant=TICKED))[1:] == said


symbols = st.from_regex(r"[A-Z]{5}", fullmatch=True)
renamed = st.one_of(
    st.fixed_dictionaries({"name": names}, optional={"ticker": symbols}),
    st.fixed_dictionaries({"ticker": symbols, "former_ticker": symbols}, optional={"name": names}),
).filter(lambda new: new.get("ticker") != new.get("former_ticker") or "ticker" not in new)


@st.composite
def name_changes(draw: st.DrawFn) -> dict[str, Any]:
    adviser = st.fixed_dictionaries({"old": phrases, "new": names})
    optional = {
        "effective": starts,
        "registrant": names,
        "adviser": adviser,
        "name_only": flags,
        "former_in_use": flags,
    }
    body = draw(st.fixed_dictionaries({"references_replaced": flags}, optional=optional))
    body["form"] = draw(st.sampled_from(["house", "table"]))
    body["funds"] = {key: draw(names) for key in draw(st.lists(st.sampled_from(FUNDS), unique=True))}
    pairs = st.tuples(st.sampled_from(FUNDS), st.sampled_from(CLASSES))
    chosen = draw(st.lists(pairs, max_size=4, unique=True, min_size=int(not (body["funds"] or "adviser" in body))))
    body["classes"] = [{"fund": fund, "class": key, **draw(renamed)} for fund, key in chosen]
    return body


@settings(max_examples=40, deadline=None)
@given(name_changes(), families())
def test_reads_back(body: dict[str, Any], parts: dict[str, Any]) -> None:
    funds = parts["registrant"]["funds"]
    body["funds"] = {key: name if name != funds[key]["name"] else f"{name} 2" for key, name in body["funds"].items()}
    for new in body["classes"]:
        if new.get("name") == funds[new["fund"]]["classes"][new["class"]]:
            new["name"] += " 2"
    round_trip("name_change", body, **parts)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"classes": [{"class": "A"}]},
        {"classes": [{"class": "A", "name": "B", "former_ticker": "HPGAX"}]},
        {"classes": [{"class": "A", "ticker": "hpgax"}]},
        {"adviser": {"new": "HP LLC"}},
    ],
)
def test_wrong_input_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        NameChange.model_validate(body)


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ({"funds": {"growth": GROWTH["name"], "none": "New Fund"}}, ["NAM-11", "CMB-01"]),
        ({"classes": [{"class": "R", "name": "New"}]}, ["CLS-01"]),
        ({"classes": [{"class": "I", "name": "Class I", "ticker": "HPGIX"}]}, ["NAM-11", "NAM-11"]),
        ({"classes": [{"fund": "none", "class": "I", "name": "New"}]}, ["CMB-01"]),
    ],
)
def test_contradictions_are_found(body: dict[str, Any], codes: list[str]) -> None:
    house = house_of("name_change", body, registrant=TICKED)
    assert [one[1] for one in check_references(house, load_wording())] == codes
