"""`supplement build`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.findings import DATA, format_option, print_findings, say_summary
from generator.cli.parts import (
    DEFAULT_TEMPLATES,
    exit_with,
    find,
    jobs_option,
    open_wording,
    out_option,
    paths_argument,
    say,
    stale_overrides,
    to_option,
)
from generator.cli.selecting import project_settings, selection_options
from generator.cli.start import STOPPED

if TYPE_CHECKING:
    from generator.filing.batch import Batch
    from generator.filing.formats import Format
    from generator.filing.order import Order
    from generator.library.find import Source


@click.command("build")
@paths_argument
@to_option
@out_option
@jobs_option
@click.option("--force", is_flag=True, help="Build what has not changed too.")
@click.option("--fail-fast", is_flag=True, help="Stop at the first supplement that fails.")
@click.option("--clean", is_flag=True, help="Remove built files that no content claims any more.")
@format_option
@selection_options
def command(
    paths: tuple[Path, ...],
    formats: tuple[Format, ...],
    out: Path,
    jobs: int | None,
    force: bool,
    fail_fast: bool,
    clean: bool,
    style: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
) -> None:
    """Build supplements into EDGAR text, EDGAR HTML and PDF.

    PATHS are supplements or folders of them; content/ if left out. Every file is read back and compared with
    its content before it takes its name; a supplement with errors writes nothing, nor one with findings that
    --fail-on names. What has not changed since it was built is left as it is.
    """
    from generator.diagnostics import has_errors
    from generator.filing.batch import Batch
    from generator.filing.order import Order
    from generator.filing.quoted import Quoted
    from generator.library.overrides import project_templates
    from generator.report import counted

    project = project_settings(select, ignore, fail_on)
    settings = project.settings
    sources, diagnostics = find(paths)
    diagnostics += project.diagnostics
    templates = project_templates(DEFAULT_TEMPLATES)
    names = tuple(format.name for format in formats)
    order = Order(out, names, settings, templates, jobs or 0, force, fail_fast, clean)
    batch = Batch() if has_errors(diagnostics) else _build(sources, order)
    for file in batch.files:
        click.echo(file, err=style in DATA)
    diagnostics += [*batch.diagnostics, *settings.selection.settled(stale_overrides())]
    if style in DATA or settings.fails(batch.notes):
        diagnostics += batch.notes
    elif batch.notes:
        say(f"{counted(len(batch.notes), 'note')} on what is unchanged: supplement check tells them")
    print_findings(diagnostics, Quoted(sources, dict(project.texts)), style, err=True)
    if diagnostics:
        say_summary(diagnostics)
    _say_counts(batch)
    if batch.interrupted:
        raise SystemExit(STOPPED)
    exit_with(settings.fails(diagnostics))


def _build(sources: list[Source], order: Order) -> Batch:
    """What came of the batch, its progress being shown meanwhile."""
    from generator.filing.batch import build_batch
    from generator.filing.progress import Progress

    progress = Progress(sys.stderr)
    try:
        return build_batch(sources, order, progress, open_wording)  # the wording is looked at where it is used
    finally:
        progress.close()


def _say_counts(batch: Batch) -> None:
    """Says what was built, what was left and what was removed."""
    count = batch.built + batch.failed
    if batch.interrupted:
        say("stopped: every file in place is whole; the next build goes on from here")
    done = [f"{batch.built} of {count} supplements built and proved"] if count else []
    done += [f"{batch.unchanged} unchanged"] if batch.unchanged else []
    if done:
        say("; ".join(done))
    for file in batch.removed:
        say(f"removed {file}: no content claims it")
    if batch.unclaimed:
        say(f"{batch.unclaimed} built files belong to no content any more: supplement build --clean")
