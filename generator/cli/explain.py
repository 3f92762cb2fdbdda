"""`supplement explain`."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.parts import exit_with, open_library, report, use_colour, width

if TYPE_CHECKING:
    from generator.model.supplement import House


@click.command("explain")
@click.argument("what", metavar="CODE|FILE")
@click.argument("path", required=False)
def command(what: str, path: str | None) -> None:
    """Print the page of a finding's code, or how a figure came about.

    \b
    supplement explain NUM-01
    supplement explain fund.yaml "changes[0].content[0].fee_table.rows.total.A"
    """
    if path is not None:
        click.echo(_figure(Path(what), path), nl=False)
        return
    if Path(what).is_file():
        raise click.UsageError("name the figure as well, by its path: changes[0].content[0].fee_table")
    click.echo(_page(what), nl=False, color=True)


def _page(word: str) -> str:
    """The page of a code, or of a rule that there is not the reason; wrong use of a word that is no code."""
    from generator.checks.pages.catalogue import all_pages, left_out, near_codes
    from generator.report.pages import left_out_text, page_text

    pages = all_pages()
    page = next((pages[one] for one in (word, word.upper(), word.lower()) if one in pages), None)
    if page is not None:
        return page_text(page, colour=use_colour(sys.stdout), width=width())
    if reason := left_out().get(word.upper()):
        return left_out_text({f"{word.upper()} is no rule here:": reason}, width=width())
    near = near_codes(word)
    help = f"near it are {', '.join(near)}" if near else "`supplement rules` lists the codes"
    raise click.BadParameter(f"no finding has the code {word!r}; {help}", param_hint="CODE")


def _figure(file: Path, path: str) -> str:
    """How the figure at a path of a supplement came about."""
    from generator.checks.workings import all_workings, workings

    house = _house(file)
    if working := workings(house, path):
        return f"{working}\n"
    figures = [one for one, _ in all_workings(house)]
    near = get_close_matches(path, figures, 3) or figures[:3]
    help = f"figures are at {', '.join(near)}" if near else "nothing in it is computed"
    raise click.BadParameter(f"no figure of {file} is at {path!r}; {help}", param_hint="PATH")


def _house(file: Path) -> House:
    """The house of a supplement's file; ends the command where it has none."""
    from generator.library.find import Source, output_name

    if not file.is_file():
        raise click.BadParameter(f"there is no file {file}", param_hint="FILE")
    library = open_library()
    loaded = library.load(Source(file, output_name(file)))
    if loaded.house is None:
        report(loaded.diagnostics, library.texts)
        exit_with(True)
        raise AssertionError
    return loaded.house
