"""The waivers that a supplement states, as data or in a note: of which fund and classes, and until when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from generator.checks.rules._charges import Charges, NoteSeen
from generator.checks.rules._days import DAY, said_day
from generator.checks.rules._fee_tables import charges
from generator.checks.subject import Subject
from generator.model.by_class import WHOLE
from generator.model.kinds.waiver import Waiver
from generator.model.kinds.waiver_change import WaiverChange
from generator.patterns import late

#: Words that tell of a waiver or a limit, and of one by which nobody is bound.
WAIVES = late(r"\bwaiv|\breimburs|\bexpense (?:limit|cap)|\blimit (?:the |total )", re.IGNORECASE)
VOLUNTARY = late(
    r"\bvoluntar|\bof its own accord\b|\bnot (?:a )?contract|"
    r"\b(?:Adviser|Advisor|Manager|it) may (?:discontinue|stop|end|terminate|withdraw|revoke)\b[^.]{0,60}\bat any time",
    re.IGNORECASE,
)
CONTRACT = late(r"(?<!\bnot )(?<!\bnot a )\bcontract|\bagreement\b", re.IGNORECASE)
#: A day through which something lasts, or before which it may not be ended; other days are those of agreements.
_UNTIL = late(
    r"(?:\b(?:through|thru|until|till|to|than|(?:ends?|expires?|terminates?) on|date of)"
    r"|\b(?:terminat|end|discontinu|modif|chang|revis)\w*\b[^.;]{0,80}?\b(?:before|prior to))"
    rf"\s+(?:at least\s+|on\s+|the close of business on\s+)?{DAY}",
    re.IGNORECASE,
)
#: What states a last day: a block, the `ends:` of a note in a fee table, or a note's own words.
By: TypeAlias = Literal["waiver", "waiver_change", "fee_table", "words"]


@dataclass(frozen=True, slots=True)
class End:
    """The last day of a waiver, what states it, and the keys of the classes that it is of; none: of all."""

    day: date
    path: str
    by: By
    classes: frozenset[str] = frozenset()

    def of(self, key: str) -> bool:
        """Whether it is the waiver of a class, by its key."""
        return not self.classes or key in self.classes or WHOLE in (key, *self.classes)


def waiver_ends(subject: Subject, fund: str | None) -> tuple[End, ...]:
    """The last days of the contractual waivers of a fund; none where no fund is meant."""
    return (*_of_blocks(subject, fund), *_of_notes(subject, fund)) if fund is not None else ()


def last_end(subject: Subject, fund: str | None, key: str) -> End | None:
    """The last day of the waiver of a class that lasts longest."""
    return max((end for end in waiver_ends(subject, fund) if end.of(key)), key=lambda end: end.day, default=None)


def years_through(begins: date, last: date) -> Decimal:
    """The years from a day through another, a part of one by its days; zero where it is over before."""
    if last < begins:
        return Decimal(0)
    years = last.year - begins.year - ((last.month, last.day) < (begins.month, begins.day))
    day = 28 if (begins.month, begins.day) == (2, 29) else begins.day
    rest = (last - begins.replace(year=begins.year + years, day=day)).days + 1
    return (years + min(Decimal(rest) / 365, Decimal(1))).quantize(Decimal("0.0001"))


def netted(subject: Subject) -> Iterator[tuple[Charges, tuple[NoteSeen, ...]]]:
    """The fee tables that take a waiver off, each with the notes about it."""
    for one in charges(subject):
        line = one.line("waiver")
        if line and line.charged:
            marked = one.notes_of("waiver", "net")
            yield one, marked or tuple(note for note in one.notes if note.kind == "waiver" or WAIVES.search(note.text))


def days_until(text: str) -> list[date]:
    """The days through which something lasts, as words say it."""
    return [day for found in _UNTIL.finditer(text) if (day := said_day(found))]


def _of_blocks(subject: Subject, fund: str) -> Iterator[End]:
    for placed in subject.blocks:
        if subject.house.fund_key_of(placed.change) != fund:
            continue
        match placed.body:
            case Waiver(agreement="contractual", ends=date() as day) as waiver:
                yield End(day, f"{placed.path}.ends", "waiver", frozenset(waiver.limits))
            case WaiverChange() as change if change.ends:
                yield End(change.ends.new, f"{placed.path}.ends.new", "waiver_change", frozenset(change.limits))


def _of_notes(subject: Subject, fund: str) -> Iterator[End]:
    marked = {note.path for _, notes in netted(subject) for note in notes}
    for one in charges(subject):
        if one.fund != fund:
            continue
        cells = zip(one.columns, one.cells("waiver"), strict=False)
        classes = frozenset(key for key, cell in cells if cell.rate)
        for note in one.notes:
            binding = note.path in marked and (CONTRACT.search(note.text) or not VOLUNTARY.search(note.text))
            if note.ends:
                yield End(note.ends, f"{note.path}.ends", "fee_table", classes)
            elif binding and (days := days_until(note.text)):
                yield End(max(days), note.path, "words", classes)
