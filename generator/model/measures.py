"""How much and how many: percentages that are no fees, returns, and counts.

`values.Rate` is a yearly fee, so it refuses 80%. A part of a fund's assets and a return have types of their own.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, PlainSerializer

from generator.model.values import NOT_APPLICABLE, read_text, refuse, spell
from generator.patterns import late

_PORTION = late(r"(\d{1,3}(?:\.\d{1,4})?)\s*%?")
_RETURN = late(r"([-+]?\d{1,4}(?:\.\d{1,2})?)\s*%?")
_COUNT = late(r"[1-9]\d{0,3}")

#: A fund that borrows can hold more than its net assets; nothing in a prospectus goes beyond three times.
HIGHEST_PORTION = Decimal(300)


def read_portion(value: Any) -> Decimal:
    """A percentage of a fund's assets: `80%`, `33.33%`; above zero, without idle noughts."""
    if isinstance(value, Decimal):
        return value
    if not (match := _PORTION.fullmatch(read_text(value))):
        refuse("NUM-08", f"{value!r} is not a percentage of assets", "write a percentage such as 80% or 33.33%")
    portion = Decimal(match[1])
    if not 0 < portion <= HIGHEST_PORTION:
        refuse("NUM-08", f"{value} is no percentage of a fund's assets", "write a percentage between 0% and 300%")
    return Decimal(f"{portion.normalize():f}")


def read_return(value: Any) -> Decimal | str:
    """An average annual return in hundredths of a percent: `7.31%`, `-2.40%`; `N/A` for a period without one."""
    if isinstance(value, Decimal):
        return value
    if read_text(value).upper() == NOT_APPLICABLE:
        return NOT_APPLICABLE
    if not (match := _RETURN.fullmatch(value)):
        refuse("NUM-08", f"{value!r} is not a return", "write a percentage such as 7.31% or -2.40%, or N/A")
    found = Decimal(match[1]).quantize(Decimal("0.01"))
    if found < -100:
        refuse("NUM-08", f"{value} loses more than everything", "write a return of -100% or more")
    return found or abs(found)


def read_count(value: Any) -> int:
    """A whole number from 1 to 9999."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not _COUNT.fullmatch(read_text(value)):
        refuse("NUM-16", f"{value!r} is not a whole number", "write a number such as 60, without words")
    return int(value)


Portion: TypeAlias = Annotated[Decimal, BeforeValidator(read_portion), PlainSerializer(spell)]
Return: TypeAlias = Annotated[Decimal | Literal["N/A"], BeforeValidator(read_return), PlainSerializer(spell)]
Count: TypeAlias = Annotated[int, BeforeValidator(read_count), PlainSerializer(spell)]
