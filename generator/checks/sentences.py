"""The sentences of a text, told apart from the full stops of short forms."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.patterns import late

#: A stop with what may close behind it, before a blank and what may open a sentence.
_STOP = late(r"[.!?]+[\"'\u201d\u2019)\]]*(?=\s+[\"'\u201c\u2018(\[]*[A-Z0-9])")
_WORD = late(r"[\"'\u201c\u2018(\[]*([\w.&'\u2019-]*)$")
_NEXT = late(r"\s+[\"'\u201c\u2018(\[]*([\w.]+)")
_INITIALS = late(r"(?:[A-Za-z]\.)*[A-Z]")

#: Short forms that stand before a name or number and never end a sentence.
_TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "messrs", "prof", "hon", "st", "no", "nos", "vs", "e.g", "i.e", "cf", "p"}
)
#: Short forms that may also end a sentence.
_FORMS = frozenset({"inc", "ltd", "co", "corp", "llc", "l.l.c", "l.p", "n.a", "jr", "sr", "etc", "approx", "est"})
#: Words with a capital that open a sentence rather than go on with a name.
_OPENERS = frozenset({
    "the", "this", "these", "those", "that", "it", "its", "in", "on", "at", "as", "for", "from", "if", "when",
    "where", "while", "until", "under", "upon", "all", "any", "each", "no", "such", "prior", "effective", "he",
    "she", "they", "his", "her", "their", "mr", "ms", "mrs", "dr", "a", "an", "and", "but", "or", "by", "to", "with",
    "after", "before", "since", "although", "because", "during", "both", "neither", "there", "please", "shares",
    "shareholders", "investors", "you", "your", "we", "our", "not", "other", "accordingly",
})  # fmt: skip


@lru_cache(maxsize=512)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text in order; what comes after the last stop counts as one."""
    found, start = [], 0
    for stop in _STOP.finditer(text):
        if not _is_short_form(text, stop):
            found.append(text[start : stop.end()].strip())
            start = stop.end()
    last = text[start:].strip()
    return (*found, last) if last else tuple(found)


def sentence_of(text: str, at: int) -> str:
    """The sentence in which a place of a text stands."""
    end = 0
    for one in sentences(text):
        end = text.index(one, end) + len(one)
        if at < end:
            return one
    return text


def _is_short_form(text: str, stop: re.Match[str]) -> bool:
    """Whether a stop belongs to `U.S.`, `Inc.`, `Mr.`, `J.` and what comes next goes on with it."""
    before, after = _WORD.search(text, max(0, stop.start() - 30), stop.start()), _NEXT.match(text, stop.end())
    if stop[0] != "." or not (before and after and before[1]):
        return False
    word, following = before[1], after[1].lower()
    if word.lower() in _TITLES:
        return word.lower() not in ("no", "nos", "p") or following[0].isdigit()
    return (word.lower() in _FORMS or bool(_INITIALS.fullmatch(word))) and following.rstrip(".") not in _OPENERS
