"""Verifying built files: each is read back and held against its content, value by value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.checks.conformance import check_conformance
from generator.compare.fields import compare
from generator.diagnostics import Diagnostic
from generator.errors import NotHouseForm, UnreadableFile
from generator.filing.formats import Format
from generator.library.load import Loaded
from generator.readers.files import file_bytes
from generator.settings.selection import DEFAULT, Settings


@dataclass(frozen=True, slots=True)
class Verified:
    """One built file: how many values its content shows, and where it differs."""

    file: Path
    values: int
    diagnostics: tuple[Diagnostic, ...]


def verify(loaded: Loaded, formats: Iterable[Format], out: Path, settings: Settings = DEFAULT) -> list[Verified]:
    """Compares each of a supplement's built files with its content; a missing file is a finding."""
    files = ((format, out / f"{loaded.source.name}{format.suffix}") for format in formats)
    return [_verify_file(loaded, format, file, settings) for format, file in files]


def _verify_file(loaded: Loaded, format: Format, file: Path, settings: Settings) -> Verified:
    document = loaded.document
    if document is None or settings.fails(loaded.diagnostics):
        return Verified(file, 0, loaded.diagnostics)
    if not file.is_file():
        return Verified(file, 0, (_finding(file, "the file has not been built", "type: supplement build"),))
    try:
        data = file_bytes(file)
    except UnreadableFile as error:
        return Verified(file, 0, (_finding(file, error.message, error.help, error.line),))
    broken = settings.selection.applied(check_conformance(str(file), data, house=True))
    try:
        comparison = compare(document, format.read(data), format.carries)
    except NotHouseForm as error:
        return _verify_altered(loaded, format, file, data, error)
    except UnreadableFile as error:
        return Verified(file, 0, (_finding(file, error.message, error.help, error.line),))
    found = tuple(_finding(file, str(one), _REBUILD, path=one.path) for one in comparison.differences)
    return Verified(file, comparison.values, (*broken, *found))


def verify_file(file: Path, settings: Settings = DEFAULT) -> Verified:
    """Holds any file, ours or not, against EDGAR's rules; it is compared with nothing."""
    try:
        found = check_conformance(str(file), file_bytes(file))
    except UnreadableFile as error:
        return Verified(file, 0, (Diagnostic("RD-01", error.message, str(file), help=error.help),))
    return Verified(file, 0, tuple(settings.selection.applied(found)))


def _verify_altered(loaded: Loaded, format: Format, file: Path, data: bytes, error: NotHouseForm) -> Verified:
    """A file that was altered past our form: said so, and compared all the same as far as it can be read."""
    from generator.readers.files import read_file

    assert loaded.document is not None
    altered = _finding(file, f"not as `build` wrote it: {error.message}", _REBUILD, error.line)
    try:
        read = read_file(file.name, data).document
    except UnreadableFile as unreadable:
        return Verified(file, 0, (altered, _finding(file, unreadable.message, unreadable.help, unreadable.line)))
    comparison = compare(loaded.document, read, format.carries)
    found = tuple(_finding(file, str(one), _REBUILD, path=one.path) for one in comparison.differences)
    return Verified(file, comparison.values, (altered, *found))


_REBUILD = "if the content is right, build again; if the file is, change the content"


def _finding(file: Path, message: str, help: str, line: int = 1, path: str = "") -> Diagnostic:
    from generator.diagnostics import Span

    return Diagnostic("OUT-01", message, str(file), Span(line, 1, line, 1), help, path=path)
