"""What the rules look at: a supplement with its registrant, flat, each part with its path."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from generator.checks.words import Words, words_of
from generator.model.content import Content, Kind
from generator.model.entities import Person, Registrant
from generator.model.supplement import Change, House, Supplement

K = TypeVar("K", bound=Kind)
M = TypeVar("M")


#: The kinds of prose that list something: what a paragraph with a colon at its end leads to.
LISTING = ("bullets", "numbered", "lettered", "roman", "lines", "table")


@dataclass(frozen=True, slots=True)
class Placed:
    """A block of content in its place: `path` leads to the block's body, such as `changes[0].content[1].fee_table`."""

    path: str
    kind: str
    body: Any  # the Kind of a typed block, else what PROSE says: text, texts, a Grid
    change: Change | None = None  # None in the opening and closing
    number: int | None = None  # of the change, from 0


@dataclass(frozen=True)
class Subject:
    """A supplement to be checked.

    `read` says that it was read from a document: what an author would have declared (identifiers, keys, house
    terms) is then not known, and much of it may be prose. The house may hold references to what nobody declared.
    """

    house: House
    read: bool = False

    @property
    def supplement(self) -> Supplement:
        """The supplement."""
        return self.house.supplement

    @property
    def registrant(self) -> Registrant:
        """The registrant."""
        return self.house.registrant

    @property
    def changes(self) -> Iterator[tuple[str, Change]]:
        """The changes with their paths."""
        return ((f"changes[{number}]", change) for number, change in enumerate(self.supplement.changes))

    @cached_property
    def blocks(self) -> tuple[Placed, ...]:
        """Every block of content in reading order."""
        placed = list(_placed(self.supplement.opening, "opening"))
        for number, change in enumerate(self.supplement.changes):
            placed += _placed(change.introduction, f"changes[{number}].introduction", change, number)
            placed += _placed(change.content, f"changes[{number}].content", change, number)
        return (*placed, *_placed(self.supplement.closing, "closing"))

    def typed(self, kind: type[K]) -> Iterator[tuple[Placed, K]]:
        """The blocks of a kind, each with its body typed."""
        return ((placed, placed.body) for placed in self.blocks if isinstance(placed.body, kind))

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """Every text that the supplement shows as its author typed it, in reading order; the registrant's last."""
        own = [one for one in words_of(self.supplement, "") if not one.path.startswith("registrant")]
        return (*own, *self._declared())

    @cached_property
    def prose(self) -> tuple[Words, ...]:
        """The words that are sentences: paragraphs, list items, notes, bios, reasons."""
        return tuple(one for one in self.words if one.role == "prose")

    def _declared(self) -> Iterator[Words]:
        """The names and bios of the registrant's that the supplement shows."""
        yield Words("registrant.name", self.registrant.name, "name")
        for key, fund in zip(self.house.fund_keys, self.house.funds, strict=True):
            yield Words(f"registrant.funds.{key}.name", fund.name, "name")
        for key, person in self.people.items():
            yield Words(f"registrant.people.{key}.name", person.name, "name")
            if person.bio:
                yield Words(f"registrant.people.{key}.bio", person.bio, "prose")

    @cached_property
    def people(self) -> dict[str, Person]:
        """The people whom the supplement refers to, by key, in the registrant's order."""
        keys = set(_texts(self.supplement.model_dump(exclude={"registrant"})))
        return {key: person for key, person in self.registrant.people.items() if key in keys}

    def once(self, make: Callable[[Subject], M]) -> M:
        """What a function makes of the supplement, made once: for what several rules look at."""
        if make not in self._made:
            self._made[make] = make(self)
        made: M = self._made[make]
        return made

    @cached_property
    def _made(self) -> dict[Callable[[Subject], Any], Any]:
        return {}

    def effective(self, change: Change | None) -> date | None:
        """The day on which a change takes effect: its own, the supplement's, the supplement's own date."""
        effective = (change and change.effective) or self.supplement.effective
        return (effective and effective.date) or self.supplement.date


def _placed(content: Content, path: str, change: Change | None = None, number: int | None = None) -> Iterator[Placed]:
    for index, block in enumerate(content):
        yield Placed(f"{path}[{index}].{block.kind}", block.kind, block.body, change, number)


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for key, one in value.items():
                yield from (key, *_texts(one))
        case list() | tuple():
            for one in value:
                yield from _texts(one)
