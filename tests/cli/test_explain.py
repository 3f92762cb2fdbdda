"""Pages at the command line, and lists of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.checks.pages import catalogue
from generator.cli.main import main


def run(*words: str, **environment: str) -> Result:
    return CliRunner().invoke(main, list(words), env=environment)


@pytest.mark.parametrize("code", ["WVE-01", "wve-01", "KEY-01", "ascii.line_80", "ASCII.LINE_80"])
def test_a_page_is_printed_whoever_finds_it(code: str) -> None:
    result = run("explain", code)
    assert result.exit_code == 0
    assert result.stdout.lower().startswith(f"{code}: ".lower())
    assert "\nMend: " in result.stdout and "\nSource: " in result.stdout
    assert "\x1b" not in result.stdout


def test_a_page_is_as_wide_as_the_terminal() -> None:
    for width in (40, 70):
        lines = run("explain", "WVE-01", COLUMNS=str(width)).stdout.partition("Fails:")[0].splitlines()
        assert width - 15 < max(map(len, lines)) <= width


@pytest.mark.parametrize("word", ["WVE-11", "WVE01", "wve", "WVE-1"])
def test_a_wrong_code_brings_near_ones(word: str) -> None:
    result = run("explain", word)
    assert result.exit_code == 2
    assert "WVE-01" in result.stderr


def test_a_word_that_is_near_nothing_brings_the_list() -> None:
    assert "supplement rules" in run("explain", "nonsense").stderr


def test_a_rule_that_is_left_out_has_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "left_out", lambda: {"ZZZ-01": "It needs the base prospectus."})
    assert run("explain", "zzz-01").stdout == "ZZZ-01 is no rule here:  It needs the base prospectus.\n"
    assert run("rules", "--left-out").stdout == "ZZZ-01  It needs the base prospectus.\n"
    assert json.loads(run("rules", "--left-out", "--format", "json").stdout)["left_out"][0]["code"] == "ZZZ-01"
    assert "| ZZZ-01 |" in run("rules", "--left-out", "--format", "markdown").stdout
    assert run("rules", "--left-out", "--family", "WVE").stdout == ""


def test_a_file_wants_a_path(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a: b\n", "utf-8")
    assert "name the figure as well" in run("explain", str(file)).stderr
    assert run("explain", str(tmp_path / "b.yaml"), "a").exit_code == 2


def test_the_rules_are_listed() -> None:
    lines = run("rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(catalogue.all_pages())
    assert all(line.split()[1] in ("error", "warning", "info") for line in lines)


@pytest.mark.parametrize(("family", "count"), [("WVE", 2), ("WVE-01", 1), ("WVE,KEY-01", 3), ("ZZZ", 0)])
def test_a_family_is_listed_by_itself(family: str, count: int) -> None:
    assert len(run("rules", "--family", family).stdout.splitlines()) == count
    assert len(json.loads(run("rules", "--family", family, "--format", "json").stdout)["rules"]) == count
    assert len(run("rules", "--family", family, "--format", "markdown").stdout.splitlines()) == count + 2


FEES = """\
registrant:
  name: Example Trust
  funds: {growth: {name: Example Growth Fund, classes: {A: Class A}}}
date: 2026-09-30
funds: growth
targets: [{document: prospectus, date: 2026-05-01}]
changes:
  - section: Fees
    content:
      - fee_table: {rows: {management_fee: 0.65%, other_expenses: 0.11%}}
"""


def test_a_figure_is_explained(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(FEES, "utf-8")
    lines = run("explain", str(file), "changes[0].content[0].fee_table.rows.total.A").stdout.splitlines()
    assert [line.split()[-1] for line in lines if "%" in line] == ["0.65%", "0.11%", "0.76%"]
    wrong = run("explain", str(file), "changes[0].content[0].fee_table.rows.totl.A")
    assert wrong.exit_code == 2
    assert "changes[0].content[0].fee_table.rows.total.A" in "".join(wrong.stderr.split())


def test_a_figure_is_explained_though_something_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(FEES.replace("other_expenses: 0.11%", "other_expenses: 0.11%, total: 0.80%"), "utf-8")
    assert "0.80%" in run("explain", str(file), "changes[0].content[0].fee_table.rows.total.A").stdout


def test_a_file_that_cannot_be_typed_explains_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(FEES.replace("date:", "dote:"), "utf-8")
    result = run("explain", str(file), "changes[0]")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "KEY-01" in result.stderr
