"""Prose blocks as document blocks: the author's own words, which no template touches."""

from __future__ import annotations

from generator.document import nodes
from generator.document.nodes import Block as DocumentBlock
from generator.document.nodes import Field, Inlines, ListStyle, NoteRef
from generator.model.content import Block, Grid, GridCell
from generator.model.notes import mark_notes

LISTS: dict[str, ListStyle] = {
    "bullets": "bullet", "numbered": "decimal", "lettered": "alpha", "roman": "roman", "lines": "plain",
}  # fmt: skip


def compose_prose(block: Block, path: str) -> list[DocumentBlock]:
    """The document blocks of a prose block at a path; none for a paragraph without words."""
    at = f"{path}.{block.kind}"
    match block.kind, block.body:
        case "paragraph", text:
            return [nodes.Paragraph(words(at, text))] if text else []
        case "centered", text:
            return [nodes.Paragraph(words(at, text), "center")]
        case "heading", text:
            return [nodes.Heading(2, words(at, text))]
        case "subheading", text:
            return [nodes.Heading(3, words(at, text))]
        case "page_break", wanted:
            return [nodes.PageBreak()] if wanted else []
        case "table", grid:
            return [compose_grid(grid, at)]
        case kind, items:
            return [nodes.List(tuple(words(f"{at}[{i}]", item) for i, item in enumerate(items)), LISTS[kind])]


def words(path: str, text: str) -> Inlines:
    """Text of the content as one field; nothing for none."""
    return (Field(path, text, text),) if text else ()


def compose_grid(grid: Grid, path: str) -> nodes.Table:
    """A table of the author's own, its notes marked."""
    marks = mark_notes(grid.notes)

    def cell(at: str, one: GridCell) -> Inlines:
        return words(at, one.text) + tuple(NoteRef(marks[key]) for key in one.note if key in marks)

    head = tuple(cell(f"{path}.head[{i}]", one) for i, one in enumerate(grid.head))
    rows = tuple(
        tuple(cell(f"{path}.rows[{r}][{c}]", one) for c, one in enumerate(row)) for r, row in enumerate(grid.rows)
    )
    notes = tuple(
        nodes.Note(marks[key], words(f"{path}.notes.{key}.text", note.text)) for key, note in grid.notes.items()
    )
    return nodes.Table(head if any(head) else (), rows, words(f"{path}.caption", grid.caption), notes)
