"""`supplement verify`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.findings import DATA, format_option, print_findings, say_summary
from generator.cli.parts import exit_with, find, open_library, out_option, paths_argument, project_formats
from generator.cli.selecting import project_settings, selection_options

_BUILT = (".txt", ".htm", ".html", ".pdf")


@click.command("verify")
@paths_argument
@out_option
@format_option
@selection_options
def command(
    paths: tuple[Path, ...],
    out: Path,
    style: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
) -> None:
    """Read the built files back, compare them with the content and hold them against EDGAR's rules.

    PATHS are supplements or folders of them; content/ if left out. A .txt, .htm or .pdf, from anyone, is held
    against the rules alone.
    """
    from generator.filing.verify import verify, verify_file

    project = project_settings(select, ignore, fail_on)
    settings, data = project.settings, style in DATA
    files = [path for path in paths if path.suffix.lower() in _BUILT and path.is_file()]
    others = tuple(path for path in paths if path not in files)
    sources, diagnostics = find(others) if others or not files else ([], [])
    diagnostics += project.diagnostics
    library, formats = open_library(settings.selection), project_formats().values()
    library.texts.update(project.texts)
    for file in files:
        found = verify_file(file, settings).diagnostics
        diagnostics += found
        if not found:
            click.echo(f"{file}: breaks no rule", err=data)
    for source in sources:
        for one in (one for loaded in library.load_each(source) for one in verify(loaded, formats, out, settings)):
            diagnostics += one.diagnostics
            if not settings.fails(one.diagnostics):
                click.echo(f"{one.file}: {one.values} of {one.values} values agree", err=data)
    print_findings(diagnostics, library.texts, style, err=True)
    if diagnostics:
        say_summary(diagnostics)
    exit_with(settings.fails(diagnostics))
