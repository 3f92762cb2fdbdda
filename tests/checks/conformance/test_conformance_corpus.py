"""Accepted filings break no rule that is called an error, and show which rules are not enforced."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.checks.conformance import RULES, check_conformance
from generator.diagnostics import Diagnostic

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
FILINGS = sorted(path for path in CORPUS.rglob("*") if path.suffix in (".htm", ".txt"))

pytestmark = pytest.mark.skipif(not FILINGS, reason="the corpus of accepted filings is not beside the project")


@pytest.fixture(scope="module")
def found() -> dict[Path, list[Diagnostic]]:
    """The findings on each accepted filing."""
    return {path: check_conformance(path.name, path.read_bytes()) for path in FILINGS}


def test_no_accepted_filing_has_an_error(found: dict[Path, list[Diagnostic]]) -> None:
    errors = [
        diagnostic for diagnostics in found.values() for diagnostic in diagnostics if diagnostic.severity == "error"
    ]
    assert errors == []


def test_what_accepted_filings_are_warned_of_is_known_not_to_be_enforced(found: dict[Path, list[Diagnostic]]) -> None:
    filings = Counter(code for diagnostics in found.values() for code in {each.code for each in diagnostics})
    assert filings == {
        "ascii.blank_left_of_c": 1,
        "ascii.sc_alignment": 1,
        "html.attributes_listed": 16,
        "html.doctype": 1,
    }
    assert {RULES[code].enforced for code in filings} == {False}


def test_the_envelope_is_stepped_over_and_the_line_kept(found: dict[Path, list[Diagnostic]]) -> None:
    [path] = [path for path in FILINGS if path.name.startswith("virtus-dfa-2060")]
    [doctype] = [diagnostic for diagnostic in found[path] if diagnostic.code == "html.doctype"]
    assert path.read_text("ascii").splitlines()[doctype.span.line - 1].startswith("<!DOCTYPE")
    assert (doctype.file, doctype.path) == (path.name, "tv490337_497k.htm")
