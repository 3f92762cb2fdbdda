"""The extension or change of an expense limit that is in force."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, model_validator

from generator.model.by_class import WHOLE, check_classes, keys_of, label_of
from generator.model.content import At, Finding, Found, Kind
from generator.model.entities import Model
from generator.model.values import Day, Key, Rate, refuse

if TYPE_CHECKING:
    from generator.model.supplement import Change, House


class ChangedEnd(Model):
    """The last day, before and now."""

    previous: Day = Field(description="The last day until now", examples=["2027-04-30"])
    new: Day = Field(description="The last day from now on", examples=["2028-04-30"])


class ChangedLimit(Model):
    """A limit, before and now."""

    previous: Rate = Field(description="The limit until now", examples=["1.25%"])
    new: Rate = Field(description="The limit from now on", examples=["1.15%"])


def _whole(value: Any) -> Any:
    """A bare pair of limits is that of the whole fund."""
    return {WHOLE: value} if isinstance(value, dict) and set(value) == {"previous", "new"} else value


class WaiverChange(Kind):
    """An expense limit that lasts longer or shorter, or whose rates change, or both."""

    kind: ClassVar[str] = "waiver_change"

    ends: ChangedEnd | None = Field(None, description="Its last day, where that changes")
    limits: Annotated[dict[Key, ChangedLimit], BeforeValidator(_whole)] = Field(
        default_factory=dict,
        description="Its limits by class, or one pair for all, where they change",
        examples=[{"A": {"previous": "1.25%", "new": "1.15%"}}],
    )
    starts: Day | None = Field(None, description="The day from which the new limits hold", examples=["2026-10-01"])

    @model_validator(mode="after")
    def _changes(self) -> WaiverChange:
        if not self.ends and not self.limits:
            refuse("WVC-01", "nothing changes", "add ends: or limits:, each with previous: and new:")
        if self.ends and self.ends.previous == self.ends.new:
            refuse("WVC-02", "the last day is the same as before", "write another new: or delete ends:")
        if self.starts and not self.limits:
            refuse("WVC-03", "there are no limits that could start", "add limits:, or delete starts:")
        return self

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """The last days, and the limits with their classes' names."""
        limits = [
            {"name": label_of(key, house, change)}
            | {part: At(getattr(limit, part), f"limits.{key}.{part}") for part in ("previous", "new")}
            for key, limit in self.limits.items()
        ]
        return {"ends": self.ends, "longer": bool(self.ends and self.ends.new > self.ends.previous)} | {
            "starts": self.starts,
            "limits": limits,
        }

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        return {
            "ends": {"previous": "date", "new": "date"},
            "longer": (),
            "starts": "date",
            "limits": [{"name": "words", "previous": "rate", "new": "rate"}],
        }

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The limits by class."""
        content = {part: view[part] for part in ("ends", "starts") if view.get(part)}
        limits = view.get("limits", [])
        pairs = [{"previous": limit["previous"], "new": limit["new"]} for limit in limits]
        if not limits:
            yield content
            return
        for keys in keys_of([limit["name"] for limit in limits], found):
            yield content | {"limits": dict(zip(keys, pairs, strict=True))}

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): the fund, its classes, limits that are no rate."""
        yield from check_classes("limits", self.limits, house, change)
        for key, limit in self.limits.items():
            for part in ("previous", "new"):
                if isinstance(rate := getattr(limit, part), str):
                    yield f"limits.{key}.{part}", "NUM-08", f"{rate} is no percentage", "write one such as 1.25%"
