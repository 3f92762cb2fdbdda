"""Text as a terminal shows it: how wide each character is, and what stands for those that it cannot show."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

TAB_STOP = 4
CUT = "…"
_UNSHOWN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@dataclass(frozen=True, slots=True)
class Cell:
    """What a terminal shows for one character of a source, and in how many columns."""

    shown: str
    width: int


def cells(line: str) -> list[Cell]:
    """One cell for each character of a line."""
    found: list[Cell] = []
    column = 0
    for character in line:
        cell = _tab(column) if character == "\t" else _cell(character)
        found.append(cell)
        column += cell.width
    return found


def visible(text: str) -> str:
    """The text with line ends as blanks and control characters escaped, so that a terminal obeys none of them."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if character in "\t\n\r" else _cell(character).shown for character in text)


def width_of(text: str) -> int:
    """How many columns a text takes that `visible` made."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(_cell(character).width for character in text)


def _tab(column: int) -> Cell:
    width = TAB_STOP - column % TAB_STOP
    return Cell(" " * width, width)


def _cell(character: str) -> Cell:
    if " " <= character <= "~":
        return Cell(character, 1)
    category = unicodedata.category(character)
    if category in _UNSHOWN:
        shown = character.encode("unicode_escape", "surrogatepass").decode()
        return Cell(shown, len(shown))
    if category in ("Mn", "Me"):
        return Cell(character, 0)
    return Cell(character, 2 if unicodedata.east_asian_width(character) in "WF" else 1)


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a line that is shown, and how its columns relate to the line's characters."""

    cells: tuple[Cell, ...]
    first: int
    whole: int

    @property
    def shown(self) -> str:
        """The part, with a mark where it was cut."""
        left = CUT if self.first else ""
        right = CUT if self.first + len(self.cells) < self.whole else ""
        return left + "".join(cell.shown for cell in self.cells) + right

    def columns(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters from `start` up to `end`, counted from 0, are shown: offset and width, at least 1."""
        inside = [min(max(at - self.first, 0), len(self.cells)) for at in (start, end)]
        before = sum(cell.width for cell in self.cells[: inside[0]])
        width = sum(cell.width for cell in self.cells[inside[0] : inside[1]])
        return before + bool(self.first), max(width, 1)


def window(line: str, start: int, width: int) -> Window:
    """The part of a line that fits into a width and has the character at `start` in it."""
    if len(line) <= width and line.isascii() and line.isprintable():
        return Window(tuple(cells(line)), 0, len(line))
    start = min(start, len(line))
    first = max(start - width, 0)
    around = cells(line[first : start + width])
    if not first and len(line) <= start + width and sum(cell.width for cell in around) <= width:
        return Window(tuple(around), 0, len(line))
    return _cut(around, first, start, width, len(line))


def _cut(around: list[Cell], first: int, start: int, width: int, whole: int) -> Window:
    """A window that begins with the line where two thirds of it reach `start`, else with a third before `start`.

    There is room for both marks. *Why:* lines that are cut alike stand below one another as in the file.
    """
    room = max(width - 2, 1)
    left, taken = start - first, 0
    before = room * 2 // 3 if not first and sum(cell.width for cell in around[:left]) <= room * 2 // 3 else room // 3
    while left > 0 and taken + around[left - 1].width <= before:
        left -= 1
        taken += around[left].width
    right = start - first
    while right < len(around) and (taken + around[right].width <= room or right == start - first):
        taken += around[right].width
        right += 1
    return Window(tuple(around[left:right]), first + left, whole)


def wrapped(text: str, first: int, width: int) -> Iterator[str]:
    """A text broken at blanks into lines of a width, the first of which has `first` columns less."""
    line, room = "", width - first
    for word in text.split(" "):
        if line and width_of(line) + 1 + width_of(word) > room:
            yield line
            line, room = word, width
        else:
            line = f"{line} {word}" if line else word
    yield line
