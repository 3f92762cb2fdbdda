"""Tables with notes as the rules look at them: the notes with their marks, and the places that are marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from generator.checks.subject import Placed, Subject
from generator.checks.words import words_of
from generator.model.content import Grid, TableNote
from generator.model.notes import mark_notes, marked
from generator.patterns import late

_RAISED = "\u00b9\u00b2\u00b3\u2070-\u2079"
#: What reads as the mark of a note at the end of a label or a cell; not the end of `Rule 6(c)`.
MARK = late(rf"(?<![\d)])(?:\s?(?:\(\d{{1,2}}\)|\([a-d]\)|\*{{1,5}}|[\u2020\u2021{_RAISED}]{{1,3}}))+$")
_SINGLE = late(rf"\(\w{{1,2}}\)|\*{{1,5}}|[\u2020\u2021{_RAISED}]{{1,3}}")
#: What reads as the beginning of a note in a paragraph.
NOTE = late(rf"(?P<mark>\(\d{{1,2}}\)|\([a-d]\)|\*{{1,5}}|[\u2020\u2021{_RAISED}]{{1,3}})\s*(?=[A-Z\u201c\"$])")


@dataclass(frozen=True, slots=True)
class Noted:
    """A table: its notes, the mark of each, and the places with the keys that are marked there, in reading order."""

    placed: Placed
    notes: dict[str, TableNote]
    marks: dict[str, str]
    places: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def path(self) -> str:
        """The path of the table."""
        return self.placed.path

    @property
    def used(self) -> tuple[str, ...]:
        """The keys of its notes in the order in which they are first marked."""
        return tuple(dict.fromkeys(key for _, keys in self.places for key in keys if key in self.notes))


def noted(subject: Subject) -> tuple[Noted, ...]:
    """The blocks that can have notes, in reading order."""
    return subject.once(_noted)


def _noted(subject: Subject) -> tuple[Noted, ...]:
    found = []
    for placed in subject.blocks:
        if isinstance(placed.body, BaseModel) and "notes" in type(placed.body).model_fields:
            notes: dict[str, Any] = getattr(placed.body, "notes")  # noqa: B009 - not every kind has it
            places = tuple((f"{placed.path}.{at}", keys) for at, keys in marked(placed.body))
            found.append(Noted(placed, notes, mark_notes(notes), places))
    return tuple(found)


def typed_marks(table: Noted) -> Iterator[tuple[str, str]]:
    """The labels and cells of a table whose words end in marks, each path with each mark; its notes aside."""
    for one in words_of(table.placed.body, table.path):
        if not one.path.startswith(f"{table.path}.notes") and (found := MARK.search(one.text)):
            yield from ((one.path, mark) for mark in _SINGLE.findall(found[0]))


def notes_apart(subject: Subject, table: Noted) -> dict[str, tuple[str, bool]]:
    """The marks typed in a table without a note whose notes stand after it, in paragraphs or tables: where, how far.

    True: a heading or another change stands between. In documents from elsewhere a mark may stand alone, and the
    note's words in the next paragraph.
    """
    missing = {mark for _, mark in typed_marks(table)} - set(table.marks.values())
    keys = {mark.strip("()"): mark for mark in missing}
    found: dict[str, tuple[str, bool]] = {}
    blocks = subject.blocks if missing else ()
    after = blocks[next((at for at, one in enumerate(blocks, 1) if one.path == table.path), len(blocks)) :]
    far = False
    for placed in after:
        far = far or placed.number != table.placed.number or placed.kind in ("heading", "subheading")
        if mark := keys.get(_noted_by(placed)):
            found.setdefault(mark, (placed.path, far))
    return found


def _noted_by(placed: Placed) -> str:
    """What a paragraph or the first row of a small table is the note of, without parentheses; else nothing."""
    match placed.body:
        case str() as text if placed.kind == "paragraph":
            note = NOTE.match(text)
            alone = text if len(text) < 5 else ""
            return (note["mark"] if note else alone).strip(" ().")
        case Grid() as grid if len(grid.rows[0]) == 2:
            return grid.rows[0][0].text.strip(" ().")
    return ""
