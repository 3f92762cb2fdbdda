"""The slips of the two real supplements that can be seen in their content are found in the files as they were filed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.library.reading import check_file
from generator.wording.environment import load_wording

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds lie beside the project, and are not there")

#: file -> (code, line) of each slip: where the domain notes name one that content can show.
SLIPS = {
    "000_3affc9d232299c0d.txt": {
        ("EX-01", 21),  # the table is replaced, its Example is not
        ("LEG-01", 1),  # no legend, no file number
        ("WVR-03", 34),  # a voluntary waiver without amount or end
        ("WVR-04", 57),  # the same waiver told in two ways
        ("TIER-05", 56),  # a boundary that the schedule does not have
        ("TIER-04", 57),  # first, over, less than
        ("NAM-03", 34),  # the Manager
        ("TXT-02", 37),  # a hyphen for a dash
        ("FEE-02", 21),  # captions that are not the form's
        ("FEE-02", 24),
        ("ascii.blank_left_of_c", 17),  # the <S> and <C> line
    },
    "003_c14adad2a05aec02.txt": {
        ("PPL-01", 12),  # Stephen and Steven
        ("NAM-05", 46),  # REITS and REITs
        ("TXT-01", 24),  # large- cap
        ("TXT-01", 59),  # self liquidation
        ("PPL-06", 21),  # at the firm since 1968, in the industry since 1980
        ("DAT-04", 12),  # since September, told in November
        ("NAM-03", 20),  # the Adviser
        ("NAM-03", 61),  # 1940 Act
        ("SEC-03", 40),  # a sub-head before its lead-in
        ("TXT-04", 47),  # 67 words
        ("DAT-09", 1),  # no effective date
        ("PM-01", 6),  # since when Ms. Pardo manages the fund
        ("TXT-06", 45),  # without limit
    },
}
#: Codes that would say that the right arithmetic of the first is wrong.
ARITHMETIC = ("NUM-01", "NUM-02", "NUM-03", "FEE-06", "CLS-04")


@pytest.mark.parametrize("name", SLIPS)
def test_the_slips_of_a_real_supplement_are_found(name: str) -> None:
    found = {(one.code, one.span.line) for one in check_file(SEEDS / name, load_wording()).diagnostics}
    assert SLIPS[name] <= found, SLIPS[name] - found
    assert not {code for code, _ in found} & set(ARITHMETIC)
