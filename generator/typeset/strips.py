"""Strips: the lines and rows of a page's elements from top to bottom, before anything is on a page."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.typeset.lines import Line
from generator.typeset.values import Color

#: How strongly two strips hold together: freely broken, by widows or orphans, because the sheet says so.
FREE, LOOSELY, FIRMLY = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Drawn:
    """A rule of a table: from where to where, how far its middle is below the strip's top, width and colour."""

    left: float
    right: float
    below: float
    width: float
    color: Color


@dataclass(slots=True)
class Strip:
    """What stands on one page or not at all: lines, each so far below its top, and rules.

    `space` is the blank above it, which a page's top takes away; `hold` how it holds to the strip before it. `heads`
    are set again above it where it is the first of a page.
    """

    height: float
    lines: list[tuple[float, Line]]
    rules: list[Drawn] = field(default_factory=list)
    space: float = 0.0
    hold: int = FREE
    page: str = ""
    new_page: bool = False
    holds_next: bool = False
    heads: tuple[Strip, ...] = ()
