"""`supplement diff`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from generator.cli.parts import exit_with, open_library, project_formats, report, say, use_colour, width

if TYPE_CHECKING:
    from generator.compare.redline import Redline
    from generator.document.nodes import Document
    from generator.errors import UnreadableFile, Unwritable
    from generator.library.load import Library
    from generator.writers.redline import Names


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two documents: what the user called it, what it says, whether it comes from a file of text."""

    name: str
    document: Document
    is_text: bool


@click.command("diff")
@click.argument("old")
@click.argument("new")
@click.option(
    "--to", "form", type=click.Choice(["text", "html", "pdf", "json"]), default="text", show_default=True,
    help="text: what changed, for a terminal; html, pdf: the whole redline; json: for programs.",
)  # fmt: skip
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A file to write it to.")
@click.option("--edgar", is_flag=True, help="Write NEW itself, as EDGAR text or html, with <R> marks around changes.")
def command(old: str, new: str, form: str, out: Path | None, edgar: bool) -> None:
    """Compare two supplements word by word: a redline of NEW against OLD.

    Each is a supplement's YAML, a .txt, .htm or .pdf of ours or from elsewhere, or REV:PATH, such a file as a
    revision of this git repository has it (with its registrant; worded by the templates of today). Exit 0 where
    nothing differs, 1 where something does.
    """
    from generator.compare.redline import compare_documents
    from generator.compare.redline.summary import said, summarize
    from generator.writers.redline import Names

    if edgar and form not in ("text", "html"):
        raise click.UsageError("--edgar writes text or html")
    if form == "pdf" and out is None and sys.stdout.isatty():
        raise click.UsageError("a PDF is no text for a terminal: name a file with --out")
    library = open_library()
    before, after = _version(old, library), _version(new, library)
    redline = compare_documents(before.document, after.document, before.is_text or after.is_text)
    names = Names(before.name, after.name)
    _put(_marked(after, redline, form) if edgar else _written(redline, names, form, out is None), out)
    say(said(summarize(redline)) if redline.differs else "no differences")
    exit_with(redline.differs)


def _written(redline: Redline, names: Names, form: str, printed: bool) -> bytes:
    """The redline in a form."""
    from generator.errors import SupplementError
    from generator.writers import redline as writers

    if form == "html":
        return writers.write_redline_html(redline, names).encode("utf-8")
    if form == "json":
        return writers.write_redline_json(redline, names).encode("ascii")
    if form == "text":
        colour = printed and use_colour(sys.stdout)
        return writers.write_redline_text(redline, names, colour=colour, width=width()).encode("utf-8")
    try:
        return writers.write_redline_pdf(redline, names)
    except SupplementError as error:
        raise click.ClickException(str(error)) from error


def _marked(after: Version, redline: Redline, form: str) -> bytes:
    """The new document as a file for EDGAR with marks; proved: without them it reads as the document."""
    from generator.document.carried import carried
    from generator.errors import Unwritable
    from generator.writers.redline.edgar import without_marks
    from generator.writers.redline.edgar_html import mark_html
    from generator.writers.redline.edgar_text import mark_text

    format = project_formats()[form]

    def write(document: Document) -> str:
        return format.write(document).decode("ascii")

    try:
        page = write(after.document)
        marked = mark_html(page, redline) if form == "html" else mark_text(after.document, redline, write)
    except Unwritable as error:
        _refuse(after, error)
    except ValueError as error:
        raise click.ClickException(f"the changes cannot be marked: {error}") from error
    read = format.read(without_marks(marked).encode("ascii"))
    if without_marks(marked) != page or read.blocks != carried(after.document, format.carries).blocks:
        raise click.ClickException("the marked file does not read back as what it was made from: nothing was written")
    return marked.encode("ascii")


def _put(data: bytes, out: Path | None) -> None:
    if out is None:
        click.echo(data, nl=False)
        return
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(data)
    except OSError as error:
        raise click.ClickException(f"{out} cannot be written: {error.strerror or error}") from error
    say(f"{out} written")


def _version(spec: str, library: Library) -> Version:
    """What a user's word for a document means; ends the command where it is none."""
    from generator.cli.revisions import at_revision

    if Path(spec).is_file():
        return _read(Path(spec), spec, library, str)
    if ":" not in spec:
        raise click.BadParameter(f"{spec}: there is no such file")
    with TemporaryDirectory(prefix="supplement-") as folder:
        revision = spec.partition(":")[0]

        def shown(file: str) -> str:
            return f"{revision}:{Path(file).relative_to(folder).as_posix()}" if file.startswith(folder) else file

        return _read(at_revision(spec).write_below(Path(folder)), spec, library, shown)


def _read(path: Path, name: str, library: Library, shown: Callable[[str], str]) -> Version:
    """A file as a version; `shown` gives the names of files as the user knows them."""
    from generator.errors import UnreadableFile
    from generator.library.find import is_yaml
    from generator.readers.files import file_bytes, kind_of, read_file

    if is_yaml(path):
        return Version(name, _composed(path, library, shown), is_text=False)
    try:
        data = file_bytes(path)
        return Version(name, read_file(path.name, data).document, kind_of(path.name, data) == "text")
    except UnreadableFile as error:
        _refuse_file(name, error)
    except OSError as error:
        raise click.ClickException(f"{name} cannot be read: {error.strerror or error}") from error
    raise AssertionError


def _composed(path: Path, library: Library, shown: Callable[[str], str]) -> Document:
    """The document of a supplement's YAML; ends the command where it has errors."""
    from generator.library.find import Source, output_name

    loaded = library.load(Source(path, output_name(path)))
    errors = [one for one in loaded.diagnostics if one.severity == "error"]
    if errors or loaded.document is None:
        texts = {shown(file): text for file, text in library.texts.items()}
        report([replace(one, file=shown(one.file)) for one in errors], texts)
        exit_with(True)
    assert loaded.document is not None
    return loaded.document


def _refuse(after: Version, error: Unwritable) -> None:
    from generator.diagnostics import Diagnostic

    report([Diagnostic("OUT-03", fault.message, after.name, help=fault.help) for fault in error.faults], {})
    exit_with(True)


def _refuse_file(name: str, error: UnreadableFile) -> None:
    from generator.diagnostics import Diagnostic, Span

    report([Diagnostic("RD-01", error.message, name, Span(error.line, 1, error.line, 1), error.help)], {})
    exit_with(True)
