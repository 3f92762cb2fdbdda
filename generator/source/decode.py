"""Bytes of a source file as text."""

from __future__ import annotations

import codecs
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.plain_files import read_at_most
from generator.source.characters import LOST, name_of, refused, refused_runs
from generator.source.places import Places

LARGEST = 5_000_000
#: Findings about characters, at most: a binary file would have thousands.
MOST_RUNS = 20
_OTHER_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_SAVE_AS = "save the file as UTF-8 (in the editor's `Save as` or `Encoding` menu)"


def read_source(path: Path) -> bytes:
    """The bytes of a source file; of one that is too large so many that `decode_source` refuses them, and no more."""
    return read_at_most(path, LARGEST + 1)


def decode_source(data: bytes, file: str) -> tuple[str | None, list[Diagnostic]]:
    """The text of a UTF-8 file without its byte-order mark; None and the reason where it is none."""
    if len(data) > LARGEST:
        message = f"the file has more than the {LARGEST:,} bytes that a source may have"
        return None, [Diagnostic("SRC-03", message, file, help="split it, or check that it is the right file")]
    encoding = next((name for mark, name in _OTHER_MARKS.items() if data.startswith(mark)), "")
    if not encoding and b"\0" in data[:4]:
        encoding = "UTF-16 or no text at all"
    if encoding:
        return None, [Diagnostic("SRC-02", f"the file is {encoding}, not UTF-8", file, help=_SAVE_AS)]
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode(), []
    except UnicodeDecodeError as error:
        return None, [_not_utf8(error, file)]


def _not_utf8(error: UnicodeDecodeError, file: str) -> Diagnostic:
    before = error.object[: error.start].decode()
    byte = error.object[error.start : error.start + 1]
    meant = byte.decode("cp1252", "replace")
    likely = "" if refused(meant) else f"; in Windows-1252 it is {meant}"
    span = Places(before + LOST).span(len(before))
    return Diagnostic("SRC-01", f"the byte 0x{byte.hex().upper()} is not UTF-8{likely}", file, span, _SAVE_AS)


def character_faults(text: str, places: Places, file: str) -> list[Diagnostic]:
    """A finding for each run of characters that no source may hold, up to a number."""
    faults: list[Diagnostic] = []
    for run in refused_runs(text):
        if len(faults) == MOST_RUNS:
            message = "more characters like these follow"
            return [*faults, Diagnostic("SRC-05", message, file, places.span(run.start()), "check how it was made")]
        character, count = run[0][0], run.end() - run.start()
        message = f"{name_of(character)} cannot be seen on a page"
        if character == LOST:
            message = f"{name_of(character)} stands where another program lost a character"
        span = places.span(run.start(), run.end())
        remedy = "delete it" if count == 1 else f"delete these {count} characters"
        faults.append(Diagnostic("SRC-05", message, file, span, remedy if character != LOST else "type what was meant"))
    return faults
