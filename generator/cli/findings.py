"""Findings in the form that was asked for: for people on standard error, for programs on standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from generator.cli.parts import say, use_colour, width

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ("full", "concise", "json", "github", "sarif", "markdown")
#: The formats that are data, and have standard output for themselves.
DATA = FORMATS[2:]

format_option: Callable[[F], F] = click.option(
    "--format", "style", type=click.Choice(FORMATS), default="full", show_default=True,
    help="How findings are printed.",
)  # fmt: skip


def print_findings(diagnostics: Iterable[Diagnostic], texts: Mapping[str, str], style: str, *, err: bool) -> None:
    """Prints findings in a format; `err` says that those for people go to standard error."""
    from generator import report as reports
    from generator.diagnostics import in_order

    found = in_order(diagnostics)
    if style == "full":
        stream = sys.stderr if err else sys.stdout
        text = reports.full(found, texts, colour=use_colour(stream), width=width())
        if found:
            click.echo(text.rstrip("\n"), err=err, color=True)
    elif style == "concise":
        click.echo(reports.concise(found), nl=False, err=err)
    else:
        click.echo(_data(found, style), nl=False)


def _data(found: list[Diagnostic], style: str) -> str:
    """Findings for a program."""
    from importlib import metadata

    from generator import report as reports
    from generator.checks.pages.catalogue import all_pages

    match style:
        case "json":
            return reports.as_json(found)
        case "github":
            return reports.github(found)
        case "sarif":
            return reports.sarif(found, all_pages(), metadata.version("supplement"))
        case _:
            return reports.markdown(found)


def say_summary(diagnostics: Iterable[Diagnostic], otherwise: str = "") -> None:
    """Says how many findings there are and what to do about them, or something else where there are none."""
    from generator import report as reports
    from generator.diagnostics import in_order

    found = in_order(diagnostics)
    if not found:
        say(otherwise or reports.summary(found))
        return
    mendable = sum(one.edit is not None for one in found)
    more = f"; {mendable} can be mended: supplement check --fix" if mendable else ""
    say(f"{reports.summary(found)}{more}")
    first = min(found, key=lambda one: ("error", "warning", "info").index(one.severity))
    say(f"more about a finding: supplement explain {first.code}")
