"""How wide words are in the packaged typeface, and which characters it has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.typeset.faces import opened

#: Characters that every face has, each drawn in its own way: of words without others no font file need be asked.
_TYPOGRAPHY = "\u2018\u2019\u201c\u201d\u2013\u2014\u2022\u2026\u00a7\u00ae\u2122"
SURE = frozenset(map(chr, range(0x20, 0x7F))) | frozenset(_TYPOGRAPHY)


@dataclass(frozen=True, slots=True)
class Face:
    """One face: the glyph of each character, and the width of each character in ems."""

    glyphs: dict[str, int]
    widths: dict[str, float]


@cache
def face(bold: bool = False, italic: bool = False) -> Face:
    """The face for a weight and slant, read from its file once a process."""
    found = opened(bold, italic)
    glyphs = found.glyphs()
    return Face(glyphs, {character: found.advance(glyph) / 1000 for character, glyph in glyphs.items()})


def text_width(text: str, bold: bool = False) -> float:
    """How wide a text is on one line, in ems, kerning left out (it narrows, so this is never too little)."""
    widths = face(bold).widths
    return sum(widths.get(character, 1.0) for character in text)
