"""Which unit of one document is which of the other: the pairs in order that keep the most words in their place."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.compare.redline.likeness import Features, candidates, features_of, likeness
from generator.compare.redline.units import Unit

#: Units less alike than this are not the same unit changed.
LEAST_ALIKE = 0.2
#: A pair less alike than this share of what one of its units is to another is looked at last.
RIVALS = 0.6
#: What it is worth, in words, that two pairs follow each other on both sides.
NEIGHBOURS = 0.5
#: Of units with the same words, each is paired with so many on either side of the one that it answers to by count.
REPEATED = 12


class Pair(NamedTuple):
    """A unit of each side by number, how alike they are, and how many words stay when they are paired."""

    old: int
    new: int
    alike: float
    weight: float


def possible_pairs(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """The pairs of units with the same words, and of units that are alike where no such are left."""
    exact = list(_exact(old, new))
    lone_old = _without_partner(old, new)
    lone_new = _without_partner(new, old)
    features = {0: _features(old, lone_old), 1: _features(new, lone_new)}
    found = exact
    for a, b in candidates(list(features[0].items()), list(features[1].items())):
        if (old[a].cells is None) == (new[b].cells is None) and old[a].key != new[b].key:
            alike = likeness(features[0][a], features[1][b])
            if alike >= LEAST_ALIKE:
                found.append(_pair(old, new, a, b, alike))
    return found


def without_rivals(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs of which neither unit is much more alike to another."""
    best_old: defaultdict[int, float] = defaultdict(float)
    best_new: defaultdict[int, float] = defaultdict(float)
    for pair in pairs:
        best_old[pair.old] = max(best_old[pair.old], pair.alike)
        best_new[pair.new] = max(best_new[pair.new], pair.alike)
    return [pair for pair in pairs if pair.alike >= RIVALS * max(best_old[pair.old], best_new[pair.new])]


def heaviest_chain(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs in order on both sides whose weights come to the most; linear in the pairs but for a logarithm."""
    ordered = sorted(pairs, key=lambda pair: (pair.old, -pair.new))
    best: list[float] = []
    before: list[int] = []
    at_place: dict[tuple[int, int], int] = {}
    peaks = _Peaks()
    for at, pair in enumerate(ordered):
        value, previous = peaks.below(pair.new)
        beside = at_place.get((pair.old - 1, pair.new - 1), -1)
        if beside >= 0 and best[beside] + NEIGHBOURS > value:
            value, previous = best[beside] + NEIGHBOURS, beside
        best.append(value + pair.weight)
        before.append(previous)
        at_place[pair.old, pair.new] = at
        peaks.add(pair.new, best[at], at)
    return _traced(ordered, best, before)


class _Peaks:
    """The best value so far of each place at the new side; only those that no place before them beats."""

    def __init__(self) -> None:
        self._places: list[int] = []
        self._values: list[tuple[float, int]] = []

    def below(self, place: int) -> tuple[float, int]:
        """The best value of a place before this one, and which pair has it."""
        at = bisect_left(self._places, place)
        return self._values[at - 1] if at else (0.0, -1)

    def add(self, place: int, value: float, pair: int) -> None:
        """Takes a value into account, and forgets those that it beats."""
        at = bisect_left(self._places, place)
        if at and self._values[at - 1][0] >= value:
            return
        end = at
        while end < len(self._places) and self._values[end][0] <= value:
            end += 1
        self._places[at:end] = [place]
        self._values[at:end] = [(value, pair)]


def _traced(pairs: list[Pair], best: list[float], before: list[int]) -> list[Pair]:
    chain: list[Pair] = []
    at = max(range(len(best)), key=best.__getitem__, default=-1)
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _exact(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[Pair]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(new):
        places[unit.key].append(number)
    seen: Counter[str] = Counter()
    for number, unit in enumerate(old):
        count = seen[unit.key]
        seen[unit.key] += 1
        for other in places.get(unit.key, ())[max(0, count - REPEATED) : count + REPEATED + 1]:
            if (unit.cells is None) == (new[other].cells is None):
                yield _pair(old, new, number, other, 1.0)


def _pair(old: Sequence[Unit], new: Sequence[Unit], a: int, b: int, alike: float) -> Pair:
    """A pair; one of different kinds, a heading and a paragraph perhaps, counts a little less."""
    words = 1 + alike * min(len(old[a].words), len(new[b].words))
    return Pair(a, b, alike, words if old[a].form.kind == new[b].form.kind else 0.9 * words)


def _without_partner(units: Sequence[Unit], others: Sequence[Unit]) -> list[int]:
    """The units of which one side has more than the other."""
    more = Counter(unit.key for unit in units) - Counter(unit.key for unit in others)
    return [number for number, unit in enumerate(units) if unit.key in more]


def _features(units: Sequence[Unit], numbers: list[int]) -> dict[int, Features]:
    return {number: features_of(units[number].words) for number in numbers}
