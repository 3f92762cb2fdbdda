"""What is to be built and how, and what one file of content gave."""

from __future__ import annotations

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


def broken(source: Source, out: Path, message: str, help: str) -> Outcome:
    """The outcome of a file of content that could not be built for a reason outside of it."""
    found = Diagnostic("FIL-09", message, str(source.path), help=help)
    return Outcome(Entry(source_path(out, source.path)), (found,), failed=1)
