"""Law 2 on real filings: every word of the file is in the tree, in its order, and no other word is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.document.canonical import shown_text
from generator.document.nodes import Document, Heading, Inlines, List, NoteRef, PageBreak, Paragraph, Table, Title
from generator.document.normal import irregularities
from generator.readers.files import read_file

SHARED = Path(__file__).resolve().parents[3] / "shared"
WORD = re.compile(r"[^\W_]+")
INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
INLINE = {"a", "b", "big", "em", "font", "i", "s", "small", "span", "strong", "sub", "sup", "u"}
#: What a filing shows of its pages and not of itself: bare page numbers, by the place among the file's words.
FURNITURE = {"muzinich-dynamic-income-fund-497k-2025-09-12.htm": ["1"]}

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared corpus is not beside the project")


class _Visible(HTMLParser):
    """The visible text of HTML by the standard library alone: nothing of the readers is used."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("title", "script", "style")
        self.parts.append("" if tag in INLINE - {"sup"} else " ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("title", "script", "style")
        self.parts.append("" if tag in INLINE - {"sup"} else " ")

    def handle_data(self, data: str) -> None:
        self.parts.append("" if self._hidden else data)


def words_of_html(data: bytes) -> list[str]:
    parser = _Visible()
    parser.feed(_inner_text(data))
    parser.close()
    return words_of("".join(parser.parts))


def words_of_text(data: bytes) -> list[str]:
    """The words of a filing in ASCII, without the table tags, the leading page number and the `o` of bullets."""
    lines = _inner_text(data).splitlines()
    kept = [re.sub(r"^o (?= )", "", line) for line in lines if not re.fullmatch(r"\s*- [0-9]+ -\s*", line)]
    return words_of(re.sub(r"</?(?:TABLE|CAPTION|S|C)>", " ", "\n".join(kept)))


def words_of(text: str) -> list[str]:
    return WORD.findall(INVISIBLE.sub("", text))


def words_of_tree(document: Document) -> list[str]:
    return words_of("\n".join(_texts(document)))


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        match block:
            case Heading(_, children, number):
                yield f"{number} {shown_text(children)}"
            case Title(children) | Paragraph(children):
                yield shown_text(children)
            case List(items, style):
                for at, item in enumerate(items):
                    yield f"{_mark(style, at)} {shown_text(item)}"
            case Table(head, rows, caption, notes):
                yield shown_text(caption)
                yield from (_cell(cell) for row in (head, *rows) for cell in row)
                yield from (f"{note.marker} {shown_text(note.children)}" for note in notes)
            case PageBreak():
                pass


def _cell(cell: Inlines) -> str:
    return "".join(f" {child.marker} " if isinstance(child, NoteRef) else shown_text((child,)) for child in cell)


def _mark(style: str, at: int) -> str:
    romans = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
    return {"bullet": "", "decimal": str(at + 1), "alpha": chr(97 + at), "roman": romans[at % 10]}[style]


def _inner_text(data: bytes) -> str:
    text = data.decode("utf-8")
    return text.partition("<TEXT>")[2].partition("</TEXT>")[0] if "<TEXT>" in text else text
