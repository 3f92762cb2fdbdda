"""A new investment objective (Form N-1A Items 2 and 9(a))."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field, model_validator

from generator.model.approval import Approval, check_vote
from generator.model.content import Finding, Kind
from generator.model.measures import Count
from generator.model.phrases import Phrase
from generator.model.values import Flag, refuse

if TYPE_CHECKING:
    from generator.model.supplement import Change, House


class Objective(Kind):
    """The objective that a fund seeks from now on, what it sought before, and who can change it."""

    kind: ClassVar[str] = "objective"

    new: Phrase = Field(description="What the fund seeks", examples=["long-term growth of capital"])
    old: Phrase | None = Field(None, description="What it sought before", examples=["current income"])
    fundamental: Flag | None = Field(
        None, description="yes: only a vote of shareholders can change it", examples=["no"]
    )
    notice_days: Count | None = Field(None, description="Days of notice before the Board changes it", examples=["60"])
    approval: Approval | None = Field(None, description="Who approved the change", examples=[{"board": "2026-03-03"}])

    @model_validator(mode="after")
    def _notice_of_whom(self) -> Objective:
        if self.notice_days is not None and self.fundamental is not False:
            refuse("OBJ-01", "notice is given of what the Board can change", "add fundamental: no")
        return self

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """A finding where old and new are the same, or a vote is missing."""
        if self.old == self.new:
            yield "old", "OBJ-02", "the old objective is the new one", "say what the fund sought before, or remove it"
        yield from check_vote(self.fundamental, self.approval)
