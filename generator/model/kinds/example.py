"""The Example of Form N-1A Item 3: what $10,000 costs over one, three, five and ten years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import BeforeValidator, Field, PlainSerializer

from generator.model.by_class import check_classes, keys_of, label_of
from generator.model.content import At, Finding, Found, Kind
from generator.model.entities import Model
from generator.model.example_working import explain_example
from generator.model.projection import Costs, Projection, project
from generator.model.values import Dollars, Flag, Key, Rate, read_text, refuse, spell
from generator.model.working import Working, stated

if TYPE_CHECKING:
    from generator.model.supplement import Change, House

Year: TypeAlias = Literal["1", "3", "5", "10"]
YEARS: tuple[Year, ...] = ("1", "3", "5", "10")


#: What to type where a class has more than the amounts of its years.
_SOLD_AND_KEPT = (
    "the years are 1, 3, 5 and 10; put those of shares that are sold under `amounts:`, such as"
    " `amounts: {1: $91, 3: $284, 5: $493, 10: '$1,096'}`, and beside it those of shares that are kept under"
    " `no_redemption:`"
)


def _whole_dollars(value: Any) -> Any:
    """Dollars without cents: `$1,096` (Instruction 1(a))."""
    if isinstance(value, Dollars):
        return value
    if not (match := re.fullmatch(r"\$?(\d{1,3}(?:,\d{3})+|\d{1,6})", read_text(value))):
        refuse("EX-02", f"{value!r} is no amount in whole dollars", "write an amount such as $91 or $1,096")
    return Dollars(match[1].replace(",", ""))


Amount: TypeAlias = Annotated[Any, BeforeValidator(_whole_dollars), PlainSerializer(spell)]


class ExampleRow(Model):
    """A class's amounts, stated, or computed from what it charges."""

    amounts: dict[Year, Amount] = Field(default_factory=dict, description="Costs by year if the shares are sold")
    no_redemption: dict[Year, Amount] = Field(default_factory=dict, description="Costs by year if they are kept")
    total: Rate | None = Field(None, description="Total annual operating expenses", examples=["1.26%"])
    net: Rate | None = Field(None, description="The same after the waiver", examples=["1.07%"])
    front_load: Rate = Field("None", description="Sales charge at purchase", examples=["5.75%"])
    deferred_load: dict[Year, Rate] = Field(
        default_factory=dict,
        description="Sales charge or redemption fee when sold at a year's end",
        examples=[{"1": "1.00%"}],
    )

    def amount(self, year: Year, kept: bool, waiver_years: int) -> Any:
        """The amount of a year as stated, else computed, else None."""
        stated = (self.no_redemption if kept else self.amounts).get(year)
        return self.computed(year, kept, waiver_years) if stated is None else stated

    def computed(self, year: Year, kept: bool, waiver_years: int) -> Dollars | None:
        """The amount of a year by the average balance method; None where the total is not stated."""
        projection = self.projection(year, kept, waiver_years)
        return projection.cost if projection else None

    def projection(self, year: Year, kept: bool, waiver_years: int) -> Projection | None:
        """What is paid year by year until then; None where the total is not stated."""
        if not isinstance(self.total, Decimal):
            return None
        net = self.net if isinstance(self.net, Decimal) else None
        costs = Costs(self.total, net, waiver_years, _number(self.front_load))
        return project(int(year), costs, Decimal(0) if kept else _number(self.deferred_load.get(year)))

    @property
    def redeemable(self) -> bool:
        """Whether a charge applies when shares are sold, so that the amounts differ if they are kept."""
        return bool(self.no_redemption or any(_number(rate) for rate in self.deferred_load.values()))


def _number(rate: Any) -> Decimal:
    return rate if isinstance(rate, Decimal) else Decimal(0)


def _row(value: Any) -> Any:
    """A mapping of years is that of the amounts; with what is no year beside them it is refused."""
    keys = list(value) if isinstance(value, dict) else []
    others = [key for key in keys if key not in YEARS]
    if len(others) == len(keys):
        return value
    if others and others[0] in ExampleRow.model_fields:
        refuse("KEY-01", f"years of an Example stand beside `{others[0]}:`", _SOLD_AND_KEPT)
    if others:
        refuse("TYP-05", f"`{others[0]}` is no year of an Example", _SOLD_AND_KEPT)
    return {"amounts": value}


