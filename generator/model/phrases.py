"""Words that a sentence of the wording takes in, and what names bring with them that it says, too.

A phrase brings no full stop of its own, but that of a short form.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator

from generator.model.values import read_name, refuse
from generator.patterns import late

#: Short forms with a stop that names and times of day end in.
SHORT_ENDS = ("Inc", "Co", "Corp", "Ltd", "Bros", "L.P", "L.L.C", "N.A", "S.A", "Jr", "Sr", "a.m", "p.m")
#: Articles that names begin with, and words that names of share classes and titles of tables end in.
ARTICLES, LAST_WORDS = ("The ", "THE "), ("shares", "table")
_SHORT = late(rf"(?:\b(?:{'|'.join(map(re.escape, SHORT_ENDS))})|\.[A-Z])\.\Z")


def read_phrase(value: Any) -> str:
    """Some words without a full stop at their end, unless it is that of `L.P.`, `Inc.`, `U.S.` and their like."""
    text = read_name(value)
    if text.endswith(".") and not _SHORT.search(text):
        refuse("TXT-09", f"{text!r} ends in a full stop", "leave it out, the sentence has its own")
    return text


Phrase: TypeAlias = Annotated[str, BeforeValidator(read_phrase)]


def alike(one: str, other: str) -> bool:
    """Whether two names can show as the same words, which do not always tell whose an article, stop or word is."""
    return _bare(one) == _bare(other)


def _bare(name: str) -> str:
    """A name without what the wording may have said beside it."""
    name = name.rstrip(". ")
    for word in LAST_WORDS:
        name = name.removesuffix(f" {word}")
    return name[4:] if name.startswith(ARTICLES) else name
