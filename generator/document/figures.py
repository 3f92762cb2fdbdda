"""Which columns hold figures, and how a figure splits at its decimal point."""

from __future__ import annotations

import re
from typing import Literal

from generator.document.canonical import shown_text
from generator.document.nodes import Inlines, NoteRef, Table
from generator.patterns import late

FIGURE = late(r"\(?[-+]?\$?\(?[-+]?\$?\d[\d,]*(\.\d+)?\)?%?\)?|None|N/A|--?", re.ASCII)


def is_figure(text: str) -> bool:
    """Whether a cell's words are a figure: an amount, a percentage, `None` or `N/A`."""
    return bool(FIGURE.fullmatch(text))


def column_kinds(table: Table) -> tuple[Literal["words", "figures"], ...]:
    """For each column, whether every filled cell below the headings is a figure.

    Why: alignment follows from what a column holds, so no tree and no author has to state it.
    """

    def kind(column: int) -> Literal["words", "figures"]:
        texts = [shown_text(without_markers(row[column])) for row in table.rows if row[column]]
        return "figures" if column and texts and all(map(is_figure, texts)) else "words"

    return tuple(kind(column) for column in range(len(table.rows[0])))


def without_markers(cell: Inlines) -> Inlines:
    """A cell's words without the marks of notes at its end."""
    words = cell
    while words and isinstance(words[-1], NoteRef):
        words = words[:-1]
    return words


def is_group(row: tuple[Inlines, ...]) -> bool:
    """Whether a row is a line over the rows that follow: a label and nothing else."""
    return len(row) > 1 and bool(row[0]) and not any(row[1:])


def is_total(row: tuple[Inlines, ...]) -> bool:
    """Whether a row sums up the rows above it, by the word that its label begins with: it is set bold."""
    return shown_text(row[0]).casefold().startswith(("total ", "net "))
