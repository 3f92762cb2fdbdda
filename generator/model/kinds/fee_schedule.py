"""A schedule of fee rates with breakpoints (Form N-1A Item 10(a)(1)(ii)), as a table or in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field

from generator.model.content import At, Finding, Found, Kind, NoteKeys, Notes
from generator.model.entities import Model
from generator.model.notes import check_notes, marked, notes_from_view, split_marks, view_marks, view_notes
from generator.model.tier_working import explain_tiers
from generator.model.tiers import TIERS, Method, Tier, check_tiers, tiers_from_view, view_tiers
from generator.model.values import Day, Money
from generator.model.working import Working, stated

if TYPE_CHECKING:
    from generator.model.supplement import Change, House

Approver = Literal["board", "holders", "board_and_holders"]


class PreviousTiers(Model):
    """The rates that were in force until the change."""

    before: Day = Field(description="The day from which the new rates hold", examples=["2026-10-01"])
    tiers: tuple[Tier, ...] = Field(description="Slices from the first dollar up", min_length=1)


class Approval(Model):
    """Who approved the rates, and when."""

    by: Approver = Field(description="Who approved: the board, the shareholders (holders), or both")
    date: Day | None = Field(None, description="The day of the approval", examples=["2026-08-12"])


class FeeSchedule(Kind):
    """Fee rates by slices of net assets (breakpoints), as a table or, with `form: sentence`, in a sentence."""

    kind: ClassVar[str] = "fee_schedule"

    fee: Literal["management", "advisory", "sub_advisory"] = Field("management", description="Which fee")
    method: Method = Field(
        "marginal", description="marginal: each slice pays its own rate; cliff: all assets pay that of the last reached"
    )
    tiers: tuple[Tier, ...] = Field(description="Slices from the first dollar up", min_length=1)
    previous: PreviousTiers | None = Field(None, description="The rates before the change, by the same method")
    approval: Approval | None = Field(None, description="Who approved the rates")
    average_net_assets: Money | None = Field(
        None,
        description="The fund's, not shown: what the fee table's management fee is checked with",
        examples=["$612 million"],
    )
    note: NoteKeys = Field((), description="Keys of the notes marked at the fund's name", examples=["waiver"])
    notes: Notes = Field(default_factory=dict, description="Notes by key")

    def working(self, path: str, house: House, change: Change | None) -> Working | None:
        """What the tiers come to, slice by slice, and how the rates change; or that a figure is stated."""
        groups = {"tiers": self.tiers} | ({"previous.tiers": self.previous.tiers} if self.previous else {})
        return explain_tiers(path, groups, self.method) or stated(self, path)

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """The fee and the tiers, each as first, next or over an amount, and the tiers before."""
        before = self.previous and {
            "before": self.previous.before,
            "tiers": view_tiers(self.previous.tiers, "previous.tiers", self.method),
        }
        return {
            "fee": self.fee,
            "marks": At(view_marks(self.note, self.notes), "note"),
            "tiers": view_tiers(self.tiers, "tiers", self.method),
            "previous": before,
            "approval": self.approval,
            "notes": view_notes(self.notes),
        }

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        return {
            "fee": ("management", "advisory", "sub_advisory"),
            "marks": "marks",
            "tiers": TIERS,
            "previous": {"before": "date", "tiers": TIERS},
            "approval": {"by": ("board", "holders", "board_and_holders"), "date": "date"},
            "notes": [{"marker": "marker", "text": "words"}],
        }

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The tiers with the ends that their words imply; nothing where the words contradict each other."""
        notes, keys = notes_from_view(view.get("notes", []))
        if not (read := tiers_from_view(view["tiers"])):
            return
        tiers, method = read
        content: dict[str, Any] = {"fee": view.get("fee", "management")}
        content |= {"method": method} if method != "marginal" else {}
        content["tiers"] = tiers
        if before := view.get("previous"):
            if not (old := tiers_from_view(before["tiers"])):
                return
            content["previous"] = {"before": before["before"], "tiers": old[0]}
            content |= {"method": old[1]} if old[1] != "marginal" else {}
        content |= {"approval": view["approval"]} if view.get("approval") else {}
        if marks := split_marks(view.get("marks", "")):
            content["note"] = [keys[mark] for mark in marks if mark in keys]
        yield content | ({"notes": notes} if notes else {})

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): the fund, the order and ends of the tiers, the notes."""
        if house.fund_of(change) is None:
            yield "", "CMB-01", "the schedule is for no fund", "name the fund of the change: `fund: …`"
        yield from check_tiers(self.tiers, "tiers")
        if self.previous:
            yield from check_tiers(self.previous.tiers, "previous.tiers")
        if self.notes and self.form == "sentence":
            yield (
                "notes",
                "FN-13",
                "a sentence has no place for notes",
                "say it in a block of its own",
            )
        yield from check_notes(self.notes, marked(self))
