"""What the commands say of themselves, in terminals of any width."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from generator.cli import new
from generator.cli.main import main
from generator.library.kinds import supplement_kinds


def said(*words: str, width: int) -> str:
    """What a command says of itself."""
    return CliRunner(env={"COLUMNS": str(width)}).invoke(main, [*words, "--help"], terminal_width=width).stdout


@pytest.mark.parametrize("width", [60, 80, 140])
def test_each_command_is_listed_with_its_whole_first_sentence(width: int) -> None:
    listed = said(width=width)
    assert "..." not in listed.partition("Commands:")[2]
    for name, command in main.commands.items():
        first = " ".join((command.help or "").partition("\n\n")[0].split())
        assert f"  {name} " in listed and first.endswith(".") and first in " ".join(listed.split())


@pytest.mark.parametrize("words", [(), *((name,) for name in main.commands)])
def test_no_line_is_wider_than_a_common_terminal(words: tuple[str, ...]) -> None:
    assert max(map(len, said(*words, width=80).splitlines())) <= 80


def test_the_kinds_are_broken_to_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(new, "width", lambda: 60)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    main.main(["new"], standalone_mode=False)
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 60
    words = " ".join(" ".join(lines).split())
    assert all(f"{kind.name} {kind.about}" in words for kind in supplement_kinds().values())
