"""The start of a fee waiver or expense limit (Form N-1A Item 3, Instruction 3(e))."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from generator.model.by_class import WHOLE, check_classes, label_of
from generator.model.content import At, Finding, Found, Kind, as_written, listed
from generator.model.entities import Model
from generator.model.values import Day, Flag, Key, Name, Rate, refuse

if TYPE_CHECKING:
    from generator.model.supplement import Change, House

#: Expenses that a limit usually leaves out, by the names that the wording knows.
EXCLUDED = (
    "taxes",
    "interest",
    "brokerage",
    "acquired_fund_fees",
    "distribution_12b1",
    "short_dividends",
    "litigation",
    "extraordinary",
)
#: Who may end a contractual waiver before its last day.
EndedBy = Literal["board", "adviser_with_consent", "either_with_notice", "nobody"]


def whole(value: Any) -> Any:
    """A bare rate is that of the whole fund."""
    return {WHOLE: value} if isinstance(value, str) else value


class Recoupment(Model):
    """The adviser's right to take back what it waived."""

    years: Literal["1", "2", "3", "4", "5"] = Field("3", description="Within how many years", examples=["3"])
    lesser_of_caps: Flag = Field(
        False, description="yes: expenses stay below the limit of then and that of now; no: below that of now"
    )


class Waiver(Kind):
    """A new fee waiver or expense limit: how far, for how long, and who may end it earlier."""

    kind: ClassVar[str] = "waiver"

    agreement: Literal["contractual", "voluntary"] = Field("contractual", description="Whether the adviser is bound")
    limits: Annotated[dict[Key, Rate], BeforeValidator(whole)] = Field(
        default_factory=dict,
        description="Highest total annual operating expenses by class, or one rate for all",
        examples=[{"A": "1.25%", "I": "1.00%"}],
    )
    waived: Rate | None = Field(
        None, description="The part of the management fee that is waived, in place of a limit", examples=["0.05%"]
    )
    excludes: Annotated[tuple[Name, ...], BeforeValidator(listed)] = Field(
        (),
        description=f"Expenses above the limit: {', '.join(EXCLUDED)}, or words of your own",
        examples=[["interest", "litigation"]],
    )
    starts: Day | None = Field(None, description="Its first day", examples=["2026-10-01"])
    ends: Day | None = Field(None, description="Its last day; a contractual waiver has one", examples=["2027-09-30"])
    ended_by: EndedBy | None = Field(None, description="Who may end a contractual waiver earlier")
    recoupment: Recoupment | None = Field(None, description="How the adviser may take back what it waived")

    @model_validator(mode="after")
    def _complete(self) -> Waiver:
        if bool(self.limits) == (self.waived is not None):
            refuse("WVR-21", "a waiver has either limits or a waived part", "write limits: or waived:")
        if self.excludes and not self.limits:
            refuse("WVR-22", "there is no limit that something could be excluded from", "delete excludes:")
        if self.recoupment and not self.limits:
            help = "delete recoupment:, and tell in a paragraph how far the waived part can be recovered"
            refuse("WVR-22", "there is no limit below which something could be recovered", help)
        if self.agreement == "contractual" and self.ends is None:
            refuse("FEE-12", "a contractual waiver has no end", "add its last day: ends: 2027-09-30 (Instruction 3(e))")
        if self.agreement == "voluntary" and self.ended_by:
            refuse("FEE-12", "a voluntary waiver can be ended at any time", "delete ended_by:")
        return self

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """The limits in order, each with its class's name, and what they leave out as an item or in words."""
        limits = [
            {"rate": At(rate, f"limits.{key}")} | ({} if key == WHOLE else {"name": label_of(key, house, change)})
            for key, rate in self.limits.items()
        ]
        excludes = [
            {"item" if item in EXCLUDED else "words": At(item, f"excludes[{index}]")}
            for index, item in enumerate(self.excludes)
        ]
        plain = ("agreement", "waived", "starts", "ends", "ended_by", "recoupment")
        return {field: getattr(self, field) for field in plain} | {"limits": limits, "excludes": excludes}

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        return {
            "agreement": ("contractual", "voluntary"),
            "limits": [{"rate": "rate", "name": "words"}],
            "waived": "rate",
            "excludes": [{"item": EXCLUDED, "words": "words"}],
            "starts": "date",
            "ends": "date",
            "ended_by": ("board", "adviser_with_consent", "either_with_notice", "nobody"),
            "recoupment": {"years": "any", "lesser_of_caps": ()},
        }

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The limits by class, what they leave out as it was listed."""
        content = {key: as_written(value) for key, value in view.items() if key in cls.model_fields}
        if limits := view.get("limits"):
            rates = [limit["rate"] for limit in limits]
            names = [limit["name"] for limit in limits if limit.get("name")]
            keys = found.class_keys(names) if names else [WHOLE]
            if len(keys) != len(rates):
                return
            content["limits"] = dict(zip(keys, rates, strict=True))
        if excludes := view.get("excludes"):
            content["excludes"] = [one.get("item") or one["words"] for one in excludes]
        yield content

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): the fund, its classes, limits that are no rate."""
        yield from check_classes("limits", self.limits, house, change)
        for path, rate in [*((f"limits.{key}", rate) for key, rate in self.limits.items()), ("waived", self.waived)]:
            if isinstance(rate, str):
                yield path, "NUM-08", f"{rate} is no percentage", "write a percentage such as 1.25%"
