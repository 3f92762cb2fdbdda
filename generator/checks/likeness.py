"""How alike two words are."""

from __future__ import annotations


def slips(one: str, other: str, most: int) -> int:
    """How many slips of typing lie between two words: a letter left out, put in, changed, or two swapped.

    More than `most` count as `most` + 1.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, above, row = row, before, [at]
        for to, letter_there in enumerate(other, 1):
            cost = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != letter_there))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == letter_there:
                cost = min(cost, above[to - 2] + 1)
            row.append(cost)
    return min(row[-1], most + 1)


def misspelled(one: str, other: str) -> bool:
    """Whether two words, without regard to case, are likely one that was mistyped: alike, and not very short."""
    one, other = one.casefold(), other.casefold()
    shorter = min(len(one), len(other))
    most = 2 if shorter >= 6 else 1 if shorter >= 4 else 0
    return one != other and one[:1] == other[:1] and slips(one, other, most) <= most
