"""Figures that a filer split over cells, in one cell: `$` and `102`, `0.05` and `%`, `(0.35` and `%)`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.document.canonical import shown_text
from generator.document.figures import without_markers
from generator.readers.foreign.columns import Placed
from generator.readers.foreign.marks import MARKER
from generator.readers.foreign.runs import has_refs, joined

_BEFORE = re.compile(r"\(?(?:US)?\$\(?|\(|-|\+")
_AFTER = re.compile(r"[)%]{1,3}")
_DIGIT = re.compile(r"\d")
_FIGURE_BEGINS = re.compile(r"[(\d.—–-]")
_FIGURE = re.compile(r"[-+–—−($\s]{0,4}(?:US\$)?[\d.,]*\d[\s)%]{0,3}|[—–-]|None|N/A")
#: Filers' software sets the last letter of a word where it sets the percent sign of a figure.
_TORN = ("Non", "e")
#: One row in so many must have a figure in a place that is to be a column.
_FEW = 10


@dataclass(frozen=True, slots=True)
class _Figures:
    """Where the figures of a table stand: how many in each stretch, and how many make a column."""

    stretches: Counter[tuple[int, int]]
    least: int


def whole_figures(rows: Sequence[Sequence[Placed]]) -> list[list[Placed]]:
    """Rows with every sign joined to the figure beside it, and every note mark to the words before it."""
    stretches = Counter((cell.start, cell.end) for row in rows for cell in row if _is_number(cell))
    figures = _Figures(stretches, max(1, len(rows) // _FEW))
    return [_whole(row, figures) for row in rows]


def is_split(before: str, after: str) -> bool:
    """Whether two texts beside each other are a figure that was split: `$` and `102`, `0.05` and `%`."""
    if _BEFORE.fullmatch(before) and _FIGURE_BEGINS.match(after):
        return True
    return bool(_AFTER.fullmatch(after) and _FIGURE.fullmatch(before)) or (before, after) == _TORN


def _whole(row: Sequence[Placed], figures: _Figures) -> list[Placed]:
    cells: list[Placed] = []
    for cell in row:
        last = cells[-1] if cells else None
        if last and (_is_before(last, cell, figures) or _is_after(last, cell)):
            cells[-1] = Placed(last.start, cell.end, joined([last.words, cell.words], None))
        else:
            cells.append(cell)
    return cells


def _is_before(sign: Placed, figure: Placed, figures: _Figures) -> bool:
    text = shown_text(sign.words)
    if not _BEFORE.fullmatch(text) or not _FIGURE_BEGINS.match(shown_text(figure.words)):
        return False
    return text not in ("-", "+") or not _has_column(sign, figure, figures)


def _has_column(sign: Placed, figure: Placed, figures: _Figures) -> bool:
    """Whether figures of other rows stand where a sign stands and not where the figure beside it stands.

    Why: a hyphen in a column of figures says that there is none; before its neighbour it would be a minus.
    """
    others = (
        count
        for (start, end), count in figures.stretches.items()
        if start < sign.end and sign.start < end and not (start < figure.end and figure.start < end)
    )
    return sum(others) >= figures.least


def _is_number(cell: Placed) -> bool:
    text = shown_text(cell.words)
    return bool(_FIGURE.fullmatch(text) and _DIGIT.search(text))


def _is_after(figure: Placed, sign: Placed) -> bool:
    words, text = shown_text(sign.words), shown_text(without_markers(figure.words))
    if (text, words) == _TORN:
        return True
    marked = re.match(r"[)%]*", words)
    rest = words[marked.end() :].strip() if marked else words
    if rest and not MARKER.fullmatch(rest):
        return False
    if rest == words and not has_refs(sign.words) and rest.isalnum():
        return False
    return bool(rest == words or (_FIGURE.fullmatch(text) and _AFTER.match(words)))
