"""The marks of EDGAR in a table of text: around rows, for tags within a pair of marks would cancel it (5.2.1.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.compare.redline.changes import STANDS, Passage, Pieces, Row, TableChange
from generator.patterns import late
from generator.writers.redline.edgar import deletion, pair

_TAG = late(r"(?:</?TABLE>|<CAPTION>|<FN>|<S>(?: +<C>)+)\n")
#: What stands after a tag; before the first of them the table's caption.
_AFTER = {"<TABLE>": "caption", "<CAPTION>": "head", "<S>": "rows", "<FN>": "notes"}


@dataclass(frozen=True, slots=True)
class _Fate:
    """Whether a row or note is new, and whether one was deleted before it."""

    new: bool
    after_deletion: bool


def mark_table(lines: list[str], table: TableChange) -> Iterator[str]:
    """The lines of a table of the new document, with lines of marks between them and never around a tag."""
    part, run = "", list[str]()
    for line in lines:
        if not _TAG.fullmatch(line):
            run.append(line)
            continue
        yield from _run(part, run, table)
        yield line
        part, run = _AFTER.get(re.split(r"[\s]", line)[0], ""), []


def _run(part: str, lines: list[str], table: TableChange) -> Iterator[str]:
    """The lines between two tags."""
    whole = table.status in ("inserted", "moved to")
    if not lines:
        return
    if part == "caption":
        yield from pair(lines, whole or _differs(table.caption))
    elif part == "head":
        yield from pair(lines, whole or any(_row_differs(row) for row in table.rows if row.head))
    elif part == "rows":
        rows = [row for row in table.rows if not row.head]
        yield from _marked(_rows_of(lines), list(_fates(rows, whole)))
    elif part == "notes":
        notes = [note.splitlines(keepends=True) for note in re.split(r"(?<=\n\n)", "".join(lines)) if note]
        yield from _marked([_without_blank(note) for note in notes], list(_fates(table.notes, whole)))


def _fates(parts: Sequence[Row | Passage], whole: bool) -> Iterator[_Fate]:
    """The fates of what stands on the new side, and one more for what follows the last."""
    gone = False
    for part in parts:
        if "new" not in STANDS[part.status]:
            gone = True
            continue
        differs = _row_differs(part) if isinstance(part, Row) else part.status != "same"
        yield _Fate(whole or differs, gone)
        gone = False
    yield _Fate(False, gone)


def _marked(shown: list[tuple[list[str], list[str]]], fates: list[_Fate]) -> Iterator[str]:
    """Lines of rows or notes, each with the blank line after it, with their marks."""
    for (lines, blank), fate in zip(shown, fates[:-1], strict=True):
        yield from deletion(fate.after_deletion)
        yield from pair(lines, fate.new)
        yield from blank
    yield from deletion(fates[-1].after_deletion)


def _rows_of(lines: list[str]) -> list[tuple[list[str], list[str]]]:
    """The lines of each row: one each, or as many as there are up to the blank line that ends the row."""
    if all(line.strip() for line in lines):
        return [([line], []) for line in lines]
    rows = []
    at = 0
    while at < len(lines):
        end = at + 1
        while lines[at].strip() and lines[end].strip():
            end += 1
        rows.append((lines[at:end], lines[end : end + 1]))
        at = end + 1
    return rows


def _without_blank(lines: list[str]) -> tuple[list[str], list[str]]:
    return (lines, []) if lines[-1].strip() else (lines[:-1], lines[-1:])


def _row_differs(row: Row) -> bool:
    return row.status not in ("same",) or any(map(_differs, row.cells))


def _differs(pieces: Pieces) -> bool:
    return any(piece.kind != "same" for piece in pieces)
