"""A redline for programs: every change with its place and its words, as JSON with a version."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from generator.compare.redline.changes import Entry, Passage, Pieces, Redline, TableChange, text_of
from generator.compare.redline.figures import FigureChange, figure_changes
from generator.compare.redline.summary import summarize
from generator.writers.redline.names import Names

#: Raised when a key goes away or changes its meaning; a new key does not raise it.
JSON_VERSION = 1


def write_redline_json(redline: Redline, names: Names) -> str:
    """`{"version": 1, "old": …, "new": …, "differs": …, "summary": {…}, "changes": […], "figures": […]}` in ASCII.

    Only what changed is in it. Words, and an item's label, stand in pieces in the order of reading, each `same`,
    `inserted` or `deleted`;
    blocks count from 0 in their document. Figures are decimals as strings, exact.
    """
    report = {
        "version": JSON_VERSION,
        "old": names.old,
        "new": names.new,
        "differs": redline.differs,
        "summary": asdict(summarize(redline)),
        "changes": [_entry(entry) for entry in redline.entries if entry.status != "same"],
        "figures": [_figure(change) for change in figure_changes(redline)],
    }
    return json.dumps(report, indent=2) + "\n"


def _entry(entry: Entry) -> dict[str, Any]:
    place = entry.place
    found: dict[str, Any] = {
        "status": entry.status,
        "kind": "table" if isinstance(entry, TableChange) else entry.form.kind,
        "section": place.section if place else "",
        "old_blocks": list(place.old) if place else [],
        "new_blocks": list(place.new) if place else [],
    }
    if entry.move:
        found["move"] = entry.move
    if isinstance(entry, TableChange):
        return found | _table(entry)
    label = {"label": _pieces(entry.label)} if entry.label else {}
    return found | label | {"pieces": _pieces(entry.pieces)}


def _table(table: TableChange) -> dict[str, Any]:
    return {
        "columns": list(table.columns),
        "caption": _pieces(table.caption),
        "rows": [
            {"status": row.status, "head": row.head, "cells": [_pieces(cell) for cell in row.cells]}
            for row in table.rows
        ],
        "notes": [_note(note) for note in table.notes],
    }


def _note(note: Passage) -> dict[str, Any]:
    return {"status": note.status, "pieces": _pieces(note.pieces)}


def _pieces(pieces: Pieces) -> list[dict[str, str]]:
    return list(_each(pieces))


def _each(pieces: Pieces) -> Iterator[dict[str, str]]:
    for piece in pieces:
        yield {piece.kind: text_of(piece.words)}


def _figure(change: FigureChange) -> dict[str, str]:
    return {
        "where": change.where,
        "old": change.old.shown,
        "new": change.new.shown,
        "unit": change.new.unit,
        "scale": change.new.scale,
        "difference": f"{change.difference:f}",
    }
