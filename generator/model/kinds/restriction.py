"""Investment restrictions that are added, deleted or replaced (Form N-1A Item 16(c))."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from generator.model.approval import Approval, check_vote
from generator.model.content import Finding, Kind
from generator.model.values import Flag, Name, read_name, refuse

if TYPE_CHECKING:
    from generator.model.supplement import Change, House


def _number(value: Any) -> str:
    text = read_name(value)
    if not re.fullmatch(r"\(?[A-Za-z0-9]{1,4}(?:[.-][A-Za-z0-9]{1,4})?\)?", text):
        refuse("RES-01", f"{text!r} is no number of a restriction", "write it like 7, (7) or B.3")
    return text


class Restriction(Kind):
    """One investment restriction, and what becomes of it."""

    kind: ClassVar[str] = "restriction"

    action: Literal["added", "deleted", "replaced"] = Field(description="What becomes of it", examples=["added"])
    fundamental: Flag = Field(description="yes: only a vote of shareholders can change it", examples=["yes"])
    number: Annotated[str, BeforeValidator(_number)] | None = Field(
        None, description="Its number in the list", examples=["7", "(7)"]
    )
    text: Name | None = Field(None, description="What it says from now on", examples=["The Fund may not lend money."])
    former: Name | None = Field(None, description="What it said before", examples=["The Fund may lend money."])
    approval: Approval | None = Field(
        None, description="Who approved the change", examples=[{"shareholders": "2026-06-18"}]
    )

    @model_validator(mode="after")
    def _texts(self) -> Restriction:
        if (self.action == "deleted") == (self.text is not None):
            refuse(
                "RES-02", "a restriction has a text unless it is deleted", "write text:, or former: of a deleted one"
            )
        if self.action == "added" and self.former is not None:
            refuse("RES-03", "an added restriction had no text before", "write action: replaced, or remove former:")
        return self

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings where the text stays the same, or a vote is missing."""
        if self.former is not None and self.former == self.text:
            yield "former", "RES-04", "the former text is the new one", "say what it said before, or remove it"
        yield from check_vote(self.fundamental, self.approval)
