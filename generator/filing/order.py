"""What is to be built and how, and what one file of content gave."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.filing.formats import FORMATS
from generator.filing.manifest import Entry, source_path
from generator.library.find import Source
from generator.settings.selection import DEFAULT, Settings


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built, and how. `templates` is the project's own folder, `jobs` 0 for as many as are worth it."""

    out: Path
    formats: tuple[str, ...] = tuple(FORMATS)
    settings: Settings = DEFAULT
    templates: Path | None = None
    jobs: int = 0
    force: bool = False
    fail_fast: bool = False
    clean: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one file of content gave: its entry where all went well, else the files that landed all the same."""

    entry: Entry
    diagnostics: tuple[Diagnostic, ...]
    built: int = 0
    failed: int = 0


def unwritten(error: OSError, out: Path) -> Diagnostic:
    """The finding that something cannot be written below a folder, with what to do about it."""
    message = f"the file cannot be written: {error.strerror or error}"
    remedy = _REMEDIES.get(error.errno or 0, "check the permissions of its folder")
    return Diagnostic("FIL-04", message, str(error.filename or out), help=f"{remedy}, or choose another --out")


_IN_THE_WAY = "move away what stands there"
_REMEDIES = {
    errno.ENOSPC: "free some space",
    errno.EDQUOT: "free some space",
    errno.EISDIR: _IN_THE_WAY,
    errno.EEXIST: _IN_THE_WAY,
    errno.ENOTDIR: _IN_THE_WAY,
}


def broken(source: Source, out: Path, message: str, help: str) -> Outcome:
    """The outcome of a file of content that could not be built for a reason outside of it."""
    found = Diagnostic("FIL-09", message, str(source.path), help=help)
    return Outcome(Entry(source_path(out, source.path)), (found,), failed=1)
