"""What stands in ASCII for a character that EDGAR text cannot hold.

EDGAR Filer Manual II (June 2025) 5.2.1.2: table 5-1 lists the characters allowed, table 5-2 the symbols to
be spelled out. The short forms are this project's convention; `spelling` is the whole written list.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

SUBSTITUTES: dict[str, str] = {
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2212": "-", "\u2014": "--", "\u2015": "--",
    "\u2026": "...", "\u2022": "*", "\u25cf": "*", "\u25aa": "*", "\u25a0": "*", "\u00b7": "*",
    "\u00a7": "Section ", "\u00b6": "paragraph ", "\u00a9": "(C)", "\u00ae": "(R)", "\u2122": "(TM)", "\u2120": "(SM)",
    "\u2020": "(dagger)", "\u2021": "(double dagger)", "\u00a2": " cents", "\u00a3": "GBP ", "\u00a5": "JPY ",
    "\u20ac": "EUR ", "\u00bd": "1/2", "\u00bc": "1/4", "\u00be": "3/4", "\u00d7": "x", "\u00f7": "/", "\u00b1": "+/-",
    "\u2264": "<=", "\u2265": ">=", "\u2260": "not equal to ", "\u00b0": " degrees", "\u00b5": "u", "^": "(caret)",
    "\u00df": "ss", "\u00e6": "ae", "\u00c6": "AE", "\u0153": "oe", "\u0152": "OE", "\u00f8": "o", "\u00d8": "O",
    "\u0142": "l", "\u0141": "L", "\u00f0": "d", "\u00d0": "D", "\u00fe": "th", "\u00de": "Th", "\u0131": "i",
    "\u0111": "d", "\u0110": "D", "\u2044": "/", "\u2074": "(4)", "\u00b9": "(1)", "\u00b2": "(2)", "\u00b3": "(3)",
    "\u2023": "*", "\u2043": "-", "\u00a1": "!", "\u00bf": "?", "\u00aa": "a", "\u00ba": "o",
}  # fmt: skip


#: What stands directly after a word.
_CLOSING = frozenset(" .,;:!?)]}'\"")


def spelling(character: str) -> str | None:
    """What stands for one character in EDGAR text: itself, its substitute, or None when it has none."""
    if character in SUBSTITUTES:
        return SUBSTITUTES[character]
    if " " <= character <= "~":
        return character
    base = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    if base != character and base and all(" " <= c <= "~" and c not in SUBSTITUTES for c in base):
        return base
    return None


def to_ascii(text: str) -> str:
    """Text with every character spelled in ASCII; one without a spelling stays, for the caller to refuse."""
    return text if text.isascii() and "^" not in text else _spelled(text)


@lru_cache(maxsize=128)  # a document's words are spelled for the tree, for each format, and for its proof
def _spelled(text: str) -> str:
    parts = [c if (s := spelling(c)) is None else s for c in text]
    for at, part in enumerate(parts):
        if len(part) > 1 and part.endswith(" ") and parts[at + 1 : at + 2] and parts[at + 1] in _CLOSING:
            parts[at] = part.rstrip(" ")
    return "".join(parts)


def without_spelling(text: str) -> list[str]:
    """The distinct characters of a text that EDGAR text cannot show, in order of appearance."""
    return list(dict.fromkeys(c for c in text if spelling(c) is None))
