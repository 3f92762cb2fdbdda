"""`supplement read`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.parts import exit_with, open_library, report

if TYPE_CHECKING:
    from generator.document.nodes import Document
    from generator.library.load import Library


@click.command("read")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--to", "form", type=click.Choice(["yaml", "json", "outline"]), default="yaml", show_default=True,
    help="yaml: content that build accepts; json: what is visible; outline: the document's tree.",
)  # fmt: skip
def command(file: Path, form: str) -> None:
    """Print what a file says: a supplement's YAML, or a .txt, .htm or .pdf of ours or from elsewhere."""
    from generator.document.carried import EVERYWHERE, carried
    from generator.document.outline import print_outline
    from generator.library.proof import recovered_house
    from generator.library.spelling import write_yaml
    from generator.recover.recover import recover
    from generator.recover.visible import visible

    library = open_library()
    document = _document(file, library)
    if form == "outline":
        click.echo(print_outline(document), nl=False)
    elif form == "json":
        shown = visible(recovered_house(carried(document, EVERYWHERE), library.wording))
        click.echo(json.dumps(shown, indent=2, ensure_ascii=False))
    else:
        click.echo(write_yaml(recover(document, library.wording)), nl=False)


def _document(file: Path, library: Library) -> Document:
    """The document that a file says; ends the command where it says none."""
    from generator.diagnostics import Diagnostic, Span, has_errors
    from generator.errors import UnreadableFile
    from generator.library.find import Source, is_yaml, output_name
    from generator.readers.files import file_bytes, read_file

    if is_yaml(file):
        loaded = library.load(Source(file, output_name(file)))
        report(loaded.diagnostics, library.texts)
        if loaded.document is not None and not has_errors(loaded.diagnostics):
            return loaded.document
    else:
        try:
            return read_file(file.name, file_bytes(file)).document
        except UnreadableFile as error:
            span = Span(error.line, 1, error.line, 1)
            report([Diagnostic("RD-01", error.message, str(file), span, error.help)], {})
    exit_with(True)
    raise AssertionError
