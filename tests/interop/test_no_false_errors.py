"""Real filings are not called wrong: no rule of content finds an error in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.library.find import FILED
from generator.library.reading import check_file
from generator.wording.environment import load_wording

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
#: Whole prospectuses of a megabyte are read elsewhere; here they would only cost time.
LARGEST = 600_000
FILES = sorted(path for path in CORPUS.rglob("*") if path.suffix in FILED and path.stat().st_size <= LARGEST)
pytestmark = pytest.mark.skipif(not FILES, reason="the corpus lies beside the project, and is not there")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_real_filing_has_no_error_of_content(path: Path) -> None:
    found = check_file(path, load_wording()).diagnostics
    assert [one for one in found if one.severity == "error" and one.code[0].isupper()] == []
