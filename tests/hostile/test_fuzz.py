"""A share of the fuzzing that `benchmarks/fuzz.py` does by hand: damaged input ends in findings, whatever it is."""

from __future__ import annotations

import pytest

from benchmarks.fuzz import FAILED, KINDS, fuzz

SEED = 3
#: Cases of each kind.
COUNT = {"yaml": 120, "text": 15, "html": 15, "pdf": 15}


@pytest.mark.parametrize("kind", KINDS)
def test_damaged_input_ends_in_findings(kind: str) -> None:
    done = list(fuzz([kind], SEED, range(COUNT[kind])))
    failed = [(case.origin, case.number, outcome, details) for case, outcome, details, _ in done if outcome in FAILED]
    assert len(done) == COUNT[kind] and failed == []
