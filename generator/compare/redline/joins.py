"""Paragraphs that were split in two or made one: they are compared together, the mark of a paragraph's end a word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from generator.compare.redline.align import Pair, heaviest_chain
from generator.compare.redline.changes import PARAGRAPH_END, Words
from generator.compare.redline.likeness import features_of
from generator.compare.redline.units import Unit

#: This share of a paragraph's words must be found in what its neighbour became.
LEAST_FOUND = 0.6
LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Stretch:
    """Units in a row on the old side that answer to units in a row on the new side; one each, as a rule."""

    old: range
    new: range


Free = tuple[set[int], set[int]]


def stretches(old: Sequence[Unit], new: Sequence[Unit], kept: Sequence[Pair], free: Free) -> list[Stretch]:
    """What was kept in place, in order, with the neighbours that were split off or joined.

    `free` has the units of either side that are in no pair; those that are joined are taken out of it.
    """
    found = []
    for pair in kept:
        ours, theirs = range(pair.old, pair.old + 1), range(pair.new, pair.new + 1)
        if pair.alike < 1 and old[pair.old].cells is None:
            ours = _grown(old, ours, new[pair.new], free[0])
            theirs = _grown(new, theirs, old[pair.old], free[1]) if len(ours) == 1 else theirs
        found.append(Stretch(ours, theirs))
    return found


def filled(found: Sequence[Stretch], pairs: Sequence[Pair], free: Free) -> list[Stretch]:
    """The stretches, and between them the pairs of free units that are in order with them and keep the most words."""
    starts = [stretch.old.start for stretch in found], [stretch.new.start for stretch in found]
    between = [
        pair
        for pair in pairs
        if pair.old in free[0]
        and pair.new in free[1]
        and bisect_left(starts[0], pair.old) == bisect_left(starts[1], pair.new)
    ]
    more = [Stretch(range(p.old, p.old + 1), range(p.new, p.new + 1)) for p in heaviest_chain(between)]
    return sorted([*found, *more], key=lambda stretch: stretch.old.start)


def joined_words(units: Sequence[Unit]) -> Words:
    """The words of units in a row, with the end of each paragraph but the last as a word between, then a blank.

    The label of the first is not among them; that of an item that follows stands behind the end before it.
    """
    words = list(units[0].words)
    for unit in units[1:]:
        end = PARAGRAPH_END._replace(text=f"{PARAGRAPH_END.text} {unit.form.label}".rstrip())
        words += [end, *(word._replace(before=" ") for word in unit.words[:1]), *unit.words[1:]]
    return tuple(words)


def _grown(units: Sequence[Unit], grown: range, other: Unit, free: set[int]) -> range:
    """The range with the free neighbours whose words are in the other side's unit, and not only in the range's own."""
    if free.isdisjoint((grown.start - 1, grown.stop)):
        return grown
    theirs = features_of(other.words)
    own = features_of(units[grown[0]].words)
    first, end = grown.start, grown.stop
    while _belongs(units, end, free, theirs, own):
        free.discard(end)
        end += 1
    while _belongs(units, first - 1, free, theirs, own):
        first -= 1
        free.discard(first)
    return range(first, end)


def _belongs(
    units: Sequence[Unit], at: int, free: set[int], theirs: frozenset[tuple[str, str]], own: frozenset[tuple[str, str]]
) -> bool:
    if at not in free or units[at].cells is not None or len(units[at].words) < LEAST_WORDS:
        return False
    features = features_of(units[at].words)
    return len((features & theirs) - own) >= LEAST_FOUND * len(features)
