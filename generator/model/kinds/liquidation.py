"""The liquidation of funds under a plan that the board approved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field

from generator.model.content import At, Finding, Found, Kind, as_written
from generator.model.funds import FUNDS, FundKeys, check_funds, funds_from_view, view_funds
from generator.model.values import Day, Flag
from generator.model.when import WHEN, When, short_day

if TYPE_CHECKING:
    from generator.model.supplement import Change, House


class Liquidation(Kind):
    """The liquidation of funds: when, what shareholders can do until then, and what they receive."""

    kind: ClassVar[str] = "liquidation"

    funds: FundKeys = ()
    board_date: Day | None = Field(
        None, description="When the board approved it, where it is told", examples=["2026-08-12"]
    )
    liquidation: When = Field(
        description="When it takes place", examples=[{"qualifier": "on_or_about", "date": "2026-11-20"}]
    )
    last_purchase: Day | None = Field(
        None, description="The last day on which shares are sold", examples=["2026-10-30"]
    )
    reinvestment: Flag = Field(False, description="yes: distributions are reinvested after the last purchase")
    exchanges: Flag | None = Field(None, description="Whether shares can be exchanged until the liquidation")
    charges_waived: Flag = Field(False, description="yes: no sales charge or fee when shareholders leave early")
    may_deviate: Flag = Field(False, description="yes: the funds may no longer follow their strategies")
    cash_from: Day | None = Field(
        None, description="When holdings begin to be turned into cash", examples=["2026-11-16"]
    )
    distribution: Literal["cash", "cash_or_kind"] = Field("cash", description="What shareholders receive")
    taxable: Flag | None = Field(None, description="Whether it is a taxable event for shareholders")
    rollover: Flag = Field(False, description="yes: retirement accounts have 60 days to reinvest what they receive")
    fee_waivers: Literal["continue", "end"] | None = Field(
        None, description="What becomes of fee waivers until the liquidation"
    )
    borne_by: Literal["adviser", "fund"] | None = Field(None, description="Who bears its expenses")

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """Its fields, with the funds by name."""
        own = {field: At(getattr(self, field), field) for field in type(self).model_fields}
        return {key: value for key, value in own.items() if key not in ("form", "funds")} | view_funds(
            self.funds, house, change
        )

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        flags = ("reinvestment", "exchanges", "charges_waived", "may_deviate", "taxable", "rollover")
        return {
            **FUNDS,
            **dict.fromkeys(flags, ()),
            **dict.fromkeys(("board_date", "last_purchase", "cash_from"), "date"),
            "liquidation": WHEN,
            "distribution": ("cash", "cash_or_kind"),
            "fee_waivers": ("continue", "end"),
            "borne_by": ("adviser", "fund"),
        }

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The fields, with the funds by key."""
        content = {key: as_written(value) for key, value in view.items() if key in cls.model_fields}
        yield funds_from_view(view, found) | content | {"liquidation": short_day(view["liquidation"])}

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): the funds, an exception to nothing."""
        yield from check_funds(self.funds, house, change)
        if self.reinvestment and self.last_purchase is None:
            yield (
                "reinvestment",
                "SEC-13",
                "reinvestment is an exception to nothing",
                "add last_purchase:, or delete it",
            )
