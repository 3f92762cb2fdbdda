"""What `--fix` makes of a case that fails is the case below it, in the same words, marks and comments."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from generator.library.find import Source
from generator.library.mend import Mending
from generator.settings.selection import Selection
from generator.source.nodes import Plain, to_plain
from generator.source.parse import parse_source
from generator.wording.environment import load_wording
from tests.checks.casebook import Case, cases

ALL = list(cases())
PAIRS = [(before, after) for before, after in pairwise(ALL) if after.kind == "mended"]


def content(text: str) -> Plain:
    """What a case says."""
    root, _ = parse_source(text.encode(), "case.yaml")
    assert root is not None
    return to_plain(root)


@pytest.mark.parametrize(("before", "after"), PAIRS, ids=lambda case: str(case))
def test_a_case_is_mended_as_the_next_one_says(before: Case, after: Case, tmp_path: Path) -> None:
    assert before.kind == "fails", "a mended case stands below the one that fails"
    path = tmp_path / "case.yaml"
    path.write_text(before.text, "utf-8")
    mended = Mending(load_wording(), Selection(select=(before.code,))).mend([Source(path, "case")])
    assert mended.done and not mended.undone
    assert content(mended.after[path].decode()) == content(after.text)
