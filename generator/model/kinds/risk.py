"""Risks that are added, replaced or removed (Form N-1A Items 4(b) and 9(c))."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from generator.model.content import At, Finding, Found, Kind, as_written, listed
from generator.model.entities import Model
from generator.model.shapes import Shape
from generator.model.values import Called, Flag, Name, read_name, refuse

if TYPE_CHECKING:
    from generator.model.supplement import Change, House


def _risk_name(value: Any) -> str:
    text = read_name(value)
    if ": " in text or text.endswith(":"):
        refuse("RSK-01", f"the name {text!r} has a colon in it", "leave it out: a colon ends the name")
    return text


class OneRisk(Model):
    """A risk: its name runs into its text."""

    name: Annotated[str, BeforeValidator(_risk_name)] = Field(description="Its name", examples=["Concentration Risk"])
    text: Name = Field(
        description="What may go wrong, and what that does to the fund", examples=["Interest rates may rise."]
    )


class Risk(Kind):
    """Risks that are new, take the place of others or are no longer given."""

    kind: ClassVar[str] = "risk"

    principal: Flag | None = Field(None, description="Whether they are principal risks", examples=["yes"])
    extent: Literal["summary", "full"] | None = Field(
        None, description="Which description of them this is", examples=["summary"]
    )
    replaces: Annotated[tuple[Called, ...], BeforeValidator(listed)] = Field(
        (), description="Names of the risks that they take the place of", examples=[["Market Risk"]]
    )
    risks: tuple[OneRisk, ...] = Field(
        (),
        description="The risks; none where some are only removed",
        examples=[[{"name": "Market Risk", "text": "Markets may fall."}]],
    )

    @model_validator(mode="after")
    def _says_something(self) -> Risk:
        if not (self.risks or self.replaces):
            refuse("RSK-02", "no risk is added, replaced or removed", "add risks: with name and text, or replaces:")
        return self

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """The fields, and how many risks there are: the reader must know where the last ends."""
        count = len(self.risks)
        return super().view(house, change) | {"count": At(count if count > 1 else None, "risks")}

    @classmethod
    def shape(cls) -> dict[str, Shape]:
        """The fields, and how many risks there are."""
        return super().shape() | {"count": "count"}

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The fields, where as many risks were read as are announced."""
        risks = view.get("risks", [])
        if int(view.get("count", min(len(risks), 1))) == len(risks):
            yield {name: as_written(view[name]) for name in cls.model_fields if view.get(name) is not None}

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings: a risk given twice."""
        names = [risk.name for risk in self.risks]
        for index, name in enumerate(names):
            if name in names[:index]:
                yield f"risks[{index}].name", "RSK-03", f"the risk {name!r} is given twice", "join the two texts"
