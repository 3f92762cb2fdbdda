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
    return flow.strips


def _rooms(sheet: Sheet) -> dict[str, float]:
    """The width between the margins of each kind of page."""
    return {name: page.room[0] for (name, first), page in sheet.pages.items() if not first}


class _Flow:
    """Strips one under the other; margins that meet become the widest of them."""

    def __init__(self, sheet: Sheet) -> None:
        self.strips: list[Strip] = []
        self.sheet = sheet
        self._space = 0.0
        self._hold = FREE
        self._new_page = False
        self._page = ""

    def _put(self, strip: Strip, page: str) -> None:
        """Adds a strip under the last one."""
        strip.space = max(strip.space, self._space)
        strip.hold = max(strip.hold, self._hold)
        strip.page = page
        strip.new_page = self._new_page or bool(self.strips and self.strips[-1].page != page)
        self._space, self._hold, self._new_page = 0.0, FIRMLY if strip.holds_next else FREE, False
        self.strips.append(strip)

    def add_block(self, element: Any, kind: Kind, x: float, rooms: dict[str, float], page: str) -> None:
        """Adds a block with all that is in it; `x` is the left edge, `rooms` the width on each kind of page."""
        style = kind.style
        _refuse(element, style)
        page = style.page or page
        if page not in rooms:
            raise Unsettable(f"the page {page}")
        start = self._begin(style, page)
        inner = {name: room - style.padding_left for name, room in rooms.items()}
        if style.width is not None:
            x += (inner[page] - style.width) / 2 if style.margin_left is None else 0.0
            inner = dict.fromkeys(inner, style.width)
        x += style.padding_left
        kids = list(element)
        if any(kid.tag in BLOCKS or kid.tag == "table" for kid in kids):
            self._add_kids(element, kids, kind, x, inner, page)
        else:
            self._add_lines(element, kind, x, inner[page], page)
        if element.tag == "section" and len(self.strips) == start:
            self._put(Strip(0.0, []), page)  # an empty page between two page breaks
        self._end(style, start)

    def _begin(self, style: Style, page: str) -> int:
        if style.break_before == "page" or page != self._page:
            self._space, self._page = 0.0, page
        self._space = max(self._space, style.margin_top or 0.0)
        if style.break_before == "avoid":
            self._hold = FIRMLY
        self._new_page |= style.break_before == "page"
        return len(self.strips)

    def _end(self, style: Style, start: int) -> None:
        if style.break_inside == "avoid":
            for strip in self.strips[start + 1 :]:
                strip.hold = FIRMLY
        self._space = max(self._space, style.margin_bottom or 0.0)
        if style.break_after == "avoid":
            self._hold = FIRMLY
        self._new_page |= style.break_after == "page"

    def _add_kids(
        self, element: Any, kids: list[Any], kind: Kind, x: float, rooms: dict[str, float], page: str
    ) -> None:
        for kid, found in self.sheet.kinds(element, kids, kind):
            if kid.tag == "table":
                start = self._begin(found.style, page)
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


def _refuse(element: Any, style: Style) -> None:
    """Raises Unsettable where a block asks for what only tables have here."""
    sides = (style.padding_top, style.padding_right, style.padding_bottom, style.margin_right, style.margin_left)
    if any(sides) or any((style.border_top, style.border_right, style.border_bottom, style.border_left)):
        raise Unsettable(f"padding, side margins or borders of a {element.tag}")
    if style.display != "block" or style.min_width:
        raise Unsettable(f"a {element.tag} set as {style.display}")
    if style.width is not None and style.margin_left is not None:
        raise Unsettable(f"a {element.tag} with a width that is not centred")
