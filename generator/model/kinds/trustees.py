"""Trustees and officers (Form N-1A Item 17): who comes and goes, and the tables of who they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from generator.model.content import At, Finding, Found, Kind
from generator.model.entities import Model
from generator.model.service import Since
from generator.model.values import Day, Name, read_name, refuse

if TYPE_CHECKING:
    from generator.model.supplement import Change, House

EVENTS = ("appointed", "elected", "nominated", "resigns", "retires", "leaves")
GROUPS = ("independent", "interested", "officer")
_EVENT_PARTS = ("name", "event", "role", "date")
_MEMBER_PARTS = ("name", "born", "position", "since", "occupations", "overseen", "directorships")


def _number(value: Any) -> str:
    text = read_name(value)
    if not re.fullmatch(r"[1-9]\d{0,2}", text):
        refuse("NUM-16", f"{text!r} is no number of funds", "write a whole number, such as 12")
    return text


def _year(value: Any) -> str:
    text = read_name(value)
    if not re.fullmatch(r"(19|20)\d\d", text):
        refuse("DAT-06", f"{text!r} is no year of birth", "write a year, such as 1961")
    return text


def _directorships(value: Any) -> Any:
    """The word `None` stands for no directorships."""
    return None if value == "None" else value


class BoardEvent(Model):
    """Somebody who takes up an office, or gives it up."""

    name: Name = Field(description="Full name", examples=["Ana Ruiz"])
    event: Literal["appointed", "elected", "nominated", "resigns", "retires", "leaves"] = Field(
        description="What happens", examples=["appointed"]
    )
    role: Name = Field(description="The office", examples=["Independent Trustee", "Chief Compliance Officer"])
    date: Day = Field(description="From when, or until when", examples=["2026-10-01"])


class Member(Model):
    """A row of the tables of trustees and officers (Item 17(a)(1))."""

    group: Literal["independent", "interested", "officer"] = Field(
        "independent", description="The table: trustees who are not interested persons, those who are, officers"
    )
    name: Name = Field(description="Full name", examples=["Ana Ruiz"])
    born: Annotated[str, BeforeValidator(_year)] = Field(description="Year of birth", examples=["1961"])
    position: Name = Field(description="Position held", examples=["Trustee"])
    since: Since = Field(description="Since when: a year, month or day", examples=["2026-10"])
    occupations: Name = Field(
        description="Principal occupations in the past five years", examples=["Retired; Partner, Ruiz & Holm LLP"]
    )
    overseen: Annotated[str, BeforeValidator(_number)] | None = Field(
        None, description="How many funds of the family a trustee oversees", examples=["5"]
    )
    directorships: Annotated[Name | None, BeforeValidator(_directorships)] = Field(
        None, description="Other directorships that a trustee holds", examples=["Quarry Bank Corp."]
    )

    @model_validator(mode="after")
    def _overseeing(self) -> Member:
        if (self.group == "officer") == (self.overseen is not None):
            refuse("TRU-01", "a trustee oversees funds, an officer does not", "add overseen: to trustees only")
        if self.group == "officer" and self.directorships:
            refuse("TRU-01", "the table of officers has no directorships", "delete directorships:")
        return self


class Trustees(Kind):
    """Changes of trustees and officers, and the tables that say who they are."""

    kind: ClassVar[str] = "trustees"

    changes: tuple[BoardEvent, ...] = Field((), description="Who comes and who goes, in order")
    members: tuple[Member, ...] = Field((), description="Rows of the tables, in order within each table")

    @model_validator(mode="after")
    def _says(self) -> Trustees:
        if not (self.changes or self.members):
            refuse("TRU-02", "nothing is said of anybody", "add changes: or members:")
        return self

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """Changes as they are; the rows of each table."""
        events = [
            {part: At(getattr(one, part), f"changes[{at}].{part}") for part in _EVENT_PARTS}
            for at, one in enumerate(self.changes)
        ]
        return {"changes": events} | {group: self._view_group(group) for group in GROUPS}

    def _view_group(self, group: str) -> list[dict[str, Any]]:
        return [
            {part: At(getattr(one, part), f"members[{at}].{part}") for part in _MEMBER_PARTS}
            for at, one in enumerate(self.members)
            if one.group == group
        ]

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        words = dict.fromkeys(("name", "position", "occupations", "directorships"), "words")
        member = {**words, **dict.fromkeys(("born", "since", "overseen"), "any")}
        event = {"name": "words", "event": EVENTS, "role": "words", "date": "date"}
        return {"changes": [event], **{group: [member] for group in GROUPS}}

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """Changes and rows, each row with its table."""
        rows = [{"group": group, **row} for group in GROUPS for row in view.get(group, [])]
        yield {key: value for key, value in (("changes", view.get("changes")), ("members", rows)) if value}

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): one who is in the tables twice."""
        names = [one.name for one in self.members]
        for at, name in enumerate(names):
            if name in names[:at]:
                yield f"members[{at}].name", "PPL-21", f"{name!r} is in the tables twice", "state each person once"
