"""Service providers: who they are, what they are called, how to reach them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.library.references import check_references
from generator.model.kinds.provider_change import CONTACT, EVENTS, PARTIES, ProviderChange
from generator.wording.environment import load_wording
from tests.kinds.facts import flags, phrases
from tests.kinds.family import FUNDS, families, starts
from tests.kinds.round import REGISTRANT, house_of, names, round_trip, sentences

AGENT = {"party": "transfer_agent", "name": "Lighthouse, Inc."}
OLD = {"previous": "Old & Co."}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"event": "appointed"}, ["Lighthouse, Inc. becomes the transfer agent of Harbor Point Funds."]),
        (
            {"event": "replaced", "party": "auditor", **OLD},
            [
                "Lighthouse, Inc. takes the place of Old & Co. as the independent registered public accounting firm of"
                " Harbor Point Funds.",
                "All references to Old & Co. are replaced with Lighthouse, Inc. throughout.",
            ],
        ),
        (
            {"event": "renamed", "references_replaced": "no", "funds": "growth", **OLD},
            ["Old & Co., the transfer agent of the Harbor Point Growth Fund, changes its name to “Lighthouse, Inc.”"],
        ),
        (
            {"event": "ended", "party": "counsel", "funds": ["growth", "income"], "effective": "2026-06-01"},
            [
                "Effective June 1, 2026, Lighthouse, Inc. is no longer the legal counsel of each of the Harbor Point"
                " Growth Fund and the Harbor Point Income Fund."
            ],
        ),
        (
            {"event": "moved", "address": "1 Main St.", "telephone": "1-800-555-0142", "web": "www.x.example"},
            [
                "Lighthouse, Inc., the transfer agent of Harbor Point Funds, has new contact details.",
                "How to reach Lighthouse, Inc.:",
                "Address: 1 Main St.",
                "Telephone: 1-800-555-0142",
                "Website: www.x.example",
            ],
        ),
    ],
)
def test_each_event_has_its_sentence(body: dict[str, Any], said: list[str]) -> None:
    assert sentences(round_trip("provider_change", AGENT | body)) == said


PROVIDERS = {
    "lighthouse": {"name": "Lighthouse, Inc.", "role": "transfer_agent", "address": "1 Main St."},
    "quay": {"name": "Quay & Co.", "role": "custodian"},
}
DECLARED = REGISTRANT | {"service_providers": PROVIDERS}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            {"provider": "lighthouse", "event": "appointed"},
            [
                "Lighthouse, Inc. becomes the transfer agent of Harbor Point Funds.",
                "How to reach Lighthouse, Inc.:",
                "Address: 1 Main St.",
            ],
        ),
        (
            {"provider": "lighthouse", "event": "ended"},
            ["Lighthouse, Inc. is no longer the transfer agent of Harbor Point Funds."],
        ),
        (
            {"provider": "lighthouse", "event": "moved", "address": "2 Main St."},
            [
                "Lighthouse, Inc., the transfer agent of Harbor Point Funds, has new contact details.",
                "How to reach Lighthouse, Inc.:",
                "Address: 2 Main St.",
            ],
        ),
        (
            {"provider": "quay", "event": "renamed", "previous": "Old & Co.", "references_replaced": "no"},
            ["Old & Co., the custodian of Harbor Point Funds, changes its name to “Quay & Co.”"],
        ),
    ],
)
def test_who_is_declared_is_named_by_key(body: dict[str, Any], said: list[str]) -> None:
    assert sentences(round_trip("provider_change", body, registrant=DECLARED)) == said


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"provider": "nobody", "event": "appointed"}, "CMB-01"),
        ({"provider": "quay", "event": "moved"}, "SVC-02"),
        (AGENT | {"event": "moved"}, "SVC-02"),
        ({"provider": "quay", "event": "renamed", "previous": "Quay & Co."}, "SVC-01"),
        (AGENT | {"event": "renamed", "previous": AGENT["name"]}, "SVC-01"),
    ],
)
def test_what_cannot_be_is_found(body: dict[str, Any], code: str) -> None:
    house = house_of("provider_change", body, registrant=DECLARED)
    assert [one[1] for one in check_references(house, load_wording())] == [code]


@st.composite
def provider_changes(draw: st.DrawFn) -> dict[str, Any]:
    firms = draw(st.lists(phrases, min_size=2, max_size=2, unique=True))
    always = {"party": st.sampled_from(PARTIES), "event": st.sampled_from(EVENTS), "references_replaced": flags}
    body = draw(st.fixed_dictionaries(always, optional={"effective": starts, **dict.fromkeys(CONTACT, names)}))
    body["name"] = firms[0]
    if body["event"] in ("replaced", "renamed"):
        body["previous"] = firms[1]
    if body["event"] == "moved":
        body["address"] = draw(names)
    return body | {"funds": draw(st.lists(st.sampled_from(FUNDS), unique=True))}


@settings(max_examples=40, deadline=None)
@given(provider_changes(), families())
def test_reads_back(body: dict[str, Any], parts: dict[str, Any]) -> None:
    round_trip("provider_change", body, **parts)


@pytest.mark.parametrize(
    "body",
    [
        {"event": "replaced"},
        {"event": "appointed", **OLD},
        {"event": "appointed", "party": "plumber"},
        {"event": "appointed", "provider": "lighthouse"},
    ],
)
def test_wrong_input_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ProviderChange.model_validate(AGENT | body)


def test_an_unknown_fund_is_found() -> None:
    house = house_of("provider_change", AGENT | {"event": "ended", "funds": "none"})
    assert [one[1] for one in check_references(house, load_wording())] == ["CMB-01"]
