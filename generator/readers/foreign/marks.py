"""The marks that stand before words or after a cell: bullets, numbers, note markers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.document.nodes import ListStyle

BULLETS = frozenset("•●○▪■□◦‣⁃·∙❖➢►✓>\uf0b7\uf0a7\uf0d8")
_ASCII_BULLETS = frozenset({"o", "*", "-", "--", "–", "—"})
_NUMBER = re.compile(r"\(?([0-9]{1,3}|[A-Za-z]|[IVXLCivxlc]{1,8})[.)]")
#: What a raised mark or a marker before a note may be.
MARKER = re.compile(r"\([0-9]{1,2}\)|\([a-z]{1,2}\)|[0-9]{1,2}|[a-z]|\*{1,5}|[†‡#+^¶§]{1,3}")
#: What reads as note markers after the words of a cell, where nothing is raised.
TRAILING = re.compile(r"(?:\([0-9]{1,2}\)|\([a-z]{1,2}\)|(?<!\*)\*{1,5}|[†‡]{1,3})\Z")
_ROMANS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


@dataclass(frozen=True, slots=True)
class Ordinal:
    """What a number before words says: its kind and its position in that kind's order."""

    kind: ListStyle
    at: int


def is_bullet(mark: str, ascii_too: bool = True) -> bool:
    """Whether a mark by itself is a list's bullet."""
    return mark in BULLETS or (ascii_too and mark in _ASCII_BULLETS)


def is_number(mark: str) -> bool:
    """Whether a mark is a number with its stop or bracket: `I.`, `2.`, `(a)`, `3)`."""
    return bool(_NUMBER.fullmatch(mark))


def ordinals(mark: str) -> tuple[Ordinal, ...]:
    """Every reading of a number before an item: `(i)` is the first roman and the ninth letter."""
    found = _NUMBER.fullmatch(mark)
    if not found or found[1] != found[1].lower():
        return ()
    label = found[1]
    if label.isdigit():
        return (Ordinal("decimal", int(label)),)
    readings = [Ordinal("roman", at) for at in range(1, 40) if roman(at) == label]
    if len(label) == 1:
        readings.append(Ordinal("alpha", ord(label) - ord("a") + 1))
    return tuple(readings)


def marker_key(marker: str) -> str:
    """What two prints of one marker have in common: `(1)`, `1` and a raised 1 are one."""
    return marker.strip("().")


def house_marker(marker: str, taken: frozenset[str]) -> str:
    """A marker in the form that every format can show, or nothing where no form is free.

    `taken` are the forms already given. A dagger takes the next free row of stars (EDGAR text has no dagger:
    EDGAR Filer Manual II, 5.2.1.2).
    """
    key = marker_key(marker)
    if key.isdigit() or (key.isalpha() and key.isascii()):
        form = f"({key})"
        return "" if form in taken else form
    if key and set(key) == {"*"}:
        return "" if key in taken else key
    return next((stars for stars in ("*", "**", "***", "****", "*****") if stars not in taken), "")


def shown_mark(marker: str) -> str:
    """A raised mark without a note, as it stands on the line: `Fund` and a raised 1 read `Fund(1)`."""
    return f"({marker})" if marker.isalnum() else marker


def roman(at: int) -> str:
    """A number below 40 in small roman letters."""
    tens, ones = divmod(at, 10)
    return "x" * tens + _ROMANS[ones]
