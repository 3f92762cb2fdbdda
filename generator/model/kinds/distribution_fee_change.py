"""A change of distribution or service fees (Rule 12b-1), by class."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from generator.model.by_class import WHOLE, check_classes, keys_of, label_of
from generator.model.content import At, Finding, Found, Kind
from generator.model.entities import Model
from generator.model.values import NONE, Day, Key, Rate

if TYPE_CHECKING:
    from generator.model.supplement import Change, House


class ChangedRate(Model):
    """A fee before and now; `None` where nothing is charged."""

    previous: Rate = Field(description="The yearly rate until now", examples=["1.00%"])
    new: Rate = Field(description="The yearly rate from now on; None where the fee is eliminated", examples=["0.75%"])

    @property
    def direction(self) -> str:
        """How the fee moves: introduced, eliminated, raised or reduced."""
        if not isinstance(self.previous, Decimal):
            return "introduced"
        if not isinstance(self.new, Decimal):
            return "eliminated"
        return "raised" if self.new > self.previous else "reduced"


def _whole(value: Any) -> Any:
    """A bare pair of rates is that of the whole fund."""
    return {WHOLE: value} if isinstance(value, dict) and set(value) == {"previous", "new"} else value


class DistributionFeeChange(Kind):
    """Distribution or service (12b-1) fees that rise, fall, begin or end, by class."""

    kind: ClassVar[str] = "distribution_fee_change"

    fee: Literal["distribution_and_service", "distribution", "service"] = Field(
        "distribution_and_service", description="Which fee"
    )
    starts: Day | None = Field(None, description="The day from which it holds", examples=["2026-10-01"])
    rates: Annotated[dict[Key, ChangedRate], BeforeValidator(_whole)] = Field(
        description="Rates by class, or one pair for all",
        min_length=1,
        examples=[{"C": {"previous": "1.00%", "new": "0.75%"}}],
    )

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """The rates with their classes' names and how each moves."""
        rates = [
            ({} if key == WHOLE else {"name": label_of(key, house, change)})
            | {"direction": rate.direction}
            | {
                part: At(getattr(rate, part), f"rates.{key}.{part}")
                for part in ("previous", "new")
                if isinstance(getattr(rate, part), Decimal)
            }
            for key, rate in self.rates.items()
        ]
        return {"fee": self.fee, "starts": self.starts, "rates": rates}

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        directions = ("introduced", "eliminated", "raised", "reduced")
        return {
            "fee": ("distribution_and_service", "distribution", "service"),
            "starts": "date",
            "rates": [{"name": "words", "direction": directions, "previous": "rate", "new": "rate"}],
        }

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The rates by class, `None` where none is shown."""
        rates = view.get("rates", [])
        content = {part: view[part] for part in ("fee", "starts") if view.get(part)}
        pairs = [{part: rate.get(part, NONE) for part in ("previous", "new")} for rate in rates]
        names = [rate["name"] for rate in rates if rate.get("name")]
        if len(rates) != (len(names) or 1):
            return
        for keys in keys_of(names, found) if names else [[WHOLE]]:
            yield content | {"rates": dict(zip(keys, pairs, strict=True))}

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): the fund and its classes."""
        yield from check_classes("rates", self.rates, house, change)
