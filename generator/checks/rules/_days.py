"""The days that content states: as data, each with what it is and when its words say that it is, and in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias

from generator.checks.subject import Placed, Subject
from generator.model.approval import Approval
from generator.model.content import Kind
from generator.model.kinds.class_conversion import ClassConversion
from generator.model.kinds.class_launch import ClassLaunch
from generator.model.kinds.distribution_fee_change import DistributionFeeChange
from generator.model.kinds.distributions import Distributions
from generator.model.kinds.fee_schedule import FeeSchedule
from generator.model.kinds.fund_closing import FundClosing
from generator.model.kinds.fund_reopening import FundReopening
from generator.model.kinds.liquidation import Liquidation
from generator.model.kinds.reorganization import Reorganization
from generator.model.kinds.strategy import Strategy
from generator.model.kinds.sub_advisory_fee import SubAdvisoryFee
from generator.model.kinds.tax_update import TaxUpdate
from generator.model.kinds.waiver_change import WaiverChange
from generator.model.kinds.waiver_end import WaiverEnd

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
#: A day or a month in words: `November 15, 2001`, `September 2001`.
DAY = rf"(?P<month>{'|'.join(MONTHS)})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)"
MONTH = rf"(?P<month>{'|'.join(MONTHS)})(?:\s+(?P<day>\d{{1,2}}),?|\s+of)?\s+(?P<year>\d{{4}})(?!\d)"

#: done: the words say that it has been. coming: that it will be. start: from when something holds. open: neither.
Sort: TypeAlias = Literal["done", "coming", "start", "open"]


@dataclass(frozen=True, slots=True)
class Stated:
    """A day that typed content states, with what it is (`the liquidation`)."""

    path: str
    name: str
    day: date
    sort: Sort
    placed: Placed


#: The days of each kind: field, what it is, and its sort. A field may hold a day or a qualified one.
_FIELDS: dict[type[Kind], tuple[tuple[str, str, Sort], ...]] = {
    Reorganization: (
        ("board_date", "the board's approval", "done"),
        ("record_date", "the record date", "open"),
        ("meeting_date", "the meeting", "coming"),
        ("last_purchase", "the last purchase", "open"),
        ("closing", "the closing", "coming"),
    ),
    Liquidation: (
        ("board_date", "the board's approval", "done"),
        ("last_purchase", "the last purchase", "open"),
        ("cash_from", "the turn to cash", "coming"),
        ("liquidation", "the liquidation", "coming"),
    ),
    ClassConversion: (
        ("last_purchase", "the last purchase", "open"),
        ("date", "the conversion", "coming"),
        ("starts", "the new period", "start"),
    ),
    FundClosing: (("starts", "the closing to investors", "start"),),
    FundReopening: (("closed_since", "the closing until now", "done"), ("starts", "the reopening", "start")),
    ClassLaunch: (("starts", "the launch", "start"),),
    Distributions: (("starts", "the new frequency", "start"),),
    DistributionFeeChange: (("starts", "the new fee", "start"),),
    SubAdvisoryFee: (("starts", "the new fee", "start"),),
    WaiverChange: (("starts", "the new limit", "start"),),
    WaiverEnd: (("ends", "the end of the waiver", "coming"),),
    FeeSchedule: (("approval", "the approval", "done"),),
    TaxUpdate: (("effective", "the new rule", "open"),),
    Strategy: (("notice_sent", "the notice to shareholders", "done"),),
}
_APPROVAL: tuple[tuple[str, str, Sort], ...] = (
    ("board", "the Board's approval", "done"),
    ("shareholders", "the shareholders' approval", "done"),
    ("meeting", "the meeting", "coming"),
)


def stated_days(subject: Subject) -> Iterator[Stated]:
    """The days of the typed content, in reading order, with those of its approvals."""
    for placed in subject.blocks:
        if not isinstance(placed.body, Kind):
            continue
        for name, what, sort in _FIELDS.get(type(placed.body), (("effective", "the change", "start"),)):
            if day := day_of(getattr(placed.body, name, None)):
                yield Stated(f"{placed.path}.{name}", what, day, sort, placed)
        if isinstance(approval := getattr(placed.body, "approval", None), Approval):
            for name, what, sort in _APPROVAL:
                if day := getattr(approval, name):
                    yield Stated(f"{placed.path}.approval.{name}", what, day, sort, placed)


def day_of(value: Any) -> date | None:
    """The day of a day, a qualified one, or nothing."""
    return value if isinstance(value, date) else getattr(value, "date", None)


def said_day(match: re.Match[str]) -> date | None:
    """The day that matched words say, the last of a month that they name alone; None for one that is in no calendar."""
    year, month = int(match["year"]), MONTHS.index(match["month"].capitalize()) + 1
    try:
        if match["day"] is None:
            return date(year + month // 12, month % 12 + 1, 1) - date.resolution
        return date(year, month, int(match["day"]))
    except ValueError:
        return None


def in_words(day: date) -> str:
    """A day as sentences say it: `November 15, 2001`."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
