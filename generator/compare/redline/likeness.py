"""How alike two units are: by the pairs of neighbouring words that they share, whatever their figures say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from generator.compare.redline.changes import Words

Features = frozenset[tuple[str, str]]
#: A pair of words that so many units have says nothing about which two belong together.
COMMON = 24
#: The most partners that are looked at for a unit.
PARTNERS = 6


def features_of(words: Words) -> Features:
    """The pairs of neighbouring words, the ends too, capitals or not; one figure is as good as another."""
    keys = ["", *("#" if _is_figure(word.key) else word.key.casefold() for word in words), ""]
    return frozenset(pairwise(keys))


def likeness(one: Features, other: Features) -> float:
    """The share of pairs that two units have in common, between 0 and 1 (Dice's measure)."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 1.0


def candidates(old: Sequence[tuple[int, Features]], new: Sequence[tuple[int, Features]]) -> Iterator[tuple[int, int]]:
    """The pairs of units that share enough rare pairs of words to be worth a look, by their numbers."""
    having: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, features in new:
        for feature in features:
            having[feature].append(number)
    few = len(old) * len(new) <= COMMON**2
    for number, features in old:
        shared = Counter(_sharing(features, having, few))
        yield from ((number, partner) for partner, _ in shared.most_common(PARTNERS))


def _sharing(features: Features, having: dict[tuple[str, str], list[int]], few: bool) -> Iterable[int]:
    for feature in features:
        numbers = having.get(feature, ())
        if few or len(numbers) <= COMMON:
            yield from numbers


def _is_figure(key: str) -> bool:
    return key[:1].isdigit() or key[1:2].isdigit()
