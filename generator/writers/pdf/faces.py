"""The packaged typeface: its files, which characters it has, and how wide they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FAMILY = "Source Serif Pro"
#: (bold, italic) -> the file of the face. Semibold is the family's bold: quieter on a page of small type.
FILES = {
    (False, False): "SourceSerifPro-Regular.ttf",
    (True, False): "SourceSerifPro-Semibold.ttf",
    (False, True): "SourceSerifPro-It.ttf",
    (True, True): "SourceSerifPro-SemiboldIt.ttf",
}
#: Characters that every face has, each drawn in its own way: of words without others no font file need be asked.
_TYPOGRAPHY = "\u2018\u2019\u201c\u201d\u2013\u2014\u2022\u2026\u00a7\u00ae\u2122"
SURE = frozenset(map(chr, range(0x20, 0x7F))) | frozenset(_TYPOGRAPHY)


@dataclass(frozen=True, slots=True)
class Face:
    """One face: the glyph of each character, and the width of each character in ems."""

    glyphs: dict[str, str]
    widths: dict[str, float]


def faces_folder() -> Path:
    """The installed folder of the font package."""
    import font_source_serif_pro

    return Path(font_source_serif_pro.font_directory)


@cache
def face(bold: bool = False, italic: bool = False) -> Face:
    """The face for a weight and slant, read from its file once a process."""
    from fontTools.ttLib import TTFont

    with TTFont(faces_folder() / FILES[bold, italic], lazy=True) as font:
        glyphs = {chr(code): name for code, name in font.getBestCmap().items()}
        advances, em = font["hmtx"].metrics, font["head"].unitsPerEm
        return Face(glyphs, {character: advances[name][0] / em for character, name in glyphs.items()})


def text_width(text: str, bold: bool = False) -> float:
    """How wide a text is on one line, in ems, kerning left out (it narrows, so this is never too little)."""
    widths = face(bold).widths
    return sum(widths.get(character, 1.0) for character in text)
