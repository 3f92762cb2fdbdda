"""`supplement new`: what it writes, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from generator.library.kinds import supplement_kinds


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the commands run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def new(*words: str) -> Result:
    """What the command does."""
    return CliRunner().invoke(main, ["new", *words])


def test_without_a_kind_it_lists_them() -> None:
    lines = new().stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(supplement_kinds())
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("kind", ["fund-closing", "per-document"])
def test_what_it_writes_is_checked_and_built(kind: str, folder: Path) -> None:
    assert new(kind).exit_code == 0
    assert (folder / "templates" / "schema" / "supplement.schema.json").is_file()
    assert CliRunner().invoke(main, ["check"]).exit_code == 0
    built = CliRunner().invoke(main, ["build", "--to", "text,html"])
    assert built.exit_code == 0, built.output
    assert f"build/{kind}" in built.stdout


def test_no_file_is_written_over(folder: Path) -> None:
    (folder / "content").mkdir()
    (folder / "content" / "fund-closing.yaml").write_text("mine")
    done = new("fund-closing")
    assert (done.exit_code, "is there already" in done.stderr) == (2, True)
    assert (folder / "content" / "fund-closing.yaml").read_text() == "mine"


def test_a_path_can_be_named(folder: Path) -> None:
    assert new("fund-closing", "content/2026/closing.yaml").exit_code == 0
    first = (folder / "content" / "2026" / "closing.yaml").read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../templates/schema/supplement.schema.json"


def test_an_unknown_kind_is_wrong_use() -> None:
    done = new("fund-clossing")
    assert (done.exit_code, "did you mean fund-closing?" in done.stderr) == (2, True)


def test_an_unknown_fund_is_wrong_use(folder: Path) -> None:
    done = new("fund-closing", "--fund", "growth")
    assert (done.exit_code, "no fund is declared as 'growth'" in done.stderr) == (2, True)
    assert list(folder.iterdir()) == []


def test_an_older_schema_is_left_and_said_so(folder: Path) -> None:
    schema = folder / "templates" / "schema" / "supplement.schema.json"
    schema.parent.mkdir(parents=True)
    schema.write_text("{}")
    done = new("fund-closing")
    assert "is of another version: type supplement schema --out" in done.stderr
    assert schema.read_text() == "{}"
