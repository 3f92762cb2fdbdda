"""The tree as a readable outline, and back: the debugging view and the golden form.

One line a node, children indented by two blanks; words are JSON strings; a node whose only child is a
text has it on its own line. `parse_outline(print_outline(d)) == d` for every document.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import cast

from generator.document.nodes import (
    Align,
    Block,
    Break,
    Document,
    Emphasis,
    Field,
    Heading,
    Inline,
    Inlines,
    List,
    ListStyle,
    Note,
    NoteRef,
    PageBreak,
    Paragraph,
    Strong,
    Table,
    Text,
    Title,
)

Line = tuple[int, list[str]]
_DECODER = json.JSONDecoder()
_HOLDERS = {
    "title": 0,
    "heading": 2,
    "paragraph": 1,
    "item": 0,
    "caption": 0,
    "cell": 0,
    "note": 1,
    "strong": 0,
    "emphasis": 0,
}
_ARGUMENTS = _HOLDERS | {"document": 2, "list": 1, "table": 0, "head": 0, "row": 0, "page-break": 0}
_ARGUMENTS |= {"text": 1, "field": 3, "break": 0, "note-ref": 1}


def print_outline(document: Document) -> str:
    """The document as outline text, ending in a line end."""
    lines = list(_line(0, "document", document.title, str(document.dated or "")))
    for block in document.blocks:
        lines.extend(_print_block(block))
    return "\n".join(lines) + "\n"


def parse_outline(text: str) -> Document:
    """The document that an outline prints; ValueError with the line's number where it is none."""
    lines = [_words(number, raw) for number, raw in enumerate(text.splitlines(), 1) if raw.strip()]
    if not lines or lines[0][1][:1] != ["document"]:
        raise ValueError("line 1: an outline begins with its document line")
    _, title, dated = lines[0][1]
    blocks = tuple(_parse_block(head, body) for head, body in _groups(lines[1:]))
    return Document(blocks, title, date.fromisoformat(dated) if dated else None)


def _quote(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _line(depth: int, word: str, *arguments: str) -> Iterator[str]:
    yield "  " * depth + " ".join([word, *map(_quote, arguments)])


def _print_block(block: Block) -> Iterator[str]:
    match block:
        case Title(children):
            yield from _print_node(0, "title", children)
        case Heading(level, children, number):
            yield from _print_node(0, f"heading {level} {_quote(number)}", children)
        case Paragraph(children, align):
            yield from _print_node(0, f"paragraph {align}", children)
        case List(items, style):
            yield f"list {style}"
            for item in items:
                yield from _print_node(1, "item", item)
        case Table(head, rows, caption, notes):
            yield "table"
            if caption:
                yield from _print_node(1, "caption", caption)
            for word, row in [*([("head", head)] if head else []), *(("row", row) for row in rows)]:
                yield f"  {word}"
                for cell in row:
                    yield from _print_node(2, "cell", cell)
            for note in notes:
                yield from _print_node(1, f"note {_quote(note.marker)}", note.children)
        case PageBreak():
            yield "page-break"


def _print_node(depth: int, word: str, children: Inlines) -> Iterator[str]:
    match children:
        case (Text(text),):
            yield "  " * depth + f"{word} {_quote(text)}"
        case _:
            yield "  " * depth + word
            for child in children:
                yield from _print_inline(depth + 1, child)


def _print_inline(depth: int, child: Inline) -> Iterator[str]:
    match child:
        case Text(text):
            yield "  " * depth + _quote(text)
        case Field(path, value, shown):
            yield from _line(depth, "field", path, value, shown)
        case Strong(children):
            yield from _print_node(depth, "strong", children)
        case Emphasis(children):
            yield from _print_node(depth, "emphasis", children)
        case Break():
            yield "  " * depth + "break"
        case NoteRef(marker):
            yield from _line(depth, "note-ref", marker)


def _words(number: int, raw: str) -> Line:
    """A line's depth, its first word and the arguments after it; a line of words alone is a `text`."""
    body = raw.lstrip(" ")
    depth, rest = divmod(len(raw) - len(body), 2)
    if rest:
        raise ValueError(f"line {number}: indented by an odd number of blanks")
    words = [] if body[0] != '"' else ["text"]
    at = 0
    while at < len(body):
        if body[at] == '"':
            try:
                value, at = _DECODER.raw_decode(body, at)
            except json.JSONDecodeError as error:
                raise ValueError(f"line {number}: {error.msg}") from None
        else:
            end = body.find(" ", at)
            value, at = (body[at:], len(body)) if end < 0 else (body[at:end], end)
        words.append(value)
        at += 1
    if words[0] not in _ARGUMENTS:
        raise ValueError(f"line {number}: no node is called {words[0]!r}")
    if not 0 <= len(words) - 1 - _ARGUMENTS[words[0]] <= (words[0] in _HOLDERS):
        raise ValueError(f"line {number}: {words[0]} takes {_ARGUMENTS[words[0]]} arguments")
    return depth, words


def _groups(lines: list[Line]) -> Iterator[tuple[list[str], list[Line]]]:
    """Each line at the outermost depth with the deeper lines below it."""
    at = 0
    while at < len(lines):
        depth, head = lines[at]
        end = at + 1
        while end < len(lines) and lines[end][0] > depth:
            end += 1
        yield head, lines[at + 1 : end]
        at = end


def _parse_block(head: list[str], body: list[Line]) -> Block:
    word, *rest = head
    match word:
        case "title":
            return Title(_parse_inlines(rest, body))
        case "heading":
            return Heading(int(rest[0]), _parse_inlines(rest[2:], body), rest[1])
        case "paragraph":
            return Paragraph(_parse_inlines(rest[1:], body), cast(Align, rest[0]))
        case "list":
            return List(tuple(_parse_inlines(h[1:], b) for h, b in _groups(body)), cast(ListStyle, rest[0]))
        case "table":
            return _parse_table(body)
        case "page-break":
            return PageBreak()
    raise ValueError(f"no block is called {word!r}")


def _parse_table(body: list[Line]) -> Table:
    head: tuple[Inlines, ...] = ()
    rows: list[tuple[Inlines, ...]] = []
    caption: Inlines = ()
    notes: list[Note] = []
    for (word, *rest), inner in _groups(body):
        if word in ("head", "row"):
            cells = tuple(_parse_inlines(h[1:], b) for h, b in _groups(inner))
            head, rows = (cells, rows) if word == "head" else (head, [*rows, cells])
        elif word == "caption":
            caption = _parse_inlines(rest, inner)
        elif word == "note":
            notes.append(Note(rest[0], _parse_inlines(rest[1:], inner)))
        else:
            raise ValueError(f"no part of a table is called {word!r}")
    return Table(head, tuple(rows), caption, tuple(notes))


def _parse_inlines(rest: list[str], body: list[Line]) -> Inlines:
    """The children of a node: one text at the end of its own line, or the lines below it."""
    if rest:
        return (Text(rest[0]),)
    return tuple(_parse_inline(head, inner) for head, inner in _groups(body))


def _parse_inline(head: list[str], body: list[Line]) -> Inline:
    word, *rest = head
    match word:
        case "text":
            return Text(rest[0])
        case "field":
            return Field(rest[0], rest[1], rest[2])
        case "strong":
            return Strong(_parse_inlines(rest, body))
        case "emphasis":
            return Emphasis(_parse_inlines(rest, body))
        case "break":
            return Break()
        case "note-ref":
            return NoteRef(rest[0])
    raise ValueError(f"no inline is called {word!r}")
