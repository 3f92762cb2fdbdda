"""PDF pages as lines of even characters, so that one classification serves text and print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.readers.foreign.pdf_words import Word
from generator.readers.foreign.text_lines import EDGE, without_page_numbers

_WIDEST = 400


@dataclass(slots=True)
class _Line:
    words: list[Word]

    @property
    def middle(self) -> float:
        return (self.words[0].bottom + self.words[0].top) / 2

    @property
    def height(self) -> float:
        return max(word.height for word in self.words)


def laid_out(pages: Sequence[Sequence[Word]]) -> tuple[list[str], int]:
    """The lines of a document with gaps as blanks and space between paragraphs as empty lines; their width.

    Page numbers are gone. Why: layout is all that an untagged PDF has, and lines of characters carry it.
    """
    words = [word for page in pages for word in page]
    if not words:
        return [], 0
    left, right = min(word.left for word in words), max(word.right for word in words)
    unit = sum(word.right - word.left for word in words) / sum(len(word.text) for word in words) or 1.0
    width = max(1, min(_WIDEST, round((right - left) / unit)))
    unit = max(unit, (right - left) / width)
    lines: list[str] = []
    for page in pages:
        rows = _without_broken_words(_rows(page))
        pitch = _pitch(rows)
        for at, row in enumerate(rows):
            if at and _is_apart(rows[at - 1], row, pitch):
                lines.append("")
            lines.append(_drawn(row, left, right, unit, width))
        lines.append(EDGE)
    return without_page_numbers(lines), width


def _rows(words: Sequence[Word]) -> list[_Line]:
    """Words on one line, from the top of the page to its end, each line from left to right."""
    rows: list[_Line] = []
    for word in sorted(words, key=lambda word: -(word.bottom + word.top)):
        middle = (word.bottom + word.top) / 2
        if rows and abs(rows[-1].middle - middle) < 0.45 * max(word.height, rows[-1].height):
            rows[-1].words.append(word)
        else:
            rows.append(_Line([word]))
    for row in rows:
        row.words.sort(key=lambda word: word.left)
    return rows


def _without_broken_words(rows: list[_Line]) -> list[_Line]:
    """Lines where a word that was broken after its hyphen is whole, on the first of the two."""
    for above, below in pairwise(rows):
        if len(below.words) < 2 or not above.words:
            continue
        last, first = above.words[-1], below.words[0]
        if last.text[:-1].isalpha() and last.text.endswith("-") and _goes_on(first.text):
            whole = Word(last.text + first.text, last.left, last.right, last.bottom, last.top)
            above.words[-1] = whole
            below.words.pop(0)
    return rows


def _goes_on(text: str) -> bool:
    return text[:1].islower() and text.strip(",;") not in ("and", "or", "to")


def _pitch(rows: list[_Line]) -> float:
    """The usual distance from line to line on a page."""
    steps = sorted(above.middle - below.middle for above, below in pairwise(rows))
    return steps[len(steps) // 4] if steps else 1.0


def _is_apart(above: _Line, below: _Line, pitch: float) -> bool:
    step = above.middle - below.middle
    height = max(above.height, below.height)
    if len(_chunks(above)) > 1 and len(_chunks(below)) > 1:
        return step > 3 * height
    usual = min(pitch, 1.35 * height)
    return step > 1.3 * usual or abs(above.height - below.height) > 0.15 * max(above.height, below.height)


def _chunks(row: _Line, unit: float = 0.0) -> list[list[Word]]:
    """The words of a line between its wide gaps."""
    chunks: list[list[Word]] = []
    for word in row.words:
        if chunks and word.left - chunks[-1][-1].right < max(0.9 * word.height, 2.2 * unit):
            chunks[-1].append(word)
        else:
            chunks.append([word])
    return chunks


def _drawn(row: _Line, left: float, right: float, unit: float, width: int) -> str:
    """A line of characters: one blank between words, wide gaps as gutters, a centred line in the middle."""
    chunks = _chunks(row, unit)
    texts = [" ".join(word.text for word in chunk) for chunk in chunks]
    before, after = row.words[0].left - left, right - row.words[-1].right
    if len(chunks) == 1 and before > 6 * unit and abs(before - after) < 4 * unit:
        return " " * max(8, (width - len(texts[0])) // 2) + texts[0]
    line = ""
    for chunk, text in zip(chunks, texts, strict=True):
        at = min(_WIDEST, round((chunk[0].left - left) / unit))
        line += " " * max(3 if line else 0, at - len(line)) + text
    return line
