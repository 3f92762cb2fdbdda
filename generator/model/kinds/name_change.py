"""New names of the registrant, its adviser, its funds and their share classes, with new ticker symbols."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, model_validator

from generator.model.content import At, Finding, Found, Kind
from generator.model.effect import effective_from_view, view_effective
from generator.model.entities import Model
from generator.model.funds import check_class, check_fund, class_key, class_name, fund_keys, fund_name
from generator.model.values import Called, Flag, Key, read_name, refuse
from generator.model.when import WHEN, Start

if TYPE_CHECKING:
    from generator.model.supplement import Change, House


def _symbol(value: Any) -> str:
    text = read_name(value)
    if not re.fullmatch(r"[A-Z][A-Z0-9.]{0,8}[A-Z0-9]", text):
        refuse("IDS-07", f"{text!r} is no ticker symbol", "write capital letters, such as HPGAX")
    return text


Ticker = Annotated[str, BeforeValidator(_symbol)]


class NewClassName(Model):
    """A share class that gets another name, another ticker symbol, or both."""

    fund: Key | None = Field(None, description="Key of the fund, if not that of the change", examples=["growth"])
    share_class: Key = Field(alias="class", description="Key of the class", examples=["A"])
    name: Called | None = Field(None, description="Its new name", examples=["Investor Class"])
    ticker: Ticker | None = Field(None, description="Its new ticker symbol", examples=["HPVAX"])
    former_ticker: Ticker | None = Field(
        None, description="Its ticker symbol until then, if not as declared", examples=["HPGAX"]
    )

    @model_validator(mode="after")
    def _changes(self) -> NewClassName:
        if not (self.name or self.ticker):
            refuse("NAM-10", "nothing about the class changes", "add name: or ticker:")
        if self.former_ticker and not self.ticker:
            refuse("NAM-10", "there is no new ticker symbol", "add ticker:, or delete former_ticker:")
        return self


class NewFirmName(Model):
    """The adviser's name until then, and from then on."""

    old: Called = Field(description="The name until then", examples=["Harbor Point Advisers, Inc."])
    new: Called = Field(description="The name from then on", examples=["Harbor Point Asset Management LLC"])


