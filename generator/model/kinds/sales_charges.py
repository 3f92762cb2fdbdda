"""Sales charges: by amount at purchase, by years when sold, and waivers by intermediary (Form N-1A Item 12)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from generator.model.by_class import WHOLE, check_classes, label_of
from generator.model.content import At, Finding, Found, Kind, listed
from generator.model.entities import Model
from generator.model.values import Key, Money, Name, Rate, refuse, spell_money
from generator.model.working import Working, stated, whole

if TYPE_CHECKING:
    from generator.model.supplement import Change, House


class Band(Model):
    """A range of purchase amounts and its charge; the last has no end."""

    below: Money | None = Field(None, description="The amount at which the next band begins", examples=["$50,000"])
    rate: Rate = Field(description="Charge as a percentage of the offering price", examples=["5.75%"])
    reallowance: Rate | None = Field(None, description="The part of it paid to dealers", examples=["5.00%"])

    @property
    def net(self) -> Decimal | str:
        """The charge as a percentage of what is invested: rate / (1 - rate), to the nearest hundredth."""
        if not isinstance(self.rate, Decimal):
            return self.rate
        return (100 * self.rate / (100 - self.rate)).quantize(Decimal("0.01"), ROUND_HALF_UP)


class InitialCharge(Model):
    """The charge when shares are bought."""

    share_class: Key = Field(WHOLE, description="Key of the class, or all", examples=["A"])
    bands: tuple[Band, ...] = Field(description="Ranges of amounts from the first dollar up", min_length=1)


class DeferredCharge(Model):
    """The charge when shares are sold."""

    share_class: Key = Field(WHOLE, description="Key of the class, or all", examples=["C"])
    rates: tuple[Rate, ...] = Field(
        description="The charge within the first year after purchase, within the second, and so on",
        min_length=1,
        max_length=20,
        examples=[["4.00%", "3.00%", "2.00%", "1.00%"]],
    )


class ChargeWaiver(Model):
    """Purchases or sales through one intermediary that bear no charge."""

    intermediary: Name = Field(description="Through whom", examples=["Seaboard Brokerage"])
    charge: Literal["initial", "deferred"] = Field("initial", description="Which charge is waived")
    covers: Annotated[tuple[Name, ...], BeforeValidator(listed)] = Field(
        description="What is free of it", min_length=1, examples=[["reinvested dividends"]]
    )


class SalesCharges(Kind):
    """Sales charges: initial, by bands of amounts; deferred, by years; and waivers by intermediary."""

    kind: ClassVar[str] = "sales_charges"

    initial: InitialCharge | None = Field(None, description="The charge when shares are bought")
    deferred: DeferredCharge | None = Field(None, description="The charge when shares are sold")
    waivers: tuple[ChargeWaiver, ...] = Field((), description="Waivers, each of one intermediary")

    @model_validator(mode="after")
    def _charged(self) -> SalesCharges:
        if not (self.initial or self.deferred or self.waivers):
            refuse("SLS-01", "no charge is stated", "add initial:, deferred: or waivers:")
        return self

    def working(self, path: str, house: House, change: Change | None) -> Working | None:
        """A charge as a percentage of the price, and of what is left to invest; or that a figure is stated."""
        bands = enumerate(self.initial.bands if self.initial else ())
        band = next((one for index, one in bands if path == f"initial.bands[{index}].rate"), None)
        if band is None or not isinstance(band.rate, Decimal) or not isinstance(band.net, Decimal):
            return stated(self, path)
        left = ("left to invest of $100", whole(100 - band.rate))
        lines = (("as stated, of the offering price", band.rate), left, ("of the amount invested", band.net))
        return Working(path, lines, band.rate)

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """Bands with both percentages, years in order, waivers as they are."""
        initial = self.initial and {
            "name": _class_name(self.initial.share_class, house, change),
            "reallowed": self.initial.bands[0].reallowance is not None,
            "bands": _view_bands(self.initial.bands),
        }
        deferred = self.deferred and {
            "name": _class_name(self.deferred.share_class, house, change),
            "steps": [
                {"year": str(index + 1), "rate": At(rate, f"deferred.rates[{index}]")}
                for index, rate in enumerate(self.deferred.rates)
            ],
        }
        waivers = [
            {
                "intermediary": At(one.intermediary, f"waivers[{index}].intermediary"),
                "charge": one.charge,
                "covers": [At(item, f"waivers[{index}].covers[{at}]") for at, item in enumerate(one.covers)],
            }
            for index, one in enumerate(self.waivers)
        ]
        return {"initial": initial, "deferred": deferred, "waivers": waivers}

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        bounds = dict.fromkeys(("at_least", "less_than", "or_more"), "money")
        figures = dict.fromkeys(("rate", "net", "reallowance"), "figure")
        return {
            "initial": {"name": "words", "reallowed": (), "bands": [bounds | figures]},
            "deferred": {"name": "words", "steps": [{"year": "any", "rate": "figure"}]},
            "waivers": [{"intermediary": "words", "charge": ("initial", "deferred"), "covers": ["words"]}],
        }

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The bands with the bounds that their words imply, the rates of the years in order."""
        content: dict[str, Any] = {}
        if initial := view.get("initial"):
            bands = initial.get("bands", [])
            content["initial"] = _of_class(initial, found) | {"bands": [_band(band) for band in bands]}
        if deferred := view.get("deferred"):
            rates = [step["rate"] for step in deferred.get("steps", [])]
            content["deferred"] = _of_class(deferred, found) | {"rates": rates}
        if waivers := view.get("waivers"):
            content["waivers"] = waivers
        yield content

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): the fund, its classes, the order and columns of the bands."""
        for part in ("initial", "deferred"):
            if charge := getattr(self, part):
                yield from check_classes(part, [charge.share_class], house, change)
        if self.initial:
            yield from _check_bands(self.initial.bands)


def _class_name(key: str, house: House, change: Change | None) -> At | None:
    return None if key == WHOLE else label_of(key, house, change)


def _view_bands(bands: Sequence[Band]) -> list[dict[str, Any]]:
    """Each band with its bounds as less than, at least, or so much or more, and its percentages."""
    views = []
    for index, band in enumerate(bands):
        below, at = bands[index - 1].below if index else None, f"initial.bands[{index}]"
        view = {part: At(getattr(band, part), f"{at}.{part}") for part in ("rate", "reallowance")}
        view["net"] = At(band.net, f"{at}.rate")
        if band.below is not None:
            view["less_than"] = At(band.below, f"{at}.below")
        if below is not None:
            bound = "at_least" if band.below is not None else "or_more"
            view[bound] = At(below, f"initial.bands[{index - 1}].below")
        views.append(view)
    return views


def _band(view: dict[str, Any]) -> dict[str, Any]:
    """A band as an author would write it."""
    below = {"below": view["less_than"]} if view.get("less_than") else {}
    return below | {part: view[part] for part in ("rate", "reallowance") if view.get(part)}


def _of_class(view: dict[str, Any], found: Found) -> dict[str, Any]:
    keys = found.class_keys([view["name"]]) if view.get("name") else []
    return {"share_class": keys[0]} if keys else {}


def _check_bands(bands: Sequence[Band]) -> Iterator[Finding]:
    """Findings about the order of bands, and of columns that only some of them have."""
    for index, band in enumerate(bands):
        at, last = f"initial.bands[{index}]", index == len(bands) - 1
        if (band.below is None) != last:
            message = "the last band ends" if last else "a band without an end stands before the last"
            yield at, "TIER-01", message, "delete below: in the last band only"
        if (band.reallowance is None) != (bands[0].reallowance is None):
            yield at, "SLS-02", "only some bands say what dealers get", "add reallowance: to each, or to none"
    for index, (one, other) in enumerate(pairwise(bands), 1):
        if one.below is not None and other.below is not None and other.below <= one.below:
            ends = f"{spell_money(other.below)} after {spell_money(one.below)}"
            yield (
                f"initial.bands[{index}].below",
                "TIER-02",
                f"bands out of order: {ends}",
                "let below: rise",
            )
