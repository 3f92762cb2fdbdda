"""How the notes of a table get their marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from pydantic import BaseModel

from generator.model.content import At, Finding, TableNote
from generator.model.shapes import Shape
from generator.patterns import late

#: The forms of a mark that every format can show.
MARKER = late(r"\*{1,5}|\([0-9]{1,2}\)|\([a-z]{1,2}\)")


def mark_notes(notes: Mapping[str, TableNote]) -> dict[str, str]:
    """The mark of each note: its own, else the next free number in parentheses, in declared order."""
    taken = {note.marker for note in notes.values()}
    free = (f"({number})" for number in count(1) if f"({number})" not in taken)
    return {key: note.marker or next(free) for key, note in notes.items()}


#: The shape of notes in a view.
NOTES: list[Shape] = [{"marker": "marker", "text": "words"}]


def view_notes(notes: Mapping[str, TableNote]) -> list[dict[str, Any]]:
    """Notes as wording shows them: mark and text."""
    marks = mark_notes(notes)
    return [
        {"marker": At(marks[key], f"notes.{key}.marker"), "text": At(note.text, f"notes.{key}.text")}
        for key, note in notes.items()
    ]


def view_marks(keys: Iterable[str], notes: Mapping[str, TableNote]) -> str:
    """The marks of some notes run together (`(1)(2)`); a key without a note has no mark."""
    marks = mark_notes(notes)
    return "".join(marks[key] for key in keys if key in marks)


def split_marks(marks: str) -> list[str]:
    """The single marks in a run of them."""
    return MARKER.findall(marks)


def notes_from_view(view: Iterable[Mapping[str, Any]]) -> tuple[dict[str, Any], dict[str, str]]:
    """What an author writes for notes that were read, and the key given to each mark."""
    keys = {note["marker"]: f"note-{index}" for index, note in enumerate(view, 1)}
    return {keys[n["marker"]]: {"marker": n["marker"], "text": n["text"]} for n in view}, keys


def marked(value: Any, path: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """The places of a table that have marks, as they are shown: the path of each `note`, and the keys there.

    A line's own label comes after its parts: it is that of their total.
    """
    match value:
        case BaseModel():
            for field in type(value).model_fields:
                if field not in ("note", "notes", "figure_notes"):
                    yield from marked(getattr(value, field), f"{path}.{field}".lstrip("."))
            if keys := getattr(value, "note", ()):
                yield f"{path}.note".lstrip("."), tuple(keys)
            for key, own in getattr(value, "figure_notes", {}).items():
                yield f"{path}.figure_notes.{key}", tuple(own)
        case dict():
            for key, one in value.items():
                yield from marked(one, f"{path}.{key}")
        case tuple():
            for index, one in enumerate(value):
                yield from marked(one, f"{path}[{index}]")


def check_notes(
    notes: Mapping[str, TableNote], places: Iterable[tuple[str, Sequence[str]]], joined: bool = True
) -> Iterator[Finding]:
    """Findings about the marks of notes and the keys at each place (path, keys); `joined` marks are read as one run."""
    own = mark_notes(notes)
    for path, keys in places:
        marks = [own[key] for key in keys if key in notes]
        known = all(MARKER.fullmatch(mark) for mark in marks)  # of a mark that is none FN-10 tells
        if joined and known and split_marks(run := "".join(marks)) != marks:
            yield path, "FN-12", f"the marks {' and '.join(marks)} in one place read as {run}", "mark them (1) and (2)"
        for index, key in enumerate(keys):
            if key not in notes:
                others = f", or mark one that there is: {', '.join(notes)}" if notes else ""
                help = f"add its text, `notes: {{{key}: \u2026}}`{others}"
                yield f"{path}[{index}]", "FN-01", f"the note {key!r} is marked but has no text", help
    for key, note in notes.items():
        if note.marker and not MARKER.fullmatch(note.marker):
            yield f"notes.{key}.marker", "FN-10", f"{note.marker!r} is no mark", "use * or (1) or (a)"
