"""A supplement: its date, its target documents and its changes."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from generator.model.content import Content, listed
from generator.model.entities import Fund, Model, Registrant, Style
from generator.model.values import Day, Flag, Key, Name, Prose, refuse

Qualifier = Literal["immediately", "on", "on_or_about", "close_of_business"]
#: The closed list of operations (domain notes, section 1).
Operation = Literal["replace_table", "replace_section", "supplement", "notice"]


def _effective(value: Any) -> Any:
    """`immediately` or a bare day stand for the whole mapping."""
    if value == "immediately":
        return {"qualifier": "immediately"}
    return {"date": value} if isinstance(value, str | date) else value


class Effective(Model):
    """When a change takes effect."""

    qualifier: Qualifier = Field("on", description="How the date is meant")
    date: Day | None = Field(None, description="The day", examples=["2009-11-12"])

    @model_validator(mode="after")
    def _has_day(self) -> Effective:
        if (self.date is None) != (self.qualifier == "immediately"):
            refuse("DAT-03", "`immediately` has no date, every other qualifier has one", "write effective: 2009-11-12")
        return self


EffectiveDate = Annotated[Effective, BeforeValidator(_effective)]


class Target(Model):
    """A document that the supplement amends."""

    document: Literal["prospectus", "summary_prospectus", "sai"] = Field(description="Which document")
    date: Day = Field(description="The date it bears", examples=["2009-05-01"])
    plural: Flag = Field(False, description="yes where there are several of it (\u201cProspectuses\u201d)")


class Location(Model):
    """Where in the target documents a change is made."""

    section: Annotated[tuple[Name, ...], BeforeValidator(listed)] = Field(
        (), description="Headings from the outermost inwards", examples=[["Management", "The Manager"]]
    )
    table: Name | None = Field(None, description="The table's title", examples=["Annual Fund Operating Expenses"])


class Change(Model):
    """One change: an operation at a location, and the words or data that it brings."""

    section: Name | None = Field(None, description="Heading above this change, numbered by the house style")
    introduction: Content = Field((), description="Blocks between the heading and the lead-in")
    operation: Operation = Field("notice", description="What is done; `notice` has no lead-in")
    location: Location = Field(default_factory=Location, description="Where")
    fund: Key | None = Field(None, description="The fund that it is about, where not plain")
    effective: EffectiveDate | None = Field(None, description="When, if not as the whole supplement")
    reason: Prose = Field("", description="A sentence before the lead-in, in the same paragraph")
    form: Name = Field("house", description="The wording of the lead-in, a file of wording/lead_in/")
    lead_in: Prose = Field("", description="The lead-in in the author's own words, in place of the wording's")
    content: Content = Field((), description="What the change brings, block by block")

    @model_validator(mode="after")
    def _located(self) -> Change:
        wanted = {"replace_table": "table", "replace_section": "section", "supplement": "section"}
        part = wanted.get(self.operation)
        if part and not self.lead_in and not getattr(self.location, part):
            refuse("SEC-06", f"{self.operation} says not which {part}", f"add location: {{{part}: \u2026}}")
        if self.reason and not re.search(r"[.!?][\"\u201d\u2019')]?$", self.reason):
            refuse("SEC-11", "the reason is not a sentence", "end it with a full stop")
        return self


class Supplement(Model):
    """One supplement, as its author states it."""

    registrant: Key | Registrant = Field(description="Key of a file in registrants/, or the registrant itself")
    date: Day | None = Field(None, description="The supplement's own date", examples=["2009-11-12"])
    funds: Annotated[tuple[Key, ...], BeforeValidator(listed)] = Field(
        (), description="Keys of the funds that it is for, in order"
    )
    targets: tuple[Target, ...] = Field((), description="The documents that it amends")
    effective: EffectiveDate | None = Field(None, description="When its changes take effect")
    style: Style | None = Field(None, description="House style, where it differs from the registrant's")
    legend: tuple[Name, ...] = Field((), description="Lines at the upper right, such as Rule 497(e)")
    header: tuple[Name, ...] = Field((), description="The header's lines in the author's own words")
    opening: Content = Field((), description="Blocks before the first change")
    changes: tuple[Change, ...] = Field((), description="The changes, in order")
    closing: Content = Field((), description="Blocks after the last change")

    @model_validator(mode="after")
    def _dated(self) -> Supplement:
        if self.date is None and not self.header:
            refuse("DAT-09", "the supplement has no date", "add its own date: `date: 2009-11-12`")
        return self


class House(Model):
    """A supplement with the registrant that it belongs to: all that wording can speak of."""

    registrant: Registrant
    supplement: Supplement

    @property
    def style(self) -> Style:
        """The supplement's style, else the registrant's."""
        return self.supplement.style or self.registrant.style

    @property
    def fund_keys(self) -> tuple[str, ...]:
        """The keys of the supplement's funds in order."""
        return tuple(key for key in self.supplement.funds if key in self.registrant.funds)

    @property
    def funds(self) -> tuple[Fund, ...]:
        """The supplement's funds in order."""
        return tuple(self.registrant.funds[key] for key in self.fund_keys)

    def fund_key_of(self, change: Change | None) -> str | None:
        """The key of the fund that a change is about: its own, else the supplement's only one."""
        only = self.supplement.funds[0] if len(self.supplement.funds) == 1 else None
        key = change.fund if change and change.fund else only
        return key if key in self.registrant.funds else None

    def fund_of(self, change: Change | None) -> Fund | None:
        """The fund that a change is about, where it is plain which."""
        key = self.fund_key_of(change)
        return self.registrant.funds[key] if key else None
