"""The launch of share classes (Form N-1A Items 3, 6 and 11): names, tickers, minimums, who may buy them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import Field

from generator.model.content import At, Finding, Found, Kind
from generator.model.entities import Model
from generator.model.funds import check_class, check_fund, class_key, class_name, fund_keys, fund_name
from generator.model.minimums import Minimum
from generator.model.values import Key, Name
from generator.model.when import WHEN, Start, short_day

if TYPE_CHECKING:
    from generator.model.supplement import Change, House


class NewClass(Model):
    """A share class that a fund begins to offer."""

    fund: Key | None = Field(None, description="Key of the fund, if not that of the change", examples=["growth"])
    share_class: Key = Field(alias="class", description="Key of the class", examples=["R6"])
    ticker: Name | None = Field(None, description="Its ticker, if not as declared", examples=["HPGRX"])
    initial: Minimum | None = Field(None, description="Minimum first investment", examples=["$1 million", "None"])
    subsequent: Minimum | None = Field(None, description="Minimum of later investments", examples=["$50", "None"])
    eligible: Name | None = Field(None, description="Who may buy it", examples=["employer-sponsored retirement plans"])


class ClassLaunch(Kind):
    """Share classes that funds begin to offer, with tickers, minimums and who may buy them."""

    kind: ClassVar[str] = "class_launch"

    starts: Start = Field(description="From when", examples=["2026-10-30"])
    classes: tuple[NewClass, ...] = Field(description="The new classes, fund by fund", min_length=1)

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """A row for each new class; who may buy each in a list."""
        rows = [self._view_class(index, house, change) for index in range(len(self.classes))]
        eligible = [row for row in rows if row["eligible"].value]
        return {
            "starts": At(self.starts, "starts"),
            "tickers": any(one.value for one in (row["ticker"] for row in rows)),
            "minimums": any(one.initial is not None or one.subsequent is not None for one in self.classes),
            "classes": rows,
            "single": len(rows) == 1,
            "eligible": eligible,
            "one_eligible": len(eligible) == 1,
        }

    def _view_class(self, index: int, house: House, change: Change | None) -> dict[str, Any]:
        new, path = self.classes[index], f"classes[{index}]"
        fund = self.fund_of(new, house, change)
        declared = house.registrant.funds[fund].classes if fund in house.registrant.funds else {}
        known = declared[new.share_class].ticker if new.share_class in declared else None
        place = f"/registrant.funds.{fund}.classes.{new.share_class}.ticker"
        return {
            "fund": fund_name(fund, house),
            "name": class_name(fund, new.share_class, house),
            "ticker": At(new.ticker, f"{path}.ticker") if new.ticker else At(known, place),
            "initial": At(new.initial, f"{path}.initial"),
            "subsequent": At(new.subsequent, f"{path}.subsequent"),
            "eligible": At(new.eligible, f"{path}.eligible"),
        }

    @staticmethod
    def fund_of(new: NewClass, house: House, change: Change | None) -> str:
        """The key of the fund of a new class; empty where it is not plain."""
        keys = fund_keys((), house, change)
        return new.fund or (keys[0] if len(keys) == 1 else "")

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        words = dict.fromkeys(("fund", "name", "ticker", "eligible"), "words")
        row = words | dict.fromkeys(("initial", "subsequent"), "figure")
        flags: dict[str, Any] = dict.fromkeys(("tickers", "minimums", "single", "one_eligible"), ())
        return {"starts": WHEN, "classes": [row], "eligible": [row], **flags}

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The new classes by key, each with who may buy it."""
        if not view.get("starts"):
            return
        eligible = {(one["fund"], one["name"]): one["eligible"] for one in view.get("eligible", [])}
        classes = []
        for row in view["classes"]:
            fund = found.fund_key(row["fund"])
            new = {"fund": fund, "class": class_key(fund, row["name"], found), **row}
            new["eligible"] = eligible.get((row["fund"], row["name"]))
            classes.append({key: value for key, value in new.items() if key != "name" and value})
            classes[-1]["fund"] = fund
        yield {"starts": short_day(view.get("starts")), "classes": classes}

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): funds and classes, a class launched twice."""
        seen = []
        for index, new in enumerate(self.classes):
            path, fund = f"classes[{index}]", self.fund_of(new, house, change)
            if not fund:
                yield path, "CMB-01", "the class is of no fund", "name its fund: `fund: …`"
                continue
            yield from check_fund(f"{path}.fund", fund, house)
            yield from check_class(f"{path}.class", fund, new.share_class, house)
            if (fund, new.share_class) in seen:
                yield path, "CLS-05", f"class {new.share_class!r} is launched twice", "state each class once"
            seen.append((fund, new.share_class))
