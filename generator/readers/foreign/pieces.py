"""What the three foreign formats are brought to before anything is classified: passages, grids, page edges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from generator.document.nodes import Align, Inlines


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of words set by itself, as its layout shows it.

    `mark` is a bullet, number or note marker that stands apart before the words. `display`: set like a line of
    the supplement's header. `apart`: set like a section's heading. `size` is in points, 0 where a format has one
    size. `unmarked` counts the lists without marks, from 1, of which a passage can be an item. A NoteRef holds a
    raised mark as it is printed; what it refers to is found later.
    """

    words: Inlines
    align: Align = "left"
    mark: str = ""
    display: bool = False
    apart: bool = False
    size: float = 0.0
    unmarked: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of logical columns; a cell that is continued from above or from the left is empty."""

    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    caption: Inlines = ()


@dataclass(frozen=True, slots=True)
class PageEdge:
    """Where one page ends and the next begins."""


Piece: TypeAlias = Passage | Grid | PageEdge
