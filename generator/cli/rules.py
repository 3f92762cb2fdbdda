"""`supplement rules`."""

from __future__ import annotations

import sys

import click

from generator.cli.parts import width


@click.command("rules")
@click.option("--family", multiple=True, metavar="CODES", help="These only: NUM, NUM-01, ascii.")
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True,
    help="How they are printed.",
)  # fmt: skip
@click.option("--left-out", is_flag=True, help="The rules that there are not, each with the reason.")
def command(family: tuple[str, ...], style: str, left_out: bool) -> None:
    """List what is looked for: code, severity, confidence, title and source.

    Findings of EDGAR's rules on files have names such as ascii.line_80. `supplement explain CODE` says more.
    """
    from generator.checks.pages import catalogue
    from generator.report import pages as reports
    from generator.settings.selection import covers

    def meant(code: str) -> bool:
        return not family or any(covers(word.strip(), code) for one in family for word in one.split(","))

    broad = width() if sys.stdout.isatty() else None
    if left_out:
        reasons = {code: reason for code, reason in catalogue.left_out().items() if meant(code)}
        texts = {
            "text": lambda: reports.left_out_text(reasons, width=broad),
            "json": lambda: reports.left_out_json(reasons),
            "markdown": lambda: reports.left_out_markdown(reasons),
        }
    else:
        found = [page for code, page in catalogue.all_pages().items() if meant(code)]
        texts = {
            "text": lambda: reports.list_text(found, width=broad),
            "json": lambda: reports.list_json(found),
            "markdown": lambda: reports.list_markdown(found),
        }
    click.echo(texts[style](), nl=False)
