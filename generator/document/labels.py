"""The labels of list items as typeset: a bullet, `1.`, `(a)`, `(i)`, none."""

from __future__ import annotations

from generator.document.nodes import ListStyle

BULLET = "\u2022"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def item_labels(style: ListStyle, count: int) -> list[str]:
    """The labels of a list's items in order; empty for lines without marks.

    Why: what a writer prints and what a reader expects to find is one fact.
    """
    positions = range(1, count + 1)
    match style:
        case "bullet":
            return [BULLET] * count
        case "decimal":
            return [f"{position}." for position in positions]
        case "alpha":
            return [f"({_letters(position)})" for position in positions]
        case "roman":
            return [f"({_numeral(position)})" for position in positions]
        case "plain":
            return [""] * count


def _letters(position: int) -> str:
    """a to z, then aa, ab and on."""
    letters = ""
    while position:
        position, letter = divmod(position - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


def _numeral(position: int) -> str:
    numeral = ""
    for value, letters in _ROMAN:
        times, position = divmod(position, value)
        numeral += letters * times
    return numeral
