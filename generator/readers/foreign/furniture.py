"""What belongs to the page and not to the document: page numbers and running lines beside the pages' edges."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from generator.document.canonical import shown_text
from generator.document.nodes import Text
from generator.readers.foreign.pieces import Grid, PageEdge, Passage, Piece
from generator.readers.foreign.runs import joined

_BARE = re.compile(r"[0-9]{1,3}(?: of [0-9]{1,3})?|[ivxl]{1,6}|[A-Z]-[0-9]{1,3}")
_MARKED = re.compile(r"[-–—]\s?[0-9]{1,3}\s?[-–—]|Page [0-9]{1,3}(?: of [0-9]{1,3})?", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_ENDS: tuple[Literal[0, -1], ...] = (0, -1)
#: A line that stands on every page has no more words, and page numbers stand no farther from an edge in lines.
_LONGEST_LINE, _NEAR = 12, 3
#: No paragraph, and no table of a prospectus, runs over more edges.
_MOST_PARTS = 60
#: No sentence ends in one of these.
_RUNS_ON = re.compile(r"(?:\b(?:an?|and|as|at|by|for|from|in|its?|of|or|than|that|the|their|to|which|with)|,)\Z")


@dataclass(slots=True)
class _Page:
    """What stands between two edges, and whether a number or a running line went from its head or its foot."""

    pieces: list[Passage | Grid] = field(default_factory=list)
    head: bool = False
    foot: bool = False

    def drop(self, at: Literal[0, -1]) -> None:
        """Takes its first or last piece away, which belongs to the page."""
        del self.pieces[at]
        self.head, self.foot = self.head or at == 0, self.foot or at == -1


def is_page_number(text: str) -> bool:
    """Whether a line beside a page's edge is its number."""
    return bool(_BARE.fullmatch(text) or _MARKED.fullmatch(text))


def is_marked_page_number(text: str) -> bool:
    """Whether a line is a page's number wherever it stands: `- 2 -`, `Page 2 of 3`."""
    return bool(_MARKED.fullmatch(text))


def without_furniture(pieces: Sequence[Piece]) -> list[Passage | Grid]:
    """The pieces without pages' edges, page numbers beside them and lines that run over all pages.

    A paragraph that runs over an edge is one, and so is a table whose headings are said again.
    """
    pages = _pages(pieces)
    numbers = sum(any(map(_is_number, (*page.pieces[:_NEAR], *page.pieces[-_NEAR:]))) for page in pages)
    for page in pages:
        _drop_numbers(page)
    for _ in range(_NEAR):
        _drop_running(pages, numbers)
        for page in pages:
            _drop_numbers(page)
    return _run_on(pages)


def _pages(pieces: Sequence[Piece]) -> list[_Page]:
    pages = [_Page()]
    for piece in pieces:
        if isinstance(piece, PageEdge):
            pages.append(_Page())
        else:
            pages[-1].pieces.append(piece)
    return pages


def _is_number(piece: Passage | Grid) -> bool:
    return isinstance(piece, Passage) and not piece.mark and is_page_number(shown_text(piece.words))


def _drop_numbers(page: _Page) -> None:
    for at in _ENDS:
        if page.pieces and _is_number(page.pieces[at]):
            page.drop(at)


def _drop_running(pages: list[_Page], numbers: int) -> None:
    """Takes away lines that stand at the same edge of two thirds of the numbered pages.

    Why so many: a heading that several sections have may stand at the top of some pages. The first one stays where
    nothing before it says its words, so that no word of the filing is lost.
    """
    for at, beside in zip(_ENDS, (pages[1:], pages[:-1]), strict=True):
        counts = Counter(_line(page.pieces[at]) for page in beside if page.pieces)
        for line in [line for line, count in counts.items() if line and _is_running(count, numbers)]:
            running = [page for page in beside if page.pieces and _line(page.pieces[at]) == line]
            for page in running if _is_said(line, pages, running[0]) else running[1:]:
                page.drop(at)


def _is_running(count: int, numbers: int) -> bool:
    return 1 < count <= numbers + 1 and count * 3 >= numbers * 2


def _line(piece: Passage | Grid) -> str:
    """What a line that may run over all pages says, in small letters; nothing for any other piece."""
    text = shown_text(piece.words).casefold() if isinstance(piece, Passage) and not piece.mark else ""
    return text if _LETTER.search(text) and len(text.split()) <= _LONGEST_LINE else ""


def _is_said(line: str, pages: list[_Page], end: _Page) -> bool:
    """Whether passages before a page have the words of a line."""
    before = pages[: next(at for at, page in enumerate(pages) if page is end)]
    return any(
        line in shown_text(piece.words).casefold()
        for page in before
        for piece in page.pieces
        if isinstance(piece, Passage)
    )


def _run_on(pages: list[_Page]) -> list[Passage | Grid]:
    """The pieces of all pages, a paragraph or a table in two as one."""
    parts: list[list[Passage | Grid]] = []
    printed = False  # a number or a running line stood at the edge: a page ends there, and not only a rule is drawn
    for page in pages:
        printed = printed or page.head
        if not page.pieces:
            continue
        first, *others = page.pieces
        if parts and len(parts[-1]) < _MOST_PARTS and _is_divided(parts[-1][-1], first, printed):
            parts[-1].append(first)
        else:
            parts.append([first])
        parts += [[piece] for piece in others]
        printed = page.foot
    return [_whole(some) if len(some) > 1 else some[0] for some in parts]


def _whole(parts: Sequence[Passage | Grid]) -> Passage | Grid:
    """The passage or table that edges divide."""
    first = parts[0]
    if isinstance(first, Grid):
        return replace(first, rows=tuple(row for part in parts if isinstance(part, Grid) for row in part.rows))
    return replace(first, words=joined([part.words for part in parts if isinstance(part, Passage)], Text(" ")))


def _is_divided(last: Passage | Grid, first: Passage | Grid, printed: bool) -> bool:
    """Whether the pieces before and after an edge are parts of one."""
    if isinstance(last, Passage) and isinstance(first, Passage):
        return _runs_on(last, first)
    return printed and isinstance(last, Grid) and isinstance(first, Grid) and _goes_on(last, first)


def _goes_on(last: Grid, first: Grid) -> bool:
    """Whether a table says the headings of the one before again, and nothing else stands over it."""
    return bool(first.head) and first.head == last.head and first.caption in ((), last.caption)


def _runs_on(last: Passage, first: Passage) -> bool:
    """Whether a sentence that no page has whole begins in one passage and ends in the other."""
    if first.mark or last.align != first.align or last.apart != first.apart:
        return False
    before, after = shown_text(last.words), shown_text(first.words)
    if len(before.split()) <= _NEAR:
        return False
    return bool(_RUNS_ON.search(before[-8:])) or (before[-1:].isalnum() and after[:1].islower())
