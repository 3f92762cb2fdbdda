"""The command answers at once: what a command does not need is not imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = frozenset(
    {
        "jinja2",
        "lxml",
        "pydantic",
        "pypdfium2",
        "starlette",
        "tinycss2",
        "uharfbuzz",
        "uvicorn",
        "watchfiles",
        "weasyprint",
        "yaml",
    }
)


def imported_by(statement: str) -> set[str]:
    """The heavy packages that a statement imports in a new process."""
    report = f"import sys\ntry:\n    {statement}\nfinally:\n    print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    return HEAVY.intersection(done.stderr.split())


def commands() -> list[str]:
    """The names of the commands."""
    from generator.cli.main import main

    return list(main.commands)


@pytest.mark.parametrize("words", [["--help"], ["--version"], *([command, "--help"] for command in commands())])
def test_help_imports_nothing_heavy(words: list[str]) -> None:
    assert imported_by(f"from generator.cli.main import main; main({words!r}, standalone_mode=False)") == set()


def test_the_package_imports_nothing_heavy() -> None:
    assert imported_by("import generator") == set()


def test_setting_a_pdf_is_not_paid_for_by_those_who_set_none() -> None:
    imported = imported_by("import generator.filing.build, generator.library.load, generator.filing.formats")
    assert imported <= {"jinja2", "pydantic", "yaml"}
