"""A change of tax rules or of other law that the documents tell of (Form N-1A Items 7 and 24)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from generator.model.content import Kind, listed
from generator.model.phrases import Phrase
from generator.model.values import Day, Name


class TaxUpdate(Kind):
    """What changes in the tax rules, or in other law, from a day on."""

    kind: ClassVar[str] = "tax_update"

    area: Literal["tax", "law"] = Field("tax", description="Whether it is tax or other law", examples=["law"])
    subject: Name = Field(description="What it is about", examples=["dividends paid to foreign shareholders"])
    effective: Day = Field(description="From when it is so", examples=["2027-01-01"])
    source: Phrase | None = Field(None, description="Where it is laid down", examples=["the Revenue Act of 2026"])
    facts: Annotated[tuple[Name, ...], BeforeValidator(listed)] = Field(
        description="What changes, one fact an item", examples=[["Interest is free of tax."]], min_length=1
    )
