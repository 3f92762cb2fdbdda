"""Which findings are wanted, what fails, and in which form they are printed: the same for check, build and verify."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from tests.checks.made_up import made_up

__all__ = ["made_up"]

TEXT = """\
registrant:
  name: Example Trust
  funds: {growth: {name: Example Growth Fund, classes: {A: Class A}}}
date: 2026-09-30
funds: growth
targets: [{document: prospectus, date: 2026-05-01}]
changes:
  - section: Closing
    content:
      - Buy now!
"""
#: A warning, an error that is no matter of composing, one that is, and a warning of the YAML.
ERROR, FIXED = "      - Buy the the fund\n", "tragets: []\n"
COMMA = "      - bullets: [The Fund, Class A, is closed to new investors.]\n"

pytestmark = pytest.mark.usefixtures("made_up")


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with one supplement that has one warning."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    return write(TEXT)


def write(text: str) -> Path:
    path = Path("content/a.yaml")
    path.write_text(text, "utf-8")
    return path


def table(*lines: str) -> None:
    """The project's settings."""
    Path("pyproject.toml").write_text("\n".join(["[tool.supplement]", *lines, ""]), "utf-8")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def codes(*words: str) -> list[str]:
    """The codes of what `check` finds, with their severity."""
    result = run("check", "--format", "json", *words)
    return [f"{one['code']} {one['severity']}" for one in json.loads(result.stdout)["diagnostics"]]


def test_a_warning_is_found_and_fails_where_it_is_said_to() -> None:
    assert codes() == ["MAD-01 warning"]
    assert run("check").exit_code == 0
    assert run("check", "--fail-on", "warning").exit_code == 1
    assert run("check", "--fail-on", "warning", "--exit-zero").exit_code == 0
    assert run("check", "--fail-on", "info", "--ignore", "MAD").exit_code == 0


def test_a_rule_that_is_not_wanted_does_not_run(made_up: list[str]) -> None:
    assert codes("--ignore", "MAD-01,MAD-02") == []
    assert codes("--select", "ascii.") == []
    assert made_up == []
    assert codes("--select", "WVE", "--select", "MAD-01") == ["MAD-01 warning"]
    assert made_up == ["MAD-01"]


def test_what_stops_composing_is_found_whatever_is_selected() -> None:
    write(TEXT + FIXED)
    assert codes("--select", "MAD") == ["KEY-01 error"]
    write(TEXT + COMMA)
    assert codes() == ["MAD-01 warning", "SRC-19 warning"]
    assert codes("--select", "MAD") == ["MAD-01 warning"]
    assert codes("--ignore", "SRC-19") == ["MAD-01 warning"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--select", "MAD-1"), "no finding has the code 'MAD-1'; did you mean MAD-01?"),
        (("--ignore", "MAD-01,mad"), "no finding has the code 'mad'"),
        (("--ignore", "KEY-01"), "KEY-01 cannot be turned off"),
        (("--fail-on", "never"), "never"),
        (("--format", "xml"), "xml"),
    ],
)
def test_an_option_that_means_nothing_is_wrong_use(words: tuple[str, ...], message: str) -> None:
    for command in ("check", "build", "verify"):
        result = run(command, *words)
        assert result.exit_code == 2
        assert message in " ".join(result.stderr.split())


def test_the_project_s_table_is_obeyed_and_the_command_goes_before_it() -> None:
    table('ignore = ["MAD-01"]', 'fail-on = "info"')
    assert codes() == []
    assert run("check").exit_code == 0
    assert codes("--select", "MAD") == ["MAD-01 warning"]
    assert run("check", "--select", "MAD").exit_code == 1
    assert run("check", "--select", "MAD", "--fail-on", "error").exit_code == 0
    table('severity = {MAD-01 = "error"}')
    assert codes() == ["MAD-01 error"]
    table('severity = {MAD = "off"}')
    assert codes() == []
    assert codes("--select", "MAD-01") == ["MAD-01 warning"]


def test_the_table_is_found_from_a_folder_below() -> None:
    table('ignore = ["MAD-01"]', "other = 1")
    inner = Path("inner")
    inner.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(inner)
        result = run("check", "--format", "concise", "../content")
    assert result.stdout == "../pyproject.toml:3:1: SET-01 there is no setting `other`\n"
    assert result.exit_code == 1


def test_what_is_wrong_with_the_table_is_shown_in_it() -> None:
    table('fail-on = "never"')
    result = run("check")
    assert ' --> pyproject.toml:2:1\n2 | fail-on = "never"\n  | ^^^^^^^\n' in result.stdout
    assert run("build", "--to", "text").exit_code == 1
    assert not Path("build").exists()


