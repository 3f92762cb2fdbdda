"""Every type of value as a triple: how it is shown, the pattern of what is shown, how that is read.

`read(show(v))` is the spelling of `v` in content, for every value of the type: `show` and `read` are inverse.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from generator.model.values import ORDINALS, PAGE, SEVERAL_PAGES, spell, spell_money

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH = "|".join(MONTHS)
_FREE = "[^\ue000-\ue1ff]+"


@dataclass(frozen=True, slots=True)
class ValueType:
    """A type of value in wording.

    `free` types take any words, so a reader finds their end by what follows: the first place where it can
    stand, or the last for a `greedy` type.
    """

    name: str
    show: Callable[[Any], str]
    pattern: str
    read: Callable[[str], str]
    free: bool = False
    greedy: bool = False

    @property
    def takes_any(self) -> bool:
        """Whether any words are a value of the type, as they are."""
        return self.pattern is _FREE and self.read is _read_free


def show_date(day: date) -> str:
    """`November 12, 2009`."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def read_date(text: str) -> str:
    """`2009-11-12` from `November 12, 2009`, in any case; ValueError for a day that no calendar has."""
    month, day, year = text.replace(",", " ").split()
    return date(int(year), MONTHS.index(month.capitalize()) + 1, int(day)).isoformat()


def show_month(month: str) -> str:
    """`September 2001` from `2001-09`."""
    year, number = month.split("-")
    return f"{MONTHS[int(number) - 1]} {int(year)}"


def read_month(text: str) -> str:
    """`2001-09` from `September 2001`."""
    month, year = text.split()
    return f"{int(year):04d}-{MONTHS.index(month) + 1:02d}"


def show_page(page: str) -> str:
    """`page 12` for `12`, `pages 12-14` for a run of pages, `pages 6 and 12` for several."""
    return f"pages {page}" if re.fullmatch(SEVERAL_PAGES, page) else f"page {page}"


def read_page(text: str) -> str:
    """`12-14` from `pages 12-14`."""
    return text.partition(" ")[2]


def show_moment(moment: str) -> str:
    """`May 4, 2019` from `2019-05-04`, `May 2019` from `2019-05`, `2019` as it is."""
    if len(moment) == 4:
        return moment
    return show_month(moment) if moment.count("-") == 1 else show_date(date.fromisoformat(moment))


def read_moment(text: str) -> str:
    """`2019-05-04` from `May 4, 2019`, `2019-05` from `May 2019`, `2019` as it is."""
    if text.isdecimal():
        return text
    return read_date(text) if "," in text else read_month(text)


def show_time(clock: str) -> str:
    """`4:00 p.m.` from `16:00`."""
    hour, minute = clock.split(":")
    half = "p.m." if int(hour) >= 12 else "a.m."
    return f"{int(hour) % 12 or 12}:{minute} {half}"


def read_time(text: str) -> str:
    """`16:00` from `4:00 p.m.`."""
    hour, minute, half = text.replace(":", " ").split()
    return f"{int(hour) % 12 + (12 if half == 'p.m.' else 0):02d}:{minute}"


def show_waived(value: Any) -> str:
    """A waiver in its row: `(0.35%)`; `None` as it is."""
    return f"({value}%)" if isinstance(value, Decimal) else str(value)


#: Letters after a name, such as CFA or Ph.D.; the short forms of titles are none.
_LETTERS = r"(?!(?:C[A-Z]{1,2}O|[AES]?VP|MD|PM)\b)[A-Z][\w.]*[A-Z.][\w.]*"


def show_ordinal(place: str) -> str:
    """`second` from `2`; `last`."""
    return place if place == "last" else ORDINALS[int(place) - 1]


def read_ordinal(text: str) -> str:
    """`2` from `second`; `last`."""
    return text if text == "last" else str(ORDINALS.index(text) + 1)


_AMOUNT = r"\$\d{1,3}(?:,\d{3})*(?:\.\d+)?(?: (?:million|billion|trillion))?"
#: A percentage in a fee table, and in a schedule or another sentence.
_PERCENT, _FINE_PERCENT = r"\d{1,3}\.\d{2,3}%", r"\d{1,3}\.\d{2,5}%"


def _read_free(text: str) -> str:
    return text


TYPES: dict[str, ValueType] = {
    kind.name: kind
    for kind in (
        ValueType("name", str, _FREE, _read_free, free=True),
        ValueType("text", str, _FREE, _read_free, free=True),
        ValueType("sentence", str, f"{_FREE}[.!?][\"\u201d\u2019')]?", _read_free, free=True),
        ValueType("capitals", lambda name: name.upper(), _FREE, _read_free, free=True),
        ValueType("person", str, "[^,\ue000-\ue1ff]+", _read_free, free=True),
        ValueType("credentials", str, rf"{_LETTERS}(?:, {_LETTERS})*", _read_free, free=True, greedy=True),
        ValueType("date", show_date, rf"(?:{_MONTH}) \d{{1,2}}, \d{{1,4}}", read_date),
        ValueType(
            "capital_date", lambda d: show_date(d).upper(), rf"(?:{_MONTH.upper()}) \d{{1,2}}, \d{{1,4}}", read_date
        ),
        ValueType("month", show_month, rf"(?:{_MONTH}) \d{{1,4}}", read_month),
        ValueType("moment", show_moment, rf"(?:(?:{_MONTH}) (?:\d{{1,2}}, )?)?[12]\d{{3}}", read_moment),
        ValueType("time", show_time, r"(?:1[0-2]|[1-9]):[0-5]\d [ap]\.m\.", read_time),
        ValueType("ordinal", show_ordinal, "|".join((*sorted(ORDINALS, key=len, reverse=True), "last")), read_ordinal),
        ValueType("page", show_page, rf"page {PAGE}(?![-\d])|pages {SEVERAL_PAGES}", read_page),
        ValueType("count", str, r"\d{1,4}", _read_free),
        ValueType("figure", spell, rf"{_FINE_PERCENT}|None|N/A|{_AMOUNT}", _read_free),
        ValueType("waived", show_waived, rf"\({_PERCENT}\)|None|N/A", lambda text: text.strip("()")),
        ValueType("rate", spell, _FINE_PERCENT, _read_free),
        ValueType("percent", spell, r"\d{1,3}(?:\.\d{1,4})?%", _read_free),
        ValueType("return", spell, r"-?\d{1,4}\.\d{2}%|N/A", _read_free),
        ValueType("money", spell_money, _AMOUNT, _read_free),
        ValueType("marks", str, r"(?:\*{1,5}|\([0-9]{1,2}\)|\([a-z]{1,2}\))*", _read_free),
        ValueType("marker", str, r"\*{1,5}|\([0-9]{1,2}\)|\([a-z]{1,2}\)", _read_free),
    )
}


@cache
def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def read_value(kind: ValueType, text: str) -> str | None:
    """The spelling of the value that some words show, or None where they show none of the type."""
    if not _whole(kind.pattern).fullmatch(text):
        return None
    try:
        return kind.read(text)
    except ValueError:
        return None
