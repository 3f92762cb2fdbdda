"""The blocks of a page one under the other: what stands between them, and what holds them together."""

from __future__ import annotations

from typing import Any

from generator.typeset import Unsettable
from generator.typeset.lines import lines_of
from generator.typeset.nodes import BLOCKS
from generator.typeset.sheet import Kind, Sheet
from generator.typeset.strips import FIRMLY, FREE, LOOSELY, Strip
from generator.typeset.style import Style
from generator.typeset.tables import table_strips
from generator.typeset.words import words_of


def strips_of(body: Any, kind: Kind, sheet: Sheet) -> list[Strip]:
    """All strips of a page's body. Raises Unsettable."""
    flow = _Flow(sheet)
    flow.add_block(body, kind, 0.0, _rooms(sheet), "")
    if flow.owes_page:
        raise Unsettable("a new page beside a block without words")
    return flow.strips


def _rooms(sheet: Sheet) -> dict[str, float]:
    """The width between the margins of each kind of page."""
    return {name: page.room[0] for (name, first), page in sheet.pages.items() if not first}


class _Flow:
    """Strips one under the other; margins that meet become the widest of them.

    Of the blank between two strips a new page takes what is `_below` the blocks that have ended, and leaves what is
    `_above` those that begin (CSS Fragmentation 3, 5.2).
    """

    def __init__(self, sheet: Sheet) -> None:
        self.strips: list[Strip] = []
        self.sheet = sheet
        self._below = self._above = 0.0
        self._hold = FREE
        self._new_page = self._hollow = False

    @property
    def owes_page(self) -> bool:
        """Whether a new page is asked for beside a block without words."""
        return self._new_page and self._hollow

    def _put(self, strip: Strip, page: str) -> None:
        """Adds a strip under the last one."""
        strip.hold = max(strip.hold, self._hold)
        strip.page = page
        strip.new_page = self._new_page or bool(self.strips and self.strips[-1].page != page)
        if strip.new_page and self._hollow:
            raise Unsettable("a new page beside a block without words")
        strip.space = self._above if strip.new_page else max(self._above, self._below)
        self._below = self._above = 0.0
        self._hold, self._new_page, self._hollow = FIRMLY if strip.holds_next else FREE, False, False
        self.strips.append(strip)

    def add_block(self, element: Any, kind: Kind, x: float, rooms: dict[str, float], page: str) -> None:
        """Adds a block with all that is in it; `x` is the left edge, `rooms` the width on each kind of page."""
        style = kind.style
        page = style.page or page
        if page not in rooms:
            raise Unsettable(f"the page {page}")
        start = self._begin(style)
        before = style.padding_left + (style.margin_left or 0.0)
        inner = {name: room - before - (style.margin_right or 0.0) for name, room in rooms.items()}
        if style.width is not None:
            x += _beside(element, style, inner[page]) / 2
            inner = dict.fromkeys(inner, style.width)
        if inner[page] <= 0:
            raise Unsettable(f"a {element.tag} without room")
        x += before
        kids = list(element)
        if any(kid.tag in BLOCKS or kid.tag == "table" for kid in kids):
            self._add_kids(element, kids, kind, x, inner, page)
        else:
            self._add_lines(element, kind, x, inner[page], page)
        if element.tag == "section" and len(self.strips) == start:
            self._put(Strip(0.0, []), page)  # an empty page between two page breaks
        self._end(style, start)

    def _begin(self, style: Style) -> int:
        self._above = max(self._above, style.margin_top or 0.0)
        if style.break_before == "avoid":
            self._hold = FIRMLY
        self._new_page |= style.break_before == "page"
        return len(self.strips)

    def _end(self, style: Style, start: int) -> None:
        if style.break_inside == "avoid":
            for strip in self.strips[start + 1 :]:
                if strip.new_page:
                    raise Unsettable("a new page inside of what must not be broken")
                strip.hold = FIRMLY
        self._hollow |= len(self.strips) == start
        self._below = max(self._below, style.margin_bottom or 0.0)
        if style.break_after == "avoid":
            self._hold = FIRMLY
        self._new_page |= style.break_after == "page"

    def _add_kids(
        self, element: Any, kids: list[Any], kind: Kind, x: float, rooms: dict[str, float], page: str
    ) -> None:
        for kid, found in self.sheet.kinds(element, kids, kind):
            if kid.tag == "table":
                start = self._begin(found.style)
                for strip in table_strips(kid, found, self.sheet, x, rooms[page]):
                    self._put(strip, page)
                self._end(found.style, start)
            elif kid.tag in BLOCKS:
                self.add_block(kid, found, x, rooms, page)
            else:
                raise Unsettable(f"a {kid.tag} between blocks")

    def _add_lines(self, element: Any, kind: Kind, x: float, room: float, page: str) -> None:
        style = kind.style
        lines = lines_of(words_of(element, kind, self.sheet), style, x, room)
        for at, line in enumerate(lines):
            held = 0 < at < style.orphans or len(lines) - style.widows < at
            self._put(Strip(line.height, [(0.0, line)], hold=LOOSELY if held and at else FREE), page)


def _beside(element: Any, style: Style, room: float) -> float:
    """What is free beside a block that is as wide as its style states. Raises Unsettable where it is not centred."""
    free = room - (style.width or 0.0)
    if style.margin_left is not None or style.margin_right is not None or free < 0:
        raise Unsettable(f"a {element.tag} with a width that is not centred")
    return free
