"""Whether a fund is diversified, and whether it invests through a master fund (Form N-1A Items 4 and 16)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field, model_validator

from generator.model.approval import Approval, check_vote
from generator.model.content import Finding, Kind
from generator.model.phrases import Phrase
from generator.model.values import refuse

if TYPE_CHECKING:
    from generator.model.supplement import Change, House


class Diversification(Kind):
    """A fund's change of status, of structure, or of both."""

    kind: ClassVar[str] = "diversification"

    status: Literal["diversified", "non_diversified"] | None = Field(
        None, description="What it becomes", examples=["non_diversified"]
    )
    structure: Literal["stand_alone", "feeder"] | None = Field(
        None, description="How it invests from now on", examples=["stand_alone"]
    )
    master: Phrase | None = Field(
        None, description="The master fund that it leaves or joins", examples=["Harbor Master Portfolio"]
    )
    approval: Approval | None = Field(
        None, description="Who approved the change", examples=[{"shareholders": "2026-06-18"}]
    )

    @model_validator(mode="after")
    def _says_something(self) -> Diversification:
        if self.status is None and self.structure is None:
            refuse("DIV-01", "neither status nor structure changes", "write status: or structure:")
        if (self.structure is None) != (self.master is None):
            refuse("DIV-02", "structure: and master: belong together", "name the master fund that it leaves or joins")
        return self

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """A finding where a fund stops being diversified without a vote (1940 Act, section 13(a)(1))."""
        yield from check_vote(self.status == "non_diversified", self.approval)
