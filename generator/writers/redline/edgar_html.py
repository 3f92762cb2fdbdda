"""The marks of EDGAR in a page of HTML: around changed words, one pair a line, no tag between the two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import groupby

from generator.compare.redline.changes import Redline
from generator.patterns import late
from generator.writers.redline.edgar import BEGIN, DELETED, END
from generator.writers.redline.edgar_words import NewCharacters, new_characters

_PART = late(r"(<[^>]*>)")
_WORD = late(r"(?P<blank>(?:\s|&#160;)*)(?P<word>(?:(?!&#160;)\S)*)")
_INSIDE = late(r"</?(?:a|b|i|sup)\b")


def mark_html(page: str, redline: Redline) -> str:
    """A page of the new document with marks; `without_marks` gives the page back.

    A mark begins and ends at a blank or a tag, so that its line end adds no blank to the words. Raises ValueError
    for a page that does not show the words of the redline in their order.
    """
    head, body, rest = page.partition("<body")
    marker = _Marker(new_characters(redline))
    marked = "".join(marker.marked(_PART.split(body + rest)))
    if marker.at != len(marker.words.text):
        raise ValueError("the page does not show every word of the redline")
    return head + marked


@dataclass(frozen=True, slots=True)
class _Chunk:
    """What stands between two blanks in the source, and the blanks before it; no words for blanks at an end.

    A chunk is `glued` where the word goes on behind a tag: a mark between them would part it.
    """

    blank: str
    source: str
    new: bool
    after_deletion: bool
    glued: bool


@dataclass(slots=True)
class _Marker:
    """Walks a page and the redline's characters side by side; `at` is how many of them were met."""

    words: NewCharacters
    at: int = 0

    def marked(self, parts: list[str]) -> Iterator[str]:
        """The parts of a page, texts and tags in turn, with marks in the texts."""
        for number in range(0, len(parts), 2):
            tag = parts[number + 1] if number + 1 < len(parts) else ""
            text = "".join(self._text(parts[number], _goes_on(parts, number, -1), _goes_on(parts, number, 1)))
            if self.at == len(self.words.text) and parts[number].strip() and self.at in self.words.gone:
                text += f"{DELETED}\n"
            if _INSIDE.match(tag) and text.endswith(f"{END}\n"):
                text, tag = text[:-1], f"{tag[:-1]}\n>"
            yield text + tag

    def _text(self, source: str, glued_before: bool, glued_after: bool) -> Iterator[str]:
        for new, group in groupby(self._chunks(source, glued_before, glued_after), key=lambda chunk: chunk.new):
            run = list(group)
            if not new:
                yield from (c.blank + (f"{DELETED}\n" if c.after_deletion else "") + c.source for c in run)
                continue
            first = run.pop(0) if len(run) > 1 and run[0].glued else None
            last = run.pop() if len(run) > 1 and run[-1].glued else None
            inner = "".join(chunk.blank + chunk.source for chunk in run).removeprefix(run[0].blank)
            yield f"{first.blank}{first.source}" if first else ""
            yield f"{run[0].blank}{BEGIN}{inner}{END}\n"
            yield f"{last.blank}{last.source}" if last else ""

    def _chunks(self, source: str, glued_before: bool, glued_after: bool) -> Iterator[_Chunk]:
        words = [found for found in _WORD.finditer(source) if found["word"]]
        for at, found in enumerate(words):
            start = self.at
            self._match(found["word"])
            within = any(place in self.words.gone for place in range(start + 1, self.at))
            before = glued_before and not at and not found["blank"]
            after = glued_after and at == len(words) - 1
            gone = start in self.words.gone
            new = any(self.words.new[start : self.at]) or within or (gone and before)
            yield _Chunk(found["blank"], found["word"], new, gone, before or after)
        if rest := source[words[-1].end() if words else 0 :]:
            yield _Chunk(rest, "", False, False, False)

    def _match(self, source: str) -> None:
        text = unescape(source)
        if self.words.text[self.at : self.at + len(text)] != list(text):
            raise ValueError(f"the page shows {source!r} where the redline has other words")
        self.at += len(text)


def _goes_on(parts: list[str], number: int, step: int) -> bool:
    """Whether a word at the end of a text, or at its beginning, goes on behind tags that stand inside of a line."""
    at = number
    while 0 <= at + step < len(parts) and _INSIDE.match(parts[at + step]):
        at += 2 * step
        if 0 <= at < len(parts) and parts[at]:
            shown = unescape(parts[at])
            return not (shown[0] if step > 0 else shown[-1]).isspace()
    return False
