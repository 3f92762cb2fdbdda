"""`supplement verify`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.parts import exit_with, find, open_library, out_option, paths_argument, project_formats, report

_BUILT = (".txt", ".htm", ".html", ".pdf")


@click.command("verify")
@paths_argument
@out_option
def command(paths: tuple[Path, ...], out: Path) -> None:
    """Read the built files back, compare them with the content and hold them against EDGAR's rules.

    PATHS are supplements or folders of them; content/ if left out. A .txt, .htm or .pdf, from anyone, is held
    against the rules alone.
    """
    from generator.diagnostics import has_errors
    from generator.filing.verify import verify, verify_file

    files = [path for path in paths if path.suffix.lower() in _BUILT and path.is_file()]
    others = tuple(path for path in paths if path not in files)
    sources, diagnostics = find(others) if others or not files else ([], [])
    library, formats = open_library(), project_formats().values()
    for file in files:
        found = verify_file(file).diagnostics
        diagnostics += found
        if not found:
            click.echo(f"{file}: breaks no rule")
    for source in sources:
        for one in (one for loaded in library.load_each(source) for one in verify(loaded, formats, out)):
            diagnostics += one.diagnostics
            if not has_errors(one.diagnostics):
                click.echo(f"{one.file}: {one.values} of {one.values} values agree")
    report(diagnostics, library.texts)
    exit_with(has_errors(diagnostics))
