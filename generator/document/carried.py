"""What each format carries of a tree: the whole written list of what is lost, and nothing else may be.

| format | not carried |
|---|---|
| every format | which words are fields; the document's title and date |
| text | bold, italics and asked-for line ends; characters without ASCII form, each by its written substitute |
| PDF | bold, italics, asked-for line ends, the side a paragraph is set to (a tag tree has none of them) |
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.document.ascii import to_ascii
from generator.document.canonical import BLANK, canonical_inlines, canonical_text
from generator.document.nodes import (
    Block,
    Break,
    Document,
    Emphasis,
    Field,
    Heading,
    Inline,
    Inlines,
    List,
    Note,
    NoteRef,
    PageBreak,
    Paragraph,
    Strong,
    Table,
    Text,
    Title,
)


@dataclass(frozen=True, slots=True)
class Carries:
    """Which of the things that some format loses a format keeps."""

    emphasis: bool
    breaks: bool
    sides: bool
    characters: bool


TEXT = Carries(emphasis=False, breaks=False, sides=True, characters=False)
HTML = Carries(emphasis=True, breaks=True, sides=True, characters=True)
PDF = Carries(emphasis=False, breaks=False, sides=False, characters=True)
EVERYWHERE = Carries(emphasis=False, breaks=False, sides=False, characters=False)


def carried(document: Document, by: Carries) -> Document:
    """The tree as a format shows it: what reading back a file of that format must equal, node for node.

    Why: law 1 is then one comparison per format, and what a format may lose stands in one place.
    """
    return Document(tuple(carried_block(block, by) for block in document.blocks))


def carried_block(block: Block, by: Carries) -> Block:
    """One block as a format shows it."""

    def inlines(children: Inlines) -> Inlines:
        if (words := _words_alone(children, by)) is not None:
            text = canonical_text(words if by.characters else to_ascii(canonical_text(words)))
            return (Text(text),) if text else ()
        plain = canonical_inlines(_plain(children, by))
        return plain if by.characters else canonical_inlines(_in_ascii(plain))

    match block:
        case Title(children) | Heading(children=children):
            return replace(block, children=inlines(children))
        case Paragraph(children, align):
            return Paragraph(inlines(children), align if by.sides else "left")
        case List(items, style):
            return List(tuple(inlines(item) for item in items), style)
        case Table(head, rows, caption, notes):
            return Table(
                tuple(inlines(cell) for cell in head),
                tuple(tuple(inlines(cell) for cell in row) for row in rows),
                inlines(caption),
                tuple(Note(note.marker, inlines(note.children)) for note in notes),
            )
        case PageBreak():
            return block


def _words_alone(children: Inlines, by: Carries) -> str | None:
    """The words where a format carries nothing else of them, as it does of nearly all; else None."""
    parts: list[str] = []
    for child in children:
        match child:
            case Text(text) | Field(shown=text):
                parts.append(text)
            case Strong(inner) | Emphasis(inner) if not by.emphasis and (words := _words_alone(inner, by)) is not None:
                parts.append(words)
            case Break() if not by.breaks:
                parts.append(BLANK)
            case _:
                return None
    return "".join(parts)


def _in_ascii(children: Inlines) -> list[Inline]:
    """Words spelled in ASCII, a whole run at once: what stands for a sign may bring a blank, but none before a mark."""
    spelled: list[Inline] = []
    for child in children:
        if isinstance(child, NoteRef) and spelled and isinstance(spelled[-1], Text):
            spelled[-1] = Text(spelled[-1].text.rstrip(" "))
        spelled.append(Text(to_ascii(child.text)) if isinstance(child, Text) else child)
    return spelled


def _plain(children: Iterable[Inline], by: Carries) -> list[Inline]:
    plain: list[Inline] = []
    for child in children:
        match child:
            case Text(text) | Field(shown=text):
                plain.append(Text(text))
            case Strong(inner) | Emphasis(inner):
                kept = _plain(inner, by)
                plain.extend([type(child)(tuple(kept))] if by.emphasis else kept)
            case Break():
                plain.append(child if by.breaks else Text(" "))
            case _:
                plain.append(child)
    return plain
