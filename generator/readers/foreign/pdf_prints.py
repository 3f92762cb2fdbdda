"""What a browser prints around the pages of a document: its address, the day, a title, and a page's number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.readers.foreign.pdf_words import Word

_ADDRESS = re.compile(r"(?:\A|\s)(?:https?://|file:///|about:)\S")
_DAY_AND_TIME = re.compile(
    r"(?:\A|\s)(?:[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}),?\s[0-9]{1,2}[:.][0-9]{2}"
)
_COUNT = r"(?:Page )?{}(?: of |\s?/\s?){}"


def without_browser_lines(pages: Sequence[list[Word]]) -> list[list[Word]]:
    """The words of each page without the lines of the browser that printed it; all words where none is sure.

    Sure are the first and the last line of every page where they say the same everywhere, but for a page's number
    that counts all pages, and have an address, and a day with its time, between them. Why so much: a page's own
    header may have each of these, and none has them all.
    """
    if not all(pages):
        return list(pages)
    edges = [[_edge_line(page, top) for page in pages] for top in (True, False)]
    texts = [[" ".join(word.text for word in line) for line in side] for side in edges]
    for counted, other in (texts, texts[::-1]):
        rests = {_without_count(text, at, len(pages)) for at, text in enumerate(counted, 1)}
        said = f"{rests.pop()} {other[0]}" if len(rests) == 1 and None not in rests and len(set(other)) == 1 else ""
        if _ADDRESS.search(said) and _DAY_AND_TIME.search(said):
            printed = [{id(word) for side in edges for word in side[at]} for at in range(len(pages))]
            return [
                [word for word in page if id(word) not in dropped] for page, dropped in zip(pages, printed, strict=True)
            ]
    return list(pages)


def _edge_line(page: Sequence[Word], top: bool) -> list[Word]:
    """The words of a page's first or last line, from left to right."""
    edge = (max if top else min)(page, key=_middle)
    line = [word for word in page if abs(_middle(word) - _middle(edge)) < 0.45 * max(word.height, edge.height)]
    return sorted(line, key=lambda word: word.left)


def _middle(word: Word) -> float:
    return (word.bottom + word.top) / 2


def _without_count(text: str, at: int, of: int) -> str | None:
    """A line without the number of its page among all, with which it begins or ends; None where that is not there."""
    count = _COUNT.format(at, of)
    found = re.fullmatch(rf"{count}(?P<after>\s.*|)|(?P<before>.*\s){count}", text)
    return (found["after"] or found["before"] or "").strip() if found else None
