"""The headings of an HTML table's columns, in however many rows they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.document.canonical import shown_text
from generator.document.figures import is_figure, without_markers
from generator.document.nodes import Break, Inlines
from generator.readers.foreign.marks import TRAILING
from generator.readers.foreign.runs import joined, without_strong

#: No heading of a prospectus stands in more rows.
_MOST = 8
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: its words by column, the columns that each of its cells stands over, whether all is bold."""

    cells: tuple[Inlines, ...]
    reaches: tuple[range, ...]
    strong: bool

    @property
    def named(self) -> set[int]:
        """The columns beside the labels that have words of their own here."""
        return {at for at, cell in enumerate(self.cells) if at and cell}

    @property
    def own(self) -> set[int]:
        """The columns beside the labels that have a cell here which stands over no other column."""
        return {reach.start for reach in self.reaches if reach.start and len(reach) == 1}

    @property
    def spanned(self) -> set[int]:
        """The columns beside the labels that share a cell with another one."""
        return {at for reach in self.reaches if reach.start and len(reach) > 1 for at in reach}


@dataclass(frozen=True, slots=True)
class Headings:
    """What stands over the columns of a table: over all of them, over each, and in how many of its first rows."""

    rows: int = 0
    columns: tuple[Inlines, ...] = ()
    captions: tuple[Inlines, ...] = ()


def headings_of(lines: Sequence[Line]) -> Headings:
    """The headings that the first rows are; what stands in several rows over a column is read from top to bottom.

    Words that span several columns are said once, over the first of them, and over the table where they span all
    columns of figures. Why: said for each column they would be words that the document does not have.
    """
    count = _heading_rows(lines)
    captions: list[Inlines] = []
    stacks: list[list[Inlines]] = [[] for _ in lines[0].cells]
    for at, line in enumerate(lines[:count]):
        over_all = len(captions) == at and _is_over_all(line, lines[at + 1 : count], lines[count:])
        for column, cell in enumerate(line.cells):
            (captions if over_all and column else stacks[column]).extend([cell] if cell else [])
    heads = tuple(without_strong(joined(stack, Break())) for stack in stacks)
    return Headings(count, heads if count else (), tuple(captions))


def caption_above_heads(laid: Sequence[tuple[Inlines, ...]]) -> int:
    """One where the first row says something over the labels alone, and the second names columns of figures."""
    lone = len(laid) > 2 and bool(laid[0][0]) and not any(laid[0][1:])
    return 1 if lone and _is_over_figures(laid[1:]) else 0


def _heading_rows(lines: Sequence[Line]) -> int:
    """How many of the first rows name the columns: bold over rows that are not, or words over figures alone."""
    if len(lines) < 2:
        return 0
    plain = next((at for at, line in enumerate(lines) if not line.strong), 0)
    if plain:
        return _stacked_rows(lines[:plain])
    most = _stacked_rows(lines[:-1])
    stacked = next((count for count in range(most, 1, -1) if _is_stack(lines, count)), 0)
    return stacked or int(_is_head([line.cells for line in lines]))


def _stacked_rows(lines: Sequence[Line]) -> int:
    """How many of the first rows could be headings under each other, by what they say and where; one at least."""
    own: set[int] = set()
    above: set[int] = set()
    count = 0
    for line in lines[: _MOST + 1]:
        if count and not _goes_on(line, own, above):
            break
        own, above, count = own | line.own, above | line.own | line.spanned, count + 1
    return count if count <= _MOST else 1


def _goes_on(line: Line, own: set[int], above: set[int]) -> bool:
    """Whether a row goes on with headings above it; `own` are the columns that have one to themselves there.

    A label begins a row of the body, unless a column that others are named before gets its heading only here. What
    spans columns that have their headings begins a group of rows.
    """
    texts = [shown_text(line.cells[at]) for at in sorted(line.named)]
    if not texts or line.spanned & own:
        return False
    if line.cells[0]:
        return bool(above and line.own - own) and not any(map(is_figure, texts))
    return not any(map(is_figure, texts)) or all(map(_YEAR.fullmatch, texts))


def _is_head(laid: Sequence[tuple[Inlines, ...]]) -> bool:
    """Whether the first row alone names the columns: nothing over the labels, or nothing but figures below it."""
    texts = [shown_text(cell) for cell in laid[0][1:] if cell]
    return bool(texts) and not any(map(is_figure, texts)) and (not laid[0][0] or _is_over_figures(laid))


def _is_stack(lines: Sequence[Line], count: int) -> bool:
    """Whether nothing but figures stands in the columns that so many first rows name.

    Two columns at least where a row has a label: over a single one, words may as well be what the row says.
    """
    named = set[int]().union(*(line.named | line.spanned for line in lines[:count]))
    figures = [at for at in named if _has_figures(lines[count:], at)]
    words = not any(is_figure(shown_text(lines[0].cells[at])) for at in lines[0].named)
    labelled = any(line.cells[0] for line in lines[:count])
    return words and len(figures) == len(named) and len(figures) > labelled


def _is_over_all(line: Line, below: Sequence[Line], body: Sequence[Line]) -> bool:
    """Whether a row of headings, with others below it, has words over all columns of figures and no others."""
    named = set[int]().union(*(other.named for other in below))
    wanted = {at for at in named if _has_figures(body, at)} or named
    return len(line.named) == 1 and len(wanted) > 1 and wanted <= line.spanned


def _is_over_figures(laid: Sequence[tuple[Inlines, ...]]) -> bool:
    """Whether words of the first row stand over two columns or more with nothing but figures, and none stand elsewhere.

    Why two: in a single column, words over figures may as well be what the first row says.
    """
    over = [at for at, cell in enumerate(laid[0]) if at and cell]
    columns = [[_unmarked(row[at]) for row in laid[1:] if row[at]] for at in over]
    figures = all(texts and all(map(is_figure, texts)) for texts in columns)
    return len(over) > 1 and figures and not any(is_figure(shown_text(laid[0][at])) for at in over)


def _has_figures(lines: Sequence[Line], column: int) -> bool:
    texts = [_unmarked(line.cells[column]) for line in lines if line.cells[column]]
    return bool(texts) and all(map(is_figure, texts))


def _unmarked(cell: Inlines) -> str:
    return TRAILING.sub("", shown_text(without_markers(cell))).rstrip()
