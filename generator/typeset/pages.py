"""Strips on pages: where each page ends, and how far down each strip stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.typeset import Unsettable
from generator.typeset.page_sizes import PageSize
from generator.typeset.strips import FIRMLY, FREE, LOOSELY, Strip

#: What rounding may add to the height of a page's strips.
SLIVER = 0.01


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip on a page: how far its top is below the page's, and whether it was shown before."""

    strip: Strip
    top: float
    is_repeated: bool = False


@dataclass(slots=True)
class Page:
    """A page with what stands on it, from top to bottom."""

    size: PageSize
    placed: list[Placed] = field(default_factory=list)


def pages_of(strips: list[Strip], sizes: Mapping[tuple[str, bool], PageSize]) -> list[Page]:
    """The pages that the strips fill, one at least. Raises Unsettable where a strip is higher than a page."""
    pages: list[Page] = []
    start = 0
    while start < len(strips) or not pages:
        name = strips[start].page if strips else ""
        page = Page(sizes[name, not pages])
        end = _end(strips, start, page.size)
        _place(page, strips, start, end)
        pages.append(page)
        start = end
    return pages


def _end(strips: list[Strip], start: int, size: PageSize) -> int:
    """Before which strip the page ends that begins with one: as low as it may, holding together what it can."""
    room = size.room[1] - sum(head.height for head in _heads(strips, start)) + SLIVER
    used = 0.0
    for at in range(start, len(strips)):
        strip = strips[at]
        if at > start and strip.new_page:
            return at
        used += strip.height + (strip.space if at > start or _keeps_space(strips, at) else 0.0)
        if used > room:
            return _best(strips, start, at)
    return len(strips)


def _best(strips: list[Strip], start: int, full: int) -> int:
    """The last place up to the full page where strips hold together least."""
    if full == start:
        raise Unsettable("a line or row that is higher than a page")
    for hold in (FREE, LOOSELY, FIRMLY):
        for at in range(full, start, -1):
            if strips[at].hold <= hold:
                return at
    return full


def _heads(strips: list[Strip], start: int) -> tuple[Strip, ...]:
    """The heads that a page begins with, where it begins inside of a table."""
    heads = strips[start].heads if start < len(strips) else ()
    return heads if heads and start and strips[start - 1] is not heads[-1] else ()


def _place(page: Page, strips: list[Strip], start: int, end: int) -> None:
    top = page.size.margins[0]
    for head in _heads(strips, start):
        page.placed.append(Placed(head, top, is_repeated=True))
        top += head.height
    for at in range(start, end):
        strip = strips[at]
        top += strip.space if at > start or _keeps_space(strips, at) else 0.0
        page.placed.append(Placed(strip, top))
        top += strip.height


def _keeps_space(strips: list[Strip], at: int) -> bool:
    """Whether the blank above the first strip of a page stays: where the page was not broken for want of room."""
    return at == 0 or strips[at].new_page
