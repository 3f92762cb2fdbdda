"""Who serves which funds since when, and who leaves them, as content states it: what several rules compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.checks.career import Moment, moment_of
from generator.checks.persons import person_name
from generator.checks.subject import Placed, Subject
from generator.model.funds import fund_keys
from generator.model.kinds.manager_change import ManagerChange
from generator.model.kinds.people import People
from generator.model.service import Serving


@dataclass(frozen=True, slots=True)
class Served:
    """Somebody who serves: where it is stated, of which funds, from when.

    `part` is `persons` of a list, `added` or `continuing` of a change; `starts` the day from which who is added serves.
    """

    path: str
    one: Serving
    part: str
    funds: frozenset[str]
    placed: Placed
    starts: date | None

    @property
    def since(self) -> Moment | None:
        """Since when, as it is stated; for who joins, when the change takes effect."""
        if self.one.since:
            return moment_of(self.one.since)
        return Moment(self.starts.year, self.starts.month) if self.part == "added" and self.starts else None


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody who no longer serves some funds."""

    path: str
    person: str
    funds: frozenset[str]
    placed: Placed


def served(subject: Subject) -> tuple[Served, ...]:
    """Everybody who is listed, joins or stays, in reading order."""
    return subject.once(_all_served)


def _all_served(subject: Subject) -> tuple[Served, ...]:
    return tuple(_each_served(subject))


def _each_served(subject: Subject) -> Iterator[Served]:
    for placed in subject.blocks:
        body, starts = placed.body, subject.effective(placed.change)
        parts: tuple[str, ...] = ()
        funds: frozenset[str] = frozenset()
        if isinstance(body, People):
            parts, funds = ("persons",), frozenset(fund_keys((), subject.house, placed.change))
        elif isinstance(body, ManagerChange):
            parts, funds = ("added", "continuing"), _funds(body, placed, subject)
            starts = (body.effective and body.effective.date) or starts
        for part in parts:
            for at, one in enumerate(getattr(body, part)):
                yield Served(f"{placed.path}.{part}[{at}]", one, part, funds, placed, starts)


def left(subject: Subject) -> Iterator[Left]:
    """Everybody who leaves, in reading order."""
    for placed, change in subject.typed(ManagerChange):
        funds = _funds(change, placed, subject)
        for at, one in enumerate(change.removed):
            yield Left(f"{placed.path}.removed[{at}]", one.person, funds, placed)


def name_of(key: str, subject: Subject) -> str:
    """The name of a person; the key of one whom nobody declared."""
    person = subject.registrant.people.get(key)
    return person.name if person else key


def family_of(key: str, subject: Subject) -> str:
    """The family name of a person."""
    return person_name(name_of(key, subject)).family


def is_own(words: str, subject: Subject) -> bool:
    """Whether some words speak of the supplement's funds: by name, or as the house calls them."""
    terms = {"Fund", "Portfolio", subject.registrant.terms.fund}
    return any(f"{the} {term}" in words for the in ("the", "each") for term in terms) or any(
        fund.name in words for fund in subject.house.funds
    )


def _funds(change: ManagerChange, placed: Placed, subject: Subject) -> frozenset[str]:
    return frozenset(fund_keys(change.funds, subject.house, placed.change))
