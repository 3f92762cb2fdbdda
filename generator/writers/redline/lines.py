"""Words in inks, broken into lines of a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

#: ANSI codes: what came is underlined and green, what went struck through and red.
CODES = {"inserted": "4;32", "deleted": "9;31", "strong": "1", "frame": "36"}
#: What stands around words where there is no colour.
SIGNS = {"inserted": ("{+", "+}"), "deleted": ("[-", "-]")}


@dataclass(frozen=True, slots=True)
class Inked:
    """Words, and the ink that they are set in: `same`, `inserted`, `deleted`, `strong` or `frame`."""

    text: str
    ink: str


@dataclass(frozen=True, slots=True)
class Inks:
    """Sets words in colour where a terminal was asked for, else in signs."""

    colour: bool

    def paint(self, words: Inked) -> str:
        """Words as they are printed. Control characters are escaped, so that a terminal obeys none of them."""
        text = visible(words.text)
        if self.colour:
            code = CODES.get(words.ink)
            return f"\x1b[{code}m{text}\x1b[0m" if code and text else text
        return text

    def signed(self, words: Inked) -> Inked:
        """Words with the signs of their ink around them where there is no colour."""
        before, after = SIGNS.get(words.ink, ("", ""))
        return words if self.colour else Inked(f"{before}{words.text}{after}", words.ink)


def visible(text: str) -> str:
    """The text with every character that prints nothing escaped."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text)


def fill(words: Iterable[Inked], indent: int, width: int, inks: Inks) -> Iterator[str]:
    """Words in lines of a width, broken at blanks, each line indented."""
    room = max(20, width - indent)
    line: list[Inked] = []
    used = 0
    for chunk in _chunks(words, inks):
        size = sum(len(visible(piece.text)) for piece in chunk)
        if line and used + size > room:
            yield _printed(line, indent, inks)
            line, used = [], -1
        line += chunk
        used += size
    yield _printed(line, indent, inks)


def _chunks(words: Iterable[Inked], inks: Inks) -> list[list[Inked]]:
    """What no blank divides, with the blank before it."""
    chunks: list[list[Inked]] = []
    for piece in _pieces(words, inks):
        if chunks and not piece.text.startswith(" "):
            chunks[-1].append(piece)
        else:
            chunks.append([piece])
    return chunks


def _pieces(words: Iterable[Inked], inks: Inks) -> Iterator[Inked]:
    """Each word by itself with the blank before it."""
    for inked in words:
        signed = inks.signed(inked)
        first, *rest = signed.text.split(" ")
        if first:
            yield Inked(first, signed.ink)
        yield from (Inked(f" {word}", signed.ink) for word in rest)


def _printed(line: list[Inked], indent: int, inks: Inks) -> str:
    """A line, neighbours of one ink painted together."""
    joined: list[Inked] = []
    for piece in line:
        if joined and joined[-1].ink == piece.ink:
            joined[-1] = Inked(joined[-1].text + piece.text, piece.ink)
        else:
            joined.append(piece)
    if joined:
        joined[0] = Inked(joined[0].text.lstrip(" "), joined[0].ink)
    return " " * indent + "".join(map(inks.paint, joined))
