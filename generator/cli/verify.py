"""`supplement verify`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.parts import exit_with, find, open_library, out_option, paths_argument, report


@click.command("verify")
@paths_argument
@out_option
def command(paths: tuple[Path, ...], out: Path) -> None:
    """Read the built files back and compare them with the content, value by value.

    PATHS are supplements or folders of them; content/ if left out.
    """
    from generator.diagnostics import has_errors
    from generator.filing.formats import FORMATS
    from generator.filing.verify import verify

    sources, diagnostics = find(paths)
    library = open_library()
    for source in sources:
        for one in verify(library.load(source), FORMATS.values(), out):
            diagnostics += one.diagnostics
            if not one.diagnostics:
                click.echo(f"{one.file}: {one.values} of {one.values} values agree")
    report(diagnostics, library.texts)
    exit_with(has_errors(diagnostics))
