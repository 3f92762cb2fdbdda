"""The days on which the exchange is closed, held against the calendars that it has published."""

from __future__ import annotations

from datetime import date

import pytest

from generator.checks.holidays import closed_for, easter_of, holidays_of, weekday_of

#: Month and day of every full-day holiday of a year, as published.
PUBLISHED = {
    1997: "0101 0217 0328 0526 0704 0901 1127 1225",
    2009: "0101 0119 0216 0410 0525 0703 0907 1126 1225",
    2010: "0101 0118 0215 0402 0531 0705 0906 1125 1224",
    2011: "0117 0221 0422 0530 0704 0905 1124 1226",
    2021: "0101 0118 0215 0402 0531 0705 0906 1125 1224",
    2022: "0117 0221 0415 0530 0620 0704 0905 1124 1226",
    2023: "0102 0116 0220 0407 0529 0619 0704 0904 1123 1225",
    2024: "0101 0115 0219 0329 0527 0619 0704 0902 1128 1225",
    2026: "0101 0119 0216 0403 0525 0619 0703 0907 1126 1225",
    2027: "0101 0118 0215 0326 0531 0618 0705 0906 1125 1224",
    2028: "0117 0221 0414 0529 0619 0704 0904 1123 1225",
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_the_holidays_are_those_that_were_published(year: int) -> None:
    assert " ".join(f"{day:%m%d}" for day in holidays_of(year)) == PUBLISHED[year]


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2026, 10, 31), "a Saturday"),
        (date(2026, 11, 1), "a Sunday"),
        (date(2026, 11, 26), "Thanksgiving Day"),
        (date(2026, 7, 3), "Independence Day"),
        (date(2021, 6, 18), None),
        (date(2021, 12, 31), None),
        (date(2026, 11, 27), None),
    ],
)
def test_a_closed_day_has_a_reason(day: date, reason: str | None) -> None:
    assert closed_for(day) == reason


@pytest.mark.parametrize("day", [date(1818, 3, 22), date(1943, 4, 25), date(2000, 4, 23), date(2038, 4, 25)])
def test_easter_is_when_it_was_or_will_be(day: date) -> None:
    assert easter_of(day.year) == day


def test_easter_is_a_sunday_in_spring() -> None:
    for year in range(1930, 2100):
        assert weekday_of(easter_of(year)) == "Sunday"
        assert date(year, 3, 22) <= easter_of(year) <= date(year, 4, 25)


def test_no_year_has_more_holidays_than_the_rule_names() -> None:
    for year in range(1930, 2100):
        days = list(holidays_of(year))
        assert len(days) in (7, 8, 9, 10)
        assert all(closed_for(day) for day in days)
