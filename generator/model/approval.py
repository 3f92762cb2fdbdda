"""Who approved a change, or will: the facts that several kinds of content share (`wording/phrase/approval.md`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field, model_validator

from generator.model.entities import Model
from generator.model.values import Day, Flag, refuse

if TYPE_CHECKING:
    from generator.model.content import Finding


class Approval(Model):
    """The decisions behind a change."""

    board: Day | None = Field(None, description="When the Board approved it", examples=["2026-03-03"])
    shareholders: Day | None = Field(None, description="When shareholders approved it", examples=["2026-06-18"])
    meeting: Day | None = Field(None, description="When shareholders are to vote on it", examples=["2026-12-10"])
    no_vote: Flag = Field(False, description="yes: it needs no vote of shareholders", examples=["yes"])

    @model_validator(mode="after")
    def _one_vote(self) -> Approval:
        votes = [self.shareholders is not None, self.meeting is not None, self.no_vote]
        if sum(votes) > 1:
            refuse("APR-01", "a vote was held, is to come, or is not needed: only one can be", "keep one of the three")
        if not any(votes) and self.board is None:
            refuse("APR-02", "the approval says nothing", "add board: with a date, or remove it")
        return self


def check_vote(fundamental: bool | None, approval: Approval | None) -> Iterator[Finding]:
    """A finding where a fundamental policy is changed without a vote (1940 Act, section 13(a))."""
    if fundamental and approval and approval.no_vote:
        yield (
            "approval.no_vote",
            "APR-03",
            "a fundamental policy cannot change without a vote of shareholders",
            "write shareholders: or meeting: with a date, or fundamental: no",
        )
