"""Rows of a fee table: the form's items, figures by class, and the totals that are computed (Form N-1A Item 3)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, ConfigDict, Field, PlainSerializer, model_validator

from generator.model.by_class import WHOLE
from generator.model.content import NoteKeys, TableNote
from generator.model.entities import Model
from generator.model.values import NONE, Day, Dollars, Key, Name, Prose, read_money, read_rate, refuse, spell
from generator.patterns import late

#: Fees paid directly from an investment; they are in no total (Item 3, Shareholder Fees).
SHAREHOLDER = (
    "front_load",
    "deferred_load",
    "reinvested_load",
    "redemption_fee",
    "exchange_fee",
    "account_fee",
)
#: Yearly expenses in the form's order (Item 3, Annual Fund Operating Expenses).
ANNUAL = ("management_fee", "distribution_12b1", "other_expenses", "acquired_fund_fees")
COMPUTED = ("total", "net")
ITEMS = (*SHAREHOLDER, *ANNUAL, "total", "waiver", "net")
#: Parts of other expenses that have a caption of their own, and how many a table may show (Instruction 3(c)(iii)).
COMPONENTS = ("shareholder_servicing", "short_dividends", "interest", "recoupment", "remaining")
#: Every line that the wording has a caption for.
KNOWN = (*ITEMS, *COMPONENTS)
MOST_COMPONENTS = 3
#: Captions of fees paid when shares are bought, sold or exchanged, or for an account.
_PAID_ONCE = late(
    r"\b(?:purchase|redemption|exchange|account|wire|transaction)\b.*\bfees?\b|\bamount (?:invested|redeemed)\b"
    r"|\boffering price\b|\bsales charge\b|\bload\b",
    re.IGNORECASE,
)

#: What a note says; each kind but `free` has a sentence of its own, the form asks for it in the instruction named.
NoteKind: TypeAlias = Literal["free", "restated", "other_estimated", "affe_estimated", "affe_no_correlation", "waiver"]


def _figure(value: Any) -> Any:
    if isinstance(value, dict):
        help = (
            "write the bare figure, and in the row figure_notes: with the class and the note: figure_notes: {C: charge}"
        )
        refuse("NUM-08", "a figure stands here without keys", help)
    return read_money(value) if isinstance(value, str) and value.startswith("$") else read_rate(value)


Figure = Annotated[Any, BeforeValidator(_figure), PlainSerializer(spell)]


def _whole(value: Any) -> Any:
    """A bare figure is the figure of every class."""
    return {WHOLE: value} if isinstance(value, str) else value


class FeeLine(Model):
    """A line of a fee table: a figure for each class by its key, or `all`."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Figure]

    caption: Prose = Field("", description="The line's label, if not the form's", examples=["Management Fee"])
    note: NoteKeys = Field((), description="Keys of the notes marked at the label", examples=["waiver"])
    figure_notes: dict[Key, NoteKeys] = Field(
        default_factory=dict,
        description="Keys of the notes marked at the figures of single classes",
        examples=[{"C": "charge"}],
    )

    @property
    def figures(self) -> dict[str, Any]:
        """The stated figures by class key."""
        return self.__pydantic_extra__ or {}

    @property
    def noted(self) -> tuple[str, ...]:
        """The keys of all notes that are marked in it, at its label or at a figure."""
        return (*self.note, *(key for keys in self.figure_notes.values() for key in keys))

    def figure(self, class_key: str) -> Any:
        """The figure stated for a class, or None."""
        return self.figures.get(class_key, self.figures.get(WHOLE))


class FeeRow(FeeLine):
    """A row: figures by class, or the components whose total it is."""

    components: dict[Name, Annotated[FeeLine, BeforeValidator(_whole)]] = Field(
        default_factory=dict,
        description="Parts of other expenses, at most three, by name; one that the tool does not know needs a caption",
        examples=[{"shareholder_servicing": "0.10%", "remaining": {"A": "0.05%", "I": "0.03%"}}],
    )


def fee_row(value: Any) -> Any:
    """A bare figure is a row with that figure for every class."""
    return _whole(value)


class FeeNote(TableNote):
    """A note below a fee table: of a kind that has its own sentence, or free text."""

    kind: NoteKind = Field("free", description="What it is about; every kind but free has a sentence of its own")
    text: Prose = Field(
        "", description="What it says, in place of its kind's sentence", examples=["Restated to show current fees."]
    )
    ends: Day | None = Field(None, description="waiver: the last day of the agreement", examples=["2027-04-30"])

    @model_validator(mode="after")
    def _says(self) -> FeeNote:
        if self.kind == "free" and not self.text:
            refuse("TYP-03", "the note says nothing", "add text:, or the kind of note that it is")
        if not self.text and (self.kind == "waiver") != (self.ends is not None):
            refuse("FEE-12", "the note on a waiver, and no other, has the agreement's last day", "see ends:")
        return self


def fee_note(value: Any) -> Any:
    """A bare text is a free note."""
    return {"text": value} if isinstance(value, str) else value


def paid_directly(captions: Mapping[str, str]) -> tuple[str, ...]:
    """The items of a table, with their captions, that are fees paid directly from an investment.

    An item of the author's own is one where it stands above the first yearly expense of the form: among those of the
    form, between them and the management fees, or with the caption of such a fee.
    """
    items = list(captions)
    yearly = next((at for at, item in enumerate(items) if item in (*ANNUAL, "waiver", *COMPUTED)), len(items))
    above = [at for at, item in enumerate(items[:yearly]) if item in SHAREHOLDER]
    to_management = bool(above) and items[yearly : yearly + 1] == ["management_fee"]

    def direct(at: int, item: str) -> bool:
        if item in ITEMS or at > yearly:
            return item in SHAREHOLDER
        return to_management or at < max(above, default=0) or bool(_PAID_ONCE.search(captions[item]))

    return tuple(item for at, item in enumerate(items) if direct(at, item))


def counted(captions: Mapping[str, str]) -> tuple[str, ...]:
    """The items that the total adds up; of the author's own not those that stand below a stated total."""
    apart = {*paid_directly(captions), "waiver", *COMPUTED}
    items = list(captions)
    end = next((at for at, item in enumerate(items) if item in COMPUTED), len(items))
    return tuple(item for at, item in enumerate(items) if item not in apart and (at < end or item in ANNUAL))


def captions_of(rows: Mapping[str, FeeRow]) -> dict[str, str]:
    """The items of a table with the captions that its author gave them."""
    return {item: row.caption for item, row in rows.items()}


def figure_of(rows: Mapping[str, FeeRow], item: str, class_key: str) -> Any:
    """The figure shown in a row for a class: as stated, else computed."""
    stated = rows[item].figure(class_key) if item in rows else None
    return computed_figure(rows, item, class_key) if stated is None else stated


def computed_figure(rows: Mapping[str, FeeRow], item: str, class_key: str) -> Any:
    """The total of the yearly rows or of a row's components, or the total less the waiver; else None."""
    if item == "net":
        total, waiver = figure_of(rows, "total", class_key), figure_of(rows, "waiver", class_key)
        return total - (waiver if isinstance(waiver, Decimal) else 0) if isinstance(total, Decimal) else total
    if item == "total":
        return _sum([figure_of(rows, key, class_key) for key in counted(captions_of(rows))])
    if item in rows and rows[item].components:
        return _sum([line.figure(class_key) for line in rows[item].components.values()])
    return None


def _sum(figures: list[Any]) -> Any:
    amounts = [figure for figure in figures if isinstance(figure, Decimal) and not isinstance(figure, Dollars)]
    return sum(amounts, Decimal("0.00")) if amounts else NONE