def test_a_build_refuses_what_fails_and_nothing_else() -> None:
    assert run("build", "--to", "text", "--fail-on", "warning").exit_code == 1
    assert not Path("build").exists()
    assert run("build", "--to", "text").exit_code == 0
    assert Path("build/a.txt").is_file()
    write(TEXT + ERROR)
    assert run("build", "--to", "text", "--out", "other").exit_code == 1
    table('severity = {MAD-02 = "warning"}')
    assert run("build", "--to", "text", "--out", "other").exit_code == 0
    assert run("build", "--to", "text", "--out", "third", "--select", "WVE").exit_code == 0
    assert run("verify", "--out", "third", "--fail-on", "warning").exit_code == 1


def test_the_rules_of_files_are_chosen_too() -> None:
    Path("x.txt").write_text("a\tb\n" + "long " * 20 + "\n", "utf-8")
    assert run("verify", "x.txt").exit_code == 1
    concise = run("verify", "x.txt", "--format", "concise").stderr
    assert "ascii.line_80" in concise and "ascii.tab" in concise
    assert run("verify", "x.txt", "--ignore", "ascii.line_80").exit_code == 0
    assert run("verify", "x.txt", "--ignore", "ascii.,file.").stdout == "x.txt: breaks no rule\n"
    assert run("verify", "x.txt", "--select", "ascii.tab", "--fail-on", "warning").exit_code == 1
    table('severity = {"ascii.line_80" = "info"}')
    assert run("verify", "x.txt").exit_code == 0


def test_a_waiver_of_a_rule_that_does_not_run_is_not_idle() -> None:
    write(TEXT + "waive:\n  - {code: MAD-02, reason: Looked at it.}\n")
    assert codes() == ["MAD-01 warning", "WVE-01 warning"]
    assert codes("--ignore", "MAD-02") == ["MAD-01 warning"]


def test_findings_for_programs_have_standard_output_for_themselves() -> None:
    for style in ("json", "sarif"):
        assert json.loads(run("check", "--format", style).stdout)
        assert json.loads(run("build", "--to", "text", "--format", style).stdout)
        assert json.loads(run("verify", "build/a.txt", "--format", style).stdout)
    line = "::warning file=content/a.yaml,line=10,col=16,endLine=10,endColumn=17,title=MAD-01::this shouts"
    assert run("check", "--format", "github").stdout.startswith(line)
    assert run("build", "--to", "text", "--format", "github").stdout.startswith(line)
    assert run("check", "--format", "markdown").stdout.startswith("**1 warning in 1 file**\n")
    built = run("build", "--to", "text")
    assert built.stdout == "build/a.txt\n" and "MAD-01" in built.stderr


def test_sarif_has_the_mend_and_the_page() -> None:
    (log,) = json.loads(run("check", "--format", "sarif").stdout)["runs"]
    assert log["tool"]["driver"]["rules"][0]["shortDescription"]["text"] == "Rule shout"
    (replacement,) = log["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement == {
        "deletedRegion": {"startLine": 10, "startColumn": 16, "endLine": 10, "endColumn": 17},
        "insertedContent": {"text": "."},
    }


def test_the_last_line_says_what_to_type() -> None:
    talk = run("check").stderr
    assert "1 warning in 1 file; 1 can be mended: supplement check --fix" in talk
    assert "supplement explain MAD-01" in talk


def test_a_file_is_mended() -> None:
    result = run("check", "--fix")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "1 finding mended in 1 file\n" in result.stderr
    assert Path("content/a.yaml").read_text("utf-8") == TEXT.replace("!", ".")


def test_what_is_not_mended_is_told_and_fails() -> None:
    write(TEXT + "      - It is harmful.\n")
    result = run("check", "--fix", "--fail-on", "warning")
    assert result.exit_code == 1
    assert "content/a.yaml:11:15: MAD-04 is not mended: it would bring MAD-05: ruinous" in result.stderr
    assert "MAD-04" in result.stdout and "MAD-01" not in result.stdout


def test_a_diff_changes_nothing_and_fails_where_it_would() -> None:
    result = run("check", "--diff")
    assert result.exit_code == 1
    assert result.stdout.startswith("--- content/a.yaml\n+++ content/a.yaml\n")
    assert "-      - Buy now!\n+      - Buy now.\n" in result.stdout
    assert Path("content/a.yaml").read_text("utf-8") == TEXT
    assert run("check", "--diff", "--exit-zero").exit_code == 0
    assert run("check", "--diff", "--ignore", "MAD").exit_code == 0
