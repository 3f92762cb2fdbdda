"""Words as glyphs of the packaged typeface: shaped once a process, kerned, with ligatures and chosen figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from struct import unpack
from typing import Any

from generator.typeset import Unsettable

#: Flags of a font (ISO 32000-1, table 123): glyphs have serifs, are shown by number, lean.
SERIF_AND_SYMBOLIC, ITALIC = 6, 64
FAMILY = "Source Serif Pro"
#: (bold, italic) -> the file of the face. Semibold is the family's bold: quieter on a page of small type.
FILES = {
    (False, False): "SourceSerifPro-Regular.ttf",
    (True, False): "SourceSerifPro-Semibold.ttf",
    (False, True): "SourceSerifPro-It.ttf",
    (True, True): "SourceSerifPro-SemiboldIt.ttf",
}
#: Tables of a font file that showing glyphs by their numbers needs nothing of (ISO 32000-1, table 126).
UNNEEDED = (b"BASE", b"GDEF", b"GPOS", b"GSUB", b"OS/2", b"cmap", b"name", b"post", b"DSIG")
#: Shaped words that are kept; a season has some 20,000.
MOST_SHAPED = 60_000


@dataclass(frozen=True, slots=True, eq=False)
class Shaped:
    """A text as glyphs: their numbers, how far each moves the pen, and the text that each stands for.

    Measures in thousandths of the type size. `hex` is the glyphs as a PDF shows them, with the corrections of kerning
    between; `width` all movement together.
    """

    text: str
    width: float
    hex: str
    meanings: tuple[tuple[int, str], ...]


class Face:
    """One face of the typeface, opened once a process. Measures in thousandths of the type size."""

    def __init__(self, file: Path, bold: bool = False, italic: bool = False) -> None:
        import uharfbuzz

        self.name, self.bold, self.italic = file.stem, bold, italic
        self.harfbuzz = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file)))
        self.font: Any = uharfbuzz.Font(self.harfbuzz)
        extents = self.font.get_font_extents("ltr")
        self._scale = scale = 1000 / self.harfbuzz.upem
        self.ascent, self.descent = extents.ascender * scale, -extents.descender * scale
        self._advances: dict[int, float] = {}
        self._shaped: dict[tuple[str, tuple[str, ...]], Shaped] = {}

    def described(self) -> dict[str, Any]:
        """What a PDF says of the whole face (ISO 32000-1, table 122)."""
        import uharfbuzz

        box = unpack(">4h", self.harfbuzz.reference_table("head").data[36:44])
        slant = unpack(">i", self.harfbuzz.reference_table("post").data[4:8])[0] / 65536
        capitals = self.font.get_metric_position(uharfbuzz.OTMetricsTag.CAP_HEIGHT)
        return {
            "Flags": SERIF_AND_SYMBOLIC | (ITALIC if slant else 0),
            "FontBBox": [round(edge * self._scale) for edge in box],
            "ItalicAngle": slant,
            "Ascent": round(self.ascent),
            "Descent": -round(self.descent),
            "CapHeight": round(capitals * self._scale),
            "StemV": 120 if "Semibold" in self.name else 80,
        }

    def advance(self, glyph: int) -> float:
        """How far a glyph moves the pen by itself."""
        found = self._advances.get(glyph)
        if found is None:
            found = self._advances[glyph] = self.font.get_glyph_h_advance(glyph) * self._scale
        return found

    def glyphs(self) -> dict[str, int]:
        """The glyph of each character that the face has."""
        return {chr(code): self.font.get_nominal_glyph(code) for code in sorted(self.harfbuzz.unicodes)}

    def shaped(self, text: str, features: tuple[str, ...] = ()) -> Shaped:
        """The glyphs of a text without line ends."""
        key = (text, features)
        found = self._shaped.get(key)
        if found is None:
            if len(self._shaped) >= MOST_SHAPED:
                self._shaped.clear()
            found = self._shaped[key] = self._shape(text, features)
        return found

    def has(self, character: str) -> bool:
        """Whether the face has a glyph for a character."""
        return bool(self.font.get_nominal_glyph(ord(character)))

    @cached_property
    def blank(self) -> Shaped:
        """The blank between two words."""
        return self.shaped(" ")

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """The face as a file of these glyphs only, under the numbers that they have in the whole."""
        import uharfbuzz

        wanted = uharfbuzz.SubsetInput()
        wanted.glyph_set.update(glyphs)
        wanted.flags = uharfbuzz.SubsetFlags.RETAIN_GIDS | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
        wanted.drop_table_tag_set.update(int.from_bytes(name, "big") for name in UNNEEDED)
        return bytes(wanted.subset(self.harfbuzz).blob.data)

    def _shape(self, text: str, features: tuple[str, ...]) -> Shaped:
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.direction, buffer.script, buffer.language = "ltr", "Latn", "en"
        wanted = {name.removeprefix("-"): not name.startswith("-") for name in features}
        uharfbuzz.shape(self.font, buffer, wanted)
        glyphs = [info.codepoint for info in buffer.glyph_infos]
        starts = [info.cluster for info in buffer.glyph_infos]
        meanings = tuple(
            (glyph, text[start:following])
            for glyph, start, following in zip(glyphs, starts, [*starts[1:], len(text)], strict=True)
        )
        positions = buffer.glyph_positions
        blank = self.font.get_nominal_glyph(ord(" "))  # HarfBuzz shows what is invisible as a blank of no width
        if not all(glyph and meant and (glyph != blank or meant == " ") for glyph, meant in meanings) or any(
            one.x_offset or one.y_offset for one in positions
        ):
            raise Unsettable(f"the characters of {text!r}")
        moves = [position.x_advance * self._scale for position in positions]
        return Shaped(text, sum(moves), _hex(glyphs, moves, self), meanings)


def _hex(glyphs: list[int], moves: list[float], face: Face) -> str:
    """The glyphs as members of the array of a TJ operator (ISO 32000-1, 9.4.3), kerning between them."""
    parts = ["<"]
    for glyph, move in zip(glyphs, moves, strict=True):
        kern = round(face.advance(glyph) - move, 2)
        parts.append(f"{glyph:04x}>{kern:g}<" if kern else f"{glyph:04x}")
    return ("".join(parts) + ">").removesuffix("<>")


@cache
def opened(bold: bool, italic: bool) -> Face:
    """The face for a weight and slant."""
    return Face(faces_folder() / FILES[bold, italic], bold, italic)


def faces_folder() -> Path:
    """The installed folder of the font package."""
    import font_source_serif_pro

    return Path(font_source_serif_pro.font_directory)
