"""Damaged input ends in findings, whatever it is: no traceback, no hang, no blow-up.

`SUPPLEMENT_CASES` says how many small cases; a release is tried with more. Large ones are tried in a process of their
own, which may die of them, by the hundred with `benchmarks/fuzz.py`.
"""

from __future__ import annotations

import os

import pytest

from benchmarks.fuzz import FAILED, KINDS, fuzz
from benchmarks.fuzz_many import fuzz_here

SMALL = int(os.environ.get("SUPPLEMENT_CASES", "20000"))
SHARES = 8
SEED = 7
LARGE = {"yaml": 40, "text": 12, "html": 12, "pdf": 12}
SEED_OF_LARGE = 3


@pytest.mark.parametrize("share", range(SHARES))
def test_small_damaged_input_ends_in_findings(share: int) -> None:
    numbers = range(share * SMALL // SHARES, (share + 1) * SMALL // SHARES)
    done = [(case.kind, case.number, outcome, details) for case, outcome, details in fuzz_here(SEED, numbers)]
    assert len(done) == len(numbers)
    assert [one for one in done if one[2] in FAILED] == []


@pytest.mark.parametrize("kind", KINDS)
def test_large_damaged_input_ends_in_findings(kind: str) -> None:
    done = list(fuzz([kind], SEED_OF_LARGE, range(LARGE[kind])))
    failed = [(case.origin, case.number, outcome, details) for case, outcome, details, _ in done if outcome in FAILED]
    assert len(done) == LARGE[kind] and failed == []
