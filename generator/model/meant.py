"""What an author meant who typed a value in another form: told in the help of what refuses it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from generator.patterns import late

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_QUOTES = "\u201c\u201d\u2018\u2019"
_AROUND = f"{_QUOTES}\"'()[] "
_RATE = late(r"(?P<figure>\d{0,3}(?:[.,]\d{1,3})?)\s*(?P<unit>%|percent|per cent|bps?|basis points?)?", re.IGNORECASE)
_DAYS = (
    late(r"(?P<year>\d{4})[-/. ]?(?P<month>\d{1,2})[-/. ]?(?P<day>\d{1,2})"),
    late(r"(?P<month>0?[1-9]|1[0-2])[-/.](?P<day>\d{1,2})[-/.](?P<year>(?:20)?\d\d)"),
    late(r"(?P<day>\d{1,2})[-/.](?P<month>0?[1-9]|1[0-2])[-/.](?P<year>(?:20)?\d\d)"),
    late(r"(?P<name>[a-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})", re.IGNORECASE),
    late(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -](?P<name>[a-z]{3,9})\.?,?[ -](?P<year>\d{4})", re.IGNORECASE),
)


def meant_rate(text: str) -> Decimal | None:
    """The percentage that was meant with `86bp`, `.10%`, `(0.35%)` or one in quotes; None where none is seen."""
    found = _RATE.fullmatch(text.strip(_AROUND))
    if not found or not found["figure"]:
        return None
    rate = Decimal(found["figure"].replace(",", "."))
    return in_cents(rate / 100 if (found["unit"] or "").lower().startswith("b") else rate)


def in_cents(rate: Decimal) -> Decimal:
    """A percentage with two decimals, or as many as it needs."""
    rate = rate.normalize()
    return rate if int(rate.as_tuple().exponent) < -2 else rate.quantize(Decimal("0.01"))


def meant_day(text: str) -> str | None:
    """The day that was meant with `11/30/2024` or `July 14, 2025`, as 2025-07-14; None where none is seen.

    Of days in figures the month is taken to come first, as the United States write them, where there is such a month.
    """
    matches = (pattern.fullmatch(text.strip(_AROUND)) for pattern in _DAYS)
    parts = next((found.groupdict() for found in matches if found), {})
    name = parts.get("name", "")[:3].lower()
    month = _MONTHS.index(name) + 1 if name in _MONTHS else int(parts.get("month") or 0)
    try:
        year = int(parts["year"])
        return date(year if year > 99 else 2000 + year, month, int(parts["day"])).isoformat()
    except (KeyError, ValueError):
        return None


def without(text: str) -> str:
    """What to leave out around a value, for the end of a help: quotes of print are no quotes of YAML."""
    return ", without the typographic quotes" if text[:1] in _QUOTES and text else ""
