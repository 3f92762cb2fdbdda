"""The notes below a table, found by the marks that its cells end in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.document.canonical import shown_text
from generator.document.nodes import Document, Emphasis, Inline, Inlines, Note, NoteRef, Strong, Table, Text, Title
from generator.document.normal import irregularities
from generator.readers.foreign.leading import note_marker
from generator.readers.foreign.marks import MARKER, TRAILING, house_marker, marker_key
from generator.readers.foreign.pieces import Grid, Passage
from generator.readers.foreign.runs import settled, without_refs

Row = tuple[Inlines, ...]


def table_with_notes(grid: Grid, following: Sequence[Passage]) -> tuple[Table, int]:
    """The table with its notes, and how many of the passages after it are among them.

    Notes stand in the last rows or directly after the table, each under a marker that some cell has. Where the
    marks cannot be told from words, the table has no notes and they stay passages.
    """
    keys = {key for row in (grid.head, *grid.rows) for cell in row for key in _keys(cell)}
    rows, inner = _without_note_rows(grid.rows, keys)
    below = _hung(following, keys)
    outer = list(_notes([passage for passage, _ in below], keys))
    taken = sum(count for _, count in below[: len(outer)])
    for notes, used in ((inner + outer, taken), (inner, 0), ([], 0)):
        table = _marked(grid if not notes else Grid(grid.head, rows, grid.caption), notes)
        if table is not None:
            return table, used
    return Table(grid.head, grid.rows, grid.caption), 0


def _hung(passages: Sequence[Passage], keys: set[str]) -> list[tuple[Passage, int]]:
    """The passages, each marker that stands alone with the words after it; how many passages each was made of."""
    hung: list[tuple[Passage, int]] = []
    at = 0
    while at < len(passages):
        marker = shown_text(passages[at].words)
        after = passages[at + 1] if at + 1 < len(passages) else None
        lone = MARKER.fullmatch(marker) and marker_key(marker) in keys and not passages[at].mark
        if lone and after and not after.mark and not MARKER.fullmatch(shown_text(after.words)):
            hung.append((replace(after, mark=marker), 2))
        else:
            hung.append((passages[at], 1))
        at += hung[-1][1]
    return hung


def _notes(passages: Sequence[Passage], keys: set[str]) -> Iterator[tuple[str, Inlines]]:
    given: set[str] = set()
    for passage in passages:
        marker, words = note_marker(passage)
        key = marker_key(marker)
        if not words or key not in keys or key in given:
            return
        given.add(key)
        yield marker, words


def _without_note_rows(rows: tuple[Row, ...], keys: set[str]) -> tuple[tuple[Row, ...], list[tuple[str, Inlines]]]:
    """The rows without the last ones that are a single cell with a note, and those notes."""
    end = len(rows)
    while end > 1:
        filled = [cell for cell in rows[end - 1] if cell]
        if len(filled) > 2 or not _row_note(filled, keys):
            break
        end -= 1
    return rows[:end], [_row_note([cell for cell in row if cell], keys) for row in rows[end:]]  # type: ignore[misc]


def _row_note(filled: list[Inlines], keys: set[str]) -> tuple[str, Inlines] | None:
    if len(filled) == 2:
        found = list(_notes([Passage(filled[1], mark=shown_text(filled[0]))], keys))
    else:
        found = list(_notes([Passage(filled[0])], keys))
    return found[0] if found else None


def _marked(grid: Grid, notes: list[tuple[str, Inlines]]) -> Table | None:
    """The table with each mark of a note as NoteRef in its house form; None where that is not regular."""
    forms: dict[str, str] = {}
    for marker, _ in sorted(notes, key=lambda note: "*" not in note[0]):
        forms[marker_key(marker)] = house_marker(marker, frozenset(forms.values()))
    if not all(forms.values()):
        return None
    table = Table(
        tuple(_with_refs(cell, forms) for cell in grid.head),
        tuple(tuple(_with_refs(cell, forms) for cell in row) for row in grid.rows),
        without_refs(grid.caption),
        tuple(Note(forms[marker_key(marker)], without_refs(words)) for marker, words in notes),
    )
    alone = Document((Title((Text("title"),)), table))
    return None if any(True for _ in irregularities(alone)) else table


def _with_refs(cell: Inlines, forms: dict[str, str]) -> Inlines:
    """A cell with the marks of notes at its end as NoteRefs, and every other raised mark as text."""
    marks: list[Inline] = []
    words = cell
    while words:
        marker, rest = _last_mark(words)
        if not rest or marker_key(marker) not in forms:
            break
        marks.insert(0, NoteRef(forms[marker_key(marker)]))
        words = rest
    return (*without_refs(words), *marks)


def _keys(cell: Inlines) -> Iterator[str]:
    """What every mark at the end of a cell, and every raised mark in it, could be called."""
    yield from (marker_key(child.marker) for child in cell if isinstance(child, NoteRef))
    words = cell
    while words:
        marker, words = _last_mark(words)
        if marker:
            yield marker_key(marker)


def _last_mark(words: Inlines) -> tuple[str, Inlines]:
    """The mark at the end of words and the words before it; without a mark, nothing and nothing."""
    *before, last = words
    match last:
        case NoteRef(marker):
            between = before[-1] if before else None
            comma = isinstance(between, Text) and not between.text.strip(" ,")
            return marker, settled(before[:-1] if comma else before)
        case Strong(inner) | Emphasis(inner):
            marker, rest = _last_mark(inner)
            return (marker, settled([*before, type(last)(rest)])) if marker else ("", ())
        case Text(text):
            found = TRAILING.search(text)
            if found:
                return found[0], settled([*before, Text(text[: found.start()].rstrip(" ,"))])
    return "", ()
