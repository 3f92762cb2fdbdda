"""`supplement check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.parts import (
    exit_with,
    find,
    open_library,
    paths_argument,
    project_formats,
    say,
    stale_overrides,
    use_colour,
    width,
)


@click.command("check")
@paths_argument
@click.option(
    "--format", "style", type=click.Choice(["full", "concise", "json"]), default="full", show_default=True,
    help="How findings are printed.",
)  # fmt: skip
def command(paths: tuple[Path, ...], style: str) -> None:
    """Say everything that is wrong with the content, with line and column.

    PATHS are supplements or folders of them; content/ if left out.
    """
    from generator import report as reports
    from generator.diagnostics import has_errors, in_order
    from generator.filing.build import writing_faults

    sources, diagnostics = find(paths)
    diagnostics += stale_overrides()
    library = open_library()
    for source in sources:
        for loaded in library.load_each(source):
            diagnostics += loaded.diagnostics
            if loaded.document is not None:
                for format in project_formats().values():
                    diagnostics += writing_faults(loaded, loaded.document, format)
    found = in_order(diagnostics)
    if style == "json":
        click.echo(reports.as_json(found).rstrip("\n"))
    elif style == "concise":
        click.echo(reports.concise(found), nl=False)
    elif found:
        text = reports.full(found, library.texts, colour=use_colour(sys.stdout), width=width())
        click.echo(text.rstrip("\n"), color=True)
    say(reports.summary(found) if found else f"{len(sources)} supplements, nothing wrong")
    exit_with(has_errors(found))
