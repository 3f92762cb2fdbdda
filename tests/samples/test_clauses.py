"""Each kind of supplement has sentences that the tool says by itself, and a sample that shows them said."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, get_args

import pytest

from generator.library.kinds import supplement_kinds
from generator.model.supplement import NEEDS, Operation
from tests.house.modules import ROOT
from tests.kinds.round import house_of
from tests.samples.clauses import said_clauses
from tests.samples.samples import loaded

#: Kind, the clauses of its sentences, the sample that says them.
TABLE: list[tuple[str, str, str]] = [
    ("fee-table", "lead_in.replace_table", "fee-table"),
    ("fee-table", "example.purpose", "fee-table"),
    ("fee-waiver", "waiver.agreement", "fee-waiver"),
    ("fee-waiver", "waiver.excludes", "fee-waiver"),
    ("fee-waiver", "waiver.term", "fee-waiver"),
    ("fee-waiver", "waiver.recoupment", "fee-waiver"),
    ("waiver-extension", "waiver_change.term", "waiver-extension"),
    ("waiver-extension", "waiver_change.limits", "waiver-extension"),
    ("waiver-end", "waiver_end.term", "waiver-end"),
    ("waiver-end", "waiver_end.ratios", "waiver-end"),
    ("fee-breakpoints", "fee_schedule.rates", "fee-breakpoints"),
    ("fee-breakpoints", "fee_schedule.previous", "fee-breakpoints"),
    ("sub-advisory-fee", "sub_advisory_fee.rates", "sub-advisory-fee"),
    ("sub-advisory-fee", "sub_advisory_fee.effect", "sub-advisory-fee"),
    ("portfolio-managers", "manager_change.removed", "manager-change"),
    ("portfolio-managers", "manager_change.added", "manager-change"),
    ("portfolio-managers", "manager_change.deleted", "manager-change"),
    ("manager-of-funds", "manager_change.removed", "manager-change-funds"),
    ("manager-of-funds", "people.sentence", "manager-change-funds"),
    ("adviser-change", "adviser_change.start", "adviser-change"),
    ("adviser-change", "adviser_change.transition", "adviser-change"),
    ("name-change", "name_change.references", "name-change"),
    ("name-change", "name_change.former_in_use", "name-change"),
    ("objective", "lead_in.replace_section", "objective"),
    ("objective", "objective.statement", "objective"),
    ("strategy", "lead_in.replace_paragraph", "strategy"),
    ("strategy", "strategy.policy", "strategy"),
    ("benchmark", "lead_in.replace_table", "benchmark"),
    ("benchmark", "benchmark.reason", "benchmark"),
    ("risk", "risk.introduction", "risk"),
    ("risk", "risk.removed", "risk"),
    ("investment-permission", "lead_in.supplement", "investment-permission"),
    ("investment-permission", "investment_permission.leave", "investment-permission"),
    ("reorganization", "reorganization.board_table", "reorganization"),
    ("reorganization", "reorganization.plans", "reorganization"),
    ("reorganization", "reorganization.vote", "reorganization"),
    ("reorganization", "reorganization.closing", "reorganization"),
    ("liquidation", "liquidation.board", "liquidation"),
    ("liquidation", "liquidation.may_deviate", "liquidation"),
    ("liquidation", "liquidation.distribution", "liquidation"),
    ("fund-closing", "fund_closing.start", "fund-closing"),
    ("fund-closing", "fund_closing.exceptions", "fund-closing"),
    ("fund-reopening", "fund_reopening.start_listed", "fund-reopening"),
    ("class-launch", "class_launch.start", "class-launch"),
    ("class-conversion", "class_conversion.period", "class-conversion"),
    ("class-conversion", "class_conversion.not_taxable", "class-conversion"),
    ("sales-charges", "sales_charges.initial", "sales-charges"),
    ("sales-charges", "sales_charges.waiver", "sales-charges"),
    ("distribution-fee", "distribution_fee_change.change", "distribution-fee"),
    ("distribution-fee", "distribution_fee_change.rate", "distribution-fee"),
    ("minimums", "lead_in.replace_section", "minimums"),
    ("minimums", "minimums.start", "minimums"),
    ("pricing", "pricing.time", "pricing"),
    ("pricing", "pricing.fair_value", "pricing"),
    ("distributions", "distributions.several", "distributions"),
    ("service-providers", "provider_change.start", "service-provider"),
    ("service-providers", "provider_change.references", "service-provider"),
    ("address", "lead_in.replace_section", "address"),
    ("trustees", "lead_in.replace_table", "trustees"),
    ("trustees", "trustees.change", "trustees"),
    ("restriction", "restriction.action", "restriction"),
    ("restriction", "restriction.text", "restriction"),
    ("tax-update", "tax_update.subject", "tax-update"),
    ("defined-term", "defined_term.meaning", "defined-term"),
    ("diversification", "diversification.non_diversified", "diversification"),
    ("diversification", "diversification.stand_alone", "diversification"),
    ("sai-only", "header.dated", "sai-only"),
    ("sai-only", "lead_in.replace_paragraph", "sai-only"),
    ("multi-fund", "supersedes.dates", "combined"),
    ("multi-fund", "lead_in.rename", "combined"),
    ("per-document", "lead_in.replace_sentence", "per-target"),
    ("correction", "correction.words", "correction"),
    ("correction", "correction.figure", "correction"),
]  # fmt: skip
KINDS = supplement_kinds()
OPERATIONS = get_args(Operation)
#: What the operations need to be said.
LOCATION = {
    "section": "Fees",
    "table": "Fees",
    "paragraph": "2",
    "sentence": "1",
    "bullet": "3",
    "footnote": "(1)",
    "kept": "the first sentence",
}


@cache
def said(sample: str) -> set[str]:
    """The clauses that a sample of the tour says, in all its documents."""
    return {name for one in loaded(f"tour/{sample}") if one.house for name in said_clauses(one.house)}


@pytest.mark.parametrize(("kind", "clause", "sample"), TABLE)
def test_a_sample_says_the_clause(kind: str, clause: str, sample: str) -> None:
    assert KINDS[kind].file.stem == sample
    assert clause in said(sample)


def test_every_kind_is_in_the_table() -> None:
    assert list(dict.fromkeys(kind for kind, _, _ in TABLE)) == list(KINDS)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_an_operation_has_a_clause(operation: str) -> None:
    place = {part.removeprefix("location."): 0 for part in NEEDS.get(operation, ())}
    change: dict[str, Any] = {"operation": operation, "location": {k: v for k, v in LOCATION.items() if k in place}}
    change |= {name: f"{name} words" for name in ("old", "new") if name in place}
    found = said_clauses(house_of("defined_term", {"term": "Fund", "meaning": "the fund"}, change=change))
    assert {name for name in found if name.startswith("lead_in.")} == ({f"lead_in.{operation}"} - {"lead_in.notice"})


def test_the_list_of_kinds_is_whole() -> None:
    """Each kind and operation in the notes on supplements has a sentence here."""
    notes = ROOT.parent / "shared" / "domain.md"
    if not notes.is_file():
        pytest.skip("the notes on supplements are not here: ../shared/domain.md")
    text = notes.read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \|", text[text.index("\n## 1.") : text.index("\n## 2.")], re.MULTILINE)
    assert {int(row) for row in rows} == {KINDS[kind].row for kind, _, _ in TABLE}
    table = text[text.index("| op |") : text.index("\nSlots below")]
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    operations = {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}
    assert operations
    assert operations <= set(OPERATIONS)
