"""One HTML table, from its cells to the pieces that it shows: a grid, a list, or passages laid out by it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.document.canonical import shown_text
from generator.document.nodes import Break, Inlines, Text
from generator.readers.foreign.affixes import is_split, whole_figures
from generator.readers.foreign.columns import Placed, laid_in, logical_columns, reaches
from generator.readers.foreign.heads import Line, caption_above_heads, headings_of
from generator.readers.foreign.marks import MARKER, is_bullet, is_number
from generator.readers.foreign.pieces import Grid, Passage, Piece
from generator.readers.foreign.runs import has_refs, is_strong, joined, without_strong

#: No filer's table is wider in cells; what spans more is cut to it.
_FARTHEST = 240
#: A sentence has so many words, and a stop at its end.
_SENTENCE = 4
_STOP = re.compile(r"[.:;!?][\u201d\"')]?\Z")


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    pieces: list[Piece]
    header: bool

    @property
    def passages(self) -> list[Passage]:
        return [piece for piece in self.pieces if isinstance(piece, Passage)]

    @property
    def words(self) -> Inlines:
        return _stacked([_with_mark(passage) for passage in self.passages])

    @property
    def strong(self) -> bool:
        return self.header or all(is_strong(passage.words) for passage in self.passages)


class HtmlTable:
    """Takes cells in document order; `pieces` is what they show once the table is complete."""

    def __init__(self) -> None:
        self._rows: list[list[_Cell]] = []
        self._caption: list[Piece] = []
        self._at = 0
        self._taken: dict[int, int] = {}

    def begin_row(self) -> None:
        """The next cells stand in a new row."""
        self._rows.append([])
        self._at = 0

    def add_cell(self, pieces: list[Piece], across: int, down: int, header: bool) -> None:
        """A cell in the next free place of the row; `pieces` is filled while the cell is open."""
        if not self._rows:
            self.begin_row()
        row = len(self._rows) - 1
        while self._taken.get(self._at, -1) >= row:
            self._at += 1
        end = max(self._at + 1, min(self._at + across, _FARTHEST))
        if down > 1 and end <= _FARTHEST:
            self._taken.update((column, row + down - 1) for column in range(self._at, end))
        self._rows[-1].append(_Cell(self._at, end, pieces, header))
        self._at = end

    def add_caption(self, pieces: list[Piece]) -> None:
        """The table's caption; `pieces` is filled while it is open."""
        self._caption = pieces

    def pieces(self) -> list[Piece]:
        """What the table shows, word for word and row by row."""
        rows = [[cell for cell in row if cell.passages or _has_grid(cell)] for row in self._rows]
        rows = [row for row in rows if row]
        if not rows:
            return list(self._caption)
        if any(_has_grid(cell) for row in rows for cell in row) or _is_page_layout(rows):
            return [*self._caption, *_flat(rows)]
        placed = [[Placed(cell.start, cell.end, cell.words) for cell in row] for row in rows]
        if len(logical_columns(placed)) == 2 and _is_hanging(rows):
            return [*self._caption, *_hung(rows)]
        return self._grid(rows, whole_figures(placed))

    def _grid(self, rows: list[list[_Cell]], placed: list[list[Placed]]) -> list[Piece]:
        columns = logical_columns(placed)
        laid = laid_in(placed, columns)
        if not laid or len(laid[0]) < 2:
            return [*self._caption, *_flat(rows)]
        captions = _caption_rows(rows) or caption_above_heads(laid)
        lines = [
            Line(cells, tuple(reaches(row, columns)), all(cell.strong for cell in bold))
            for cells, row, bold in zip(laid[captions:], placed[captions:], rows[captions:], strict=True)
        ]
        heads = headings_of(lines)
        above = [*(_with_mark(p) for p in self._caption if isinstance(p, Passage)), *_spanning(rows[:captions])]
        caption = joined([*above, *heads.captions], Break())
        return [Grid(heads.columns, tuple(line.cells for line in lines[heads.rows :]), without_strong(caption))]


def _stacked(lines: list[Inlines]) -> Inlines:
    """The lines of a cell under each other; what stands beside a figure and belongs to it, a `%` perhaps, with it."""
    words: list[Inlines] = []
    for line in lines:
        if words and is_split(shown_text(words[-1]), shown_text(line)):
            words[-1] = joined([words[-1], line], None)
        else:
            words.append(line)
    return joined(words, Break())


def _has_grid(cell: _Cell) -> bool:
    return any(isinstance(piece, Grid) for piece in cell.pieces)


def _with_mark(passage: Passage) -> Inlines:
    return joined([(Text(passage.mark),) if passage.mark else (), passage.words], Text(" "))


def _flat(rows: list[list[_Cell]]) -> list[Piece]:
    return [piece for row in rows for cell in row for piece in cell.pieces]


def _is_page_layout(rows: list[list[_Cell]]) -> bool:
    """Whether a single row sets columns of text beside one another, as on a page."""
    return len(rows) == 1 and any(len(cell.passages) > 3 for cell in rows[0])


def _is_hanging(rows: list[list[_Cell]]) -> bool:
    """Whether the first of two columns holds nothing but marks: bullets, numbers, note markers."""
    pairs = [row for row in rows if len(row) == 2]
    lone = [row[0] for row in rows if len(row) == 1]
    marked = all(_is_mark(stub) or _is_bare_marker(stub, words) for stub, words in pairs)
    return bool(pairs) and marked and all(cell.start >= pairs[0][0].end for cell in lone)


def _is_mark(cell: _Cell) -> bool:
    words = cell.words
    text = shown_text(words)
    return (
        is_bullet(text) or is_number(text) or bool(MARKER.fullmatch(text) and (has_refs(words) or not text.isalnum()))
    )


def _is_bare_marker(stub: _Cell, words: _Cell) -> bool:
    """Whether a figure or letter that is not raised hangs before a sentence, as the marker of a note does."""
    text = shown_text(words.words)
    sentence = len(text.split()) >= _SENTENCE and bool(_STOP.search(text[-2:]))
    return sentence and bool(MARKER.fullmatch(shown_text(stub.words)))


def _hung(rows: list[list[_Cell]]) -> list[Piece]:
    """The rows of a hanging table as passages, each with the mark that stands before it."""
    hung: list[Piece] = []
    for row in rows:
        pieces = list(row[-1].pieces)
        if len(row) == 2:
            at = next(index for index, piece in enumerate(pieces) if isinstance(piece, Passage))
            first = pieces[at]
            assert isinstance(first, Passage)
            mark = shown_text(row[0].words)
            words = _with_mark(first) if first.mark else first.words
            pieces[at] = replace(first, mark=mark, words=words)
        hung.extend(pieces)
    return hung


def _caption_rows(rows: list[list[_Cell]]) -> int:
    """How many of the first rows are one cell that spans the whole table."""
    end = max(cell.end for row in rows for cell in row)
    count = 0
    for row in rows[:-2]:
        start = min(cell.start for other in rows for cell in other)
        if len(row) != 1 or row[0].start > start or row[0].end < end:
            break
        count += 1
    return count


def _spanning(rows: list[list[_Cell]]) -> list[Inlines]:
    return [cell.words for row in rows for cell in row]
