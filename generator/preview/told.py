"""Where a shown value is typed, and how it came about."""

from __future__ import annotations

from typing import Any

from generator.checks.workings import workings
from generator.compare.fields import fields_of
from generator.library.places import Written
from generator.model.working import show
from generator.preview.draft import Draft, View, findings_data
from generator.source.nodes import Scalar
from generator.source.spans import steps_of

#: How many lines of the file are quoted before and after the value, and of a long value at most.
AROUND, MOST = 2, 12


def source_data(draft: Draft, part: int, path: str) -> dict[str, Any] | None:
    """Where the value of a path is typed, for the page; None where the draft shows no such value."""
    view = draft.view(part)
    if view is None or path not in view.shown:
        return None
    file, span = view.loaded.places.place(path)
    written = _written(view, file)
    return {
        "path": path,
        "shown": _shown(view, path),
        "file": file,
        "line": span.line,
        "column": span.column,
        "typed": _is_typed(view, written, path),
        "lines": _excerpt(written.text if written else "", span.line, span.end_line),
        "working": _working(view, path),
        "findings": [one for one in findings_data(draft.findings, view) if one["anchor"] == path],
    }


def _written(view: View, file: str) -> Written | None:
    places = view.loaded.places
    return next((one for one in (places.supplement, places.registrant) if one and one.file == file), None)


def _is_typed(view: View, written: Written | None, path: str) -> bool:
    """Whether a value is typed at its own path, and not computed from others."""
    if written is None or written.spans is None:
        return False
    inner = path.removeprefix("registrant.") if written is view.loaded.places.registrant else path
    spot = written.spans.spot(inner)
    return isinstance(spot.node, Scalar) or len(spot.steps) >= len(steps_of(inner))


def _shown(view: View, path: str) -> str:
    fields = (field for block in view.document.blocks for field in fields_of(block))
    return next((one.shown for one in fields if one.path.removeprefix("/") == path), "")


def _excerpt(text: str, first: int, last: int) -> list[dict[str, Any]]:
    """The lines around some lines, each with its number and whether it is one of them."""
    lines = text.splitlines()
    last = min(last, first + MOST)
    span = range(max(first - AROUND, 1), min(last + AROUND, len(lines)) + 1)
    return [{"number": at, "text": lines[at - 1], "here": first <= at <= last} for at in span]


def _working(view: View, path: str) -> dict[str, Any] | None:
    """How a figure came about, where it is known."""
    if view.loaded.house is None or (working := workings(view.loaded.house, path)) is None:
        return None
    lines = [[words, show(figure)] for words, figure in working.lines]
    return {"title": working.title, "lines": lines, "result": show(working.result)}
