"""`supplement check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.findings import format_option, print_findings, say_summary
from generator.cli.parts import (
    DEFAULT_TEMPLATES,
    exit_with,
    find,
    jobs_option,
    open_wording,
    paths_argument,
    say,
    stale_overrides,
)
from generator.cli.selecting import project_settings, selection_options

if TYPE_CHECKING:
    from generator.filing.checker import Checker
    from generator.library.find import Source
    from generator.library.mend import Mended


@click.command("check")
@paths_argument
@format_option
@selection_options
@jobs_option
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found.")
@click.option("--fix", "mode", flag_value="fix", help="Mend what can be mended without changing what is said.")
@click.option("--diff", "mode", flag_value="diff", help="Print what --fix would change, and change nothing.")
def command(
    paths: tuple[Path, ...],
    style: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    jobs: int | None,
    exit_zero: bool,
    mode: str | None,
) -> None:
    """Say everything that is wrong with the content, with line and column.

    PATHS are supplements, registrants or folders of them, or .txt, .htm and .pdf files as they were filed; content/
    if left out.
    What a project looks for is said in [tool.supplement] of its pyproject.toml; options go before it.
    """
    from generator.filing.checker import Checker, check_each
    from generator.filing.faults import looks_faults
    from generator.filing.quoted import Quoted
    from generator.library.find import FILED, is_registrant
    from generator.library.overrides import project_templates

    project = project_settings(select, ignore, fail_on)
    settings = project.settings
    filed = [path for path in paths if path.suffix.lower() in FILED]
    rest = tuple(path for path in paths if path not in filed)
    sources, diagnostics = ([], []) if filed and not rest else find(rest, registrants=True)
    supplements = [source for source in sources if not is_registrant(source.path)]
    wording = open_wording()
    texts = dict(project.texts)
    checker = Checker(project_templates(DEFAULT_TEMPLATES), settings.selection)
    if mode == "diff":
        mended = _mended(checker, supplements, "would be mended")
        click.echo(mended.diff(), nl=False)
        exit_with(not exit_zero and bool(mended.after))
    if mode == "fix":
        from generator.library.mend import write_mended

        diagnostics += write_mended(_mended(checker, supplements, "mended"))
    looks = looks_faults(project_templates(DEFAULT_TEMPLATES))
    diagnostics += [*project.diagnostics, *settings.selection.settled([*stale_overrides(), *looks])]
    for found in check_each(sources, checker, jobs or 0):
        diagnostics += found
    for path in filed:
        from generator.library.reading import check_file

        read = check_file(path, wording, settings.selection)
        texts[str(path)] = read.text
        diagnostics += read.diagnostics
    print_findings(diagnostics, Quoted(sources, texts), style, err=False)
    looked = _counts(len(supplements) + len(filed), len(sources) - len(supplements))
    say_summary(diagnostics, f"{looked}, nothing wrong")
    exit_with(not exit_zero and settings.fails(diagnostics))


def _counts(supplements: int, registrants: int) -> str:
    """What was looked at: `2 supplements and 1 registrant`."""
    from generator.report import counted

    counts = ((supplements, "supplement"), (registrants, "registrant"))
    return " and ".join(counted(*one) for one in counts if one[0])


def _mended(checker: Checker, sources: list[Source], verb: str) -> Mended:
    """The content mended, and said what is and what is not; nothing is written."""
    from generator.library.mend import Mending
    from generator.report import counted

    mended = Mending(checker.library.wording, checker.selection, checker.unwritable).mend(sources)
    for undone in mended.undone:
        one = undone.finding
        say(f"{one.file}:{one.span.line}:{one.span.column}: {one.code} is not mended: {undone.reason}")
    say(f"{counted(len(mended.done), 'finding')} {verb} in {counted(len(mended.after), 'file')}")
    return mended
