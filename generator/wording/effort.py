"""How much work a reading backwards may be: counted, not timed, so that a file reads the same on every machine.

Why: a slot of any words can end at each word, and slots after one another multiply. Words that were made to be read
in a great many ways would take for ever; they stay prose, as other words do that no template says.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from threading import local

#: The most that one part of a document may take, in all the ways in which it is read. A filing's has taken 37,000.
MOST_OF_A_PART = 500_000
#: The most that all parts may take together, and for each character more. A filing of 730 KB has taken 160,000.
MOST_OF_ALL, MORE_FOR_EACH = 1_000_000, 3
#: So many characters of a value cost as much as one more place where it can end.
LONG = 256
#: What it costs to say again what was read.
SAYING = 500


class TooMuchWork(Exception):
    """A reading has taken all the work that it may."""


class _Taken(local):
    """What this thread has taken for the part that is being read, and for the document; of none, nothing counts."""

    at = -1
    part = all = 0
    most: float = inf
    most_of_a_part: float = inf
    too_much = False


_taken = _Taken()


@contextmanager
def of_a_document(length: int) -> Iterator[None]:
    """The readings of one document of so many characters, which share what all of it may take."""
    limits = {"most": MOST_OF_ALL + MORE_FOR_EACH * length, "most_of_a_part": MOST_OF_A_PART}
    _taken.__dict__.clear()
    _taken.__dict__.update(limits)
    try:
        yield
    finally:
        told = _taken.too_much
        _taken.__dict__.clear()
        _taken.too_much = told


def was_too_much() -> bool:
    """Whether the last document that this thread has read would have taken more work than it may."""
    return _taken.too_much


def at_part(at: int) -> None:
    """The readings from here on are of the part of the document that begins at a block."""
    if at != _taken.at:
        _taken.at, _taken.part = at, 0


def spend(work: int) -> None:
    """Counts some work; TooMuchWork where more than may be was taken."""
    _taken.part += work
    _taken.all += work
    if _taken.part > _taken.most_of_a_part or _taken.all > _taken.most:
        _taken.too_much = True
        raise TooMuchWork
