"""A fee table as its wording shows it: notes said, and rows read back as an author would write them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.model.content import At, Found
from generator.model.fee_rows import COMPUTED, FeeNote, paid_directly
from generator.model.notes import mark_notes, split_marks

Rows = dict[str, dict[str, Any]]
#: Rows that are headings of groups, and the rows that end a row's components.
GROUPS, PARTED = ("shareholder", "annual"), "other_expenses"
_TOTAL = f"total_{PARTED}"


def view_fee_notes(notes: Mapping[str, FeeNote]) -> list[dict[str, Any]]:
    """Notes as wording shows them: mark, and either their own text or the kind that has a sentence."""
    marks = mark_notes(notes)
    return [
        {"marker": At(marks[key], f"notes.{key}.marker")}
        | (
            {"text": At(note.text, f"notes.{key}.text")}
            if note.text
            else {"kind": At(note.kind, f"notes.{key}.kind"), "ends": At(note.ends, f"notes.{key}.ends")}
        )
        for key, note in notes.items()
    ]


def read_fee_notes(view: Iterable[Mapping[str, Any]]) -> tuple[dict[str, Any], dict[str, str]]:
    """What an author writes for notes that were read, and the key given to each mark."""
    notes = [{part: value for part, value in note.items() if value} for note in view]
    keys = {note["marker"]: f"note-{index}" for index, note in enumerate(notes, 1)}
    return {keys[note["marker"]]: note for note in notes}, keys


def read_fee_rows(
    view: Iterable[Mapping[str, Any]], columns: list[str], keys: Mapping[str, str], found: Found
) -> Iterator[tuple[Rows, bool]]:
    """The rows that an author may have written, and whether they are grouped; computed ones unstated first."""
    shown = list(view)
    rows = _read(shown, columns, keys, found)
    if rows is None:
        return
    headed = any(row.get("item") in GROUPS for row in shown)
    direct = paid_directly({item: row.get("caption", "") for item, row in rows.items()})
    grouped = headed or len(direct) in (0, len(rows))
    parted = {item: _without(row, columns) if "components" in row else row for item, row in rows.items()}
    unstated = {item: _without(row, columns) if item in COMPUTED else row for item, row in parted.items()}
    left_out = {item: row for item, row in unstated.items() if item not in COMPUTED or row}
    for candidate in (left_out, unstated, rows):
        if candidate:
            yield candidate, grouped
            if not grouped:
                yield candidate, True


def _read(shown: Iterable[Mapping[str, Any]], columns: list[str], keys: Mapping[str, str], found: Found) -> Rows | None:
    """The rows with every figure stated; None where they are no fee table's."""
    rows: Rows = {}
    parts: Rows | None = None
    for index, row in enumerate(shown, 1):
        figures = [one.get("amount") or one.get("waived") for one in row.get("figures", [])]
        item, one = row.get("item"), _line(row, keys)
        if item in GROUPS:
            continue
        if not any(figures):  # a heading above components
            if parts is not None or PARTED in rows:
                return None
            parts = {}
            rows[PARTED] = one | {"components": parts}
            continue
        if len(figures) != len(columns) or not all(figures):
            return None
        one |= dict(zip(columns, figures, strict=True)) | _at_figures(row, columns, keys)
        if parts is not None and item == _TOTAL:
            rows[PARTED] |= one
            parts = None
            continue
        if item == _TOTAL:
            item, one = PARTED, one | {"caption": "Total Other Expenses"}
        known = item or (found.fee_item(row.get("caption", "")) if parts is None else None) or f"row-{index}"
        target = rows if parts is None else parts
        if known in target and one.get("caption"):  # the form has the item once
            known = f"row-{index}"
        if known in target:
            return None
        target[known] = one
    return None if parts is not None else rows


def _line(row: Mapping[str, Any], keys: Mapping[str, str]) -> dict[str, Any]:
    """Caption and notes of a row."""
    line: dict[str, Any] = {"caption": row["caption"]} if row.get("caption") else {}
    if marks := split_marks(row.get("marks", "")):
        line["note"] = [keys[mark] for mark in marks if mark in keys]
    return line


def _at_figures(row: Mapping[str, Any], columns: list[str], keys: Mapping[str, str]) -> dict[str, Any]:
    """The notes that are marked at single figures of a row."""
    marks = zip(columns, (split_marks(one.get("marks") or "") for one in row.get("figures", [])), strict=True)
    own = {key: [keys[mark] for mark in found if mark in keys] for key, found in marks}
    return {"figure_notes": found} if (found := {key: notes for key, notes in own.items() if notes}) else {}


def _without(row: dict[str, Any], keys: list[str]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in keys}
