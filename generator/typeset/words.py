"""The words of an element: what stands between two blanks, each part in its own type."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.patterns import late
from generator.typeset import Unsettable
from generator.typeset.faces import Face, Shaped, opened
from generator.typeset.sheet import Kind, Sheet
from generator.typeset.style import Style

INLINE = frozenset({"b", "i", "sup", "span", "br"})
_BLANK = late(r"[ \t\r\n\f]+")
#: After these a word that fits no line is broken rather than elsewhere.
BREAKABLE = "-/\u2010\u2013\u2014"


@dataclass(slots=True)
class Part:
    """A part of a word in one type: its glyphs, the element that it belongs to, the blank before and after it."""

    shaped: Shaped
    style: Style
    face: Face
    element: Any
    before: float = 0.0
    after: float = 0.0
    least: float = 0.0

    @property
    def width(self) -> float:
        """From the end of what stands before to the beginning of what stands after, in points."""
        return max(self.least, self.shaped.width * self.style.font_size / 1000) + self.before + self.after


@dataclass(slots=True)
class Word:
    """A word, or what is left of one that was broken; whether the line ends after it."""

    parts: list[Part] = field(default_factory=list)
    width: float = 0.0
    glued: bool = False
    ends_line: bool = False

    @property
    def may_break(self) -> bool:
        """Whether the sheet lets it be broken where no line holds it."""
        return any(part.style.white_space != "nowrap" for part in self.parts)

    @property
    def blank(self) -> float:
        """The width of the blank after the word."""
        part = self.parts[-1]
        return part.face.blank.width * part.style.font_size / 1000


def words_of(element: Any, kind: Kind, sheet: Sheet) -> list[Word]:
    """The words of an element that holds text and inline elements. Raises Unsettable."""
    taker = _Taker(sheet)
    taker.take_inside(element, kind, element)
    for word in taker.words:
        word.width = sum(part.width for part in word.parts)
    return taker.words


class _Taker:
    """Collects words; a word goes on over the borders of elements until a blank comes."""

    def __init__(self, sheet: Sheet) -> None:
        self.words: list[Word] = []
        self._sheet = sheet
        self._open = False

    def take_inside(self, element: Any, kind: Kind, owner: Any) -> None:
        """Takes what stands in an element; `owner` is the one whose tag marks it."""
        self._take_text(element.text, kind.style, owner)
        before = None
        kids = list(element)
        for at, kid in enumerate(kids):
            if kid.tag not in INLINE:
                raise Unsettable(f"a {kid.tag} inside of a {element.tag}")
            before = self._sheet.kind(kid, kind, before, at == 0, at == len(kids) - 1)
            self._take_element(kid, before, kid if kid.get("data-tag") else owner)
            self._take_text(kid.tail, kind.style, owner)

    def _take_element(self, element: Any, kind: Kind, owner: Any) -> None:
        if element.tag == "br":
            if self.words:
                self.words[-1].ends_line = True
            self._open = False
            return
        style = kind.style
        if style.display not in ("inline", "inline-block") or style.padding_top or style.padding_bottom:
            raise Unsettable(f"a {element.tag} set as {style.display}")
        if element.tag == "sup" and not style.vertical_align:
            raise Unsettable("a mark that is raised as usual")
        at, was_open = len(self.words) - self._open, self._open
        parts = len(self.words[-1].parts) if was_open else 0
        self.take_inside(element, kind, owner)
        taken = [part for word in self.words[at:] for part in word.parts][parts:]
        if taken:
            taken[0].before += style.padding_left
            taken[-1].after += style.padding_right
        if style.display == "inline-block":
            self._box(taken, style, element)

    def _box(self, taken: list[Part], style: Style, element: Any) -> None:
        """A box of its own among the words: one part, as wide as stated at least."""
        if len(taken) != 1 or style.text_indent:
            raise Unsettable(f"a {element.tag} of several words as a box of its own")
        taken[0].least = style.min_width
        self._open = True

    def _take_text(self, text: str | None, style: Style, owner: Any) -> None:
        if not text:
            return
        whole = style.white_space == "nowrap"
        pieces = [" ".join(_BLANK.split(text))] if whole else _BLANK.split(text)
        face, features = opened(style.font_weight, style.font_style), style.features
        for at, piece in enumerate(pieces):
            if at:
                self._open = False
            if piece:
                if not self._open:
                    self.words.append(Word())
                    self._open = True
                self.words[-1].parts.append(Part(face.shaped(piece, features), style, face, owner))


def part_of(text: str, style: Style, owner: Any) -> Part:
    """A part of a word in the type that a style states."""
    face = opened(style.font_weight, style.font_style)
    return Part(face.shaped(text, style.features), style, face, owner)


def broken(word: Word, room: float) -> list[Word]:
    """A word that no line holds as words that lines hold: after a hyphen or stroke, or else anywhere."""
    if len(word.parts) != 1:
        raise Unsettable("a word of several types that is wider than its line")
    part = word.parts[0]
    pieces: list[str] = []
    rest = part.shaped.text
    while rest:
        fitting = _fitting(rest, room, part)
        pieces.append(rest[:fitting])
        rest = rest[fitting:]
    words = []
    for at, piece in enumerate(pieces):
        cut = part_of(piece, part.style, part.element)
        words.append(Word([cut], cut.width, glued=at > 0))
    words[-1].ends_line = word.ends_line
    return words


def _fitting(text: str, room: float, part: Part) -> int:
    """How many characters of a text a line takes, one at least."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        width = part.face.shaped(text[:middle], part.style.features).width * part.style.font_size / 1000
        low, high = (middle, high) if width <= room else (low, middle - 1)
    if low == len(text):
        return low
    after = max(text.rfind(sign, 0, low) for sign in BREAKABLE) + 1
    return after or low
