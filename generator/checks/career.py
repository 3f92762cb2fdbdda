"""What a biography says of years: since when somebody is with a firm, in the industry, in charge of a fund."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.patterns import late

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MONTH = "|".join(MONTHS)
_WHEN = rf"(?:(?:late|early|mid)[\s-]\s*)?(?:(?P<month>{_MONTH})\s+(?:\d{{1,2}},\s*)?)?(?P<year>(?:19|20)\d\d)\b"
_END = _WHEN.replace("month>", "to_month>").replace("year>", "to_year>")
#: The firm for which somebody works now, where it is not named.
_THE_FIRM = r"the\s+(?:[Ss]ub-?)?(?:[Aa]dvis[eo]r|[Ff]irm|[Mm]anager|[Cc]ompany|[Ii]nvestment\s+[Mm]anager)"
_A_FIRM = rf"(?:{_THE_FIRM}|[A-Z][\w.&'\u2019-]*(?:,?\s+[A-Z&][\w.&'\u2019-]*)*)"
_INDUSTRY = (
    r"(?:investments?|securities|financial(?:\s+services)?|asset\s+management|money\s+management|fund)"
    r"\s+(?:management\s+)?(?:business|industry|profession|career)"
)
#: Words of one sentence: the full stops of `Mr.` and of initials do not end it.
_SO_FAR = r"(?:[^.;]|(?<=[A-Z])\.|(?<=Mr)\.|(?<=Ms)\.|(?<=rs)\.|(?<=Dr)\.|(?<=Inc)\.)"
_FIRM_SINCE = late(
    rf"\b(?:been|worked|works|working|employed|served)\b{_SO_FAR}{{0,40}}?\b(?:with|for|at|by)\s+{_A_FIRM}"
    rf"{_SO_FAR}{{0,50}}?\bsince\s+{_WHEN}"
)
_FIRM_JOINED = late(rf"\b(?:[Jj]oined|[Rr]ejoined|[Rr]eturned to)\s+{_THE_FIRM}\b{_SO_FAR}{{0,30}}?\bin\s+{_WHEN}")
_IN_INDUSTRY = late(
    rf"\b(?:joined|joining|entered|entering|began|beginning|started|starting)\b{_SO_FAR}{{0,40}}?\b{_INDUSTRY}\b{_SO_FAR}{{0,20}}?"
    rf"\bin\s+{_WHEN}"
)
_INDUSTRY_SINCE = late(rf"\b(?:in|of)\s+the\s+{_INDUSTRY}\s+since\s+{_WHEN}")
_CLOSED = late(rf"\b(?:from|between)\s+{_WHEN}\s+(?:to|until|till|through|and)\s+{_END}")
_DASHED = late(r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)\s?(?:-|\u2013|\u2014|--)\s?(?P<to_year>(?:19|20)\d\d)(?![\d/-])")
_YEAR = late(r"\b(?:19|20)\d\d\b")
_OPEN = late(rf"\b(?:since|[Ff]rom|in|[Aa]s of)\s+{_WHEN}")
_FUND = r"\b(?:Fund|Portfolio|Series|Trust)s?\b"
_DOES = r"\b(?:(?:co-)?manag(?:ed|ing|er|es)|responsible|management)\b"
_BEGINS = r"\b(?:[Jj]oin(?:ed|s)|became|becomes|named|appointed|began|begins)\b"
_SINCE = rf"\bsince\s+(?:[a-z ]{{0,20}}\bin\s+)?{_WHEN}"
_MANAGING = (
    late(rf"{_DOES}{_SO_FAR}{{0,60}}?{_FUND}{_SO_FAR}{{0,40}}?{_SINCE}"),
    late(rf"\b[Ss]ince\s+{_WHEN}{_SO_FAR}{{0,80}}?{_DOES}{_SO_FAR}{{0,60}}?{_FUND}"),
    late(rf"{_BEGINS}{_SO_FAR}{{0,60}}?{_DOES}{_SO_FAR}{{0,60}}?{_FUND}{_SO_FAR}{{0,40}}?\bin\s+{_WHEN}"),
)


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A year, or a month of it; the month is 0 where it is not told."""

    year: int
    month: int = 0

    def before(self, other: Moment) -> bool:
        """Whether it is certainly earlier: by what both tell."""
        together = self.month and other.month
        return self.year < other.year or bool(self.year == other.year and together and self.month < other.month)

    def differs(self, other: Moment) -> bool:
        """Whether the two cannot be the same time."""
        return self.before(other) or other.before(self)

    def __str__(self) -> str:
        return f"{MONTHS[self.month - 1]} {self.year}" if self.month else str(self.year)


@dataclass(frozen=True, slots=True)
class Told:
    """A moment, or a period with its end, with the words that tell it."""

    start: Moment
    words: str
    end: Moment | None = None


def moment_of(text: str) -> Moment:
    """The moment that content writes `2019`, `2019-05` or `2019-05-04`."""
    year, _, rest = text.partition("-")
    return Moment(int(year), int(rest[:2] or 0))


@lru_cache(maxsize=256)
def with_firm(text: str) -> tuple[Told, ...]:
    """Since when somebody is with the firm for which they work."""
    if "since" not in text and "oined" not in text and "eturned" not in text:
        return ()
    return (*_told(_FIRM_SINCE, text), *_told(_FIRM_JOINED, text))


@lru_cache(maxsize=256)
def in_industry(text: str) -> tuple[Told, ...]:
    """Since when somebody is in the industry."""
    if not any(word in text for word in ("industry", "business", "profession", "career")):
        return ()
    return (*_told(_IN_INDUSTRY, text), *_told(_INDUSTRY_SINCE, text))


@lru_cache(maxsize=256)
def periods(text: str) -> tuple[Told, ...]:
    """The periods that have ended: `from 1991 to 1999`, `2012-2016`."""
    if not _YEAR.search(text):
        return ()
    closed = _told(_CLOSED, text) if "from " in text or "between " in text else ()
    return (*closed, *_told(_DASHED, text))


@lru_cache(maxsize=256)
def moments(text: str) -> tuple[Told, ...]:
    """Every moment that stands after `since`, `from`, `in` or `as of`."""
    return tuple(_told(_OPEN, text))


@lru_cache(maxsize=256)
def managing(text: str) -> tuple[Told, ...]:
    """Since when somebody manages a fund: `has managed the Fund since May 2019`."""
    if not ("Fund" in text or "Portfolio" in text or "Series" in text) or not _YEAR.search(text):
        return ()
    return tuple(told for pattern in _MANAGING for told in _told(pattern, text))


def _told(pattern: re.Pattern[str], text: str) -> Iterator[Told]:
    for one in pattern.finditer(text):
        parts = one.groupdict()
        start = _moment(parts["year"], parts.get("month"))
        end = _moment(parts["to_year"], parts.get("to_month")) if "to_year" in parts else None
        yield Told(start, one[0], end)


def _moment(year: str, month: str | None) -> Moment:
    return Moment(int(year), MONTHS.index(month) + 1 if month else 0)
