"""What the commands share: their arguments, loading what paths mean, and saying what was found."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic
    from generator.filing.formats import Format
    from generator.library.find import Source
    from generator.library.load import Library
    from generator.settings.selection import Selection
    from generator.wording.environment import Wording

F = TypeVar("F", bound=Callable[..., Any])
FORMAT_NAMES = ("text", "html", "pdf")
DEFAULT_CONTENT = Path("content")
DEFAULT_TEMPLATES = Path("templates")

paths_argument: Callable[[F], F] = click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
out_option: Callable[[F], F] = click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), default=Path("build"), show_default=True,
    help="The folder of the built files.",
)  # fmt: skip
to_option: Callable[[F], F] = click.option(
    "--to", "formats", default="text,html,pdf", show_default=True, callback=lambda _c, _p, value: parse_formats(value),
    help="The formats, separated by commas.",
)  # fmt: skip

jobs_option: Callable[[F], F] = click.option(
    "--jobs", type=click.IntRange(1), metavar="N", help="Processes. [default: one a core, fewer for few files]",
)  # fmt: skip


def parse_formats(value: str) -> tuple[Format, ...]:
    """The formats of a list such as `text,pdf`; wrong use where there is no such format."""
    formats = project_formats()
    names = [name.strip() for name in value.split(",") if name.strip()]
    if unknown := [name for name in names if name not in formats]:
        raise click.BadParameter(f"no format is called {unknown[0]!r}; there are {', '.join(formats)}")
    if not names:
        raise click.BadParameter(f"name at least one of {', '.join(formats)}")
    return tuple(formats[name] for name in dict.fromkeys(names))


def project_formats() -> dict[str, Format]:
    """The formats by name, with the project's own looks."""
    from generator.filing import formats
    from generator.library.overrides import project_templates

    return formats.project_formats(project_templates(DEFAULT_TEMPLATES))


def stale_overrides() -> list[Diagnostic]:
    """Warnings about the project's own templates."""
    from generator.library.overrides import check_overrides

    return list(check_overrides(DEFAULT_TEMPLATES))


def find(paths: tuple[Path, ...], *, registrants: bool = False) -> tuple[list[Source], list[Diagnostic]]:
    """The supplements that the paths mean, and `registrants` where asked; the content folder where none is given."""
    from generator.library.find import find_sources

    if not paths and not DEFAULT_CONTENT.is_dir():
        raise click.UsageError("there is no folder content/ here: name a file or a folder")
    return find_sources(paths or (DEFAULT_CONTENT,), registrants=registrants)


def open_wording() -> Wording:
    """The project's wording; ends the command where a template of the project's own is faulty."""
    from generator.library.overrides import project_templates
    from generator.wording.environment import load_wording

    wording = load_wording(project_templates(DEFAULT_TEMPLATES))
    if len(wording.folders) > 1:  # the shipped templates are proved by the tests
        from generator.wording.check import check_wording, read_sources

        if faults := check_wording(wording):
            report(faults, read_sources(wording))
            exit_with(True)
    return wording


def open_library(selection: Selection | None = None) -> Library:
    """A library with the project's wording; ends the command where a wording template is faulty.

    `selection` says which findings are wanted; left out, all are.
    """
    from generator.library.load import Library
    from generator.settings.selection import EVERYTHING

    return Library(open_wording(), selection=selection or EVERYTHING)


def report(diagnostics: Iterable[Diagnostic], texts: dict[str, str]) -> None:
    """Says findings in full on standard error, with a line that counts them."""
    from generator import report as reports
    from generator.diagnostics import in_order

    found = in_order(diagnostics)
    if found:
        say(reports.full(found, _with_texts(found, texts), colour=use_colour(sys.stderr), width=width()).rstrip("\n"))
        say(reports.summary(found))


def _with_texts(diagnostics: Iterable[Diagnostic], texts: dict[str, str]) -> dict[str, str]:
    """The texts to quote from: those that were loaded."""
    files = {diagnostic.file for diagnostic in diagnostics}
    return {file: text for file, text in texts.items() if file in files}


def say(text: str) -> None:
    """Talk, on standard error."""
    click.echo(text, err=True, color=True)


def use_colour(stream: Any) -> bool:
    """Whether a stream is a terminal that wants colour (https://no-color.org)."""
    return bool(stream.isatty()) and not os.environ.get("NO_COLOR")


def width() -> int:
    """The columns of the terminal; 100 where there is none."""
    return shutil.get_terminal_size((100, 24)).columns


def exit_with(failed: bool) -> None:
    """Ends the command: 1 where there were findings, else 0."""
    raise SystemExit(1 if failed else 0)
