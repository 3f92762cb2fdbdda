"""`supplement doctor`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.parts import exit_with, out_option, say


@click.command("doctor")
@out_option
def command(out: Path) -> None:
    """Say what this machine has of what the tool needs, and what to type for the rest.

    Exit 1 where something that is needed is missing.
    """
    from generator.filing.machine import examine

    checks = examine(out)
    for one in checks:
        mark = "ok" if one.good else "MISSING" if one.needed else "without"
        click.echo(f"{mark:8}{one.name}: {one.found}")
        if not one.good:
            click.echo(f"{'':8}  = help: {one.mend}")
    wanting = [one.name for one in checks if one.needed and not one.good]
    say(f"needed: {', '.join(wanting)}" if wanting else "this machine has all that is needed")
    exit_with(bool(wanting))
