"""A table as strips: its caption's lines, and each row with its rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from generator.patterns import late
from generator.typeset import Unsettable
from generator.typeset.lines import Line, lines_of
from generator.typeset.sheet import Kind, Sheet
from generator.typeset.strips import Drawn, Strip
from generator.typeset.style import Style
from generator.typeset.values import Rule
from generator.typeset.words import words_of

FIRST, LAST = 0, -1
#: The parts of a table in the order in which they are shown, with a blank after each.
_ORDER = late("(caption )?colgroup (thead )?(tbody )*")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its style, its left and right edges, its lines."""

    style: Style
    left: float
    right: float
    lines: list[Line]

    @property
    def height(self) -> float:
        """Of the cell with its padding and rules, where nothing in its row is higher."""
        style = self.style
        return sum((
            _width(style.border_top), style.padding_top, sum(line.height for line in self.lines),
            style.padding_bottom, _width(style.border_bottom),
        ))  # fmt: skip


def table_strips(element: Any, kind: Kind, sheet: Sheet, x: float, room: float) -> Iterator[Strip]:
    """The lines of the caption and the rows of a table. Raises Unsettable."""
    style = kind.style
    if style.table_layout != "fixed":
        raise Unsettable("a table whose columns are not fixed")
    if style.border_spacing:
        raise Unsettable("a table with blanks between its cells")
    if not _ORDER.fullmatch("".join(f"{part.tag} " for part in element)):
        raise Unsettable("a table whose parts stand in another order")
    parts = list(sheet.kinds(element, list(element), kind))
    edges = list(accumulate(_columns(parts, sheet, room), initial=x))
    rows: list[tuple[Strip, bool]] = []
    for part, found in parts:
        if part.tag == "caption":
            yield from _caption(part, found, sheet, x, room)
        elif part.tag != "colgroup":
            rows += _rows(part, found, edges, sheet)
    _frame([strip for strip, _ in rows], style, x, x + room)
    heads = tuple(strip for strip, repeats in rows if repeats)
    for strip, repeats in rows:
        strip.heads = () if repeats else heads
        yield strip


def _columns(parts: list[tuple[Any, Kind]], sheet: Sheet, room: float) -> list[float]:
    """The widths of the columns, as stated."""
    widths = []
    for part, kind in parts:
        if part.tag == "colgroup":
            widths = [found.style.width for _, found in sheet.kinds(part, list(part), kind)]
    stated = [width for width in widths if width is not None]
    if not stated or len(stated) < len(widths) or abs(sum(stated) - room) > 0.5:
        raise Unsettable("a table whose columns do not fill it")
    return stated


def _caption(element: Any, kind: Kind, sheet: Sheet, x: float, room: float) -> Iterator[Strip]:
    style = kind.style
    lines = lines_of(words_of(element, kind, sheet), style, x, room)
    for at, line in enumerate(lines):
        last = at == len(lines) - 1
        height = line.height + (style.padding_bottom if last else 0.0)
        yield Strip(height, [(0.0, line)], holds_next=not last or style.break_after == "avoid")


def _rows(part: Any, kind: Kind, edges: list[float], sheet: Sheet) -> Iterator[tuple[Strip, bool]]:
    """The rows of a part of a table, and whether each is shown again at the top of a page."""
    repeats = kind.style.display == "table-header-group"
    rows = list(sheet.kinds(part, list(part), kind))
    for at, (row, found) in enumerate(rows):
        if row.tag != "tr":
            raise Unsettable(f"a {row.tag} in a {part.tag}")
        cells = list(_cells(row, found, edges, sheet))
        strip = _set(cells)
        holding = [found.style, *(cell.style for cell in cells), *([kind.style] if at == len(rows) - 1 else [])]
        strip.holds_next = repeats or any(style.break_after == "avoid" for style in holding)
        yield strip, repeats


def _cells(row: Any, kind: Kind, edges: list[float], sheet: Sheet) -> Iterator[Cell]:
    column = 0
    for element, found in sheet.kinds(row, list(row), kind):
        if element.tag not in ("th", "td") or element.get("rowspan"):
            raise Unsettable(f"a {element.tag} in a row")
        span = element.get("colspan", "1")
        end = column + int(span) if span.isdecimal() and len(span) < 4 else column
        if not column < end < len(edges):
            raise Unsettable("a row with more cells than the table has columns")
        style = found.style
        left, right = edges[column], edges[end]
        room = right - left - style.padding_left - style.padding_right
        lines = lines_of(words_of(element, found, sheet), style, left + style.padding_left, max(1.0, room))
        yield Cell(style, left, right, lines)
        column = end


def _set(cells: list[Cell]) -> Strip:
    """A row as high as its highest cell; the words of the others at the top, the middle or the bottom."""
    height = max((cell.height for cell in cells), default=0.0)
    strip = Strip(height, [])
    for cell in cells:
        style = cell.style
        spare = height - cell.height
        below = _width(style.border_top) + style.padding_top
        below += {"bottom": spare, "middle": spare / 2}.get(str(style.vertical_align), 0.0)
        for line in cell.lines:
            strip.lines.append((below, line))
            below += line.height
        _draw(strip, style.border_top, cell.left, cell.right, at_top=True)
        _draw(strip, style.border_bottom, cell.left, cell.right, at_top=False)
    return strip


def _frame(rows: list[Strip], style: Style, left: float, right: float) -> None:
    """Rules above the first row and below the last."""
    if not rows:
        raise Unsettable("a table without rows")
    if style.border_top:
        _widen(rows[FIRST], style.border_top[0])
        _draw(rows[FIRST], style.border_top, left, right, at_top=True)
    if style.border_bottom:
        rows[LAST].height += style.border_bottom[0]
        _draw(rows[LAST], style.border_bottom, left, right, at_top=False)


def _widen(strip: Strip, above: float) -> None:
    """Makes a strip higher at its top."""
    strip.height += above
    strip.lines = [(below + above, line) for below, line in strip.lines]
    strip.rules = [Drawn(one.left, one.right, one.below + above, one.width, one.color) for one in strip.rules]


def _draw(strip: Strip, rule: Rule, left: float, right: float, at_top: bool) -> None:
    """Adds a rule along a strip's edge; one that goes on where another ends is the same rule."""
    if not rule:
        return
    width, color = rule
    below = width / 2 if at_top else strip.height - width / 2
    for at, other in enumerate(strip.rules):
        if (other.right, other.below, other.width, other.color) == (left, below, width, color):
            strip.rules[at] = Drawn(other.left, right, below, width, color)
            return
    strip.rules.append(Drawn(left, right, below, width, color))


def _width(rule: Rule) -> float:
    return rule[0] if rule else 0.0
