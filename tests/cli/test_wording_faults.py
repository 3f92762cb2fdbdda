"""A broken wording template is told by every command, at its place; nothing is built with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import main

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the shipped content and one broken wording template of its own."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    broken = tmp_path / "templates" / "wording" / "opening"
    broken.mkdir(parents=True)
    (broken / "made_as_of.md").write_text("{% clause x %}\nMade by {{ registrant.nmae | name }}.\n{% endclause %}\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [["build"], ["check"], ["verify"], ["read", "content/aim-small-cap-2009-11-12.yaml"]],
    ids=lambda command: command[0],
)
def test_a_broken_template_is_told(project: Path, command: list[str]) -> None:
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert "WRD-02" in result.stderr
    assert "templates/wording/opening/made_as_of.md:2:12" in result.stderr
    assert "did you mean name?" in result.stderr
    assert not (project / "build").exists()
