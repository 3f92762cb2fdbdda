"""What the parts of a supplement say of one another: the place that a finding points at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.casebook import loaded

BASE = """\
registrant: {name: Example Trust, funds: {growth: Example Growth Fund}}
date: 2026-09-30
funds: growth
targets: [{document: prospectus, date: 2026-05-01}]
changes:
  - section: Closing
    content:
      - table:
"""


@pytest.mark.parametrize(
    ("table", "line", "message"),
    [
        (["head: [a, b]", "rows:", "- [c, d]", "- [e]", "- [f]"], 12, "the row has 1 cell, and the head has 2"),
        (["head: [a, b]", "rows:", "- [c, d]", "- [e, f, g]"], 12, "the row has 3 cells, and the head has 2"),
        (["head: [a]", "rows:", "- [c, d]", "- [e, f]"], 11, "the row has 2 cells, and the head has 1"),
        (["rows:", "- [a]", "- [c, d]", "- [e, f]"], 10, "the row has 1 cell, and others have 2"),
        (["rows:", "- [c, d]", "- [e, f]", "- [g]"], 12, "the row has 1 cell, and others have 2"),
        (["rows:", "- [c, d]", "- [e]"], 11, "the row has 1 cell, and others have 2"),
    ],
)
def test_the_row_that_has_other_cells_than_the_rest_is_told(
    table: list[str], line: int, message: str, tmp_path: Path
) -> None:
    text = BASE + "".join(f"          {one}\n" for one in table)
    (found,) = [one for one in loaded(text, tmp_path).diagnostics if one.code == "TBL-01"]
    assert (found.span.line, found.message) == (line, message)
