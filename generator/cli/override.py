"""`supplement override`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.parts import DEFAULT_TEMPLATES, say


@click.command("override")
@click.argument("file", required=False)
@click.option("--diff", "action", flag_value="diff", help="Print what the project's copy changes.")
@click.option("--renew", "action", flag_value="renew", help="Say that the copy is right for the template of today.")
def command(file: str | None, action: str | None) -> None:
    """Copy a shipped template into the project's templates/, where it takes the place of the shipped one.

    FILE is a path such as wording/people/house.md, html/style.html or pdf/print.css; left out, they are listed.
    Edit the copy. When a later version ships another original, check and build say so.
    """
    from generator.library.overrides import (
        differences,
        project_templates,
        renewed_text,
        replaceable,
        replacement_text,
    )

    if DEFAULT_TEMPLATES.is_dir() and project_templates(DEFAULT_TEMPLATES) is None:
        raise click.UsageError("templates/ here holds the shipped templates themselves: edit them")
    known = replaceable()
    if file is None:
        for name in known:
            click.echo(f"{name}  (replaced)" if (DEFAULT_TEMPLATES / name).is_file() else name)
        return
    name = Path(file).as_posix().removeprefix("templates/")
    if name not in known:
        raise click.UsageError(f"no template is called {name!r}: `supplement override` lists them")
    own = DEFAULT_TEMPLATES / name
    if action is None:
        _write(own, replacement_text(name), "x")
    elif not own.is_file():
        raise click.UsageError(f"{own} is not there: nothing replaces {name}")
    elif action == "diff":
        click.echo(differences(name, own.read_text("utf-8-sig")), nl=False)
    else:
        _write(own, renewed_text(name, own.read_text("utf-8-sig")), "w")


def _write(own: Path, text: str, mode: str) -> None:
    try:
        own.parent.mkdir(parents=True, exist_ok=True)
        with own.open(mode, encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise click.UsageError(f"{own} is there already: edit it") from None
    except OSError as error:
        raise click.ClickException(f"{own} cannot be written: {error.strerror or error}") from error
    say(f"{own} takes the place of the shipped template")
