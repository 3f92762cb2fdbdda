"""`supplement schema`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.parts import say


@click.command("schema")
@click.argument("name", type=click.Choice(["supplement", "registrant"]), default="supplement")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A file to write it to.")
def command(name: str, out: Path | None) -> None:
    """Print the JSON Schema of supplements, or of registrants, for editors and other programs.

    A file of content names it in its first line: # yaml-language-server: $schema=PATH
    """
    from generator.library.schema import schema_text

    text = schema_text(name)
    if out is None:
        click.echo(text, nl=False)
        return
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.ClickException(f"{out} cannot be written: {error.strerror or error}") from error
    say(f"{out} written")
