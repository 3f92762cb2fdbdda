"""The types of single values: how each is read from what an author types.

Scalars arrive as text, in canonical form. A type either turns its text into a value or says what is wrong
and what to type; `spell` gives the one spelling that content uses for a value.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Any, Literal, NoReturn, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer
from pydantic_core import PydanticCustomError

from generator.model.meant import in_cents, meant_day, meant_rate, without
from generator.patterns import late

NONE: Literal["None"] = "None"
NOT_APPLICABLE: Literal["N/A"] = "N/A"

#: No fund charges a yearly rate above this; a larger figure is basis points or a slip (in percent).
HIGHEST_RATE = Decimal(25)
#: How many decimals a rate has at most in a fee table, and in a schedule.
TABLE_PLACES, SCHEDULE_PLACES = 3, 5
#: Finer rates below these are fractions: those without a percent sign, and all (in percent).
_FRACTIONS, _LEAST = Decimal("0.1"), Decimal("0.01")
#: No amount comes near this. Below it, and with no more decimals than these, arithmetic with amounts is exact.
HIGHEST_AMOUNT, MOST_DECIMALS = Decimal(10**18), 6


class Dollars(Decimal):
    """An amount of money, told apart from a percentage by its type."""


#: Places in order, in words.
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
#: A page, several pages, and whichever of these an author writes.
PAGE = r"[A-Z]?-?\d{1,4}"
_RUN = rf"{PAGE}(?:-\d{{1,4}})?"
SEVERAL_PAGES = rf"(?:{_RUN}(?:, {_RUN})* and {_RUN}|{PAGE}-\d{{1,4}})"
PAGES = rf"(?:{SEVERAL_PAGES}|{PAGE})"
_RATE = late(r"-?(\d{1,3})(?:\.(\d+))?\s*%?")
_MONEY = late(r"\$?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(thousand|million|billion|trillion)?", re.IGNORECASE)
_QUOTED = late('“[^“”]*”|‘[^‘’]*’|"[^"]*"')
_SCALE = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

#: The years of days that content states: others are slips of the keyboard.
_YEARS = range(1800, 2200)


def refuse(code: str, message: str, help: str) -> NoReturn:
    """Ends the reading of a value with a finding."""
    raise PydanticCustomError("content", "{message}", {"message": message, "help": help, "code": code})


def read_text(value: Any) -> str:
    """One piece of text, as it is."""
    if not isinstance(value, str):
        refuse("TYP-01", "text is wanted here", "write one piece of text, in quotes if it has `: ` or `#` in it")
    return value


def read_day(value: Any) -> date:
    """A calendar day written `2009-11-12` (ISO 8601)."""
    if isinstance(value, date):
        return value
    text = read_text(value)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        try:
            day = date.fromisoformat(text)
        except ValueError:
            refuse("DAT-06", f"there is no such day as {text}", "check the month and the day")
        if day.year not in _YEARS:
            refuse("DAT-06", f"{text} is in no year that a fund's documents speak of", "check the year")
        return day
    likely = meant_day(text)
    example = f"here {likely}{without(text)}" if likely else "such as 2009-11-12"
    refuse("DAT-06", f"{text!r} is not a date", f"write year-month-day with dashes, {example}")


def read_start_day(value: Any) -> date:
    """A calendar day on which something begins; of a word the message says which word there is."""
    if isinstance(value, str) and not any(character.isdigit() for character in value):
        refuse("DAT-06", f"{value!r} is not a date", "write year-month-day, such as 2009-11-12, or: immediately")
    return read_day(value)


def read_month(value: Any) -> str:
    """A month written `2001-09`, kept as that text."""
    text = read_text(value)
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        refuse("DAT-06", f"{text!r} is not a month", "write year-month with a dash, such as 2001-09")
    return text


def read_rate(value: Any) -> Decimal | str:
    """A percentage of net assets: `0.86%` or `0.86`; `None` where nothing is charged; `N/A`."""
    return _read_rate(value, TABLE_PLACES)


def read_fine_rate(value: Any) -> Decimal | str:
    """A percentage as schedules and contracts state it, in up to five decimals: `0.6375%`; else as `read_rate`."""
    return _read_rate(value, SCHEDULE_PLACES)


def _read_rate(value: Any, most: int) -> Decimal | str:
    if isinstance(value, Decimal):
        return value
    text = read_text(value)
    if text.lower() == "none":
        return NONE
    if text.upper() in ("N/A", "NA"):
        return NOT_APPLICABLE
    if not (match := _RATE.fullmatch(text)):
        meant = meant_rate(text)
        clear = meant is not None and meant <= HIGHEST_RATE
        example = f"{meant}%{without(text)}" if clear else "a percentage such as 0.86%, or None, or N/A"
        refuse("NUM-08", f"{text!r} is not a percentage", f"write {example}")
    if text.startswith("-"):
        where = "the row `waiver` shows its amount in parentheses"
        refuse("NUM-15", f"{text} is below zero", f"write {text[1:]}: {where}")
    rate = Decimal(text.rstrip("% "))
    if rate > HIGHEST_RATE:
        likely = f"{rate / 100:.2f}%" if rate < 1000 else "0.86%"
        refuse("NUM-08", f"{text} is too high for a yearly rate", f"if {text} are basis points, write {likely}")
    places = len(match[2] or "")
    fraction = places > TABLE_PLACES and rate < (_LEAST if "%" in text and most > TABLE_PLACES else _FRACTIONS)
    if fraction or places > most:
        digit = Decimal("0.01") if most == TABLE_PLACES else Decimal("0.00001")
        shown = in_cents((rate * 100 if fraction else rate).quantize(digit, ROUND_HALF_UP))
        where = "a fee table" if most == TABLE_PLACES else "a schedule"
        wrong = f"has more decimals than {where} shows" if places > most else "is too low for a yearly rate"
        help = f"if {text} is a fraction, write {shown}%" if fraction else f"write it rounded, {shown}%"
        refuse("NUM-08", f"{text} {wrong}", help)
    return rate.quantize(Decimal("0.01")) if places < 3 else rate


def read_money(value: Any) -> Dollars:
    """An amount of dollars: `$500 million`, `$10,000`, `500000000`."""
    if isinstance(value, Dollars):
        return value
    text = read_text(value)
    if not (match := _MONEY.fullmatch(text)):
        refuse("NUM-14", f"{text!r} is not an amount of dollars", "write an amount such as $500 million or $10,000")
    amount = Decimal(match[1].replace(",", "") + (match[2] or "")) * _SCALE[(match[3] or "").lower()]
    if amount <= 0:
        refuse("NUM-14", f"{text} is no amount", "write an amount above zero")
    if amount >= HIGHEST_AMOUNT or len(match[2] or "") > MOST_DECIMALS + 1:
        refuse(
            "NUM-14",
            "this is more than any amount of dollars, or finer",
            "check its digits: write such as $1.5 billion",
        )
    return Dollars(amount)


def read_flag(value: Any) -> bool:
    """`yes` or `no` (or `true`, `false`)."""
    if isinstance(value, bool):
        return value
    word = read_text(value).lower()
    if word not in ("yes", "no", "true", "false"):
        refuse("TYP-02", f"{value!r} is neither yes nor no", "write yes or no")
    return word in ("yes", "true")


def read_name(value: Any) -> str:
    """A name or other short text that must not be empty."""
    text = read_text(value)
    if not text:
        refuse("TYP-03", "nothing is written here", "write the words, or remove the line")
    return text


def unquoted(text: str) -> str:
    """A name that no quotation marks stand around: where it is shown in them, the wording sets them."""
    if _QUOTED.fullmatch(text):
        refuse("TYP-07", f"the name {text} stands in quotation marks", "delete them: the wording sets its own")
    return text


def bare(text: str) -> str:
    """A name without the quotation marks around it, as one that was read elsewhere may have them."""
    while _QUOTED.fullmatch(text):
        text = text[1:-1].strip()
    return text


def read_ordinal(value: Any) -> str:
    """A place in order: a number from 1 to 20, or `last`."""
    text = read_text(value)
    if text != "last" and not (text.isdecimal() and len(text) < 3 and 1 <= int(text) <= len(ORDINALS)):
        refuse("SEC-12", f"{text!r} is no place in order", "write a number from 1 to 20, or last")
    return text if text == "last" else str(int(text))


def read_page(value: Any) -> str:
    """A page, a run of pages, or several of these: `12`, `12-14`, `A-3`, `6 and 12`, `3, 6-8 and 12`."""
    text = read_text(value)
    if not re.fullmatch(PAGES, text):
        refuse("DOC-09", f"{text!r} is no page", "write a page such as 12, 12-14 or 6 and 12")
    return text


def read_key(value: Any) -> str:
    """A short handle for something declared once: letters, digits, `-`, `_` and `.`."""
    text = read_text(value)
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]*", text):
        refuse("TYP-04", f"{text!r} cannot be a key", "use letters, digits and dashes, such as small-cap-growth")
    return text


def spell(value: Any) -> str:
    """The spelling of a value in content: `2009-11-12`, `0.86%`, `$500 million`, `yes`."""
    match value:
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case Dollars():
            return spell_money(value)
        case Decimal():
            return f"{value}%"
        case _:
            return str(value)


def spell_money(amount: Decimal) -> str:
    """An amount as people write it: `$500 million`, `$1.5 billion`, `$10,000`."""
    value = Decimal(amount)
    for word, scale in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
        scaled = value / scale
        thousandths = 1000 * scaled
        if scaled >= 1 and thousandths == thousandths.to_integral_value():
            return f"${scaled.normalize():,f} {word}"
    return f"${value:,f}"


Day: TypeAlias = Annotated[date, BeforeValidator(read_day), PlainSerializer(spell)]
#: Where `immediately` may stand instead.
FirstDay: TypeAlias = Annotated[date, BeforeValidator(read_start_day), PlainSerializer(spell)]
Month: TypeAlias = Annotated[str, BeforeValidator(read_month)]
Rate: TypeAlias = Annotated[Decimal | Literal["None", "N/A"], BeforeValidator(read_rate), PlainSerializer(spell)]
FineRate: TypeAlias = Annotated[
    Decimal | Literal["None", "N/A"], BeforeValidator(read_fine_rate), PlainSerializer(spell)
]
Money: TypeAlias = Annotated[Any, BeforeValidator(read_money), PlainSerializer(spell_money)]
Flag: TypeAlias = Annotated[bool, BeforeValidator(read_flag), PlainSerializer(spell)]
Name: TypeAlias = Annotated[str, BeforeValidator(read_name)]
#: A name that the wording may show in quotation marks.
Called: TypeAlias = Annotated[Name, AfterValidator(unquoted)]
Key: TypeAlias = Annotated[str, BeforeValidator(read_key)]
Ordinal: TypeAlias = Annotated[str, BeforeValidator(read_ordinal)]
PageNumber: TypeAlias = Annotated[str, BeforeValidator(read_page)]
Prose: TypeAlias = Annotated[str, BeforeValidator(read_text), Field(description="Running text; may be empty")]
