"""The document tree as wording tokens: what a template would have rendered, had it said these words."""

from __future__ import annotations

from generator.document.canonical import shown_text
from generator.document.nodes import Block, Heading, Inlines, List, NoteRef, PageBreak, Paragraph, Table, Title
from generator.wording import tokens as t

_HEADINGS = (t.HEADING_1, t.HEADING_2, t.HEADING_3)
_SIDES = {"left": t.PARAGRAPH, "center": t.CENTERED, "right": t.RIGHT}
_LISTS = {"bullet": t.BULLET, "decimal": t.DECIMAL, "alpha": t.ALPHA, "roman": t.ROMAN, "plain": t.PLAIN}


def dump_block(block: Block) -> str:
    """A block's words behind the marks of its structure; bold, italics and breaks left out."""
    match block:
        case Title(children):
            return t.TITLE + _words(children)
        case Heading(level, children):
            return _HEADINGS[level - 1] + _words(children)
        case Paragraph(children, align):
            return _SIDES[align] + _words(children)
        case List(items, style):
            return "".join(_LISTS[style] + _words(item) for item in items)
        case Table():
            return _dump_table(block)
        case PageBreak():
            return t.PAGE


def _dump_table(table: Table) -> str:
    parts = [t.CAPTION + _words(table.caption)] if table.caption else []
    parts.append(t.TABLE)
    if table.head:
        parts.append(t.HEAD + "".join(_words(cell) + t.CELL_END for cell in table.head))
    parts += [t.ROW + "".join(_words(cell) + t.CELL_END for cell in row) for row in table.rows]
    parts += [t.NOTE + note.marker + t.NOTE_TEXT + _words(note.children) for note in table.notes]
    return "".join(parts)


def _words(children: Inlines) -> str:
    """The words, with the marks of notes behind a mark of their own."""
    plain = [child for child in children if not isinstance(child, NoteRef)]
    refs = "".join(child.marker for child in children if isinstance(child, NoteRef))
    return shown_text(plain) + (t.VALUE + refs if refs else "")
