"""The policy of investing a large part of a fund's assets in what its name says (Rule 35d-1; Form N-1A Item 4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field, model_validator

from generator.model.approval import Approval, check_vote
from generator.model.content import Finding, Kind
from generator.model.entities import Model
from generator.model.measures import Count, Portion
from generator.model.phrases import Phrase
from generator.model.values import Day, Flag, refuse

if TYPE_CHECKING:
    from generator.model.supplement import Change, House


class FormerPolicy(Model):
    """The policy that a new one replaces."""

    percent: Portion = Field(description="The least part of the assets", examples=["80%"])
    holdings: Phrase = Field(description="What it was invested in", examples=["stocks of large companies"])


class Strategy(Kind):
    """A policy of investing at least a part of the assets in something; paragraphs of prose may follow it."""

    kind: ClassVar[str] = "strategy"

    percent: Portion = Field(description="The least part of the assets", examples=["80%"])
    base: Literal["net_assets_and_borrowings", "net_assets", "total_assets"] = Field(
        "net_assets_and_borrowings", description="The assets that it is a part of", examples=["total_assets"]
    )
    holdings: Phrase = Field(description="What it is invested in", examples=["stocks of small companies"])
    derivatives: Literal["market_value", "notional_value"] | None = Field(
        None, description="The value at which derivatives count towards it", examples=["market_value"]
    )
    former: FormerPolicy | None = Field(
        None,
        description="The policy that it replaces",
        examples=[{"percent": "65%", "holdings": "stocks of large companies"}],
    )
    fundamental: Flag | None = Field(
        None, description="yes: only a vote of shareholders can change it", examples=["no"]
    )
    notice_days: Count | None = Field(None, description="Days of notice before it is changed", examples=["60"])
    notice_sent: Day | None = Field(None, description="When shareholders were told", examples=["2026-07-01"])
    approval: Approval | None = Field(None, description="Who approved the change", examples=[{"board": "2026-03-03"}])

    @model_validator(mode="after")
    def _notice_of_whom(self) -> Strategy:
        if self.notice_days is not None and self.fundamental is not False:
            refuse("STR-01", "notice is given of what the Board can change", "add fundamental: no")
        return self

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings where the former policy is the new one, or a vote is missing."""
        if self.former and (self.former.percent, self.former.holdings) == (self.percent, self.holdings):
            yield "former", "STR-02", "the former policy is the new one", "say what it was before, or remove it"
        yield from check_vote(self.fundamental, self.approval)
