"""Amounts of money in running text, and what the words beside them say of the edge: to, up to, over, from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from generator.checks.sentences import sentences
from generator.model.values import HIGHEST_AMOUNT
from generator.patterns import late

#: below: up to the amount, without it. to: with it. above: from the amount, without it. from: with it.
Edge: TypeAlias = Literal["below", "to", "above", "from"]

MONEY = r"\$\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:\s(?:thousand|million|billion|trillion)\b)?"
_EDGES: dict[Edge, str] = {
    "to": r"first|next|up to(?: and including)?|not exceed(?:ing)?|(?:not|no) more than|not over|not in excess of",
    "from": r"not less than|at least|equal to or (?:greater|more) than",
    "below": r"less than|under|below|lower than",
    "above": r"over|above|in excess of|exceeds?|exceeding|more than|greater than|beyond",
}
_BEFORE = "|".join(f"(?P<{edge}>\\b(?:{words}))" for edge, words in _EDGES.items())
_EDGED = late(rf"(?:{_BEFORE})\s+(?:the\s+|of\s+)?(?P<amount>{MONEY})", re.IGNORECASE)
_BETWEEN = late(rf"\b(?:between|from)\s+(?P<low>{MONEY})\s+(?:and|to|through)\s+(?P<high>{MONEY})", re.IGNORECASE)
_AFTER = late(rf"(?P<amount>{MONEY})\s+(?:or|and)\s+(?P<way>more|over|above|greater|less|under)\b", re.IGNORECASE)
_MONEY = late(MONEY)
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


@dataclass(frozen=True, slots=True)
class Bound:
    """An amount that bounds something, the words that say so, and on which side."""

    amount: Decimal
    words: str
    edge: Edge | None = None


def bounds(text: str) -> Iterator[Bound]:
    """The amounts of a text that bound net assets, in the sentences that speak of assets."""
    for sentence in sentences(text) if "$" in text else ():
        if "assets" in sentence:
            yield from (one for one in _bounds(sentence) if one.amount < HIGHEST_AMOUNT)


def _bounds(sentence: str) -> Iterator[Bound]:
    for found in _EDGED.finditer(sentence):
        yield Bound(worth(found["amount"]), found[0], next(edge for edge in _EDGES if found[edge]))
    for found in _BETWEEN.finditer(sentence):
        yield Bound(worth(found["low"]), found["low"])
        yield Bound(worth(found["high"]), found["high"])
    for found in _AFTER.finditer(sentence):
        less = found["way"].lower() in ("less", "under")
        yield Bound(worth(found["amount"]), found[0], "to" if less else "from")


def amounts(text: str) -> Iterator[tuple[str, Decimal]]:
    """Every amount of a text: its words, and the dollars that they come to; none that no fund could have."""
    for found in _MONEY.finditer(text) if "$" in text else ():
        if (amount := worth(found[0])) < HIGHEST_AMOUNT:
            yield found[0], amount


def worth(words: str) -> Decimal:
    """The dollars that an amount in words comes to."""
    number, _, scale = words.lstrip("$ ").partition(" ")
    return Decimal(number.replace(",", "")) * _SCALES.get(scale.lower(), 1)
