"""The closing of funds or of their share classes to investors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from generator.model.content import At, Finding, Found, Kind, as_written, listed
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
from generator.model.values import Flag, Name
from generator.model.when import WHEN, Start, short_day

if TYPE_CHECKING:
    from generator.model.supplement import Change, House

#: Who may usually buy shares of a closed fund, by the names that the wording knows.
EXCEPTIONS = (
    "shareholders",
    "reinvestment",
    "retirement_plans",
    "fee_based_programs",
    "funds_of_funds",
    "trustees_and_employees",
)


class FundClosing(Kind):
    """Funds, or some of their classes, that stop selling shares to new investors or to all."""

    kind: ClassVar[str] = "fund_closing"

    funds: FundKeys = ()
    classes: ClassKeys = ()
    starts: Start = Field(description="From when", examples=[{"qualifier": "close_of_business", "date": "2026-10-30"}])
    closed_to: Literal["new_investors", "all_purchases"] = Field("new_investors", description="To whom")
    exceptions: Annotated[tuple[Name, ...], BeforeValidator(listed)] = Field(
        (),
        description=f"Who may still buy: {', '.join(EXCEPTIONS)}, or words of your own",
        examples=[["shareholders of the Fund on the day before"]],
    )
    more_exceptions: Flag = Field(False, description="yes: the funds may make other exceptions")
    may_refuse: Flag = Field(False, description="yes: the funds may refuse a purchase in spite of an exception")

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """Funds and classes by name; each exception as an item or in words."""
        exceptions = [
            {"item" if one in EXCEPTIONS else "words": At(one, f"exceptions[{index}]")}
            for index, one in enumerate(self.exceptions)
        ]
        plain = ("starts", "closed_to", "more_exceptions", "may_refuse")
        return {field: At(getattr(self, field), field) for field in plain} | {
            **view_funds(self.funds, house, change),
            "classes": view_classes(self.classes, self.funds, house, change),
            "exceptions": exceptions,
        }

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        return {
            **FUNDS,
            "classes": [{"name": "words"}],
            "starts": WHEN,
            "closed_to": ("new_investors", "all_purchases"),
            "exceptions": [{"item": EXCEPTIONS, "words": "words"}],
            "more_exceptions": (),
            "may_refuse": (),
        }

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """Funds and classes by key, exceptions as they were listed."""
        if not view.get("starts"):
            return
        content = funds_from_view(view, found)
        if names := [one["name"] for one in view.get("classes", [])]:
            content["classes"] = common_keys(names, content["funds"], found)
        plain = ("closed_to", "more_exceptions", "may_refuse")
        content |= {"starts": short_day(view.get("starts"))} | {
            key: as_written(view[key]) for key in plain if key in view
        }
        if exceptions := view.get("exceptions"):
            content["exceptions"] = [one.get("item") or one["words"] for one in exceptions]
        yield content

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): funds and classes that nobody declared."""
        yield from check_funds(self.funds, house, change)
        yield from check_classes_of("classes", self.classes, self.funds, house, change)
