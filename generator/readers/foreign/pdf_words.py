"""The words of a PDF's pages with the places where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.errors import UnreadableFile
from generator.readers.foreign.decoding import without_invisible
from generator.readers.pdf.file import AGAIN, opened

MOST_PAGES = 1500
#: What pdfium gives for a hyphen at which a line was broken.
_BROKEN_HYPHENS = ("\x02", "\ufffe")


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without a blank; places in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """How tall the word stands, in points, one at least."""
        return max(self.top - self.bottom, 1.0)


def page_words(data: bytes) -> Iterator[list[Word]]:
    """The words of each page in the order of the page's content. UnreadableFile where it cannot be opened."""
    from pypdfium2 import PdfiumError

    with opened(data) as pdf:
        if len(pdf) > MOST_PAGES:
            raise UnreadableFile(f"the PDF has more than {MOST_PAGES} pages", "give one supplement")
        for at in range(len(pdf)):
            try:
                words = list(_words(pdf[at].get_textpage()))
            except PdfiumError:
                raise UnreadableFile(f"page {at + 1} of the PDF is damaged", AGAIN) from None
            yield words


def _words(textpage: Any) -> Iterator[Word]:
    import pypdfium2.raw as raw

    held: list[tuple[str, tuple[float, float, float, float]]] = []
    for at in range(textpage.count_chars()):
        character = _character(raw.FPDFText_GetUnicode(textpage, at))
        if not character:
            continue
        if character.isspace():
            yield from _word(held)
            held = []
            continue
        box = textpage.get_charbox(at, loose=True)
        if held and _is_away(held[-1][1], box):
            yield from _word(held)
            held = []
        held.append((character, box))
    yield from _word(held)


def _character(code: int) -> str:
    character = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
    if character in _BROKEN_HYPHENS:
        return "-"
    shown = without_invisible(character)
    return shown if shown.isprintable() else " "


def _is_away(last: tuple[float, float, float, float], box: tuple[float, float, float, float]) -> bool:
    """Whether a character stands on another line than the last, or after a gap."""
    height = max(last[3] - last[1], box[3] - box[1], 1.0)
    down = abs((last[1] + last[3]) - (box[1] + box[3])) / 2
    return down > height * 0.6 or box[0] < last[0] - height or box[0] > last[2] + height * 0.2


def _word(held: list[tuple[str, tuple[float, float, float, float]]]) -> Iterator[Word]:
    if held:
        boxes = [box for _, box in held]
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        text = "".join(character for character, _ in held)
        yield Word(text, min(lefts), max(rights), min(bottoms), max(tops))
