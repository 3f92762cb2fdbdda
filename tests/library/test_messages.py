"""What a finding tells an author to type, where the words depend on what supplements are made of."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.library.find import Source
from generator.library.load import Library
from generator.wording.environment import load_wording

HEAD = """\
registrant: {name: Harbor Point Funds, funds: {growth: Harbor Point Growth Fund}}
date: 2026-09-30
funds: growth
targets: [{document: prospectus, date: 2026-05-01}]
changes:
"""


def found(tmp_path: Path, changes: str) -> list[Diagnostic]:
    path = tmp_path / "content.yaml"
    path.write_text(HEAD + changes, encoding="utf-8")
    return list(Library(load_wording()).load(Source(path, path.name)).diagnostics)


def test_a_change_that_is_bare_words_is_told_to_put_them_under_content(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "  - The Fund's objective stays as it is.\n")
    assert (finding.code, finding.span.line) == ("TYP-01", 6)
    assert finding.help.startswith("write `content:` before the text")


def test_of_a_word_alone_the_keys_are_told(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "  - closing\n")
    assert "`section: Portfolio Managers`" in finding.help


def test_a_mark_that_is_none_is_told_once(tmp_path: Path) -> None:
    table = "{rows: {management_fee: {all: 0.86%, note: n}}, notes: {n: {marker: (*), text: Waived.}}}"
    codes = [one.code for one in found(tmp_path, f"  - content: [{{fee_table: {table}}}]\n")]
    assert [code for code in codes if code.startswith("FN-1")] == ["FN-10"]


def test_a_negative_waiver_is_answered_with_the_amount_to_type(tmp_path: Path) -> None:
    rows = "{management_fee: 0.86%, waiver: -0.35%}"
    (finding,) = found(tmp_path, f"  - content: [{{fee_table: {{rows: {rows}}}}}]\n")
    assert (finding.code, finding.help.partition(":")[0]) == ("NUM-15", "write 0.35%")
