"""Where a figure stands in its column, so that decimal points stand under each other."""

from __future__ import annotations

from dataclasses import dataclass

from generator.document.canonical import shown_text
from generator.document.figures import without_markers
from generator.document.nodes import Inlines
from generator.writers.pdf.faces import text_width
from generator.writers.pdf.measures import GAP, MARK


@dataclass(frozen=True, slots=True)
class Figure:
    """The widths of a figure in ems: up to its decimal point, from there on, and of its notes' marks."""

    before: float
    after: float
    marks: float
    pointed: bool


def insets(cells: list[Inlines], width: float, size: float) -> list[float]:
    """For each cell of a column of figures, the blank to its right in points.

    The figures stand in the middle of the column as one block, points aligned; words such as `None` end where
    the figures end; marks of notes hang to the right.
    """
    figures = [_figure(cell) for cell in cells]
    before = max([figure.before for figure in figures if figure.pointed], default=0.0)
    after = max([figure.after for figure in figures if figure.pointed], default=0.0)
    widest = max([before + after, *(figure.before + figure.after for figure in figures if not figure.pointed)])
    margin = max(0.0, (width - GAP) - widest * size) / 2
    return [
        max(0.0, margin + ((after - figure.after if figure.pointed else 0.0) - figure.marks) * size)
        for figure in figures
    ]


def _figure(cell: Inlines) -> Figure:
    bare = without_markers(cell)
    text, marks = shown_text(bare), shown_text(cell[len(bare) :])
    pointed = any(character.isdigit() for character in text)
    point = text.rfind(".")
    end = point if point >= 0 else _end_of_digits(text)
    if not pointed:
        end = len(text)
    return Figure(text_width(text[:end]), text_width(text[end:]), text_width(marks) * MARK, pointed)


def _end_of_digits(text: str) -> int:
    """Where the unwritten decimal point of a whole number stands."""
    return max((at + 1 for at, character in enumerate(text) if character.isdigit()), default=len(text))