class NameChange(Kind):
    """New names, and what they stand for; the old ones are those that are declared."""

    kind: ClassVar[str] = "name_change"

    effective: Start | None = Field(None, description="From when, if not as the change", examples=["2026-10-30"])
    registrant: Called | None = Field(None, description="The registrant's new name", examples=["Harbor Point Trust"])
    adviser: NewFirmName | None = Field(None, description="The adviser's names")
    funds: dict[Key, Called] = Field(
        default_factory=dict, description="New names of funds, by key", examples=[{"growth": "Harbor Point Value Fund"}]
    )
    classes: tuple[NewClassName, ...] = Field((), description="New names and ticker symbols of share classes")
    references_replaced: Flag = Field(True, description="no: references to former names are left as they are")
    name_only: Flag = Field(False, description="yes: says that objective, strategies and fees stay as they are")
    former_in_use: Flag = Field(False, description="yes: says that a former name may be used for some time")

    @model_validator(mode="after")
    def _says(self) -> NameChange:
        if not (self.registrant or self.adviser or self.funds or self.classes):
            refuse("NAM-10", "no name changes", "add funds:, classes:, registrant: or adviser:")
        return self

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """Each old name beside the new."""
        flags = ("references_replaced", "name_only", "former_in_use")
        classes = [self._view_class(at, house, change) for at in range(len(self.classes))]
        return {part: At(getattr(self, part), part) for part in ("adviser", *flags)} | {
            "effective": view_effective(self.effective, house, change),
            "trust": self._view_trust(house),
            "funds": [
                {"old": fund_name(key, house), "new": At(name, f"funds.{key}")} for key, name in self.funds.items()
            ],
            "classes": classes,
            "tickers": any(one.ticker for one in self.classes),
            "formers": any(one["former_ticker"].value for one in classes),
            "named": bool(self.registrant or self.adviser or self.funds or any(one.name for one in self.classes)),
        }

    def _view_trust(self, house: House) -> dict[str, Any] | None:
        old = At(house.registrant.name, "/registrant.name")
        return {"old": old, "new": At(self.registrant, "registrant")} if self.registrant else None

    def _view_class(self, at: int, house: House, change: Change | None) -> dict[str, Any]:
        new, path = self.classes[at], f"classes[{at}]"
        fund = _fund_of(new, house, change)
        declared = house.registrant.funds[fund].classes if fund in house.registrant.funds else {}
        known = declared[new.share_class].ticker if new.share_class in declared and new.ticker else None
        place = f"/registrant.funds.{fund}.classes.{new.share_class}.ticker"
        return {
            "fund": fund_name(fund, house),
            "old": class_name(fund, new.share_class, house),
            "new": At(new.name, f"{path}.name"),
            "former_ticker": At(new.former_ticker, f"{path}.former_ticker") if new.former_ticker else At(known, place),
            "ticker": At(new.ticker, f"{path}.ticker"),
        }

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        names = {"old": "words", "new": "words"}
        parts = ("references_replaced", "name_only", "former_in_use", "tickers", "formers", "named")
        flags: dict[str, Any] = dict.fromkeys(parts, ())
        renamed = {"adviser": names, "trust": names, "funds": [names]}
        tickers = dict.fromkeys(("fund", "former_ticker", "ticker"), "words")
        return {**flags, **renamed, "effective": WHEN, "classes": [names | tickers]}

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """New names by key."""
        content = effective_from_view(view)
        content |= {"registrant": view["trust"]["new"]} if view.get("trust") else {}
        content |= {"adviser": view["adviser"]} if view.get("adviser") else {}
        if funds := view.get("funds"):
            content["funds"] = {found.fund_key(one["old"]): one["new"] for one in funds}
        if classes := view.get("classes"):
            content["classes"] = [_class_from_view(one, found) for one in classes]
        content |= {flag: "yes" for flag in ("name_only", "former_in_use") if view.get(flag)}
        yield content if view.get("references_replaced") else content | {"references_replaced": "no"}

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): funds and classes, names that stay as they are."""
        for key, name in self.funds.items():
            yield from check_fund(f"funds.{key}", key, house)
            if fund_name(key, house).value == name:
                yield f"funds.{key}", "NAM-11", f"{name} is its name already", "write the new name, or remove the line"
        for at, new in enumerate(self.classes):
            yield from self._check_class(at, new, house, change)

    def _check_class(self, at: int, new: NewClassName, house: House, change: Change | None) -> Iterator[Finding]:
        path, fund = f"classes[{at}]", _fund_of(new, house, change)
        if not fund:
            yield path, "CMB-01", "the class is of no fund", "name its fund: `fund: …`"
            return
        yield from check_fund(f"{path}.fund", fund, house)
        yield from check_class(f"{path}.class", fund, new.share_class, house)
        seen = self._view_class(at, house, change)
        for part, old in (("name", seen["old"].value), ("ticker", seen["former_ticker"].value)):
            if old and getattr(new, part) == old:
                yield f"{path}.{part}", "NAM-11", f"{old} is its {part} already", "write the new one, or remove it"


def _fund_of(new: NewClassName, house: House, change: Change | None) -> str:
    """The key of the fund of a class; empty where it is not plain."""
    keys = fund_keys((), house, change)
    return new.fund or (keys[0] if len(keys) == 1 else "")


def _class_from_view(view: dict[str, Any], found: Found) -> dict[str, Any]:
    """A class's new name and ticker symbol, as an author would write them."""
    fund = found.fund_key(view["fund"])
    new = {"fund": fund, "class": class_key(fund, view["old"], found), "name": view.get("new")}
    tickers = {part: view.get(part) for part in ("ticker", "former_ticker")}
    return {key: value for key, value in (new | tickers).items() if value}
