"""Where a template's own words meet a value: no stop, article or word stands twice.

Why: names bring them along ("Odd Funds, Inc.", "The Growth Fund", "Institutional Shares"), and who words a template
cannot know. The value keeps its own, the template's is left out; read backwards, it may have been left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.model.phrases import ARTICLES, LAST_WORDS, SHORT_ENDS
from generator.wording import tokens as t

_QUOTES = "\"'\u201d\u2019"
_MARKS = f"[{t.STRONG}{t.EMPHASIS}]*"
_SHOWN = f"{t.VALUE}(\\d+){t.VALUE_END}"

_ARTICLE_BEFORE = re.compile(rf"\b[Tt]he\s+(?={_MARKS}{_SHOWN})")
_STOP_AFTER = re.compile(rf"({_SHOWN}{_MARKS}[{_QUOTES}]?{_MARKS})\.")
_WORD_AFTER = re.compile(rf"({_SHOWN}{_MARKS})\s+({'|'.join(LAST_WORDS)})\b")
_OWN_STOPS = (".", *(f".{quote}" for quote in _QUOTES))

_LAST_ARTICLE = re.compile(r"\b[Tt]he\s*\Z")
_FIRST = re.compile(rf"(?P<quote>[{_QUOTES}]?)\.|\s+(?P<word>{'|'.join(LAST_WORDS)})\b")

#: Patterns for reading backwards: before a value that brings an article; behind one that brings the stop of its
#: sentence. Of the stop of another word nothing tells whose it is: it is read as the template's, see `alike`.
ARTICLE_AHEAD = r"(?=T(?:he|HE)\s)"
_STOPS = "|".join(
    rf"(?<={stop})" for stop in (*(rf"\b{re.escape(end)}\." for end in SHORT_ENDS), rf"\.[{_QUOTES}]", r"[\s.]\.")
)
_BEHIND_STOP = rf"(?<=[.{_QUOTES}])(?! [a-z])(?:{_STOPS})"


def joined(text: str, shown: Sequence[str]) -> str:
    """Rendered wording without what stands twice beside its values, of which `shown` has the words."""
    if not any(map(_brings, shown)):
        return text
    text = _ARTICLE_BEFORE.sub(lambda one: "" if shown[int(one[1])].startswith(ARTICLES) else one[0], text)
    text = _STOP_AFTER.sub(lambda one: one[1] if shown[int(one[2])].endswith(_OWN_STOPS) else one[0], text)
    return _WORD_AFTER.sub(lambda one: one[1] if _last_word(shown[int(one[2])]) == one[3] else one[0], text)


@lru_cache(maxsize=4096)
def _brings(value: str) -> bool:
    """Whether a value begins or ends with what a template may say beside it."""
    return value.startswith(ARTICLES) or value.endswith(_OWN_STOPS) or _last_word(value) in LAST_WORDS


def _last_word(value: str) -> str:
    return value[value.rfind(" ") + 1 :].lower()


def without_article(words: str) -> str | None:
    """A template's own words without the article at their end; None where there is none."""
    found = _LAST_ARTICLE.search(words)
    return words[: found.start()] if found else None


def may_be_left_out(words: str) -> tuple[int, int, str] | None:
    """What near the beginning of a template's own words may be left out: from where to where, and behind what."""
    found = _FIRST.match(words)
    if not found:
        return None
    if word := found["word"]:
        return 0, found.end(), rf"(?<=\b(?i:{word}))"
    return found.end("quote"), found.end(), _BEHIND_STOP


def certain(words: str) -> str:
    """A template's own words without what may be left out beside a value."""
    bare = without_article(words)
    words = words if bare is None else bare
    beginning = may_be_left_out(words)
    return words[beginning[1] :] if beginning else words
