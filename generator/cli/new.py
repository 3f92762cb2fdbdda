"""`supplement new`."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from generator.cli.parts import DEFAULT_CONTENT, DEFAULT_TEMPLATES, open_wording, say, width

if TYPE_CHECKING:
    from generator.library.kinds import SupplementKind


def _complete(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    from generator.library.kinds import supplement_kinds

    kinds = supplement_kinds().values()
    return [CompletionItem(kind.name, help=kind.about) for kind in kinds if kind.name.startswith(begun)]


@click.command("new")
@click.argument("kind", required=False, shell_complete=_complete)
@click.argument("path", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--fund", help="The key of the fund that it is for, as a registrant of yours declares it.")
def command(kind: str | None, path: Path | None, fund: str | None) -> None:
    """Write a supplement to begin with: valid, every key explained, ready to build.

    KIND is what it tells; left out, the kinds are listed. PATH is content/KIND.yaml if left out; a file that is
    there is never written over. Your own registrant and its funds are in it where content/registrants/ has one.
    """
    from generator.library.kinds import supplement_kinds
    from generator.library.new import NoSuchFund, new_supplement
    from generator.library.schema import schema_file
    from generator.report.github import from_here

    if kind is None:
        from generator.report.pages import rows_text

        kinds = [(kind.name, kind.about) for kind in supplement_kinds().values()]
        click.echo(rows_text(kinds, width() if sys.stdout.isatty() else None), nl=False)
        return
    path = path or DEFAULT_CONTENT / f"{kind}.yaml"
    schema = DEFAULT_TEMPLATES / schema_file("supplement")
    try:
        new = new_supplement(_known(kind), path, schema, open_wording(), fund)
        _write(path, new.text)
    except NoSuchFund as error:
        raise click.BadParameter(str(error), param_hint="--fund") from error
    _see_to_schema(schema)
    if new.registrant:
        say(f"{path} written, for your registrant {new.registrant}: type supplement build {path}")
        if new.strange:
            say(f"put your own in the place of what it has from the sample: {', '.join(new.strange)}")
    elif fund:
        say(f"{path} written with a registrant of its own, for the sample does not fit yours")
    else:
        say(f"{path} written with a registrant of its own: type supplement build {path}")
    for file in map(from_here, new.unread):
        say(f"{file} has errors, so it is not in it: type supplement check {file}")


def _known(name: str) -> SupplementKind:
    from generator.library.kinds import supplement_kinds

    kinds = supplement_kinds()
    if name not in kinds:
        near = get_close_matches(name, kinds, 1)
        help = f"did you mean {near[0]}?" if near else "`supplement new` lists them"
        raise click.BadParameter(f"no kind of supplement is called {name!r}; {help}", param_hint="KIND")
    return kinds[name]


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise click.UsageError(f"{path} is there already: name another PATH") from None
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror or error}") from error


def _see_to_schema(schema: Path) -> None:
    """The schema that the new file's first line names is there afterwards; an older one is left, and said so."""
    from generator.library.schema import schema_text

    text = schema_text("supplement")
    if not schema.exists():
        _write(schema, text)
    elif schema.read_text("utf-8") != text:
        say(f"{schema} is of another version: type supplement schema --out {schema}")
