"""Titles, headings, paragraphs and lists, told by the indent of their first line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from generator.document.labels import item_labels
from generator.document.nodes import Heading, Inlines, List, ListStyle, Paragraph
from generator.document.normal import NUMBER
from generator.errors import NotHouseForm
from generator.readers.text.chunks import Chunk, indent_of
from generator.readers.text.words import joined, words

_LINE, _PARAGRAPH, _CENTRED, _RIGHT = 80, 5, 10, 40
_PLAIN, _PLAIN_ON = 8, 12
_STYLES: dict[str, ListStyle] = {"o": "bullet", "1.": "decimal", "(a)": "alpha", "(i)": "roman"}
_LEVELS = {0: 1, 3: 2, 6: 3}
_MARKED = re.compile(r"(o|[0-9]+\.|\([a-z]+\))( {2,})(?=\S)")
_NUMBERED = re.compile(rf"({NUMBER.pattern})( {{2,}})(?=\S)")


@dataclass(frozen=True, slots=True)
class Item:
    """A list item as it stands: its mark, the column of its words, its words."""

    mark: str
    column: int
    children: Inlines


def is_heading(chunk: Chunk) -> bool:
    """Whether the last line is dashes below the others, at the indent of a level and as long as the longest."""
    rule = chunk.lines[-1].lstrip(" ")
    return (
        len(chunk.lines) > 1
        and chunk.indent in _LEVELS
        and not rule.strip("-")
        and indent_of(chunk.lines[-1]) == chunk.indent
        and len(chunk.lines[-1]) == max(map(len, chunk.lines[:-1]))
    )


def is_item(chunk: Chunk) -> bool:
    """Whether a chunk begins with the mark of a list item."""
    return bool(_MARKED.match(chunk.lines[0]))


def is_plain(chunk: Chunk) -> bool:
    """Whether a chunk begins where the lines of a list without marks do."""
    return chunk.indent == _PLAIN


def read_heading(chunk: Chunk) -> Heading:
    """The heading above its line of dashes."""
    lines = [line[chunk.indent :] for line in chunk.lines[:-1]]
    numbered = _NUMBERED.match(lines[0])
    column = numbered.end() if numbered else 0
    return Heading(
        _LEVELS[chunk.indent],
        words(_hanging(lines, column, chunk.number)),
        numbered[1] if numbered else "",
    )


def read_paragraph(chunk: Chunk) -> Paragraph:
    """A paragraph, by its indent: running text, centred, or a legend at the right."""
    first, *rest = chunk.lines
    if chunk.indent >= _RIGHT:
        if any(len(line) != _LINE or indent_of(line) < _RIGHT for line in chunk.lines):
            raise NotHouseForm("a legend's lines all end at the right margin", chunk.number)
        return Paragraph(_stripped(chunk), "right")
    if chunk.indent >= _CENTRED:
        if any(indent_of(line) != (_LINE - len(line.lstrip(" "))) // 2 for line in chunk.lines):
            raise NotHouseForm("lines that are not all centred", chunk.number)
        return Paragraph(_stripped(chunk), "center")
    if chunk.indent != _PARAGRAPH or any(line.startswith(" ") for line in rest):
        raise NotHouseForm("no block begins like this", chunk.number)
    return Paragraph(words(joined([first[_PARAGRAPH:], *rest], chunk.number)))


def read_list(chunks: list[Chunk], at: int) -> tuple[List, int]:
    """The list that begins at a chunk, and where the chunks behind it begin.

    An item belongs to it whose mark is the next and whose words stand in the same column: so a roman `(i)` after an
    alphabetic `(h)` begins a list of its own.
    """
    first = _read_item(chunks[at])
    if first.mark not in _STYLES:
        raise NotHouseForm(f"no list begins with {first.mark}", chunks[at].number)
    style = _STYLES[first.mark]
    run = [first]
    for chunk in chunks[at + 1 :]:
        if not is_item(chunk) or is_heading(chunk) or (item := _read_item(chunk)).column != first.column:
            break
        run.append(item)
    labels = ["o"] * len(run) if style == "bullet" else item_labels(style, len(run))
    following = zip(run, labels, strict=True)
    items = tuple(item.children for item, _ in takewhile(lambda pair: pair[0].mark == pair[1], following))
    return List(items, style), at + len(items)


def read_plain(chunk: Chunk) -> List:
    """The lines of a list without marks; what stands further in goes on with the line above."""
    items: list[list[str]] = []
    for at, line in enumerate(chunk.lines, chunk.number):
        indent = indent_of(line)
        if indent not in (_PLAIN, _PLAIN_ON):
            raise NotHouseForm(f"the line does not begin in column {_PLAIN + 1} or {_PLAIN_ON + 1}", at)
        if indent == _PLAIN:
            items.append([])
        items[-1].append(line[indent:])
    return List(tuple(words(joined(item, chunk.number)) for item in items), "plain")


def _read_item(chunk: Chunk) -> Item:
    marked = _MARKED.match(chunk.lines[0])
    if not marked:
        raise NotHouseForm("no list item", chunk.number)
    return Item(marked[1], marked.end(), words(_hanging(chunk.lines, marked.end(), chunk.number)))


def _hanging(lines: list[str], column: int, number: int) -> str:
    """What lines say that stand in one column, the first behind its mark."""
    for at, line in enumerate(lines[1:], number + 1):
        if indent_of(line) != column:
            raise NotHouseForm(f"the line does not begin in column {column + 1}", at)
    return joined([line[column:] for line in lines], number)


def _stripped(chunk: Chunk) -> Inlines:
    return words(joined([line.lstrip(" ") for line in chunk.lines], chunk.number))
