"""How often funds pay dividends and distribute capital gains, until now and from a day on (Form N-1A Item 11(d))."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Literal, get_args

from pydantic import Field

from generator.model.content import At, Finding, Found, Kind
from generator.model.entities import Model
from generator.model.funds import check_fund, fund_keys, fund_name
from generator.model.values import Key
from generator.model.when import WHEN, Start, short_day

if TYPE_CHECKING:
    from generator.model.supplement import Change, House

Frequency = Literal[
    "daily", "declared_daily_paid_monthly", "weekly", "monthly", "quarterly", "semiannually", "annually", "never"
]
_VIEW = {"frequency": get_args(Frequency)}


class Distribution(Model):
    """One sort of distribution of a fund, and its old and new frequency."""

    fund: Key | None = Field(None, description="Key of the fund, if not that of the change", examples=["growth"])
    of: Literal["dividends", "capital_gains"] = Field("dividends", description="What is distributed")
    previous: Frequency | None = Field(None, description="How often until now", examples=["quarterly"])
    new: Frequency = Field(description="How often from now on", examples=["monthly"])


class Distributions(Kind):
    """The frequency of dividends and of distributions of capital gains, old and new, fund by fund."""

    kind: ClassVar[str] = "distributions"

    starts: Start = Field(description="From when", examples=["2026-10-30"])
    schedule: tuple[Distribution, ...] = Field(description="What changes, fund by fund", min_length=1)

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """The one row as `only`, or several as `rows`, in which a frequency is a part of its own."""
        rows = []
        for index, one in enumerate(self.schedule):
            path = f"schedule[{index}]"
            previous = {"frequency": At(one.previous, f"{path}.previous")} if one.previous else None
            new = {"frequency": At(one.new, f"{path}.new")}
            fund = {"name": fund_name(self.fund_of(one, house, change), house)}
            rows.append({"fund": fund, "of": At(one.of, f"{path}.of"), "previous": previous, "new": new})
        several = len(rows) > 1
        return {
            "starts": At(self.starts, "starts"),
            "only": None if several else rows[0],
            "rows": rows if several else [],
            "compared": any(one.previous for one in self.schedule),
        }

    @staticmethod
    def fund_of(one: Distribution, house: House, change: Change | None) -> str:
        """The key of the fund of a distribution; empty where it is not plain."""
        keys = fund_keys((), house, change)
        return one.fund or (keys[0] if len(keys) == 1 else "")

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        row = {"fund": {"name": "words"}, "of": ("dividends", "capital_gains"), "previous": _VIEW, "new": _VIEW}
        return {"starts": WHEN, "only": row, "rows": [row], "compared": ()}

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The rows, with funds by key."""
        if not view.get("starts"):
            return
        schedule = []
        for row in [view["only"]] if view.get("only") else view.get("rows", []):
            one = {"fund": found.fund_key(row["fund"]["name"]), "of": row["of"]}
            one |= {part: row[part]["frequency"] for part in ("previous", "new") if row.get(part)}
            schedule.append(one)
        yield {"starts": short_day(view.get("starts")), "schedule": schedule}

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): funds, a frequency stated twice or not changed."""
        seen = []
        for index, one in enumerate(self.schedule):
            path, fund = f"schedule[{index}]", self.fund_of(one, house, change)
            if not fund:
                yield path, "CMB-01", "the distribution is of no fund", "name its fund: `fund: …`"
                continue
            yield from check_fund(f"{path}.fund", fund, house)
            if (fund, one.of) in seen:
                yield path, "CMB-01", f"{one.of} of {fund!r} are stated twice", "state each once"
            if one.previous == one.new:
                yield (
                    f"{path}.new",
                    "DST-01",
                    f"{one.new} is the old frequency and the new",
                    "delete the row, or mend it",
                )
            seen.append((fund, one.of))
