"""What was moved: units that are left on both sides and are the same, or nearly."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compare.redline.align import Pair
from generator.compare.redline.units import Unit

#: Units less alike than this were not moved but written anew.
LEAST_ALIKE = 0.7
#: Fewer words than this are moved only along with what stands beside them.
LEAST_WORDS = 4


def moved_pairs(old: Sequence[Unit], new: Sequence[Unit], pairs: Sequence[Pair], kept: Sequence[Pair]) -> list[Pair]:
    """The pairs, by the old side's order, that are no part of what was kept in place; each unit is in one at most."""
    left = {pair.old for pair in kept}, {pair.new for pair in kept}
    open_pairs = sorted((pair for pair in pairs if pair.alike >= LEAST_ALIKE), key=lambda pair: -pair.weight)
    found: dict[tuple[int, int], Pair] = {}
    small: dict[tuple[int, int], Pair] = {}
    for pair in open_pairs:
        if pair.old in left[0] or pair.new in left[1]:
            continue
        if min(len(old[pair.old].words), len(new[pair.new].words)) < LEAST_WORDS:
            small[pair.old, pair.new] = pair
        else:
            _take(pair, found, left)
    _take_along(found, small, left)
    return sorted(found.values())


class MoveNumbers:
    """Numbers of moves, from 1, in the order in which they are asked for; units that moved together have one."""

    def __init__(self, moved: Sequence[Pair]) -> None:
        self._groups: dict[Pair, int] = {}
        self._numbers: dict[int, int] = {}
        last = (-2, -2)
        for at, pair in enumerate(moved):
            beside = (pair.old - 1, pair.new - 1) == last
            self._groups[pair] = self._groups[moved[at - 1]] if beside else at
            last = pair.old, pair.new

    def of(self, pair: Pair | None) -> int:
        """The number of a move; 0 for no move."""
        return self._numbers.setdefault(self._groups[pair], len(self._numbers) + 1) if pair else 0


def _take(pair: Pair, found: dict[tuple[int, int], Pair], left: tuple[set[int], set[int]]) -> None:
    found[pair.old, pair.new] = pair
    left[0].add(pair.old)
    left[1].add(pair.new)


def _take_along(
    found: dict[tuple[int, int], Pair], small: dict[tuple[int, int], Pair], left: tuple[set[int], set[int]]
) -> None:
    """A heading goes with its paragraphs: small units beside what was moved, on both sides, were moved too."""
    waiting = list(found)
    while waiting:
        a, b = waiting.pop()
        for by in (-1, 1):
            beside = small.get((a + by, b + by))
            if beside and beside.old not in left[0] and beside.new not in left[1]:
                _take(beside, found, left)
                waiting.append((beside.old, beside.new))
