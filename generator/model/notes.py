"""How the notes of a table get their marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any

from generator.model.content import At, TableNote
from generator.model.shapes import Shape

#: The forms of a mark that every format can show.
MARKER = re.compile(r"\*{1,5}|\([0-9]{1,2}\)|\([a-z]{1,2}\)")


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


def check_notes(notes: Mapping[str, TableNote], places: Iterable[Iterable[str]]) -> Iterator[tuple[str, str, str, str]]:
    """Findings (path, code, message, help) about notes and the keys marked at each label or cell."""
    places = [list(keys) for keys in places]
    used = [key for keys in places for key in keys]
    own = mark_notes(notes)
    for keys in places:
        marks = [own[key] for key in keys if key in notes]
        if split_marks(run := "".join(marks)) != marks:
            yield "", "FN-12", f"the marks {' and '.join(marks)} in one place read as {run}", "mark them (1) and (2)"
    for key in dict.fromkeys(used):
        if key not in notes:
            yield "", "FN-01", f"the note {key!r} is marked but has no text", f"add notes: {{{key}: \u2026}}"
    marks = [note.marker for note in notes.values() if note.marker]
    for key, note in notes.items():
        if key not in used:
            yield (
                f"notes.{key}",
                "FN-02",
                f"the note {key!r} is not marked anywhere",
                f"add note: {key} where it belongs",
            )
        if note.marker and not MARKER.fullmatch(note.marker):
            yield f"notes.{key}.marker", "FN-10", f"{note.marker!r} is no mark", "use * or (1) or (a)"
        elif note.marker and marks.count(note.marker) > 1:
            yield f"notes.{key}.marker", "FN-03", f"two notes have the mark {note.marker}", "give each its own"
