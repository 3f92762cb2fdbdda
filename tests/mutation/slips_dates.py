"""Slips in dates: impossible ones, those out of order, and years that are off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from generator.checks.rules._days import MONTHS
from tests.mutation.samples import Sample, Steps
from tests.mutation.slips import Edit, put

_OWN = r"^(?:date|filed|used_from)$"
_TARGETS = r"^targets\[\d+\]\.date$"
_EFFECTIVE = r"(?:^|\.)effective(?:\.date)?$"
_LAST_DAYS = {"02": "30", "04": "31", "06": "31", "09": "31", "11": "31"}


def _days(sample: Sample, pattern: str = "") -> Iterator[tuple[Steps, date]]:
    """The days at the paths that a pattern fits."""
    for steps, value in sample.at(pattern):
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            yield steps, date.fromisoformat(value)


def _moved(sample: Sample, pattern: str, days: int) -> Iterator[Edit]:
    """Each day at a path, earlier or later by some days."""
    yield from (put(steps, f"{day + timedelta(days)}") for steps, day in _days(sample, pattern))


def _own(sample: Sample) -> date:
    return date.fromisoformat(sample.data["date"])


def supplement_before_its_document(sample: Sample, random: Random) -> Iterator[Edit]:
    """The supplement's own date, and those of its filing, before those of the documents."""
    first = min(day for _, day in _days(sample, _TARGETS))
    day = f"{first - timedelta(random.randrange(1, 300))}"
    yield tuple((steps, day) for steps, _ in sample.at(_OWN))


def year_of_the_document(sample: Sample, random: Random) -> Iterator[Edit]:
    """A target document's date with the year after, or an earlier one."""
    for steps, day in _days(sample, _TARGETS):
        yield put(steps, f"{day.year + random.choice([1, 1, -2, -3, -10])}{day.isoformat()[4:]}")


def effective_months_before(sample: Sample, random: Random) -> Iterator[Edit]:
    """A change that takes effect months before the supplement; a new rule of law may have been in force before."""
    for edit in _moved(sample, _EFFECTIVE, -random.randrange(120, 300)):
        if "tax_update" not in edit[0][0]:
            yield edit


def waiver_ends_in_the_past(sample: Sample, random: Random) -> Iterator[Edit]:
    """A waiver whose last day has passed."""
    day = f"{_own(sample) - timedelta(random.randrange(1, 500))}"
    for steps, value in sample.at(r"\.(?:waiver|waiver_change|waiver_end|notes\.\w+)\.ends(?:\.new)?$"):
        if isinstance(value, str):
            yield put(steps, day)


def waiver_under_a_year(sample: Sample, random: Random) -> Iterator[Edit]:
    """A waiver that the fee table counts, over within a year of the prospectus."""
    first = min(day for _, day in _days(sample, _TARGETS))
    weeks = random.randrange(22, 50)
    for steps, value in sample.at(r"\.(?:fee_table\.notes\.\w+|waiver_change)\.ends(?:\.new)?$"):
        if isinstance(value, str):
            yield put(steps, f"{first + timedelta(weeks=weeks)}")


def impossible_day(sample: Sample, random: Random) -> Iterator[Edit]:
    """September 31, February 30, the thirteenth month."""
    for steps, day in _days(sample):
        month = f"{day:%m}"
        made = [f"{day:%Y-%m}-{_LAST_DAYS.get(month, '32')}", f"{day.year}-13-{day:%d}", f"{day.year}-00-{day:%d}"]
        yield put(steps, random.choice(made))


def two_digit_year(sample: Sample, random: Random) -> Iterator[Edit]:
    """26-09-15, or 9/15/26."""
    for steps, day in _days(sample):
        yield put(steps, random.choice([f"{day:%y-%m-%d}", f"{day.month}/{day.day}/{day:%y}"]))


def record_date_after_the_meeting(sample: Sample, random: Random) -> Iterator[Edit]:
    """The record date of a meeting after it."""
    for steps, day in _days(sample, r"\.meeting_date$"):
        yield put((*steps[:-1], "record_date"), f"{day + timedelta(random.randrange(1, 40))}")


