"""The reopening of funds, or of some of their share classes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field

from generator.model.content import At, Finding, Found, Kind, as_written
from generator.model.funds import (
    FUNDS,
    ClassKeys,
    FundKeys,
    check_classes_of,
    check_funds,
    common_keys,
    funds_from_view,
    view_classes,
    view_funds,
)
from generator.model.values import Day, Flag
from generator.model.when import WHEN, Start, short_day

if TYPE_CHECKING:
    from generator.model.supplement import Change, House


class FundReopening(Kind):
    """Funds, or some of their classes, that sell shares again."""

    kind: ClassVar[str] = "fund_reopening"

    funds: FundKeys = ()
    classes: ClassKeys = ()
    starts: Start = Field(description="From when", examples=["2026-10-30"])
    open_to: Literal["new_investors", "all_purchases"] = Field("new_investors", description="For whom")
    closed_since: Day | None = Field(None, description="Since when they were closed", examples=["2021-03-31"])
    may_close: Flag = Field(False, description="yes: they may be closed again without notice")

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """Funds and classes by name, the rest as it is."""
        plain = ("starts", "open_to", "closed_since", "may_close")
        return {field: At(getattr(self, field), field) for field in plain} | {
            **view_funds(self.funds, house, change),
            "classes": view_classes(self.classes, self.funds, house, change),
        }

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        return {
            **FUNDS,
            "classes": [{"name": "words"}],
            "starts": WHEN,
            "open_to": ("new_investors", "all_purchases"),
            "closed_since": "date",
            "may_close": (),
        }

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """Funds and classes by key, the rest as it was read."""
        if not view.get("starts"):
            return
        content = funds_from_view(view, found)
        if names := [one["name"] for one in view.get("classes", [])]:
            content["classes"] = common_keys(names, content["funds"], found)
        plain = ("open_to", "closed_since", "may_close")
        content |= {"starts": short_day(view.get("starts"))} | {
            key: as_written(view[key]) for key in plain if key in view
        }
        yield content

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): funds and classes that nobody declared."""
        yield from check_funds(self.funds, house, change)
        yield from check_classes_of("classes", self.classes, self.funds, house, change)
