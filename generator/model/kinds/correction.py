"""Slips in an earlier document, and what is right."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, PlainSerializer, model_validator

from generator.model.content import Kind
from generator.model.entities import Model
from generator.model.values import Called, Name, read_fine_rate, read_money, refuse, spell


def _figure(value: Any) -> Any:
    return read_money(value) if isinstance(value, str) and value.startswith("$") else read_fine_rate(value)


Figure = Annotated[Any, BeforeValidator(_figure), PlainSerializer(spell)]


class Slip(Model):
    """Words that were wrong."""

    where: Name = Field(description="Where they stand", examples=["Page 12, last paragraph"])
    wrong: Called = Field(description="The erroneous words", examples=["since May 2012"])
    right: Called = Field(description="The right ones", examples=["since May 2021"])

    @model_validator(mode="after")
    def _differ(self) -> Slip:
        if self.wrong == self.right:
            refuse("COR-01", "the right words are the wrong ones", "write what should stand there under right:")
        return self


class FigureSlip(Model):
    """A figure that was wrong."""

    what: Name = Field(description="What the figure is", examples=["Other Expenses of Class A"])
    where: Name = Field(description="Where it stands", examples=["the table “Annual Fund Operating Expenses”"])
    wrong: Figure = Field(description="The erroneous figure", examples=["0.98%"])
    right: Figure = Field(description="The right one", examples=["0.89%"])

    @model_validator(mode="after")
    def _differ(self) -> FigureSlip:
        if self.wrong == self.right:
            refuse("COR-01", "the right figure is the wrong one", "write what should stand there under right:")
        return self


class Correction(Kind):
    """Words and figures that are set right."""

    kind: ClassVar[str] = "correction"

    words: tuple[Slip, ...] = Field(
        (), description="Wrong words", examples=[[{"where": "Page 4", "wrong": "May 2012", "right": "May 2021"}]]
    )
    figures: tuple[FigureSlip, ...] = Field(
        (),
        description="Wrong figures",
        examples=[[{"what": "Other Expenses", "where": "the fee table", "wrong": "0.98%", "right": "0.89%"}]],
    )

    @model_validator(mode="after")
    def _says_something(self) -> Correction:
        if not (self.words or self.figures):
            refuse("COR-02", "nothing is corrected", "add words: or figures: with where, wrong and right")
        return self
