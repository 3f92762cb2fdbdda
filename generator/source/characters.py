"""Which characters no source may hold, and where a text holds them.

Why: what nobody can see cannot be read back from a page, and characters that turn the direction of
reading can make a text show what it does not say.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.patterns import late

#: Control, format (zero width, soft hyphen, direction), surrogate, private use, unassigned, line and
#: paragraph separator.
_REFUSED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
#: Invisible characters of other categories: joiners, fillers and selectors of variants.
_INVISIBLE = late("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
_ASCII_CONTROL = late(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]+")
#: Stands for a character that some program could not read; also what we put in place of refused ones.
LOST = "\ufffd"


def refused(character: str) -> bool:
    """Whether no source may hold the character."""
    if character in "\t\n\r":
        return False
    return unicodedata.category(character) in _REFUSED or bool(_INVISIBLE.match(character)) or character == LOST


def refused_runs(text: str) -> Iterator[re.Match[str]]:
    """Every run of refused characters in a text."""
    if text.isascii():
        yield from _ASCII_CONTROL.finditer(text)
    elif found := "".join(filter(refused, set(text))):
        yield from re.finditer(f"[{re.escape(found)}]+", text)


def without_refused(text: str) -> str:
    """The text with each refused character replaced, every other one at its place."""
    return "".join(LOST if refused(character) else character for character in text)


def name_of(character: str) -> str:
    """A character as people look it up: `U+00AD SOFT HYPHEN`."""
    fallback = {"Cc": "control character", "Co": "private use", "Cn": "unassigned", "Cs": "surrogate"}
    name = unicodedata.name(character, fallback.get(unicodedata.category(character), ""))
    return f"U+{ord(character):04X} {name}".rstrip()
