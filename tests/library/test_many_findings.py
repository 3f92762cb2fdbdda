"""A text that is wrong all over is told in bounded time: so many findings, and so many mends proved at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.run import MOST_ALIKE
from generator.diagnostics import Diagnostic
from generator.library.find import Source
from generator.library.load import Library
from generator.library.places import FEWEST_EDITS
from generator.wording.environment import load_wording
from tests.filing.batches import ALONE

WORDS = [f"{first}{second}{third}" for first in "bdfgkl" for second in "aeiou" for third in "mnprst"]


def doubled(tmp_path: Path, paragraphs: list[str]) -> list[Diagnostic]:
    """The findings on words that stand twice in paragraphs."""
    path = tmp_path / "x.yaml"
    lines = "".join(f"      - paragraph: The Fund {words}.\n" for words in paragraphs)
    path.write_text(ALONE.partition("      - paragraph")[0] + lines, "utf-8")
    found = Library(load_wording()).load(Source(path, "x")).diagnostics
    return [one for one in found if one.code == "TXT-03"]


def test_so_much_of_one_kind_is_told_of_a_text(tmp_path: Path) -> None:
    found = doubled(tmp_path, [" ".join(f"{word} {word}" for word in WORDS)])
    assert len(found) == MOST_ALIKE + 1
    assert [one.message for one in found if not one.edit] == ["there are more like these in this text"]


def test_a_word_that_stands_again_and_again_is_looked_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0

    def edit_of(*values: object) -> None:
        nonlocal calls
        calls += 1

    monkeypatch.setattr("generator.library.places.edit_of", edit_of)
    doubled(tmp_path, ["the " * 500])
    assert calls < 5


def test_so_many_mends_are_proved_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.library.places.MOST_PARSED", 1000)
    found = doubled(tmp_path, [f"{word} {word}" for word in WORDS[:40]])
    assert len(found) == 40 and len([one for one in found if one.edit]) == FEWEST_EDITS
