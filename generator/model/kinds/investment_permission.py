"""Leave to invest in something (Form N-1A Items 9(b) and 16(b))."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from generator.model.content import Kind, listed
from generator.model.measures import Portion
from generator.model.phrases import Phrase
from generator.model.values import Flag, Name, refuse


class InvestmentPermission(Kind):
    """What a fund may invest in from now on, how much, and what that risks."""

    kind: ClassVar[str] = "investment_permission"

    instrument: Phrase = Field(description="What it may invest in", examples=["real estate investment trusts"])
    limit: Portion | None = Field(
        None, description="The most of its assets; none: no limit of its own", examples=["10%"]
    )
    base: Literal["net_assets", "total_assets"] | None = Field(
        None, description="The assets that the limit is of", examples=["net_assets"]
    )
    purpose: Phrase | None = Field(None, description="What for", examples=["manage cash"])
    principal: Flag | None = Field(None, description="Whether that is a principal strategy", examples=["no"])
    description: Name | None = Field(
        None, description="What the instrument is", examples=["A REIT puts its money into real estate."]
    )
    risks: Annotated[tuple[Name, ...], BeforeValidator(listed)] = Field(
        (), description="Its risks, each in a few words", examples=[["rising interest rates"]]
    )

    @model_validator(mode="after")
    def _limit_of_what(self) -> InvestmentPermission:
        if (self.limit is None) != (self.base is None):
            refuse("PER-01", "limit: and base: belong together", "write limit: 10% and base: net_assets, or neither")
        return self
