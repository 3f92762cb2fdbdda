"""A schedule of fee rates with breakpoints: each slice of net assets pays its own rate."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field

from generator.model.content import At, Found, Kind, NoteKeys, Notes
from generator.model.entities import Model
from generator.model.notes import NOTES, check_notes, notes_from_view, split_marks, view_marks, view_notes
from generator.model.shapes import Shape, shape_of
from generator.model.values import Dollars, Money, Rate, read_money, spell_money

if TYPE_CHECKING:
    from generator.model.supplement import Change, House


class Tier(Model):
    """A slice of net assets and its rate; the last slice has no end."""

    up_to: Money | None = Field(
        None, description="Where the slice ends; left out for the last", examples=["$500 million"]
    )
    rate: Rate = Field(description="Yearly rate of the slice", examples=["0.88%"])


class FeeSchedule(Kind):
    """Fee rates by slices of net assets (breakpoints), marginal: each slice pays its own rate."""

    kind: ClassVar[str] = "fee_schedule"

    fee: Literal["management", "advisory", "sub_advisory"] = Field("management", description="Which fee")
    tiers: tuple[Tier, ...] = Field(description="Slices from the first dollar up", min_length=1)
    note: NoteKeys = Field((), description="Keys of the notes marked at the fund's name")
    notes: Notes = Field(default_factory=dict, description="Notes by key")

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """The fee and the tiers, each as first, next or over an amount."""
        return {
            "fee": self.fee,
            "marks": At(view_marks(self.note, self.notes), "note"),
            "tiers": [self._view_tier(index) for index in range(len(self.tiers))],
            "notes": view_notes(self.notes),
        }

    def _view_tier(self, index: int) -> dict[str, Any]:
        tier = self.tiers[index]
        below = self.tiers[index - 1].up_to if index else None
        view: dict[str, Any] = {"rate": At(tier.rate, f"tiers[{index}].rate")}
        if tier.up_to is not None and below is None:
            view["first"] = At(tier.up_to, f"tiers[{index}].up_to")
        elif tier.up_to is not None and below is not None:
            view["next"] = At(Dollars(tier.up_to - below), f"tiers[{index}].up_to")
        elif below is not None:
            view["over"] = At(below, f"tiers[{index - 1}].up_to")
        return view

    @classmethod
    def shape(cls) -> dict[str, Shape]:
        """The names and types of what `view` gives."""
        return {
            "fee": shape_of(cls)["fee"],
            "marks": "marks",
            "tiers": [{"rate": "rate", "first": "money", "next": "money", "over": "money"}],
            "notes": NOTES,
        }

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The tiers with the ends that their words imply; nothing where the words contradict each other."""
        notes, keys = notes_from_view(view.get("notes", []))
        tiers: list[dict[str, str]] = []
        end = Dollars(0)
        for tier in view["tiers"]:
            if over := tier.get("over"):
                if read_money(over) != end:
                    return
            elif up_to := tier.get("first") or tier.get("next"):
                end = Dollars(end + read_money(up_to))
                tiers.append({"up_to": spell_money(end), "rate": tier["rate"]})
                continue
            tiers.append({"rate": tier["rate"]})
        content: dict[str, Any] = {"fee": view.get("fee", "management"), "tiers": tiers}
        if marks := split_marks(view.get("marks", "")):
            content["note"] = [keys[mark] for mark in marks if mark in keys]
        yield content | ({"notes": notes} if notes else {})

    def check(self, house: House, change: Change | None) -> Iterator[tuple[str, str, str, str]]:
        """Findings (path, code, message, help): the fund, the order and ends of the tiers, the notes."""
        if house.fund_of(change) is None:
            yield "", "CMB-01", "the schedule is for no fund", "name the fund of the change: `fund: …`"
        below: Decimal | None = None
        for index, tier in enumerate(self.tiers):
            last = index == len(self.tiers) - 1
            if tier.up_to is None and not last:
                yield f"tiers[{index}]", "TIER-01", "a tier without an end stands before the last", "add up_to: $… here"
            if tier.up_to is not None and last:
                yield (
                    f"tiers[{index}].up_to",
                    "TIER-01",
                    "the last tier ends",
                    "delete up_to here, or add a tier after it",
                )
            if tier.up_to is not None and below is not None and tier.up_to <= below:
                ends = f"{spell_money(tier.up_to)} after {spell_money(below)}"
                yield f"tiers[{index}].up_to", "TIER-02", f"tiers out of order: {ends}", "order them by rising up_to"
            if not isinstance(tier.rate, Decimal):
                yield f"tiers[{index}].rate", "TIER-06", f"{tier.rate} is no rate of a tier", "write a percentage"
            below = tier.up_to if tier.up_to is not None else below
        yield from check_notes(self.notes, [self.note])
