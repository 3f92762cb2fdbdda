"""The words of an element: what stands between two blanks, each part in its own type."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from generator.patterns import late
from generator.typeset import Unsettable
from generator.typeset.faces import Face, Shaped, opened
from generator.typeset.sheet import Kind, Sheet
from generator.typeset.style import INHERITED, Style

INLINE = frozenset({"b", "i", "sup", "span", "br"})
_BLANK = late(r"[ \t\r\n\f]+")
NO_BREAK = "\u00a0"
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
    """A word, or what is left of one that was broken; the type size of the blank after it; whether its line ends.

    `width` and `blank`, that of the blank after it, are there once it is `measured`.
    """

    parts: list[Part] = field(default_factory=list)
    blank_size: float = 0.0
    glued: bool = False
    ends_line: bool = False
    width: float = 0.0
    blank: float = 0.0

    @property
    def may_break(self) -> bool:
        """Whether the sheet lets it be broken where no line holds it."""
        return any(part.style.white_space != "nowrap" for part in self.parts)

    def measured(self) -> Word:
        """The word, of which no part will change any more."""
        part = self.parts[-1]
        self.width = part.width if len(self.parts) == 1 else sum(one.width for one in self.parts)
        self.blank = part.face.blank.width * (self.blank_size or part.style.font_size) / 1000
        return self


def reach(style: Style, part: Part | None = None) -> tuple[float, float]:
    """How far the line of a style reaches above and below the baseline (CSS 2.2, 10.8.1)."""
    face = part.face if part else opened(style.font_weight, style.font_style)
    ascent, descent = face.ascent * style.font_size / 1000, face.descent * style.font_size / 1000
    half = (style.leading - ascent - descent) / 2
    rise = style.vertical_align if part and isinstance(style.vertical_align, float) else 0.0
    return ascent + half + rise, descent + half - rise


def words_of(element: Any, kind: Kind, sheet: Sheet) -> list[Word]:
    """The words of an element that holds text and inline elements. Raises Unsettable."""
    taker = _Taker(sheet, kind.style)
    taker.take_inside(element, kind, element)
    return [word.measured() for word in taker.words]


class _Taker:
    """Collects words; a word goes on over the borders of elements until a blank comes."""

    def __init__(self, sheet: Sheet, block: Style) -> None:
        self.words: list[Word] = []
        self._sheet, self._block = sheet, block
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
        style = kind.style
        if element.tag == "br":
            self._end_line(kind)
            return
        if element.tag == "sup" and not _is_raised(kind):
            raise Unsettable("a mark that is raised as usual")
        at, was_open = len(self.words) - self._open, self._open
        parts = len(self.words[-1].parts) if was_open else 0
        self.take_inside(element, kind, owner)
        taken = [part for word in self.words[at:] for part in word.parts][parts:]
        if len(element) or not taken:
            self._look_low(element, style)
        if taken:
            taken[0].before += style.padding_left
            taken[-1].after += style.padding_right
        elif style.padding_left or style.padding_right:
            raise Unsettable(f"a {element.tag} without words that takes room")
        if style.display == "inline-block":
            self._box(taken, style, element)

    def _end_line(self, kind: Kind) -> None:
        """Ends the line after the last word. Raises Unsettable where the line has none, or a type of its own."""
        if not self.words or self.words[-1].ends_line:
            raise Unsettable("a line without words")
        if kind.parent and any(getattr(kind.style, name) != getattr(kind.parent.style, name) for name in INHERITED):
            raise Unsettable("the end of a line with a style of its own")
        self.words[-1].ends_line = True
        self._open = False

    def _look_low(self, element: Any, style: Style) -> None:
        """Raises Unsettable where an element makes a line higher on which only others, within it, have words."""
        if style.vertical_align or any(
            one > usual for one, usual in zip(reach(style), reach(self._block), strict=True)
        ):
            raise Unsettable(f"a {element.tag} around others that is higher than its line")

    def _box(self, taken: list[Part], style: Style, element: Any) -> None:
        """A box of its own among the words: one part, as wide as stated at least."""
        if len(taken) != 1 or style.text_indent or _BLANK.match(element.text or ""):
            raise Unsettable(f"a {element.tag} of several words as a box of its own")
        if style.min_width and style.text_align not in ("left", "justify"):
            raise Unsettable(f"a {element.tag} whose words are not at the left of their box")
        taken[0].least = style.min_width
        self._open = True

    def _take_text(self, text: str | None, style: Style, owner: Any) -> None:
        if not text:
            return
        pieces = _BLANK.split(text)
        if style.white_space == "nowrap" and len(pieces) > 1:
            if not (pieces[0] and pieces[-1]) or style.text_align == "justify":
                raise Unsettable("blanks at which no line may end, beside other words or stretched")
            pieces = [" ".join(pieces)]
        if NO_BREAK in text:
            if style.text_align == "justify":
                raise Unsettable("a no-break space that is stretched")
            pieces = [piece.replace(NO_BREAK, " ") for piece in pieces]  # one glyph, and one meaning in the file
        for at, piece in enumerate(pieces):
            if at:
                if self._open:
                    self.words[-1].blank_size = style.font_size
                self._open = False
            if piece:
                if not self._open:
                    self.words.append(Word())
                    self._open = True
                self.words[-1].parts += parts_of(piece, style, owner)


def parts_of(text: str, style: Style, owner: Any) -> list[Part]:
    """A word in the type that a style states: one part, or several where a leaning face lacks some of its letters.

    These are upright, for no other face has them. Raises Unsettable.
    """
    face = opened(style.font_weight, style.font_style)
    if not style.font_style or all(map(face.has, text)):
        return [Part(face.shaped(text, style.features), style, face, owner)]
    upright = opened(style.font_weight, False)
    runs = [("".join(run), face if has else upright) for has, run in groupby(text, key=face.has)]
    return [Part(one.shaped(run, style.features), style, one, owner) for run, one in runs]


def _is_raised(kind: Kind) -> bool:
    """Whether a style sheet says how high and how large a mark is; HTML's own measures are not known here."""
    style, around = kind.style, kind.parent.style if kind.parent else kind.style
    return (
        bool(style.vertical_align) and style.font_size != around.font_size and style.line_height != around.line_height
    )


def part_of(text: str, style: Style, owner: Any) -> Part:
    """A word of which a face has all letters, in the type that a style states. Raises Unsettable."""
    (part,) = parts_of(text, style, owner)
    return part


def broken(word: Word, room: float) -> list[Word]:
    """A word that no line holds as words that lines hold: after a hyphen or stroke, or else anywhere."""
    if len(word.parts) != 1:
        raise Unsettable("a word of several types that is wider than its line")
    part = word.parts[0]
    if part.style.overflow_wrap != "anywhere":
        raise Unsettable("a word that is wider than its line and must not be broken anywhere")
    pieces: list[str] = []
    rest = part.shaped.text
    while rest:
        fitting = _fitting(rest, room, part)
        pieces.append(rest[:fitting])
        rest = rest[fitting:]
    words = [Word([part_of(piece, part.style, part.element)], glued=at > 0) for at, piece in enumerate(pieces)]
    words[-1].ends_line, words[-1].blank_size = word.ends_line, word.blank_size
    return [one.measured() for one in words]


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
