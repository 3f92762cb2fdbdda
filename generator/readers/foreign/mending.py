"""Blocks brought to normal form without a word changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.document.canonical import canonical_inlines
from generator.document.nodes import (
    Block,
    Document,
    Heading,
    Inlines,
    List,
    NoteRef,
    PageBreak,
    Paragraph,
    Table,
    Text,
    Title,
)
from generator.document.normal import irregularities, read_as_one
from generator.readers.foreign.marks import roman
from generator.readers.foreign.runs import joined, settled

#: Lists of which no number is lost where their items are told apart.
_WITHOUT_NUMBERS = ("bullet", "plain")
_TITLE = Title((Text("title"),))


def mended(blocks: Iterable[Block]) -> Document:
    """The document of these blocks in normal form: a title leads, lists are apart, every block is regular."""
    regular = [mended_block for block in blocks for mended_block in _regular(block)]
    titled = _titled(regular)
    return Document(tuple(_without_false_titles(_without_double_lists(titled))))


def paragraphs_of(block: Block) -> Iterator[Block]:
    """The words of a block as paragraphs, in the order in which they are read."""
    match block:
        case Title(children) | Heading(children=children) | Paragraph(children=children):
            number = block.number if isinstance(block, Heading) else ""
            yield from _paragraphs([joined([(Text(number),) if number else (), children], Text(" "))])
        case List(items, style):
            yield from _paragraphs(items if style in _WITHOUT_NUMBERS else numbered(block))
        case Table(head, rows, caption, notes):
            lines = [joined(row, Text(" ")) for row in (head, *rows)]
            below = [joined([(Text(note.marker),), note.children], Text(" ")) for note in notes]
            yield from _paragraphs([caption, *lines, *below])
        case PageBreak():
            yield block


def _paragraphs(lines: Iterable[Inlines]) -> Iterator[Block]:
    for line in lines:
        if plain := _plain(line):
            yield Paragraph(plain)


def _plain(words: Inlines) -> Inlines:
    """Words with the marks of notes as text."""
    return settled(Text(child.marker) if isinstance(child, NoteRef) else child for child in words)


def _regular(block: Block) -> Iterator[Block]:
    """The block, or its words as paragraphs where it has no regular form."""
    leads = () if isinstance(block, Title) else (_TITLE, Paragraph((Text("text"),)))
    alone = replace(block, level=1) if isinstance(block, Heading) else block
    if any(True for _ in irregularities(Document((*leads, alone)))):
        yield from paragraphs_of(block)
    else:
        yield block


def _titled(blocks: list[Block]) -> list[Block]:
    """The blocks with a title in the lead; where none is, the first words are one."""
    legend = 0
    while legend < len(blocks) and _is_legend(blocks[legend]):
        legend += 1
    if legend < len(blocks) and isinstance(blocks[legend], Title):
        return blocks
    at = min(legend, len(blocks) - 1)
    first, *others = _first_words_apart(blocks[at])
    return [*blocks[:at], first, *others, *blocks[at + 1 :]]


def _is_legend(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.align == "right"


def _first_words_apart(block: Block) -> Iterator[Block]:
    """A block with its first words as a title and the rest as it was."""
    match block:
        case List(items, style) if style in _WITHOUT_NUMBERS:
            yield Title(items[0])
            yield from [List(items[1:], style)] if len(items) > 1 else []
        case Table(caption=caption) if caption:
            yield Title(caption)
            yield replace(block, caption=())
        case Table(head, rows):
            yield Title(_plain(joined(head or rows[0], Text(" "))))
            rest = rows if head else rows[1:]
            yield from _regular(replace(block, head=(), rows=rest)) if rest else ()
        case _:
            for at, paragraph in enumerate(paragraphs_of(block)):
                assert isinstance(paragraph, Paragraph)
                yield paragraph if at else Title(paragraph.children)


def _without_double_lists(blocks: Sequence[Block]) -> list[Block]:
    """Bullets in a row as one list; numbers in a row of one style as paragraphs from the second list on."""
    out: list[Block] = []
    for block in blocks:
        last = out[-1] if out else None
        if isinstance(block, List) and isinstance(last, List) and read_as_one(last, block):
            if block.style == "bullet":
                out[-1] = List((*last.items, *block.items))
            else:
                out.extend(Paragraph(item) for item in numbered(block))
        else:
            out.append(block)
    return out


def _without_false_titles(blocks: Sequence[Block]) -> Iterator[Block]:
    """No centred paragraph directly after the titles, no level skipped."""
    level, titles = 0, True
    for block in blocks:
        if isinstance(block, Heading):
            level = max(1, min(block.level, level + 1, 3))
            block = replace(block, level=level)
        if titles and isinstance(block, Paragraph) and block.align == "center":
            block = Paragraph(block.children)
        titles = titles and (isinstance(block, Title) or _is_legend(block))
        yield block


def numbered(block: List) -> Iterator[Inlines]:
    """The items of a numbered list with their marks as words."""
    for at, item in enumerate(block.items, 1):
        mark = {"decimal": f"{at}.", "alpha": f"({chr(96 + at)})"}.get(block.style, f"({roman(at)})")
        yield canonical_inlines([Text(f"{mark} "), *item])
