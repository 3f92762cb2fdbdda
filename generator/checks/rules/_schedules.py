"""Schedules of fees as the rules look at them, with the rates before, from the kinds that have tiers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.checks.subject import Placed, Subject
from generator.model.kinds.fee_schedule import FeeSchedule
from generator.model.kinds.sub_advisory_fee import SubAdvisoryFee
from generator.model.schedule import Slice, slices_of
from generator.model.tiers import Method, Tier
from generator.patterns import late

_IN_PARTS = late(
    r"\b(?:fund|complex|group|asset)-level\b|\bgroup (?:fee|rate)\b|\bsum of\b|\b(?:two|both) (?:parts|components)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tiers:
    """Tiers in their place; `slices` are none where the tiers are no schedule."""

    path: str
    tiers: tuple[Tier, ...]
    slices: tuple[Slice, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """The rates of a fee of a fund, now and before; `day` is that on which they begin."""

    placed: Placed
    fund: str | None
    fee: str
    method: Method
    now: Tiers
    before: Tiers | None
    day: date | None

    @property
    def average_net_assets(self) -> Decimal | None:
        """The fund's average net assets, where they are stated."""
        assets: Decimal | None = getattr(self.placed.body, "average_net_assets", None)
        return assets

    @property
    def both(self) -> tuple[Tiers, ...]:
        """The tiers now, and those before where they are stated."""
        return (self.now, self.before) if self.before else (self.now,)


def schedules(subject: Subject) -> tuple[Schedule, ...]:
    """The schedules of a supplement in reading order."""
    return subject.once(_schedules)


def parts(schedule: Schedule, subject: Subject) -> tuple[Schedule, ...]:
    """The schedules of a fee that has several parts, as a fund-level and a complex-level one; else the one alone.

    Parts are stated in one change, for the same fund and day, and its words say that the fee is their sum.
    """
    number = schedule.placed.number
    same = [
        one
        for one in schedules(subject)
        if (one.placed.number, one.fund, one.fee, one.day) == (number, schedule.fund, schedule.fee, schedule.day)
    ]
    told = len(same) > 1 and any(
        words.path.startswith(f"changes[{number}].") and _IN_PARTS.search(words.text) for words in subject.words
    )
    return tuple(same) if told else (schedule,)


def _schedules(subject: Subject) -> tuple[Schedule, ...]:
    return tuple(_all(subject))


def _all(subject: Subject) -> Iterator[Schedule]:
    for placed in subject.blocks:
        fund, day, path = subject.house.fund_key_of(placed.change), subject.effective(placed.change), placed.path
        match placed.body:
            case FeeSchedule() as body:
                before = _tiers(f"{path}.previous.tiers", body.previous.tiers) if body.previous else None
                yield Schedule(placed, fund, body.fee, body.method, _tiers(f"{path}.tiers", body.tiers), before, day)
            case SubAdvisoryFee() as body if body.tiers:
                before = _tiers(f"{path}.previous", body.previous) if body.previous else None
                now, day = _tiers(f"{path}.tiers", body.tiers), body.starts or day
                yield Schedule(placed, fund, "sub_advisory", "marginal", now, before, day)


def _tiers(path: str, tiers: Sequence[Tier]) -> Tiers:
    return Tiers(path, tuple(tiers), slices_of(tiers))


def edges_of(subject: Subject, fund: str | None) -> set[Decimal]:
    """The amounts at which the fees of a fund change, and the widths of the slices between them."""
    own = (tiers for schedule in schedules(subject) if schedule.fund == fund for tiers in schedule.both)
    slices = [(one.above, one.up_to) for tiers in own for one in tiers.slices if one.up_to is not None]
    return {edge for above, up_to in slices for edge in (up_to, up_to - above)}


def levels(*groups: Sequence[Slice]) -> list[Decimal]:
    """The amounts at which any of some schedules changes, in order, and one well above the last."""
    ends = sorted({one.up_to for slices in groups for one in slices if one.up_to is not None})
    return [*ends, 10 * ends[-1] if ends else Decimal(10**9)]
