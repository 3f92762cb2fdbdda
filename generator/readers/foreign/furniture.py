"""What belongs to the page and not to the document: page numbers and running lines beside the pages' edges."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.document.canonical import shown_text
from generator.document.nodes import Text
from generator.readers.foreign.pieces import Grid, PageEdge, Passage, Piece
from generator.readers.foreign.runs import joined

_BARE = re.compile(r"[0-9]{1,3}(?: of [0-9]{1,3})?|[ivxl]{1,6}|[A-Z]-[0-9]{1,3}")
_MARKED = re.compile(r"[-–—]\s?[0-9]{1,3}\s?[-–—]|Page [0-9]{1,3}(?: of [0-9]{1,3})?", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
#: A line that stands on every page has no more words, and page numbers stand no farther from an edge in lines.
_LONGEST_LINE, _NEAR = 12, 3
#: No sentence ends in one of these.
_RUNS_ON = re.compile(r"(?:\b(?:an?|and|as|at|by|for|from|in|its?|of|or|than|that|the|their|to|which|with)|,)\Z")

Page = list[Passage | Grid]


def is_page_number(text: str) -> bool:
    """Whether a line beside a page's edge is its number."""
    return bool(_BARE.fullmatch(text) or _MARKED.fullmatch(text))


def is_marked_page_number(text: str) -> bool:
    """Whether a line is a page's number wherever it stands: `- 2 -`, `Page 2 of 3`."""
    return bool(_MARKED.fullmatch(text))


def without_furniture(pieces: Sequence[Piece]) -> list[Passage | Grid]:
    """The pieces without pages' edges, page numbers beside them and lines that run over all pages.

    A paragraph that runs over an edge is one.
    """
    pages = _pages(pieces)
    numbers = sum(any(map(_is_number, (*page[:_NEAR], *page[-_NEAR:]))) for page in pages)
    for page in pages:
        _drop_numbers(page)
    for _ in range(_NEAR):
        _drop_running(pages, numbers)
        for page in pages:
            _drop_numbers(page)
    return _run_on(pages)


def _pages(pieces: Sequence[Piece]) -> list[Page]:
    pages: list[Page] = [[]]
    for piece in pieces:
        if isinstance(piece, PageEdge):
            pages.append([])
        else:
            pages[-1].append(piece)
    return pages


def _is_number(piece: Passage | Grid) -> bool:
    return isinstance(piece, Passage) and not piece.mark and is_page_number(shown_text(piece.words))


def _drop_numbers(page: Page) -> None:
    for at in (0, -1):
        if page and _is_number(page[at]):
            del page[at]


def _drop_running(pages: list[Page], numbers: int) -> None:
    """Takes away lines that stand at the same edge of two thirds of the numbered pages.

    Why so many: a heading that several sections have may stand at the top of some pages. The first one stays where
    nothing before it says its words, so that no word of the filing is lost.
    """
    for at, beside in ((0, pages[1:]), (-1, pages[:-1])):
        counts = Counter(_line(page[at]) for page in beside if page)
        for line in [line for line, count in counts.items() if line and _is_running(count, numbers)]:
            running = [page for page in beside if page and _line(page[at]) == line]
            for page in running if _is_said(line, pages, running[0]) else running[1:]:
                del page[at]


def _is_running(count: int, numbers: int) -> bool:
    return 1 < count <= numbers + 1 and count * 3 >= numbers * 2


def _line(piece: Passage | Grid) -> str:
    """What a line that may run over all pages says, in small letters; nothing for any other piece."""
    text = shown_text(piece.words).casefold() if isinstance(piece, Passage) and not piece.mark else ""
    return text if _LETTER.search(text) and len(text.split()) <= _LONGEST_LINE else ""


def _is_said(line: str, pages: list[Page], end: Page) -> bool:
    """Whether passages before a page have the words of a line."""
    before = pages[: next(at for at, page in enumerate(pages) if page is end)]
    return any(
        line in shown_text(piece.words).casefold() for page in before for piece in page if isinstance(piece, Passage)
    )


def _run_on(pages: list[Page]) -> list[Passage | Grid]:
    """The pieces of all pages, a paragraph in two as one."""
    pieces: list[Passage | Grid] = []
    for page in pages:
        last, first = pieces[-1] if pieces else None, page[0] if page else None
        if isinstance(last, Passage) and isinstance(first, Passage) and _runs_on(last, first):
            pieces[-1] = replace(last, words=joined([last.words, first.words], Text(" ")))
            page = page[1:]
        pieces += page
    return pieces


def _runs_on(last: Passage, first: Passage) -> bool:
    """Whether a sentence that no page has whole begins in one passage and ends in the other."""
    if first.mark or last.align != first.align or last.apart != first.apart:
        return False
    before, after = shown_text(last.words), shown_text(first.words)
    if len(before.split()) <= _NEAR:
        return False
    return bool(_RUNS_ON.search(before[-8:])) or (before[-1:].isalnum() and after[:1].islower())
