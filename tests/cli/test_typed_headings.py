"""Headings wherever an author types them: no section is invented above them, and every format says the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main

BASE = """\
registrant:
  name: Harbor Point Funds
  file_no_1933: 333-48456
  style: {legend: rule_497e, closing: retain}
  funds:
    growth: {name: Harbor Point Growth Fund, classes: {A: Class A}}
    income: {name: Harbor Point Income Fund, classes: {A: Class A}}
date: 2026-09-30
funds: [growth, income]
targets: [{document: prospectus, date: 2026-05-01}]
effective: immediately
"""
STICKER = """\
changes:
  - operation: replace_section
    location: {section: Principal Risks}
    content:
      - heading: Principal Risks
      - The Fund may lose money.
      - subheading: Market Risk
      - Stocks fall at times.
"""
IN_SEVERAL = f"""{STICKER}\
  - operation: replace_section
    location: {{section: Tax Information}}
    content:
      - subheading: Tax Information
      - Distributions are taxable.
  - section: Portfolio Managers
    content:
      - subheading: Compensation
      - Managers are paid a salary.
      - heading: Holdings
      - Managers hold shares.
  - operation: add_at_end
    location: {{section: Buying Shares}}
    content:
      - subheading: By Mail
      - Send a check.
"""
EVERYWHERE = """\
opening:
  - subheading: What Changes
  - The Prospectus changes as follows.
changes:
  - introduction:
      - subheading: Risks
    operation: replace_section
    location: {section: Principal Risks}
    content: The Fund may lose money.
  - section: Taxes
    introduction:
      - subheading: In Short
    operation: replace_section
    location: {section: Tax Information}
    content: Distributions are taxable.
closing:
  - heading: Questions
  - Call the Fund.
"""
OF_FUNDS = """\
changes:
  - fund: income
    content:
      - heading: Harbor Point Income Fund
      - fee_table: {rows: {management_fee: {A: 0.50%}, other_expenses: {A: 0.10%}}}
  - fund: growth
    content:
      - heading: Harbor Point Growth Fund
      - fee_table: {rows: {management_fee: {A: 0.50%}, other_expenses: {A: 0.10%}}}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the commands run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    result = CliRunner().invoke(main, list(words))
    assert result.exit_code == 0, result.output
    return result


@pytest.mark.parametrize(
    "typed", [STICKER, IN_SEVERAL, EVERYWHERE, OF_FUNDS], ids=["one", "several", "everywhere", "of funds"]
)
def test_a_heading_needs_none_above_it(typed: str, folder: Path) -> None:
    (folder / "a.yaml").write_text(BASE + typed, "utf-8")
    found = json.loads(run("check", "--format", "json", "a.yaml").stdout)["diagnostics"]
    assert [one for one in found if one["severity"] == "error"] == []
    run("build", "a.yaml")
    run("verify", "a.yaml")
    wanted = json.loads(run("read", "--to", "json", "a.yaml").stdout)
    said = [block for block in wanted["body"] if {"heading", "subheading"} & set(block)]
    assert len(said) == typed.count("heading:")
    for suffix in ("txt", "htm", "pdf"):
        file = f"build/a.{suffix}"
        assert json.loads(run("read", "--to", "json", file).stdout) == wanted
        (folder / f"{suffix}.yaml").write_text(run("read", file).stdout, "utf-8")
        assert json.loads(run("read", "--to", "json", f"{suffix}.yaml").stdout) == wanted
        run("check", "--select", "pdf", "--fail-on", "info", file)


def test_what_was_read_is_what_was_typed(folder: Path) -> None:
    (folder / "a.yaml").write_text(BASE + STICKER, "utf-8")
    run("build", "a.yaml")
    for suffix in ("txt", "htm", "pdf"):
        read = run("read", f"build/a.{suffix}").stdout
        assert "section: [Principal Risks]" in read and "  - section:" not in read
        assert "      - heading: Principal Risks\n" in read and "      - subheading: Market Risk\n" in read
