"""Words against words: what stayed, what went and what came, as few words as can be and never torn to shreds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.compare.redline.changes import Piece, Pieces, Word, Words

#: A run of words between two changes counts as kept where either change is less than so many times its length.
COINCIDENCE = 4
#: Where less than this share of the shorter side is kept, all is shown as replaced.
LEAST_KEPT = 0.2
_ENDS = frozenset(".;:!?")


class Kept(NamedTuple):
    """A run of words on both sides: where it starts on each, and how many words it has."""

    old: int
    new: int
    length: int


def compare_words(old: Words, new: Words) -> Pieces:
    """The pieces in which two runs of words agree and differ.

    Their old words in a row are `old`, their new words `new`; the same words of a `same` piece have equal keys.
    """
    if not old and not new:
        return ()
    if old == new:
        return (Piece("same", old, new),)
    kept = _kept([word.key for word in old], [word.key for word in new])
    kept = _without_coincidences(kept, old, new)
    return tuple(_merged(_pieces(_aligned(kept, old, new), old, new)))


def removed(words: Words) -> Pieces:
    """The pieces of words that went."""
    return (Piece("deleted", words, ()),) if words else ()


def added(words: Words) -> Pieces:
    """The pieces of words that came."""
    return (Piece("inserted", (), words),) if words else ()


def _kept(old: list[str], new: list[str]) -> list[Kept]:
    """The runs that two sequences have in common, in order, the last an empty one at both ends."""
    most = min(len(old), len(new))
    first = next((at for at in range(most) if old[at] != new[at]), most)
    most -= first
    last = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    middle = SequenceMatcher(None, old[first : len(old) - last], new[first : len(new) - last], autojunk=False)
    runs = [Kept(0, 0, first)]
    runs += [Kept(a + first, b + first, size) for a, b, size in middle.get_matching_blocks()]
    runs.append(Kept(len(old) - last, len(new) - last, last))
    runs = _joined([run for run in runs if run.length])
    return [*runs, Kept(len(old), len(new), 0)]


def _joined(runs: list[Kept]) -> list[Kept]:
    joined: list[Kept] = []
    for run in runs:
        if joined and _follows(joined[-1], run):
            joined[-1] = joined[-1]._replace(length=joined[-1].length + run.length)
        else:
            joined.append(run)
    return joined


def _follows(one: Kept, other: Kept) -> bool:
    return one.old + one.length == other.old and one.new + one.length == other.new


def _without_coincidences(kept: list[Kept], old: Words, new: Words) -> list[Kept]:
    """The runs that are long enough beside the changes around them, none where they are hardly anything."""
    lengths = _offsets(old), _offsets(new)

    def gap(one: Kept, other: Kept) -> int:
        starts = one.old + one.length, one.new + one.length
        return max(lengths[0][other.old] - lengths[0][starts[0]], lengths[1][other.new] - lengths[1][starts[1]])

    stack = [Kept(0, 0, 0)]
    for run in kept:
        while len(stack) > 1:
            size = lengths[0][stack[-1].old + stack[-1].length] - lengths[0][stack[-1].old]
            if size * COINCIDENCE >= min(gap(stack[-2], stack[-1]), gap(stack[-1], run)):
                break
            stack.pop()
        stack.append(run)
    runs = [run for run in stack if run.length]
    share = sum(lengths[0][run.old + run.length] - lengths[0][run.old] for run in runs)
    if share < LEAST_KEPT * min(lengths[0][-1], lengths[1][-1]):
        runs = []
    return [*runs, kept[-1]]


def _offsets(words: Words) -> list[int]:
    """How many characters stand before each word, signs not counted, and all of them."""
    offsets = [0]
    for word in words:
        offsets.append(offsets[-1] + sum(map(str.isalnum, word.text)))
    return offsets


def _aligned(kept: list[Kept], old: Words, new: Words) -> list[Kept]:
    """The same runs, their borders moved where an insertion or deletion could as well begin with a sentence.

    Why: in `A. B. C.` against `A. C.`, what went is `B.`, not `. B`.
    """
    runs = [Kept(0, 0, 0), *kept] if kept[0].old or kept[0].new else list(kept)
    for at in range(1, len(runs)):
        before, after = runs[at - 1], runs[at]
        gone, came = after.old - before.old - before.length, after.new - before.new - before.length
        if bool(gone) == bool(came):
            continue
        words, start = (old, before.old + before.length) if gone else (new, before.new + before.length)
        by = _best_shift(words, start, gone + came, before.length, after.length)
        runs[at - 1] = before._replace(length=before.length + by)
        runs[at] = Kept(after.old + by, after.new + by, after.length - by)
    return [run for run in runs[:-1] if run.length] + runs[-1:]


def _best_shift(words: Words, start: int, length: int, back: int, forth: int) -> int:
    """By how many words a change of some words moves best: to the beginning of a sentence, else not at all."""
    least, most = 0, 0
    while -least < back and words[start + least - 1].key == words[start + least + length - 1].key:
        least -= 1
    while most < forth and words[start + most].key == words[start + most + length].key:
        most += 1
    return max(range(least, most + 1), key=lambda by: (_border(words, start + by, length), -abs(by)))


def _border(words: Words, start: int, length: int) -> int:
    """How well a change fits its place: whole sentences best, words between signs better than others."""
    if not start or words[start - 1].key in _ENDS:
        return 3 if words[start + length - 1].key in _ENDS else 2
    return 1 if words[start].before and words[start].text[0].isalnum() else 0


def _pieces(kept: list[Kept], old: Words, new: Words) -> Iterator[Piece]:
    gone: list[Word] = []
    came: list[Word] = []
    a = b = 0
    for run in kept:
        gone += old[a : run.old]
        came += new[b : run.new]
        a, b = run.old + run.length, run.new + run.length
        same_old: list[Word] = []
        same_new: list[Word] = []
        for one, other in zip(old[run.old : a], new[run.new : b], strict=True):
            if bool(one.before) != bool(other.before):
                if same_old:
                    yield from _flushed(gone, came, same_old, same_new)
                (gone if one.before else came).append(_blank(one.before or other.before))
                one, other = one._replace(before=""), other._replace(before="")
            same_old.append(one)
            same_new.append(other)
        yield from _flushed(gone, came, same_old, same_new)


def _flushed(gone: list[Word], came: list[Word], old: list[Word], new: list[Word]) -> Iterator[Piece]:
    """A change and the run after it; the blank before words that replace others stands outside of both."""
    if gone and came and gone[0].before and came[0].before:
        yield Piece("same", (_blank(gone[0].before),), (_blank(came[0].before),))
        gone[0], came[0] = gone[0]._replace(before=""), came[0]._replace(before="")
    yield from removed(tuple(gone))
    yield from added(tuple(came))
    if old:
        yield Piece("same", tuple(old), tuple(new))
    for words in (gone, came, old, new):
        words.clear()


def _merged(pieces: Iterable[Piece]) -> list[Piece]:
    """The same pieces, no two neighbours of one kind."""
    merged: list[Piece] = []
    for piece in pieces:
        if merged and merged[-1].kind == piece.kind:
            merged[-1] = Piece(piece.kind, merged[-1].old + piece.old, merged[-1].new + piece.new)
        else:
            merged.append(piece)
    return merged


def _blank(before: str) -> Word:
    return Word(before, "", "")
