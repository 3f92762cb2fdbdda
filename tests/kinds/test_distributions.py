"""How often funds pay dividends and distribute capital gains."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.kinds.distributions import Frequency
from tests.kinds.family import FUNDS, families, starts
from tests.kinds.fees import findings
from tests.kinds.round import round_trip, sentences

FREQUENCIES = get_args(Frequency)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            {"new": "monthly", "previous": "quarterly"},
            "pays dividends from net investment income every month (until now, every quarter).",
        ),
        (
            {"new": "declared_daily_paid_monthly"},
            "pays dividends from net investment income every month, after declaring them every day.",
        ),
        ({"new": "annually", "of": "capital_gains"}, "distributes net capital gains once a year."),
        (
            {"new": "never", "previous": "annually", "of": "capital_gains"},
            "no longer distributes net capital gains (until now, once a year).",
        ),
        ({"new": "never"}, "no longer pays dividends from net investment income."),
    ],
)
def test_one_change_is_a_sentence(row: dict[str, str], said: str) -> None:
    document = round_trip("distributions", {"starts": "2026-10-30", "schedule": [row]})
    assert sentences(document) == [f"Effective October 30, 2026, the Harbor Point Growth Fund {said}"]


def test_several_changes_are_a_table() -> None:
    schedule = [{"new": "monthly", "previous": "quarterly"}, {"fund": "income", "of": "capital_gains", "new": "never"}]
    assert sentences(round_trip("distributions", {"starts": "2026-10-30", "schedule": schedule})) == [
        "Effective October 30, 2026, distributions are made as follows:",
        "Fund | Distribution | Until Now | From Now On",
        "Harbor Point Growth Fund | Dividends from net investment income | Every quarter | Every month",
        "Harbor Point Income Fund | Net capital gains |  | Not at all",
    ]


rows = st.fixed_dictionaries(
    {
        "fund": st.sampled_from(FUNDS),
        "of": st.sampled_from(["dividends", "capital_gains"]),
        "new": st.sampled_from(FREQUENCIES),
    },
    optional={"previous": st.sampled_from(FREQUENCIES)},
).filter(lambda row: row.get("previous") != row["new"])
bodies = st.fixed_dictionaries(
    {
        "starts": starts,
        "schedule": st.lists(rows, min_size=1, max_size=6, unique_by=lambda row: (row["fund"], row["of"])),
    }
)


@settings(max_examples=40, deadline=None)
@given(bodies, families())
def test_reads_back(body: dict[str, Any], family: dict[str, Any]) -> None:
    round_trip("distributions", body, **family)


@pytest.mark.parametrize(
    ("schedule", "codes"),
    [
        ([{"new": "monthly", "previous": "monthly"}], ["DST-01"]),
        ([{"new": "monthly", "fund": "nobody"}], ["CMB-01"]),
        ([{"new": "monthly"}, {"new": "annually", "fund": "growth"}], ["CMB-01"]),
    ],
)
def test_contradictions_are_found(schedule: list[Any], codes: list[str]) -> None:
    assert findings("distributions", {"starts": "2026-10-30", "schedule": schedule}) == codes
