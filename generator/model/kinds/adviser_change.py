"""A change of adviser or sub-adviser (Form N-1A Items 5(a) and 10(a)(1))."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field, model_validator

from generator.model.approval import Approval
from generator.model.content import At, Finding, Found, Kind, as_written
from generator.model.effect import effective_from_view, view_effective
from generator.model.entities import Model
from generator.model.funds import FUNDS, FundKeys, check_funds, fund_keys, fund_name, funds_from_view, view_named_funds
from generator.model.values import Called, Day, FineRate, Flag, Key, Name, refuse
from generator.model.when import WHEN, Start

if TYPE_CHECKING:
    from generator.model.supplement import Change, House

#: What `view` gives as it stands in the content.
_PLAIN = (
    "role",
    "outgoing",
    "incoming",
    "address",
    "approval",
    "exemptive_order",
    "information_statement",
    "basis",
    "transition",
)


class FeeEffect(Model):
    """The management fee before and after the change, as a share of average daily net assets."""

    previous: FineRate = Field(description="The yearly rate until then", examples=["0.75%"])
    new: FineRate = Field(description="The yearly rate from then on", examples=["0.70%"])


class Basis(Model):
    """Where the reasons of the board are discussed (Form N-1A Item 10(a)(1)(iii))."""

    report: Literal["annual", "semiannual"] = Field(description="Which report to shareholders")
    ended: Day = Field(description="The end of the period that it covers", examples=["2026-12-31"])


class AdviserChange(Kind):
    """A new adviser or sub-adviser: who leaves, who comes, by what approval, and what it means for shareholders."""

    kind: ClassVar[str] = "adviser_change"

    funds: FundKeys = ()
    effective: Start | None = Field(None, description="From when, if not as the change", examples=["2026-10-30"])
    role: Literal["adviser", "sub_adviser"] = Field(description="What changes", examples=["sub_adviser"])
    outgoing: Called | None = Field(None, description="Who leaves", examples=["Tall Pine Advisors, Inc."])
    incoming: Called | None = Field(None, description="Who comes", examples=["Beacon Ridge Partners LLC"])
    address: Name | None = Field(
        None, description="Address of who comes", examples=["20 Quay Street, Portland, Maine 04101"]
    )
    approval: Approval | None = Field(None, description="Who approved it, or will", examples=[{"board": "2026-08-12"}])
    exemptive_order: Flag = Field(False, description="yes: an exemptive order of the SEC takes the place of a vote")
    information_statement: Flag = Field(False, description="yes: shareholders are sent information within 90 days")
    basis: Basis | None = Field(None, description="Where the reasons of the board are discussed")
    fees: FeeEffect | Literal["unchanged"] | None = Field(
        None,
        description="What becomes of the management fee: unchanged, or the rates",
        examples=["unchanged", {"previous": "0.75%", "new": "0.70%"}],
    )
    transition: Flag = Field(False, description="yes: warns of the costs and taxes of the transition")
    new_names: dict[Key, Called] = Field(
        default_factory=dict, description="New names of funds, by key", examples=[{"growth": "Harbor Point Value Fund"}]
    )
    references_replaced: Flag = Field(True, description="no: references to who leaves are left as they are")

    @model_validator(mode="after")
    def _consistent(self) -> AdviserChange:
        if not (self.outgoing or self.incoming):
            refuse("ADV-01", "nobody leaves and nobody comes", "add outgoing: or incoming: with a name")
        if self.outgoing == self.incoming:
            refuse("ADV-01", f"{self.incoming} takes its own place", "name two firms, or use name_change")
        if not self.incoming and (self.address or self.basis or self.information_statement):
            refuse("ADV-02", "address, basis and information belong to who comes", "add incoming:, or delete them")
        if self.exemptive_order and self.role == "adviser":
            refuse("ADV-03", "an order allows a change of sub-adviser, not of adviser", "delete exemptive_order:")
        if self.exemptive_order and self.approval and (self.approval.shareholders or self.approval.meeting):
            refuse("ADV-03", "the order takes the place of a vote", "delete exemptive_order:, or the vote")
        if isinstance(self.fees, FeeEffect) and self.fees.new == self.fees.previous:
            refuse("ADV-04", "the fee stays what it is", "write fees: unchanged")
        if isinstance(self.fees, FeeEffect) and (isinstance(self.fees.new, str) or isinstance(self.fees.previous, str)):
            refuse("NUM-08", "a fee that changes has two rates", "write both as percentages, such as 0.70%")
        return self

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """Its fields, with the funds by name, the fee as an effect, and new names beside the old."""
        return {field: At(getattr(self, field), field) for field in _PLAIN} | {
            **view_named_funds(self.funds, house, change),
            "effective": view_effective(self.effective, house, change),
            "fees": self._view_fees(),
            "new_names": [
                {"old": fund_name(key, house), "new": At(name, f"new_names.{key}")}
                for key, name in self.new_names.items()
            ],
            "replaced": bool(self.references_replaced and self.outgoing and self.incoming),
        }

    def _view_fees(self) -> dict[str, Any] | None:
        if not isinstance(self.fees, FeeEffect):
            return {"effect": At(self.fees, "fees")} if self.fees else None
        new, previous = self.fees.new, self.fees.previous
        higher = isinstance(new, Decimal) and isinstance(previous, Decimal) and new > previous
        effect = "higher" if higher else "lower"
        rates = {part: At(getattr(self.fees, part), f"fees.{part}") for part in ("previous", "new")}
        return {"effect": At(effect, "fees"), **rates}

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        days = dict.fromkeys(("board", "shareholders", "meeting"), "date")
        return {
            **FUNDS,
            **dict.fromkeys(("outgoing", "incoming", "address"), "words"),
            **dict.fromkeys(("exemptive_order", "information_statement", "transition", "replaced"), ()),
            "effective": WHEN,
            "role": ("adviser", "sub_adviser"),
            "approval": {**days, "no_vote": ()},
            "basis": {"report": ("annual", "semiannual"), "ended": "date"},
            "fees": {"effect": ("unchanged", "lower", "higher"), "previous": "rate", "new": "rate"},
            "new_names": [{"old": "words", "new": "words"}],
        }

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The fields, with funds by key."""
        content = funds_from_view(view, found) | effective_from_view(view)
        content |= {key: as_written(view[key]) for key in _PLAIN if view.get(key) is not None}
        if fees := view.get("fees"):
            rates = {part: fees[part] for part in ("previous", "new") if part in fees}
            content["fees"] = rates or fees["effect"]
        if names := view.get("new_names"):
            content["new_names"] = {found.fund_key(one["old"]): one["new"] for one in names}
        yield content if view.get("replaced") else content | {"references_replaced": "no"}

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): the funds, and new names of others."""
        yield from check_funds(self.funds, house, change)
        about = fund_keys(self.funds, house, change)
        for key in self.new_names:
            if key not in about:
                yield (
                    f"new_names.{key}",
                    "CMB-01",
                    f"this is not about the fund {key!r}",
                    f"use one of {', '.join(about)}",
                )
