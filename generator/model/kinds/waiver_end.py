"""The end of an expense limit, and the ratios without it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from generator.model.by_class import check_classes, keys_of, label_of
from generator.model.content import At, Finding, Found, Kind
from generator.model.kinds.waiver import whole
from generator.model.values import Day, Key, Rate

if TYPE_CHECKING:
    from generator.model.supplement import Change, House

Cause = Literal["expires", "ended_by_board", "ended_by_adviser"]


class WaiverEnd(Kind):
    """An expense limit that ends: when, why, and what each class costs afterwards."""

    kind: ClassVar[str] = "waiver_end"

    ends: Day = Field(description="Its last day", examples=["2026-10-31"])
    cause: Cause = Field("expires", description="Why it ends")
    ratios: Annotated[dict[Key, Rate], BeforeValidator(whole)] = Field(
        default_factory=dict,
        description="Total annual operating expenses afterwards by class, or one rate for all",
        examples=[{"A": "1.42%", "I": "1.17%"}],
    )

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """The ratios with their classes' names."""
        ratios = [
            {"name": label_of(key, house, change), "rate": At(rate, f"ratios.{key}")}
            for key, rate in self.ratios.items()
        ]
        return {"ends": self.ends, "cause": self.cause, "ratios": ratios}

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        return {
            "ends": "date",
            "cause": ("expires", "ended_by_board", "ended_by_adviser"),
            "ratios": [{"name": "words", "rate": "rate"}],
        }

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The ratios by class."""
        content = {part: view[part] for part in ("ends", "cause") if view.get(part)}
        ratios = view.get("ratios", [])
        if not ratios:
            yield content
            return
        for keys in keys_of([one["name"] for one in ratios], found):
            yield content | {"ratios": dict(zip(keys, (one["rate"] for one in ratios), strict=True))}

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): the fund, its classes, ratios that are none."""
        yield from check_classes("ratios", self.ratios, house, change)
        for key, rate in self.ratios.items():
            if isinstance(rate, str):
                yield f"ratios.{key}", "NUM-08", f"{rate} is no percentage", "write one such as 1.42%"
