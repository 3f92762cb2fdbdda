"""Findings as a table in Markdown, for the comment on a change."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath

from generator.diagnostics import Diagnostic, in_order
from generator.patterns import late
from generator.report.cells import visible
from generator.report.short import summary

#: What a comment of GitHub takes is 65,536 characters; a table that is longer is cut before.
LONGEST = 60_000
_SPECIAL = late(r"([\\`*_{}\[\]<>()#+!|~&$@])")
_HEAD = "| | Code | Place | Finding | What to do |\n|---|---|---|---|---|\n"


def markdown(diagnostics: Iterable[Diagnostic]) -> str:
    """The count of the findings, and a row for each, in order; what is too much for a comment is counted."""
    found = in_order(diagnostics)
    if not found:
        return "Nothing found.\n"
    text = f"**{summary(found)}**\n\n{_HEAD}"
    for number, one in enumerate(found):
        row = _row(one)
        if len(text) + len(row) > LONGEST:
            return f"{text}\nand {len(found) - number} more.\n"
        text += row
    return text


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Rows of plain words as a table in Markdown."""
    names = [words(name) for name in head]
    lines = [names, ["---"] * len(names), *([words(cell) for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def words(text: str) -> str:
    """Words that Markdown shows as they are."""
    return _SPECIAL.sub(r"\\\1", visible(text))


def _row(one: Diagnostic) -> str:
    place = f"{PurePath(one.file).as_posix()}:{one.span.line}:{one.span.column}"
    cells = (one.severity, words(one.code), _code(place), words(one.message), words(one.help))
    return f"| {' | '.join(cells)} |\n"


def _code(text: str) -> str:
    """A code span: in more backticks than stand in it, its bars escaped as a table wants them."""
    text = visible(text)
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{text}{pad}{fence}".replace("|", "\\|")
