"""From rendered wording to the document tree: marks of structure become blocks, marks of values fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.document.canonical import canonical_inlines
from generator.document.nodes import (
    Align,
    Block,
    Break,
    Emphasis,
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
from generator.model.notes import split_marks
from generator.wording import tokens as t
from generator.wording.environment import Shown

HEADINGS: dict[str, int] = {t.HEADING_1: 1, t.HEADING_2: 2, t.HEADING_3: 3}
SIDES: dict[str, Align] = {t.PARAGRAPH: "left", t.CENTERED: "center", t.RIGHT: "right"}
LISTS: dict[str, ListStyle] = {
    t.BULLET: "bullet", t.DECIMAL: "decimal", t.ALPHA: "alpha", t.ROMAN: "roman", t.PLAIN: "plain",
}  # fmt: skip

_PIECES = re.compile(f"([{t.BLOCK_STARTS}])")
_INLINES = re.compile(f"{t.VALUE}(\\d+){t.VALUE_END}|([{t.STRONG}{t.EMPHASIS}{t.BREAK}])")


def build_blocks(text: str, shown: Sequence[Shown]) -> list[Block]:
    """The blocks that rendered wording says."""
    return _Builder(shown).blocks(text)


@lru_cache(maxsize=512)
def _split(text: str) -> tuple[tuple[str, str], ...]:
    """The pieces of rendered wording: a mark of structure and the text up to the next."""
    parts = _PIECES.split(text)
    if parts[0].strip():
        parts[0:1] = ["", t.PARAGRAPH, parts[0]]
    return tuple((parts[at], parts[at + 1]) for at in range(1, len(parts), 2))


class _Builder:
    """One pass over the pieces."""

    def __init__(self, shown: Sequence[Shown]) -> None:
        self.shown = shown

    def blocks(self, text: str) -> list[Block]:
        pieces = list(_split(text))
        blocks: list[Block] = []
        at = 0
        while at < len(pieces):
            token, body = pieces[at]
            at += 1
            if token in (t.CAPTION, t.TABLE):
                at_table = at + (token == t.CAPTION)
                end = next((i for i in range(at_table, len(pieces)) if pieces[i][0] not in _IN_TABLE), len(pieces))
                blocks.append(self.table(pieces[at - 1 : end]))
                at = end
            elif token in LISTS:
                end = next((i for i in range(at, len(pieces)) if pieces[i][0] != token), len(pieces))
                items = [self.inlines(piece) for _, piece in pieces[at - 1 : end]]
                blocks.append(List(tuple(filter(None, items)), LISTS[token]))
                at = end
            elif token == t.PAGE:
                blocks.append(PageBreak())
            elif words := self.inlines(body):
                blocks.append(self.plain_block(token, words))
        return blocks

    @staticmethod
    def plain_block(token: str, words: Inlines) -> Block:
        if token == t.TITLE:
            return Title(words)
        if token in HEADINGS:
            return Heading(HEADINGS[token], words)
        return Paragraph(words, SIDES[token])

    def table(self, pieces: list[tuple[str, str]]) -> Table:
        caption: Inlines = ()
        head: tuple[Inlines, ...] = ()
        rows: list[tuple[Inlines, ...]] = []
        notes: list[Note] = []
        for token, body in pieces:
            if token == t.CAPTION:
                caption = self.inlines(body)
            elif token == t.NOTE:
                marker, _, words = body.partition(t.NOTE_TEXT)
                notes.append(Note(self.words(marker).strip(), self.inlines(words)))
            elif token != t.TABLE:
                cells = tuple(self.inlines(cell) for cell in body.split(t.CELL_END)[:-1])
                head, rows = (cells, rows) if token == t.HEAD else (head, [*rows, cells])
        return Table(head if any(head) else (), tuple(rows), caption, tuple(notes))

    def words(self, text: str) -> str:
        return re.sub(f"{t.VALUE}(\\d+){t.VALUE_END}", lambda m: self.shown[int(m[1])].field.shown, text)

    def inlines(self, text: str) -> Inlines:
        """Canonical inlines of a piece: values as fields, bold and italics nested as they open and close."""
        stack: list[tuple[str, list[Inline]]] = [("", [])]
        for part in self.parts(text):
            if not isinstance(part, str):
                stack[-1][1].append(part)
            elif stack[-1][0] == part:
                _, children = stack.pop()
                stack[-1][1].append((Strong if part == t.STRONG else Emphasis)(tuple(children)))
            else:
                stack.append((part, []))
        while len(stack) > 1:
            _, children = stack.pop()
            stack[-1][1].extend(children)
        return canonical_inlines(stack[0][1])

    def parts(self, text: str) -> Iterator[Inline | str]:
        at = 0
        for match in _INLINES.finditer(text):
            if match.start() > at:
                yield Text(text[at : match.start()])
            at = match.end()
            if match[1]:
                yield from self.value(self.shown[int(match[1])])
            else:
                yield Break() if match[2] == t.BREAK else match[2]
        if at < len(text):
            yield Text(text[at:])

    def value(self, shown: Shown) -> Iterator[Inline]:
        if shown.kind == "marks":
            yield from (NoteRef(marker) for marker in split_marks(shown.field.shown))
        else:
            yield shown.field


_IN_TABLE = (t.HEAD, t.ROW, t.NOTE)
