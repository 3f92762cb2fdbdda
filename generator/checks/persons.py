"""Names of people in running text: where they stand, and whether two may be those of one person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from generator.checks.likeness import misspelled
from generator.patterns import late

#: same: word for word. short: one leaves out or shortens what the other has. near: alike, but not the same.
Likeness = Literal["same", "short", "near", "other"]

HONORIFICS = {"Mr": "male", "Ms": "female", "Mrs": "female", "Miss": "female"}
_SUFFIX = late(r",?\s+(?:Jr\.?|Sr\.?|II|III|IV|Esq\.?|Ph\.?D\.?|CFA|CPA|CFP|CAIA|FRM|MBA|M\.?D\.?)$")
_PARTICLE = r"(?:(?:van|von|der|den|de|du|la|le|di|da|del|ter|ten)\s+)"
_FAMILY = rf"{_PARTICLE}*(?:[OD]['\u2019])?[A-Z]\w*[a-z](?:-[A-Z]\w+)*"
_FORENAMES = r"(?:[A-Z][a-z\u2019'-]*[a-z](?:-[A-Z][a-z]+)?\s+|[A-Z]\.\s*){0,3}"
_TITLED = late(rf"\b(Mr|Ms|Mrs|Miss|Dr)\b\.?\s+({_FORENAMES})({_FAMILY})")
_BEFORE = late(rf"(?:\b(Mr|Ms|Mrs|Miss|Dr)\b\.?\s+)?({_FORENAMES})$")

_NICKNAMES = tuple(
    frozenset(names.split())
    for names in (
        "steven stephen steve", "robert bob rob bobby", "william bill will billy", "richard rick dick rich",
        "james jim jimmy", "john jack johnny", "michael mike", "thomas tom", "charles charlie chuck",
        "christopher chris", "daniel dan danny", "david dave", "edward ed eddie ted", "elizabeth liz beth betsy",
        "gregory greg", "jeffrey jeff geoffrey geoff", "joseph joe", "kenneth ken", "lawrence larry laurence",
        "katherine kathryn catherine kate kathy cathy", "margaret peggy maggie", "matthew matt", "nicholas nick",
        "patricia pat patty", "peter pete", "philip phillip phil", "ronald ron", "samuel sam", "susan sue",
        "timothy tim", "andrew andy drew", "anthony tony", "benjamin ben", "deborah debra debbie", "donald don",
        "douglas doug", "frederick fred", "gerald jerry", "jonathan jon", "leonard len", "theodore ted",
        "alexander alex", "jennifer jen jenny", "pamela pam", "raymond ray", "stewart stuart", "zachary zach",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name: forenames and initials in order, and the family name with what belongs to it."""

    forenames: tuple[str, ...]
    family: str

    def likeness(self, other: PersonName) -> Likeness:
        """How alike two names of one family name are, by their forenames; `short` where one has none."""
        if self.family.casefold() != other.family.casefold():
            return "other"
        one, two = _plain(self.forenames), _plain(other.forenames)
        if one == two:
            return "same"
        if not (one and two) or any(_shortened(a, b) for a, b in ((one, two), (two, one))):
            return "short"
        return "near" if _alike(one, two) else "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: its honorific without the full stop, what it says, and its very words."""

    honorific: str
    name: PersonName
    words: str


@lru_cache(maxsize=256)
def person_name(text: str) -> PersonName:
    """A name's parts, without letters and `Jr.` after it."""
    while (bare := _SUFFIX.sub("", text)) != text:
        text = bare
    parts = text.replace(".", ". ").split()
    at = next((index for index, part in enumerate(parts[1:], 1) if part[:1].islower()), max(len(parts) - 1, 0))
    return PersonName(tuple(parts[:at]), " ".join(parts[at:]))


@lru_cache(maxsize=512)
def titled(text: str) -> tuple[Mention, ...]:
    """The names after `Mr.`, `Ms.` and the like in a text, in order."""
    if "Mr" not in text and "Ms" not in text and "Dr" not in text and "Miss" not in text:
        return ()
    return tuple(
        Mention(one[1], PersonName(tuple(one[2].replace(".", ". ").split()), one[3]), one[0])
        for one in _TITLED.finditer(text)
    )


def mentions(text: str, families: Iterable[str]) -> Iterator[Mention]:
    """The places of a text where one of some family names stands, with what stands before it of a name."""
    for family in families:
        at = text.find(family)
        while at >= 0:
            end = at + len(family)
            if not text[at - 1 : at].isalpha() and not text[end : end + 1].isalnum():
                before = _BEFORE.search(text, max(0, at - 60), at)
                honorific, forenames = (before[1], _core(before[2])) if before else (None, ())
                start = text.rindex(forenames[0], 0, at) if forenames else at
                yield Mention(honorific or "", PersonName(forenames, family), text[start:end])
            at = text.find(family, end)


def _core(forenames: str) -> tuple[str, ...]:
    """The last full forename with the initials after it; all where there is none.

    Why: a sentence may put another word with a capital in front, "Adviser Dana Lin".
    """
    parts = forenames.replace(".", ". ").split()
    full = [index for index, part in enumerate(parts) if not _is_initial(part)]
    return tuple(parts[full[-1] :] if full else parts)


def _plain(forenames: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.casefold() for name in forenames)


def _is_initial(name: str) -> bool:
    return len(name.rstrip(".")) == 1


def _shortened(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether every name of one is, in order, a name of the other or its initial, or has its initial there."""
    rest = iter(other)
    return all(any(_fits(name, there) for there in rest) for name in one)


def _fits(one: str, other: str) -> bool:
    if _is_initial(one) or _is_initial(other):
        return one[0] == other[0]
    return one == other


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the first full forenames are spellings of one name, or are one with different initials."""
    first, second = (next((name for name in names if not _is_initial(name)), names[0]) for names in (one, other))
    nicknames = any(first in names and second in names for names in _NICKNAMES)
    return first == second or nicknames or misspelled(first, second)
