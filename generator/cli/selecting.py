"""What a command wants of the checks: its options, over the table of the project's pyproject.toml."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from generator.settings.project import Codes, Project

F = TypeVar("F", bound=Callable[..., Any])


def selection_options(command: F) -> F:
    """A command with `--select`, `--ignore` and `--fail-on`, given to it as `select`, `ignore` and `fail_on`."""
    options = (
        click.option("--select", multiple=True, metavar="CODES", help="Look for these only: NUM, NUM-01, ascii."),
        click.option("--ignore", multiple=True, metavar="CODES", help="Do not look for these."),
        click.option(
            "--fail-on",
            type=click.Choice(["error", "warning", "info"]),
            help="The least severity that fails. [default: error]",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def project_settings(select: tuple[str, ...], ignore: tuple[str, ...], fail_on: str | None) -> Project:
    """The project's settings with a command's options over them; wrong use where an option means no code."""
    from generator.settings.project import Project, find_project, read_project
    from generator.settings.selection import Selection, Settings, over

    typed = Selection(_words("--select", select), _words("--ignore", ignore))
    found = find_project(Path.cwd())
    project = read_project(found[1], _shown(found[0]), _codes) if found else Project()
    own = project.settings
    settings = Settings(over(typed, own.selection), fail_on or own.fail_on)  # type: ignore[arg-type]
    return Project(settings, project.diagnostics, project.texts)


def _words(option: str, values: tuple[str, ...]) -> tuple[str, ...]:
    """The words of an option that was given once or often, each with words between commas."""
    words = tuple(word.strip() for value in values for word in value.split(",") if word.strip())
    for word in words:
        if fault := _codes().unknown(word) or (option == "--ignore" and _codes().unignorable(word)):
            raise click.BadParameter(fault, param_hint=option)
    return words


def _codes() -> Codes:
    """The codes that there are. Why a function of its own: every page is read for them, and few projects name one."""
    from generator.checks.pages.catalogue import all_codes

    return all_codes()


def _shown(path: Path) -> str:
    """A path as the user would write it from here."""
    return os.path.relpath(path, Path.cwd())
