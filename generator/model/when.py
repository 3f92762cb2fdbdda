"""Points and spans of time as content states them: days with a qualifier, hours of a day, periods."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field, model_validator

from generator.model.entities import Model
from generator.model.values import Day, FirstDay, read_name, refuse
from generator.patterns import late

#: The words of a qualified day, for wording to speak of.
WHEN: dict[str, Any] = {"qualifier": ("immediately", "on", "on_or_about", "close_of_business"), "date": "date"}
_PERIOD = late(r"(\d{1,3}) (day|month|year)s?")
_CLOCK = late(r"(\d{1,2}):(\d{2})")


def _bare_day(value: Any) -> Any:
    """`immediately` or a bare day stand for the whole mapping."""
    if value == "immediately":
        return {"qualifier": value}
    return {"date": value} if isinstance(value, str | date) else value


class QualifiedDay(Model):
    """A day, and how it is meant."""

    qualifier: Literal["on", "on_or_about", "close_of_business"] = Field("on", description="How the day is meant")
    date: Day = Field(description="The day", examples=["2026-10-30"])


class StartDay(Model):
    """The day on which something begins, and how it is meant; or `immediately`."""

    qualifier: Literal["immediately", "on", "on_or_about", "close_of_business"] = Field(
        "on", description="How the day is meant"
    )
    date: FirstDay | None = Field(None, description="The day", examples=["2026-10-30"])

    @model_validator(mode="after")
    def _has_day(self) -> StartDay:
        if (self.date is None) != (self.qualifier == "immediately"):
            refuse("DAT-03", "`immediately` has no date, every other qualifier has one", "write a day: 2026-10-30")
        return self


When: TypeAlias = Annotated[QualifiedDay, BeforeValidator(_bare_day)]
Start: TypeAlias = Annotated[StartDay, BeforeValidator(_bare_day)]


def short_day(when: Any) -> Any:
    """A qualified day that was read, as an author would write it: bare where it can be."""
    if when and when.get("qualifier") == "on":
        return when["date"]
    return "immediately" if when and when.get("qualifier") == "immediately" else when


class Span(Model):
    """A number of days, months or years."""

    number: str = Field(description="How many", examples=["8"])
    unit: Literal["day", "days", "month", "months", "year", "years"] = Field(description="Of what")


def _read_period(value: Any) -> Any:
    """A period written `8 years`."""
    if isinstance(value, Span):
        return value
    text = read_name(value)
    match = _PERIOD.fullmatch(text)
    if not match or not int(match[1]):
        refuse("DAT-12", f"{text!r} is no period", "write a number of days, months or years, such as 8 years")
    return {"number": str(int(match[1])), "unit": match[2] + ("s" if int(match[1]) > 1 else "")}


Period: TypeAlias = Annotated[Span, BeforeValidator(_read_period)]


def spell_period(view: Any) -> str:
    """A period that was read, as an author writes it."""
    return f"{view['number']} {view['unit']}"


def read_clock(value: Any) -> str:
    """An hour of the day written `16:00`, kept as that text."""
    text = read_name(value)
    match = _CLOCK.fullmatch(text)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        refuse("DAT-12", f"{text!r} is no time of day", "write hours and minutes, such as 16:00")
    return f"{int(match[1]):02d}:{match[2]}"


Clock: TypeAlias = Annotated[str, BeforeValidator(read_clock)]
