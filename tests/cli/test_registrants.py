"""A registrant's file by itself: it is checked as what it is, and told apart from a supplement."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from tests.filing.batches import REGISTRANT, SUPPLEMENT

FILE = Path("content/registrants/harbor.yaml")
WRONG = REGISTRANT.replace("name: Harbor Point Funds", "nam: Harbor Point Funds")
TWICE = """\
name: Harbor Point Funds
funds:
  growth: {name: Harbor Point Growth Fund, series_id: S000002839}
  income: {name: Harbor Point Income Fund, series_id: S000002839}
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project that has declared a registrant and no more, in the folder where the command runs."""
    monkeypatch.chdir(tmp_path)
    FILE.parent.mkdir(parents=True)
    FILE.write_text(REGISTRANT, "utf-8")


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def codes(*words: str | Path) -> list[tuple[str, str]]:
    """The findings of `check` with their files."""
    found = json.loads(run("check", "--format", "json", *words).stdout)["diagnostics"]
    return [(one["code"], one["file"]) for one in found]


@pytest.mark.parametrize("path", ["content", "content/registrants", FILE])
def test_what_is_declared_first_is_checked(path: Path) -> None:
    result = run("check", path)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "1 registrant, nothing wrong\n")


@pytest.mark.parametrize("path", ["content", FILE])
def test_a_wrong_registrant_is_told_before_anything_refers_to_it(path: Path) -> None:
    FILE.write_text(WRONG, "utf-8")
    result = run("check", path)
    assert result.exit_code == 1
    assert f"{FILE}:1:1" in result.stdout and "did you mean `name`?" in result.stdout


def test_a_legend_needs_a_file_number_where_a_supplement_shows_it() -> None:
    FILE.write_text(f"{REGISTRANT}style: {{legend: rule_497e}}\n", "utf-8")
    supplement = FILE.parents[1] / "one.yaml"
    supplement.write_text(SUPPLEMENT + 'legend: [Rule 497(e), "File No. 333-48456"]\n', "utf-8")
    assert "LEG-02" not in [code for code, _ in codes()]
    supplement.write_text(SUPPLEMENT, "utf-8")
    assert ("LEG-02", str(FILE)) in codes()


def test_what_no_supplement_can_waive_is_told_of_the_registrant_alone() -> None:
    FILE.write_text(TWICE + "style: {header: no_such_header}\n", "utf-8")
    assert codes(FILE) == [("IDS-08", str(FILE)), ("SEC-08", str(FILE))]
    assert codes("--ignore", "IDS") == [("SEC-08", str(FILE))]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_findings_are_told_once_however_many_supplements_refer_to_it(jobs: str) -> None:
    for name in ("one", "two"):
        Path(f"content/{name}.yaml").write_text(SUPPLEMENT, "utf-8")
    assert "2 supplements and 1 registrant" in run("check", "--select", "NUM").stderr
    FILE.write_text(TWICE, "utf-8")
    assert codes("--jobs", jobs).count(("IDS-08", str(FILE))) == 1


def test_a_file_beside_its_supplements_is_one_too() -> None:
    Path("registrants").mkdir()
    Path("registrants/other.yaml").write_text(WRONG, "utf-8")
    assert codes("registrants/other.yaml") == [("KEY-01", "registrants/other.yaml")]


def test_mending_leaves_it_as_it_was_typed() -> None:
    FILE.write_text(WRONG, "utf-8")
    assert run("check", "--fix").exit_code == 1
    assert FILE.read_text("utf-8") == WRONG


@pytest.mark.parametrize("words", [("build",), ("verify",), ("read",), ("explain",), ("diff", FILE)])
def test_other_commands_say_that_it_is_no_supplement(words: tuple[str, ...]) -> None:
    result = run(*words, FILE, *(["funds"] if words == ("explain",) else []))
    assert result.exit_code == 1
    assert "FIL-14" in result.stderr and "KEY-" not in result.stderr
    help = "name a supplement that says `registrant: harbor`, or the folder of them: content"
    assert help in " ".join(result.stderr.split())


def test_supplements_beside_it_are_built_all_the_same() -> None:
    Path("content/one.yaml").write_text(SUPPLEMENT.replace("WORDS", "0.81%"), "utf-8")
    assert run("build", "content/one.yaml", FILE, "--to", "text").exit_code == 1
    assert Path("build/one.txt").is_file()


@pytest.mark.parametrize("path", ["content", "content/registrants"])
def test_a_build_of_registrants_alone_says_how_to_begin(path: str) -> None:
    result = run("build", path, "--format", "concise")
    assert result.exit_code == 1
    assert "FIL-01 there is no supplement in this folder" in result.stderr
    told = json.loads(run("build", path, "--format", "json").stdout)["diagnostics"][0]["help"]
    typed = told.partition("type: supplement ")[2].partition(";")[0].split()
    assert typed == ["new", "fee-waiver", "content/fee-waiver.yaml"]
    assert run(*typed).exit_code == 0
    assert run("check", "content/fee-waiver.yaml").exit_code == 0
