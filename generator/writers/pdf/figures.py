"""Where a figure stands in its column, so that decimal points stand under each other."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import mode

from generator.document.canonical import shown_text
from generator.document.figures import without_markers
from generator.document.nodes import Inlines
from generator.writers.pdf.faces import text_width
from generator.writers.pdf.measures import MARK

#: A cell, and whether it is set bold.
BoldOrNot = tuple[Inlines, bool]
#: So many ems stay free beside a figure: with none, rounding may end its line before the last sign.
SLIVER = 0.03


@dataclass(frozen=True, slots=True)
class Figure:
    """The widths of a figure in ems: up to its decimal point, from there on, and of its notes' marks."""

    before: float
    after: float
    marks: float
    pointed: bool

    @property
    def width(self) -> float:
        """The width of the figure without its marks."""
        return self.before + self.after


def block_width(cells: list[BoldOrNot]) -> float:
    """How wide a column of figures is in ems when all decimal points stand under each other."""
    before, after, _ = _block(_figures(cells))
    return before + after


def insets(cells: list[BoldOrNot], room: float, size: float) -> list[float]:
    """For each cell of a column of figures, `room` ems wide, the blank to its right in points.

    The figures stand in the middle of the column as one block, points aligned; words such as `None`, and amounts
    among percentages, end where most figures end; marks of notes hang to the right. In a column too narrow for that
    nothing is aligned.
    """
    figures = _figures(cells)
    before, after, usual = _block(figures)
    margin = (room - before - after) / 2
    if margin < 0:
        return [0.0] * len(cells)
    return [
        max(0.0, min(margin + after - (one.after if one.pointed else usual), room - one.width - SLIVER) - one.marks)
        * size
        for one in figures
    ]


def _block(figures: list[Figure]) -> tuple[float, float, float]:
    """The widest part before and from the decimal point, words and marks included, and the usual part from it."""
    parts = [figure.after for figure in figures if figure.pointed]
    after, usual = max(parts, default=0.0), mode(parts) if parts else 0.0
    before = max((figure.before if figure.pointed else figure.before - usual for figure in figures), default=0.0)
    hanging = max((figure.after + figure.marks for figure in figures if figure.pointed), default=0.0)
    return before, max(after, hanging), usual


def _figures(cells: list[BoldOrNot]) -> list[Figure]:
    """The figures of a column; where some are percentages, only those have a decimal point."""
    percentages = any("%" in shown_text(cell) for cell, _ in cells)
    return [_figure(cell, bold, percentages) for cell, bold in cells]


def _figure(cell: Inlines, bold: bool, percentages: bool) -> Figure:
    bare = without_markers(cell)
    text, marks = shown_text(bare), shown_text(cell[len(bare) :])
    pointed = any(character.isdigit() for character in text) and ("%" in text or not percentages)
    point = text.rfind(".")
    end = point if point >= 0 else _end_of_digits(text)
    if not pointed:
        end = len(text)
    return Figure(text_width(text[:end], bold), text_width(text[end:], bold), text_width(marks) * MARK, pointed)


def _end_of_digits(text: str) -> int:
    """Where the unwritten decimal point of a whole number stands."""
    return max((at + 1 for at, character in enumerate(text) if character.isdigit()), default=len(text))
