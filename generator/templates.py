"""Where the templates are: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

import re
from pathlib import Path

#: The first line of a project's own template: what it took the place of, in a comment of templates or style sheets.
RECORD = re.compile(r"(?:\{#|/\*) replaces sha256:([0-9a-f]{64}) (?:#\}|\*/)[ \t]*")


def templates_folder() -> Path:
    """The folder with `wording/`, `text/`, `html/` and `pdf/`."""
    package = Path(__file__).resolve().parent
    installed = package / "_templates"
    return installed if installed.is_dir() else package.parent / "templates"


def without_record(source: str) -> str:
    """The source of a template without the words of its first line that say what it took the place of."""
    first, newline, rest = source.partition("\n")
    return f"{newline}{rest}" if RECORD.fullmatch(first) else source