def meeting_after_the_closing(sample: Sample, random: Random) -> Iterator[Edit]:
    """The meeting that decides on a merger after its closing."""
    for steps, day in _days(sample, r"\.reorganization\.closing\.date$"):
        yield put((*steps[:-2], "meeting_date"), f"{day + timedelta(random.randrange(1, 40))}")


def last_purchase_after_the_end(sample: Sample, random: Random) -> Iterator[Edit]:
    """Shares sold after the fund is gone."""
    for steps, day in _days(sample, r"\.(?:liquidation\.liquidation|reorganization\.closing)\.date$"):
        yield put((*steps[:-2], "last_purchase"), f"{day + timedelta(random.randrange(1, 40))}")


def approval_still_to_come(sample: Sample, random: Random) -> Iterator[Edit]:
    """An approval, told as done, after the supplement."""
    for steps, _ in _days(sample, r"\.(?:approval\.\w+|board_date)$"):
        yield put(steps, f"{_own(sample) + timedelta(random.randrange(1, 120))}")


def filed_long_before_its_date(sample: Sample, random: Random) -> Iterator[Edit]:
    """The day of filing weeks before the supplement's own date, or after its first use."""
    filed, used = ("filed",), ("used_from",)
    early = f"{_own(sample) - timedelta(random.randrange(7, 60))}"
    late = f"{_own(sample) + timedelta(random.randrange(1, 30))}"
    yield random.choice([put(filed, early), put(filed, late), put(used, early)])


def earlier_supplements_out_of_order(sample: Sample, random: Random) -> Iterator[Edit]:
    """Earlier supplements of a document in disorder, or one that is superseded and was never made."""
    for steps, days in sample.at(r"^targets\[\d+\]\.supplements$"):
        moved = f"{date.fromisoformat(days[-1]) - timedelta(random.randrange(1, 20))}"
        later = f"{_own(sample) + timedelta(random.randrange(0, 20))}"
        yield from (put(steps, made) for made in ([*days[:-1], moved], [*days, later], [*days, days[0]]))
        yield put(("supersedes",), moved)


def year_in_words(sample: Sample, random: Random) -> Iterator[Edit]:
    """A year in a biography moved by decades, or typed with one digit too many."""
    shown = {value for _, value in sample.at(r"\.people\[\d\]$|\.person$") if isinstance(value, str)}
    for steps, text in sample.at(r"^registrant\.people\.\w+\.bio$"):
        if steps[2] not in shown:
            continue
        for found in re.finditer(r"\b(?:19|20)\d\d\b", text):
            year = random.choice([f"{int(found[0]) + 30}", f"{int(found[0]) + 100}", f"{found[0]}1"])
            yield put(steps, text[: found.start()] + year + text[found.end() :])


def day_in_words(sample: Sample, random: Random) -> Iterator[Edit]:
    """A day in a sentence that no calendar has."""
    for steps, text in sample.at(""):
        for found in re.finditer(rf"\b({'|'.join(MONTHS)}) (\d\d?),", text) if isinstance(text, str) else ():
            month = f"{MONTHS.index(found[1]) + 1:02}"
            day = random.choice([_LAST_DAYS.get(month, "32"), "32", "33", "41", "00"])
            yield put(steps, f"{text[: found.start()]}{found[1]} {day},{text[found.end() :]}")


def year_of_any_date(sample: Sample, random: Random) -> Iterator[Edit]:
    """Last year's or next year's figure in any date; in January everybody types it."""
    for steps, day in _days(sample):
        yield put(steps, f"{day.year + random.choice([-1, 1])}{day.isoformat()[4:]}")


def another_plausible_day(sample: Sample, random: Random) -> Iterator[Edit]:
    """A day of a change or an approval moved within its month."""
    for steps, day in _days(sample, rf"{_EFFECTIVE}|\.(?:approval\.\w+|board_date|starts|closing\.date)$"):
        made = day.replace(day=random.randrange(1, 28))
        if made != day:
            yield put(steps, made.isoformat())
