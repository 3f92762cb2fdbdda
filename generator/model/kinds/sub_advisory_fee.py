"""A change of the fee that the adviser pays a sub-adviser, and what it means for shareholders."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field, model_validator

from generator.model.content import At, Finding, Found, Kind
from generator.model.entities import Model
from generator.model.tier_working import explain_tiers
from generator.model.tiers import TIERS, Tier, check_tiers, tiers_from_view, view_tiers
from generator.model.values import Day, Money, Name, refuse
from generator.model.working import Working, stated

if TYPE_CHECKING:
    from generator.model.supplement import Change, House


class AssetBand(Model):
    """The part of net assets that a change of rates is about."""

    above: Money = Field(description="Where it begins", examples=["$250 million"])
    up_to: Money | None = Field(None, description="Where it ends", examples=["$500 million"])


class MatchingWaiver(Model):
    """A waiver of the management fee that goes with the change."""

    share: Literal["equal", "part"] = Field("equal", description="equal: as much as the fee falls; part: some of it")
    ends: Day | None = Field(None, description="Its last day", examples=["2027-09-30"])


class SubAdvisoryFee(Kind):
    """A sub-adviser's lower or higher fee: paid by the adviser, with its effect on shareholders."""

    kind: ClassVar[str] = "sub_advisory_fee"

    sub_adviser: Name = Field(description="The sub-adviser's name", examples=["Lighthouse Capital Partners"])
    direction: Literal["reduced", "raised"] = Field("reduced", description="How the fee moves")
    starts: Day | None = Field(None, description="The day from which it holds", examples=["2026-10-01"])
    assets: AssetBand | None = Field(None, description="The part of net assets whose rate changes, if not all")
    tiers: tuple[Tier, ...] = Field((), description="The new rates, from the first dollar up")
    previous: tuple[Tier, ...] = Field((), description="The rates before")
    effect: Literal["none", "lower", "higher"] = Field("none", description="What happens to the fund's expenses")
    waiver: MatchingWaiver | None = Field(None, description="A waiver of the management fee that goes with it")

    @model_validator(mode="after")
    def _consistent(self) -> SubAdvisoryFee:
        if self.waiver and self.effect != "lower":
            refuse("FEE-25", "a matching waiver lowers the fund's expenses", "write effect: lower, or delete waiver:")
        if self.previous and not self.tiers:
            refuse("FEE-25", "the rates before are stated, but not the new ones", "add tiers:")
        if self.assets and self.assets.up_to is not None and self.assets.up_to <= self.assets.above:
            refuse("TIER-02", "the part of net assets ends before it begins", "check above: and up_to:")
        return self

    def working(self, path: str, house: House, change: Change | None) -> Working | None:
        """What the tiers come to, slice by slice, and how the rates change; or that a figure is stated."""
        return explain_tiers(path, {"tiers": self.tiers, "previous": self.previous}, "marginal") or stated(self, path)

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """Its own fields, the tiers in words."""
        plain = ("sub_adviser", "direction", "starts", "assets", "effect", "waiver")
        view: dict[str, Any] = {field: At(getattr(self, field), field) for field in plain}
        return view | {field: view_tiers(getattr(self, field), field) for field in ("tiers", "previous")}

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        return {
            "sub_adviser": "words",
            "direction": ("reduced", "raised"),
            "starts": "date",
            "assets": {"above": "money", "up_to": "money"},
            "tiers": TIERS,
            "previous": TIERS,
            "effect": ("none", "lower", "higher"),
            "waiver": {"share": ("equal", "part"), "ends": "date"},
        }

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """Its own fields, with the tiers that the words imply."""
        content = {field: value for field, value in view.items() if field in cls.model_fields}
        for field in ("tiers", "previous"):
            if view.get(field):
                if not (read := tiers_from_view(view[field])):
                    return
                content[field] = read[0]
        yield content

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): the fund, the order and ends of the tiers."""
        if house.fund_of(change) is None:
            yield "", "CMB-01", "the fee is for no fund", "name the fund of the change: `fund: …`"
        yield from check_tiers(self.tiers, "tiers")
        yield from check_tiers(self.previous, "previous")
