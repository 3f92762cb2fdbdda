"""What the rules on people, names and prose find in two filings: all that is wrong there, and no more."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.checks.run import check_content
from generator.diagnostics import Span
from generator.library.proof import recovered_house
from generator.readers.files import read_file
from generator.wording.environment import load_wording

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
FAMILIES = ("PPL", "PM", "NAM", "TXT")
FOUND = {
    "000": {"NAM-03": 1, "TXT-02": 1, "TXT-07": 1},
    "003": {
        "NAM-03": 2, "NAM-05": 1, "PM-01": 1, "PPL-01": 1, "PPL-06": 1, "TXT-01": 2, "TXT-04": 1, "TXT-06": 1,
    },
}  # fmt: skip

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared filings are not beside the project")


@pytest.mark.parametrize("number", FOUND)
def test_what_is_wrong_in_a_filing_is_found(number: str) -> None:
    (file,) = SEEDS.glob(f"{number}_*.txt")
    house = recovered_house(read_file(file.name, file.read_bytes()).document, load_wording())
    found = check_content(house, lambda path, words: (file.name, Span()), read=True)
    codes = (one.code for one in found)
    assert Counter(code for code in codes if code.partition("-")[0] in FAMILIES) == FOUND[number]
