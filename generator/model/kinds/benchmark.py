"""The index that a fund compares its performance with (Form N-1A Item 4(b)(2)(iii) and Instruction 2(c))."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field, model_validator

from generator.model.content import At, Finding, Found, Kind
from generator.model.entities import Model
from generator.model.measures import Return
from generator.model.phrases import Phrase, alike
from generator.model.shapes import Shape
from generator.model.values import Day, Name, refuse

if TYPE_CHECKING:
    from generator.model.supplement import Change, House

#: The columns that a table of returns can have, in the form's order.
PERIODS = ("one_year", "five_years", "ten_years", "since_inception")
#: The mark of the only note.
MARK = "(1)"


class Returns(Model):
    """The average annual returns of an index."""

    one_year: Return | None = Field(None, description="Over one year", examples=["7.31%"])
    five_years: Return | None = Field(None, description="Over five years", examples=["-2.40%"])
    ten_years: Return | None = Field(None, description="Over ten years", examples=["5.02%"])
    since_inception: Return | None = Field(None, description="Since the fund began", examples=["4.90%"])

    @property
    def stated(self) -> tuple[str, ...]:
        """The periods that have a return."""
        return tuple(period for period in PERIODS if getattr(self, period) is not None)


class ReturnsTable(Model):
    """The returns of the new index and the old, over the same periods."""

    as_of: Day = Field(description="The day at which the periods end", examples=["2025-12-31"])
    inception: Day | None = Field(None, description="The day on which the fund began", examples=["2018-05-15"])
    new: Returns = Field(description="Those of the new index", examples=[{"one_year": "7.31%", "five_years": "6.08%"}])
    old: Returns | None = Field(
        None, description="Those of the old index", examples=[{"one_year": "8.00%", "five_years": "5.90%"}]
    )

    @model_validator(mode="after")
    def _same_periods(self) -> ReturnsTable:
        if not self.new.stated or (self.old and self.old.stated != self.new.stated):
            refuse("BEN-01", "both indices need returns over the same periods", "give both, or N/A where there is none")
        if ("since_inception" in self.new.stated) != (self.inception is not None):
            help = "add `inception: 2019-05-15`, the day on which the fund began, or take out `since_inception:`"
            if self.inception is not None:
                help = "add `since_inception: 7.31%` to the returns of each index, or take out `inception:`"
            refuse("BEN-02", "returns since the fund began and the day on which it began belong together", help)
        return self


class Benchmark(Kind):
    """An index that takes the place of another or is added, with the returns of both and the reason."""

    kind: ClassVar[str] = "benchmark"

    role: Literal["broad_based", "additional"] = Field(
        "broad_based", description="What the index is for the fund", examples=["additional"]
    )
    new: Name = Field(description="The index from now on", examples=["Harbor Total Market Index"])
    old: Name | None = Field(
        None, description="The index until now; none where one is added", examples=["Harbor Large Company Index"]
    )
    since: Day | None = Field(None, description="From when", examples=["2026-01-01"])
    reason: Phrase | None = Field(
        None, description="Why, to follow \u201cbecause\u201d", examples=["it covers the whole market"]
    )
    returns: ReturnsTable | None = Field(
        None, description="The returns of the indices", examples=[{"as_of": "2025-12-31", "new": {"one_year": "7.31%"}}]
    )

    @model_validator(mode="after")
    def _returns_of_both(self) -> Benchmark:
        if self.returns and (self.old is None) != (self.returns.old is None):
            refuse(
                "BEN-03", "the returns are not those of the indices named", "give old: in both places, or in neither"
            )
        return self

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """The fields, with the table as columns and rows; the reason is its note where there is a table."""
        view = super().view(house, change) | {"columns": [], "rows": []}
        table = self.returns
        if table is None:
            return view
        rows = [("new", self.new, table.new), ("old", self.old, table.old)]
        return view | {
            "columns": [{"period": period} for period in table.new.stated],
            "rows": [
                {
                    "name": At(name, index),
                    "marks": MARK if index == "new" and self.reason else "",
                    "figures": [At(getattr(one, p), f"returns.{index}.{p}") for p in one.stated],
                }
                for index, name, one in rows
                if one is not None
            ],
        }

    @classmethod
    def shape(cls) -> dict[str, Shape]:
        """The fields, and the table as columns and rows."""
        row: dict[str, Shape] = {"name": "words", "marks": "marks", "figures": ["any"]}
        return super().shape() | {"columns": [{"period": "words"}], "rows": [row]}

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The returns of the indices by period; nothing where the rows are not those of the indices."""
        plain = {name: view[name] for name in ("role", "new", "old", "since", "reason") if view.get(name) is not None}
        if not view.get("rows"):
            yield plain
            return
        indices = [index for index in ("new", "old") if index in plain]
        names = [row["name"] for row in view["rows"]]
        if len(names) != len(indices) or not all(alike(plain[i], name) for i, name in zip(indices, names, strict=True)):
            return
        plain |= dict(zip(indices, names, strict=True))  # a row has no words beside the name
        periods = [column["period"] for column in view["columns"]]
        returns = dict(view["returns"])
        for index, row in zip(indices, view["rows"], strict=True):
            returns[index] = dict(zip(periods, row["figures"], strict=False))
        yield plain | {"returns": returns}

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """A finding where the index stays the same."""
        if self.old == self.new:
            yield "old", "BEN-04", "the old index is the new one", "name the index that the fund used before"
