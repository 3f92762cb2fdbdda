"""A small model with one of everything that content models use."""

from __future__ import annotations

from datetime import date as Day
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, field_validator, model_validator
from pydantic_core import PydanticCustomError


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Style(Enum):
    ROMAN = "roman"
    ARABIC = "arabic"


def read_rate(value: Any) -> Any:
    if isinstance(value, str) and value.endswith("%"):
        return Decimal(value[:-1])
    raise PydanticCustomError(
        "content",
        "{message}",
        {"message": f"{value!r} is not a percentage", "help": "write 0.86%", "code": "NUM-08", "source": "Form N-1A"},
    )


def read_key(value: Any) -> Any:
    if isinstance(value, str) and value.isalnum():
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("content", "text is wanted here", {"code": "TYP-01"})
    raise PydanticCustomError("content", "a key has letters and digits only")


def named(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


class Target(Part):
    document: Literal["prospectus", "summary_prospectus", "sai"] = Field(description="Which document")
    plural: str = "no"


class Window(Part):
    first: Day
    last: Day

    @model_validator(mode="after")
    def _in_order(self) -> Window:
        if self.last < self.first:
            raise PydanticCustomError("content", "the window ends before it begins", {"code": "DAT-01", "at": "last"})
        return self


class ShareClass(Part):
    name: str
    ticker: str | None = None


class FeeTable(Part):
    rows: tuple[dict[str, Annotated[Decimal, BeforeValidator(read_rate)]], ...] = Field(min_length=1)


class FeeTableBlock(Part):
    fee_table: FeeTable


class BulletsBlock(Part):
    bullets: tuple[str, ...]


def kind_of(value: Any) -> str | None:
    if isinstance(value, dict) and len(value) == 1:
        return str(next(iter(value)))
    return None


Block = Annotated[
    Annotated[FeeTableBlock, Tag("fee_table")] | Annotated[BulletsBlock, Tag("bullets")], Discriminator(kind_of)
]


class FreeNote(Part):
    kind: Literal["free"]
    text: str


class WaiverNote(Part):
    kind: Literal["waiver"]
    text: str


class Registrant(Part):
    name: str = Field(description="Legal name", examples=["Met Investors Series Trust"])
    funds: tuple[str, ...] = ()


class Sample(Part):
    name: str
    date: Day = Field(description="The day it bears", examples=["2009-11-12"])
    count: int = 0
    ratio: Decimal = Field(default=Decimal(0), examples=["0.86"])
    window: Window | None = None
    targets: tuple[Target, ...] = ()
    style: Style = Style.ROMAN
    classes: dict[Annotated[str, BeforeValidator(read_key)], Annotated[ShareClass, BeforeValidator(named)]] = {}
    content: tuple[Block, ...] = ()
    notes: tuple[Annotated[FreeNote | WaiverNote, Field(discriminator="kind")], ...] = ()
    registrant: Annotated[str, BeforeValidator(read_key)] | Registrant = "none"
    header: tuple[str, ...] = Field(default=("",), min_length=1, max_length=3)
    file_no: str = Field("", alias="file-no", max_length=5)

    @field_validator("name")
    @classmethod
    def _begins_large(cls, value: str) -> str:
        if not value[:1].isupper():
            raise ValueError("a name begins with a capital letter")
        return value
