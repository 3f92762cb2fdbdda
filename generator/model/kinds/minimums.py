"""Minimum investments and the mechanics of buying and selling shares (Form N-1A Items 6 and 11)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import Field, model_validator

from generator.model.content import At, Finding, Found, Kind, as_written
from generator.model.entities import Model
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
from generator.model.minimums import Minimum
from generator.model.values import Flag, Money, Name, refuse
from generator.model.when import Clock, Period, spell_period

if TYPE_CHECKING:
    from generator.model.supplement import Change, House

#: What `view` gives as it stands in the content.
_PLAIN = ("cut_off", "paid_within", "in_kind", "least_balance", "notice", "signature_above", "wire_fee")
_SPAN = {"number": "any", "unit": ("day", "days", "month", "months", "year", "years")}


class Account(Model):
    """A kind of account and the least that is invested in it."""

    account: Name = Field(description="The kind of account", examples=["Individual retirement accounts"])
    initial: Minimum = Field(description="Minimum first investment", examples=["$2,500", "None"])
    subsequent: Minimum = Field(description="Minimum of later investments", examples=["$50", "None"])


class Minimums(Kind):
    """Minimum investments by kind of account, and how orders are taken and paid."""

    kind: ClassVar[str] = "minimums"

    funds: FundKeys = ()
    classes: ClassKeys = ()
    accounts: tuple[Account, ...] = Field(description="Minimums by kind of account", min_length=1)
    cut_off: Clock | None = Field(None, description="Until when an order gets the day's price", examples=["16:00"])
    paid_within: Period | None = Field(
        None, description="How soon the proceeds of a redemption are sent, in business days", examples=["2 days"]
    )
    in_kind: Flag = Field(False, description="yes: large redemptions may be paid in securities")
    least_balance: Money | None = Field(None, description="Below which an account may be closed", examples=["$500"])
    notice: Period | None = Field(None, description="How much notice an account's owner gets", examples=["60 days"])
    signature_above: Money | None = Field(
        None, description="Above which a redemption needs a guaranteed signature", examples=["$100,000"]
    )
    wire_fee: Money | None = Field(None, description="What a wire of proceeds costs", examples=["$15"])

    @model_validator(mode="after")
    def _fitting(self) -> Minimums:
        if self.notice and not self.least_balance:
            refuse("SEC-13", "there is notice of nothing", "add least_balance:, or delete notice:")
        if self.paid_within and self.paid_within.unit not in ("day", "days"):
            refuse("DAT-12", "proceeds are sent within days", "write a number of days, such as 2 days")
        return self

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """Funds and classes by name, the rest as it is."""
        return {field: At(getattr(self, field), field) for field in (*_PLAIN, "accounts")} | {
            **view_funds(self.funds, house, change),
            "classes": view_classes(self.classes, self.funds, house, change),
        }

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        return {
            **FUNDS,
            "classes": [{"name": "words"}],
            "accounts": [{"account": "words", "initial": "figure", "subsequent": "figure"}],
            "cut_off": "any",
            "in_kind": (),
            "paid_within": _SPAN,
            "notice": _SPAN,
            **dict.fromkeys(("least_balance", "signature_above", "wire_fee"), "money"),
        }

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """Funds and classes by key, periods as an author writes them."""
        content = funds_from_view(view, found)
        if names := [one["name"] for one in view.get("classes", [])]:
            content["classes"] = common_keys(names, content["funds"], found)
        for field in ("accounts", *_PLAIN):
            if field in view:
                content[field] = (
                    spell_period(view[field]) if field in ("paid_within", "notice") else as_written(view[field])
                )
        yield content

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): funds and classes, a kind of account stated twice."""
        yield from check_funds(self.funds, house, change)
        yield from check_classes_of("classes", self.classes, self.funds, house, change)
        seen = [one.account for one in self.accounts]
        for index, name in enumerate(seen):
            if name in seen[:index]:
                yield f"accounts[{index}].account", "TBL-02", f"{name!r} is stated twice", "state each account once"
