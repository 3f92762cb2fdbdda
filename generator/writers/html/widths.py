"""The widths of words and figures, estimated: where decimal points stand, and how wide a table must be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from generator.document.canonical import shown_text
from generator.document.figures import is_group, without_markers
from generator.document.nodes import Inlines
from generator.patterns import late

#: Widths in em, in Times and the fonts of its metrics, of what may follow a decimal point; all others: a digit.
WIDTHS = {".": 0.25, ",": 0.25, "%": 0.833, "(": 0.333, ")": 0.333, "-": 0.333}
DIGIT = 0.5
#: How much wider a percent sign is in bold; all else is alike.
BOLDER = 0.167
#: The size of a note's mark against its figure, as `mark` in the style template has it.
MARK_SIZE = 0.7
#: The space beside the words of a cell.
BESIDE = 1.0
#: What stands right of the whole digits of a number.
TAIL = late(r"(?<=[0-9])(?:\.[0-9]+)?[^0-9]*$")


def pads(column: Sequence[Inlines], bold: Sequence[bool]) -> tuple[float, ...]:
    """For each cell of a column of figures, the space in em to add on its right; an empty cell asks for none.

    `bold` says which cells are set bold.
    Words (`None`, `N/A`), and amounts among percentages, end where the longest number ends; marks of notes hang
    outside.
    Why space and not characters: padding is no part of the words, whatever copies or reads them.
    """
    figures = [shown_text(without_markers(cell)) for cell in column]
    percentages = any(map(_is_percentage, figures))
    tails = [
        _tail(figure, heavy) if _is_percentage(figure) or not percentages else None
        for figure, heavy in zip(figures, bold, strict=True)
    ]
    longest = max((tail for tail in tails if tail is not None), default=0.0)
    ends = [longest if tail is None else tail for tail in tails]
    for at, cell in enumerate(column):
        if len(cell) > 1:
            ends[at] += MARK_SIZE * _width(shown_text(cell).removeprefix(figures[at]))
    edge = max(ends, default=0.0)
    return tuple(round(edge - end, 2) if figure else 0.0 for end, figure in zip(ends, figures, strict=True))


def least_width(grid: Sequence[tuple[Inlines, ...]]) -> float:
    """The width in em that the longest words of the columns ask for together; rows that span the table ask for none."""
    widest = [0] * len(grid[0])
    for row in grid:
        if not is_group(row):
            for at, cell in enumerate(row):
                if cell:
                    widest[at] = max(widest[at], *map(len, shown_text(cell).split()))
    return sum(DIGIT * length + BESIDE for length in widest)


def _is_percentage(figure: str) -> bool:
    return "%" in figure


@lru_cache(maxsize=256)
def _tail(figure: str, bold: bool) -> float | None:
    """The width of a number right of its whole digits, None for a figure without a number."""
    tail = TAIL.search(figure)
    return _width(tail[0]) + BOLDER * tail[0].count("%") * bold if tail else None


def _width(text: str) -> float:
    return sum(WIDTHS.get(character, DIGIT) for character in text)
