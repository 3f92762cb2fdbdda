"""`supplement doctor`: names what a machine lacks, and what to type for it."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from generator.filing import machine


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["doctor", *words])


def test_this_machine_has_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run()
    assert result.exit_code == 0, result.output
    for name in ("Python", "uharfbuzz", "weasyprint", "pydyf", "Pango and HarfBuzz", "fonts", "build/", "git"):
        assert f"{name}: " in result.stdout
    assert "MISSING" not in result.stdout
    assert list(tmp_path.iterdir()) == []


def test_libraries_that_some_pages_need_are_named_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "missing_libraries", lambda: ["libpango-1.0.so.0"])
    result = run()
    assert result.exit_code == 0
    assert "without Pango and HarfBuzz: missing: libpango-1.0.so.0" in result.stdout
    assert "apt-get install -y libpango-1.0-0" in result.stdout
    assert "print.css of your own" in " ".join(result.stdout.split())


def test_packages_that_are_not_there_or_too_old_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "pydyf":
            raise metadata.PackageNotFoundError(name)
        return {"weasyprint": "69.1"}.get(name, "1000" if name != "lxml" else "6.0")

    monkeypatch.setattr(metadata, "version", version)
    result = run()
    assert result.exit_code == 1
    assert "MISSING pydyf: is not installed\n          = help: type: pip install 'pydyf>=0.11'" in result.stdout
    assert "MISSING weasyprint: 69.1" in result.stdout and "ok      lxml: 6.0" in result.stdout


def test_git_is_not_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.shutil, "which", lambda name: None)
    result = run()
    assert result.exit_code == 0
    assert "without git: is not installed" in result.stdout and "diff REV:PATH" in result.stdout


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.os, "access", lambda path, mode: False)
    result = run("--out", str(tmp_path / "a" / "b"))
    assert result.exit_code == 1
    assert "cannot be written" in result.stdout and f"chmod u+wx {tmp_path}" in result.stdout
    monkeypatch.undo()
    (tmp_path / "file").write_text("", "utf-8")
    assert run("--out", str(tmp_path / "file")).exit_code in (1, 2)


def test_an_old_python_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "PYTHON", (9, 0))
    assert "MISSING Python: " in run().stdout


def test_fonts_that_are_gone_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.typeset.faces.faces_folder", lambda: tmp_path)
    result = run()
    assert result.exit_code == 1 and "MISSING fonts: missing: SourceSerifPro-Regular.ttf" in result.stdout


@pytest.mark.parametrize(
    ("version", "bounds", "good"),
    [
        ("70.0", ">=70,<71", True),
        ("71.0", ">=70,<71", False),
        ("69.9.1", "<71,>=70", False),
        ("3.1.6", ">=3.1.6", True),
        ("3.1.10", ">=3.1.6", True),
        ("0.0.1", "", True),
        ("8.2rc1", ">=8.2", True),
    ],
)
def test_versions_are_compared_as_numbers(version: str, bounds: str, good: bool) -> None:
    assert machine.fits(version, bounds) is good