class Example(Kind):
    """The Example by class: what $10,000 costs over the years, stated or computed."""

    kind: ClassVar[str] = "example"

    rows: dict[Key, Annotated[ExampleRow, BeforeValidator(_row)]] = Field(
        description="Amounts by class, or of `all`, by year",
        min_length=1,
        examples=[{"A": {"1": "$91", "3": "$284", "5": "$493", "10": "$1,096"}, "I": {"total": "0.89%"}}],
    )
    new_fund: Flag = Field(False, description="yes: a new fund shows one and three years only")
    waiver_years: Literal["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"] | None = Field(
        None, description="For how many years the figures count a fee waiver", examples=["1"]
    )

    @property
    def years(self) -> tuple[Year, ...]:
        """The years that are shown (Instruction 6(b): two for a new fund)."""
        return YEARS[:2] if self.new_fund else YEARS

    def working(self, path: str, house: House, change: Change | None) -> Working | None:
        """An amount year by year: balances, ratios, loads, and their sum, rounded once."""
        return explain_example(self, path, house, change) or stated(self, path)

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """Rows of a class's name and its amounts, and again for those that cost less if shares are kept."""
        held = [key for key, row in self.rows.items() if row.redeemable]
        return {
            "new_fund": self.new_fund,
            "waiver_years": self.waiver_years,
            "rows": [self._view_row(key, False, house, change) for key in self.rows],
            "held": [self._view_row(key, True, house, change) for key in held],
        }

    def _view_row(self, key: str, kept: bool, house: House, change: Change | None) -> dict[str, Any]:
        row, path = self.rows[key], f"rows.{key}.{'no_redemption' if kept else 'amounts'}"
        waived = int(self.waiver_years or 0)
        return {
            "name": label_of(key, house, change),
            "amounts": [At(row.amount(year, kept, waived), f"{path}.{year}") for year in self.years],
        }

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        rows = [{"name": "words", "amounts": ["money"]}]
        return {"new_fund": (), "waiver_years": "any", "rows": rows, "held": rows}

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The amounts by class and year, as if stated."""
        rows, held = view.get("rows", []), view.get("held", [])
        width = len(rows[0].get("amounts", [])) if rows else 0
        if width not in (2, len(YEARS)) or any(len(row.get("amounts", [])) != width for row in [*rows, *held]):
            return
        kept = {row["name"]: dict(zip(YEARS, row["amounts"], strict=False)) for row in held}
        content: dict[str, Any] = {"waiver_years": view["waiver_years"]} if view.get("waiver_years") else {}
        content |= {"new_fund": "yes"} if width == 2 else {}
        for keys in keys_of([row["name"] for row in rows], found):
            amounts: dict[str, Any] = {}
            for key, row in zip(keys, rows, strict=True):
                sold = dict(zip(YEARS, row["amounts"], strict=False))
                amounts[key] = {"amounts": sold, "no_redemption": kept[row["name"]]} if row["name"] in kept else sold
            yield {"rows": amounts} | content

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): the fund, its classes, amounts that are missing."""
        yield from check_classes("rows", self.rows, house, change)
        stated = [row for row in self.rows.values() if not isinstance(row.total, Decimal)]
        if not self.new_fund and stated and all(set(row.amounts) == set(YEARS[:2]) for row in stated):
            help = "add new_fund: yes, if the fund is new; else state them, or add total: with each class's ratio"
            yield "rows", "EX-02", "there are amounts for years 1 and 3 alone", help
            return
        for key, row in self.rows.items():
            for year in self.years:
                for name in ("amounts", "no_redemption")[: 1 + row.redeemable]:
                    if year not in getattr(row, name) and not isinstance(row.total, Decimal):
                        help = "state it, or add total: with the class's ratio"
                        yield f"rows.{key}.{name}.{year}", "EX-02", f"there is no amount for year {year}", help
