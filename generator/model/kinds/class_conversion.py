"""The conversion of shares of one class into shares of another, on a day or a time after purchase."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import ConfigDict, Field, model_validator

from generator.model.content import At, Finding, Found, Kind, as_written
from generator.model.funds import (
    FUNDS,
    FundKeys,
    check_classes_of,
    check_funds,
    common_keys,
    funds_from_view,
    view_classes,
    view_funds,
)
from generator.model.values import Day, Flag, Key, refuse
from generator.model.when import WHEN, Period, Start, When, short_day, spell_period

if TYPE_CHECKING:
    from generator.model.supplement import Change, House

_SPAN = {"number": "any", "unit": ("day", "days", "month", "months", "year", "years")}


class ClassConversion(Kind):
    """Shares of one class that become shares of another: all on a day, or each some time after its purchase."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
    kind: ClassVar[str] = "class_conversion"

    funds: FundKeys = ()
    given: Key = Field(alias="from", description="Key of the class that is converted", examples=["C"])
    received: Key = Field(alias="to", description="Key of the class that it becomes", examples=["A"])
    date: When | None = Field(None, description="When all its shares are converted", examples=["2026-11-20"])
    after: Period | None = Field(None, description="How long after purchase, in place of date:", examples=["8 years"])
    previously: Period | None = Field(
        None, description="How long after purchase it was until now", examples=["10 years"]
    )
    starts: Start | None = Field(None, description="From when `after:` applies", examples=["2026-11-20"])
    last_purchase: Day | None = Field(
        None, description="The last day on which the class is sold", examples=["2026-10-30"]
    )
    charges_waived: Flag = Field(False, description="yes: no sales charge or fee when shares are converted")
    taxable: Flag | None = Field(None, description="Whether it is expected to be a taxable event for shareholders")

    @model_validator(mode="after")
    def _once(self) -> ClassConversion:
        if (self.date is None) == (self.after is None):
            refuse(
                "CVN-01", "shares are converted either on a day or after a period", "write date: or after:, not both"
            )
        if self.after is None and (self.previously or self.starts):
            refuse("CVN-02", "previously: and starts: belong to after:", "delete them, or write after: 8 years")
        if self.given == self.received:
            refuse("CLS-05", f"class {self.given!r} becomes itself", "write two classes")
        if self.previously and self.previously == self.after:
            refuse("CVN-03", "the period does not change", "delete previously:")
        return self

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """Funds and classes by name, the rest as it is."""
        plain = ("date", "after", "previously", "starts", "last_purchase", "charges_waived", "taxable")
        classes = view_classes((self.given, self.received), self.funds, house, change)
        return {field: At(getattr(self, field), field) for field in plain} | {
            **view_funds(self.funds, house, change),
            "given": classes[0],
            "received": classes[1],
        }

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        flags: dict[str, Any] = {"charges_waived": (), "taxable": ()}
        days = {"date": WHEN, "after": _SPAN, "previously": _SPAN, "starts": WHEN, "last_purchase": "date"}
        return {**FUNDS, **flags, **days, "given": {"name": "words"}, "received": {"name": "words"}}

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """Funds and classes by key, days and periods as an author writes them."""
        content = funds_from_view(view, found)
        keys = common_keys([view["given"]["name"], view["received"]["name"]], content["funds"], found)
        if keys is None:
            return
        content |= {"from": keys[0], "to": keys[1]}
        content |= {key: short_day(view[key]) for key in ("date", "starts") if view.get(key)}
        content |= {key: spell_period(view[key]) for key in ("after", "previously") if view.get(key)}
        plain = ("last_purchase", "charges_waived", "taxable")
        yield content | {key: as_written(view[key]) for key in plain if key in view}

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): funds and classes that nobody declared."""
        yield from check_funds(self.funds, house, change)
        yield from check_classes_of("from", [self.given], self.funds, house, change)
        yield from check_classes_of("to", [self.received], self.funds, house, change)
