"""A table, cut into its columns at the line of `<S>` and `<C>`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.document.nodes import Inlines, Note, Table
from generator.document.normal import MARKER
from generator.errors import NotHouseForm
from generator.readers.text.chunks import Chunk, indent_of
from generator.readers.text.words import cell_words, joined, words

_CAPTION, _NOTES, _TAGS = "<CAPTION>", "<FN>", re.compile(r"<S>( +<C>)+")
_NOTE = re.compile(rf"({MARKER.pattern})( {{2,}})(?=\S)")


@dataclass(frozen=True, slots=True)
class Part:
    """The words of a part of a table, still escaped: its headings if there are any, and its rows."""

    number: int
    head: list[str] | None
    rows: list[list[str]]


def read_table(chunk: Chunk) -> Table:
    """The table of a chunk from TABLE tag to TABLE tag."""
    lines, first = chunk.lines[1:-1], chunk.number + 1
    captions = [at for at, line in enumerate(lines) if line == _CAPTION]
    if not captions:
        raise NotHouseForm("a table without a CAPTION tag", chunk.number)
    end = lines.index(_NOTES) if _NOTES in lines else len(lines)
    notes = _read_notes(lines[end + 1 :], first + end + 1) if end < len(lines) else ()
    caption = joined(lines[: captions[0]], first)
    parts = [
        _read_part(lines[start + 1 : stop], first + start + 1)
        for start, stop in zip(captions, [*captions[1:], end], strict=True)
    ]
    head, rows = _merged(parts)
    markers = [note.marker for note in notes]

    def cells(row: list[str]) -> tuple[Inlines, ...]:
        return tuple(cell_words(cell, markers, chunk.number) for cell in row)

    return Table(cells(head or []), tuple(map(cells, rows)), words(caption), notes)


def _merged(parts: list[Part]) -> tuple[list[str] | None, list[list[str]]]:
    """Headings and rows of all parts side by side, row labels once; an empty column beside one column is none."""
    whole = parts[0]
    head, rows = whole.head, whole.rows
    for part in parts[1:]:
        if (part.head is None) != (whole.head is None) or [r[0] for r in part.rows] != [r[0] for r in whole.rows]:
            raise NotHouseForm("the parts of a table have different row labels", part.number)
        if head is not None and part.head is not None:
            if head[0] != part.head[0]:
                raise NotHouseForm("the parts of a table have different headings", part.number)
            head = head + part.head[1:]
        rows = [row + more[1:] for row, more in zip(rows, part.rows, strict=True)]
    grid = rows if head is None else [head, *rows]
    if len(grid[0]) == 2 and not any(row[1] for row in grid):
        return head and head[:1], [row[:1] for row in rows]
    return head, rows


def _read_part(lines: list[str], number: int) -> Part:
    """Headings above the line of tags, rows below it."""
    at = next((at for at, line in enumerate(lines) if _TAGS.fullmatch(line)), None)
    if at is None or at + 1 == len(lines):
        raise NotHouseForm("a table without its line of S and C tags, or without rows below it", number)
    starts = [0, *(found.start() for found in re.finditer("<C>", lines[at]))]
    head = None
    if at:
        if lines[at - 1].strip("- ") or "-" not in lines[at - 1]:
            raise NotHouseForm("headings end with a line of dashes", number + at - 1)
        _cut(lines[at - 1], starts, number + at - 1)
        head = _row(lines[: at - 1], starts, number)
    groups = _rows_of(lines[at + 1 :], number + at + 1)
    return Part(number, head, [_row(group, starts, where) for group, where in groups])


def _rows_of(lines: list[str], number: int) -> list[tuple[list[str], int]]:
    """The lines of each row: one each, or as many as there are up to the blank line that ends the row.

    Why: a row that is empty in one part of a table is one blank line, and another ends it.
    """
    if all(lines):
        return [([line], at) for at, line in enumerate(lines, number)]
    groups: list[tuple[list[str], int]] = []
    at = 0
    while at < len(lines):
        end = at + 1
        while lines[at] and end < len(lines) and lines[end]:
            end += 1
        if end == len(lines) or lines[end]:
            raise NotHouseForm("a row that no blank line ends", number + at)
        groups.append((lines[at:end], number + at))
        at = end + 1
    return groups


def _row(lines: list[str], starts: list[int], number: int) -> list[str]:
    """The words of each cell of a row."""
    cut = [_cut(line, starts, at) for at, line in enumerate(lines, number)]
    return [joined(filter(None, (line[column] for line in cut)), number) for column in range(len(starts))]


def _cut(line: str, starts: list[int], number: int) -> list[str]:
    """What a line has in each column; the character before a column's left edge is blank (5.2.1.4)."""
    for start in starts[1:]:
        if line[start - 1 : start].strip():
            raise NotHouseForm(f"words across the edge of the column at {start + 1}", number)
    return [line[start:end].strip(" ") for start, end in zip(starts, [*starts[1:], None], strict=True)]


def _read_notes(lines: list[str], number: int) -> tuple[Note, ...]:
    """The notes below a table, a blank line between two."""
    notes: list[Note] = []
    at = 0
    while True:
        end = lines.index("", at) if "" in lines[at:] else len(lines)
        notes.append(_read_note(lines[at:end], number + at))
        if end == len(lines):
            return tuple(notes)
        at = end + 1


def _read_note(lines: list[str], number: int) -> Note:
    marked = _NOTE.match(lines[0]) if lines else None
    if not marked or any(indent_of(line) != marked.end() for line in lines[1:]):
        raise NotHouseForm("a note begins with its marker and its lines stand below each other", number)
    return Note(marked[1], words(joined([line[marked.end() :] for line in lines], number)))
