"""Document blocks as prose blocks: the inverse of `compose.prose`."""

from __future__ import annotations

from typing import Any

from generator.compose.prose import LISTS
from generator.document.canonical import canonical_text, shown_text
from generator.document.figures import without_markers
from generator.document.nodes import Block, Heading, Inlines, List, NoteRef, PageBreak, Paragraph, Table, Title

_NAMES = {style: name for name, style in LISTS.items()}


def recover_prose(block: Block) -> list[Any]:
    """What an author would write for the words of a block; a plain paragraph is a bare text."""
    match block:
        case Paragraph(children, "center"):
            return [{"centered": _words(children)}]
        case Paragraph(children) | Title(children):
            return [_words(children)]
        case Heading(level, children, number):
            words = f"{number} {_words(children)}".strip()
            return [{"heading" if level == 2 else "subheading": words}]
        case List(items, style):
            return [{_NAMES[style]: [_words(item) for item in items]}]
        case Table():
            return [{"table": _recover_grid(block)}]
        case PageBreak():
            return [{"page_break": "yes"}]


def _words(children: Inlines) -> str:
    return canonical_text(shown_text(children))


def _recover_grid(table: Table) -> dict[str, Any]:
    keys = {note.marker: f"note-{index}" for index, note in enumerate(table.notes, 1)}

    def cell(children: Inlines) -> Any:
        text = _words(without_markers(children))
        marks = [keys[child.marker] for child in children if isinstance(child, NoteRef)]
        return {"text": text, "note": marks} if marks else text

    grid: dict[str, Any] = {"caption": _words(table.caption)} if table.caption else {}
    if table.head:
        grid["head"] = [cell(one) for one in table.head]
    grid["rows"] = [[cell(one) for one in row] for row in table.rows]
    if table.notes:
        grid["notes"] = {
            keys[note.marker]: {"marker": note.marker, "text": _words(note.children)} for note in table.notes
        }
    return grid
