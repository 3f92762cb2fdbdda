"""Examples of real funds follow, to the dollar, from the fee tables that they were filed with."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from generator.checks.catalogue import rules_of
from generator.checks.rules import (
    example,
    example_conversions,
    example_form,
    notes,
    tier_words,
    tiers,
    waiver_words,
    waivers,
)
from generator.checks.rules._example_costs import fits
from generator.checks.rules._examples import examples
from generator.checks.rules._ratios import ratios_of
from generator.checks.subject import Subject
from generator.document.carried import EVERYWHERE, carried
from generator.library.proof import recovered_house
from generator.readers.files import read_file
from generator.wording.environment import load_wording

SHARED = Path(__file__).resolve().parents[3] / "shared"
FILED = sorted((SHARED / "corpus" / "summaries").glob("*.htm"))
SEED_A = SHARED / "seeds" / "000_3affc9d232299c0d.txt"
#: Filings whose tables do not read as tables of fees and amounts.
UNREAD = ("voya-", "vanguard-market-neutral")
MODULES = (example, example_conversions, example_form, notes, tiers, tier_words, waivers, waiver_words)

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared filings are not beside the project")


@cache
def subject_of(file: Path) -> Subject:
    """What a filing says."""
    document = read_file(file.name, file.read_bytes()).document
    return Subject(recovered_house(carried(document, EVERYWHERE), load_wording()), read=True)


@pytest.mark.parametrize("file", FILED, ids=lambda file: file.stem)
def test_an_example_follows_from_its_fee_table(file: Path) -> None:
    subject = subject_of(file)
    rows = [(row, ratios_of(subject, seen, row.key)) for seen in examples(subject) for row in seen.rows]
    known = [(row, ratios) for row, ratios in rows if ratios]
    assert known or file.stem.startswith(UNREAD)
    for row, ratios in known:
        ways = range(4)  # years of a waiver
        assert any(fits(row, ratios, years) for years in ways), row


@pytest.mark.parametrize("file", FILED, ids=lambda file: file.stem)
def test_nothing_is_found_in_filings_that_are_right(file: Path) -> None:
    subject = subject_of(file)
    assert [(rule.code, one) for module in MODULES for rule in rules_of(module) for one in rule.find(subject)] == []


def test_the_slips_of_a_real_supplement_are_found() -> None:
    """An Example is missing, one waiver is told in two ways, each without an end, and a note has another boundary."""
    subject = subject_of(SEED_A)
    found = [(rule.code, one.path) for module in MODULES for rule in rules_of(module) for one in rule.find(subject)]
    table, note = "changes[0].content[0].fee_table", "changes[1].content[0].fee_schedule.notes.note-1.text"
    assert sorted(found) == [
        ("EX-01", table),
        ("TIER-04", note),
        ("TIER-05", note),
        ("WVR-03", f"{table}.notes.note-1.text"),
        ("WVR-03", note),
        ("WVR-04", note),
    ]
