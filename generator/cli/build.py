"""`supplement build`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.parts import (
    exit_with,
    find,
    open_library,
    out_option,
    paths_argument,
    report,
    say,
    stale_overrides,
    to_option,
)

if TYPE_CHECKING:
    from generator.filing.formats import Format


@click.command("build")
@paths_argument
@to_option
@out_option
def command(paths: tuple[Path, ...], formats: tuple[Format, ...], out: Path) -> None:
    """Build supplements into EDGAR text, EDGAR HTML and PDF.

    PATHS are supplements or folders of them; content/ if left out. Every file is read back and compared with
    its content before it takes its name; a supplement with findings writes nothing.
    """
    from generator.diagnostics import has_errors
    from generator.filing.build import build

    sources, diagnostics = find(paths)
    library = open_library()
    count = total = 0
    for source in sources if not has_errors(diagnostics) else ():
        for loaded in library.load_each(source):
            built = build(loaded, formats, out)
            diagnostics += built.diagnostics
            count += bool(built.files)
            total += 1
            for file in built.files:
                click.echo(file)
    report([*stale_overrides(), *diagnostics], library.texts)
    say(f"{count} of {total} supplements built and proved")
    exit_with(has_errors(diagnostics))
