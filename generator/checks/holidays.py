"""Days on which the New York Stock Exchange is closed: weekends, and its full-day holidays, computed by rule.

Source: NYSE Rule 7.2, as in force since 1998, with Juneteenth from 2022. Days of mourning and of emergencies follow no
rule and are not known here.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

#: The years from which Martin Luther King, Jr. Day and Juneteenth are holidays of the exchange.
FIRST_KING_DAY, FIRST_JUNETEENTH = 1998, 2022
_MONDAY, _THURSDAY, _SATURDAY, _SUNDAY = 0, 3, 5, 6
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday_of(day: date) -> str:
    """The day of the week: `Monday`."""
    return _WEEKDAYS[day.weekday()]


def closed_for(day: date) -> str | None:
    """Why the exchange is closed on a day: `a Saturday`, `Good Friday`; None where it is open."""
    if day.weekday() >= _SATURDAY:
        return f"a {weekday_of(day)}"
    return holidays_of(day.year).get(day)


@lru_cache(maxsize=64)
def holidays_of(year: int) -> dict[date, str]:
    """The holidays of a year that fall on a trading day, by the day on which they are kept.

    A holiday on a Sunday is kept on the Monday after, one on a Saturday on the Friday before; New Year's Day on a
    Saturday is not kept at all, for the Friday before ends a month and a year.
    """
    found = {
        _kept(date(year, 1, 1)): "New Year's Day",
        _nth(year, 2, _MONDAY, 3): "Washington's Birthday",
        easter_of(year) - timedelta(2): "Good Friday",
        _nth(year, 6, _MONDAY, 1) - timedelta(7): "Memorial Day",
        _kept(date(year, 7, 4)): "Independence Day",
        _nth(year, 9, _MONDAY, 1): "Labor Day",
        _nth(year, 11, _THURSDAY, 4): "Thanksgiving Day",
        _kept(date(year, 12, 25)): "Christmas Day",
    }
    if year >= FIRST_KING_DAY:
        found[_nth(year, 1, _MONDAY, 3)] = "Martin Luther King, Jr. Day"
    if year >= FIRST_JUNETEENTH:
        found[_kept(date(year, 6, 19))] = "Juneteenth"
    return {day: name for day, name in sorted(found.items()) if day.year == year and day.weekday() < _SATURDAY}


def easter_of(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the rule of 1876, also known as Butcher's)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - moon + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _kept(day: date) -> date:
    """The day on which a holiday of a fixed date is kept."""
    if day.weekday() == _SUNDAY:
        return day + timedelta(1)
    new_year = (day.month, day.day) == (1, 1)
    return day - timedelta(1) if day.weekday() == _SATURDAY and not new_year else day


def _nth(year: int, month: int, weekday: int, count: int) -> date:
    """The day of a month that is a weekday for the first, second … time."""
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (count - 1))
