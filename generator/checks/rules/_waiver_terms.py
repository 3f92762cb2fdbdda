"""The waivers that a supplement states as data: of which fund, how far, until when, by whom they may be ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.checks.subject import Subject
from generator.model.kinds.fee_table import FeeTable
from generator.model.kinds.waiver import Waiver
from generator.model.kinds.waiver_change import WaiverChange


@dataclass(frozen=True, slots=True)
class End:
    """The last day of a waiver, and what states it."""

    day: date
    path: str
    kind: str  # the kind of block: `waiver`, `waiver_change` or `fee_table`


def waiver_ends(subject: Subject, fund: str | None) -> tuple[End, ...]:
    """The last days of the contractual waivers of a fund, in reading order; none where no fund is meant."""
    return tuple(_ends(subject, fund)) if fund is not None else ()


def _ends(subject: Subject, fund: str) -> Iterator[End]:
    for placed in subject.blocks:
        if subject.house.fund_key_of(placed.change) != fund:
            continue
        match placed.body:
            case Waiver(agreement="contractual", ends=date() as day):
                yield End(day, f"{placed.path}.ends", placed.kind)
            case WaiverChange() as change if change.ends:
                yield End(change.ends.new, f"{placed.path}.ends.new", placed.kind)
            case FeeTable() as table:
                for key, note in table.notes.items():
                    if note.kind == "waiver" and note.ends:
                        yield End(note.ends, f"{placed.path}.notes.{key}.ends", placed.kind)
