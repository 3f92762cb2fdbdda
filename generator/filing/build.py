"""Building a supplement: every file is proved before it takes its name, and all its files land or none."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateError

from generator.checks.conformance import check_conformance
from generator.compare.fields import compare
from generator.diagnostics import Diagnostic
from generator.document.nodes import Document
from generator.document.words import plain_words
from generator.errors import NotHouseForm, UnreadableFile
from generator.filing.aside import Unlanded, keep_names, land, write_aside
from generator.filing.faults import template_fault, writing_faults
from generator.filing.formats import Format
from generator.filing.order import unwritten
from generator.library.load import Loaded
from generator.settings.selection import DEFAULT, Settings


@dataclass(frozen=True, slots=True)
class Built:
    """The files that one supplement gave, or the findings that stopped it.

    `left` are files that landed before it was stopped, and could not be taken back.
    """

    files: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]
    left: tuple[Path, ...] = ()


def build(loaded: Loaded, formats: Iterable[Format], out: Path, settings: Settings = DEFAULT) -> Built:
    """Writes a supplement's files, reads each back and compares it, then renames them all into place.

    Nothing is left behind where anything is wrong: files that stood there before stay as they were. What is wrong
    is every error, and every finding that `settings` say to fail on.
    """
    if loaded.document is None or settings.fails(loaded.diagnostics):
        return Built((), loaded.diagnostics)
    formats = tuple(formats)
    if faults := [one for format in formats for one in writing_faults(loaded, loaded.document, format)]:
        return Built((), (*loaded.diagnostics, *faults))
    waiting: list[tuple[Path, Path]] = []
    try:
        for format in formats:
            target = out / f"{loaded.source.name}{format.suffix}"
            data = format.write(loaded.document)
            if faults := prove(loaded.document, format, data, str(target), settings):
                return Built((), (*loaded.diagnostics, *faults))
            waiting.append((write_aside(target, data), target))
        land(waiting)
        for folder in {target.parent for _, target in waiting}:
            keep_names(folder)
    except TemplateError as error:
        return Built((), (*loaded.diagnostics, template_fault(format.name, format.looks, error)))
    except OSError as error:
        left = tuple(error.landed) if isinstance(error, Unlanded) else ()
        return Built((), (*loaded.diagnostics, unwritten(error, out)), left)
    finally:
        for aside, _ in waiting:
            with suppress(OSError):
                aside.unlink()
    return Built(tuple(target for _, target in waiting), loaded.diagnostics)


def prove(document: Document, format: Format, data: bytes, file: str, settings: Settings = DEFAULT) -> list[Diagnostic]:
    """Findings where the bytes of a file break a rule of EDGAR, or do not say what the document says."""
    words = plain_words(document) if format.suffix == ".pdf" else None
    found = settings.selection.of_files().applied(check_conformance(file, data, house=True, words=words))
    if broken := [one for one in found if settings.fails([one])]:
        return broken
    try:
        read = format.read(data)
    except (NotHouseForm, UnreadableFile) as error:
        return [Diagnostic("OUT-01", f"cannot be read back: {error}", file, help=_help(format))]
    if not (differences := compare(document, read, format.carries).differences):
        return []
    return [Diagnostic("OUT-01", str(one), file, help=_help(format), path=one.path) for one in differences]


def _help(format: Format) -> str:
    """Whose fault it is that a file does not read back."""
    return f"your own templates in {format.looks} say it otherwise: nothing was written" if format.looks else _BUG


_BUG = "this is a fault of the tool, not of your content: nothing was written; please report it"
