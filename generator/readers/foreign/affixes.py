"""Figures that a filer split over cells, in one cell: `$` and `102`, `0.05` and `%`, `(0.35` and `%)`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.document.canonical import shown_text
from generator.readers.foreign.columns import Placed
from generator.readers.foreign.marks import MARKER
from generator.readers.foreign.runs import has_refs, joined

_BEFORE = re.compile(r"\(?(?:US)?\$\(?|\(|-|\+")
_AFTER = re.compile(r"[)%]{1,3}")
_FIGURE_BEGINS = re.compile(r"[(\d.—–-]")
_FIGURE_ENDS = re.compile(r"[\d)%—–]\Z|None\Z|N/A\Z")


def whole_figures(row: Sequence[Placed]) -> list[Placed]:
    """A row with every sign joined to the figure beside it, and every note mark to the words before it."""
    cells: list[Placed] = []
    for cell in row:
        last = cells[-1] if cells else None
        if last and (_is_before(last, cell) or _is_after(last, cell)):
            cells[-1] = Placed(last.start, cell.end, joined([last.words, cell.words], None))
        else:
            cells.append(cell)
    return cells


def _is_before(sign: Placed, figure: Placed) -> bool:
    return bool(_BEFORE.fullmatch(shown_text(sign.words)) and _FIGURE_BEGINS.match(shown_text(figure.words)))


def _is_after(figure: Placed, sign: Placed) -> bool:
    words, text = shown_text(sign.words), shown_text(figure.words)
    marked = re.match(r"[)%]*", words)
    rest = words[marked.end() :].strip() if marked else words
    if rest and not MARKER.fullmatch(rest):
        return False
    if rest == words and not has_refs(sign.words) and rest.isalnum():
        return False
    return bool(rest == words or (_FIGURE_ENDS.search(text) and _AFTER.match(words)))
