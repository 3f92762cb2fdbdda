"""Tiers of a fee: slices of net assets with a rate each, in the words that say them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from pydantic import Field

from generator.model.content import At, Finding
from generator.model.entities import Model
from generator.model.values import Dollars, FineRate, Money, read_money, spell_money

#: Marginal: each slice pays its own rate. Cliff: all assets pay the rate of the slice in which they end.
Method: TypeAlias = Literal["marginal", "cliff"]

#: The shape of tiers in a view: the bounds of a marginal slice, then those of a cliff.
TIERS: list[Any] = [
    {"rate": "rate", "first": "money", "next": "money", "over": "money"}
    | {"within": "money", "above": "money", "but_not": "money", "beyond": "money"}
]


class Tier(Model):
    """A slice of net assets and its rate; the last slice has no end."""

    up_to: Money | None = Field(
        None, description="Where the slice ends; left out for the last", examples=["$500 million"]
    )
    rate: FineRate = Field(description="Yearly rate of the slice", examples=["0.88%"])


def view_tiers(tiers: Sequence[Tier], path: str, method: Method = "marginal") -> list[dict[str, Any]]:
    """Each tier as wording says it: rate, and its bounds as first, next and over, or as a cliff's."""
    bounds = _marginal_bounds if method == "marginal" else _cliff_bounds
    ends = [None, *(tier.up_to for tier in tiers)]
    return [
        {"rate": At(tier.rate, f"{path}[{index}].rate")}
        | {
            name: At(amount, f"{path}[{index if name in ('first', 'next', 'within', 'but_not') else index - 1}].up_to")
            for name, amount in bounds(ends[index], tier.up_to).items()
        }
        for index, tier in enumerate(tiers)
    ]


def _marginal_bounds(below: Dollars | None, end: Dollars | None) -> dict[str, Dollars]:
    if end is None:
        return {} if below is None else {"over": below}
    return {"first": end} if below is None else {"next": Dollars(end - below)}


def _cliff_bounds(below: Dollars | None, end: Dollars | None) -> dict[str, Dollars]:
    if end is None:
        return {} if below is None else {"beyond": below}
    return {"within": end} if below is None else {"above": below, "but_not": end}


def tiers_from_view(view: Iterable[dict[str, Any]]) -> tuple[list[dict[str, str]], Method] | None:
    """The tiers with the ends that their words imply, and the method; None where the words contradict each other."""
    tiers: list[dict[str, str]] = []
    method: Method = "marginal"
    end = Dollars(0)
    for tier in view:
        below = tier.get("over") or tier.get("above") or tier.get("beyond")
        if below and read_money(below) != end:
            return None
        if any(name in tier for name in ("within", "above", "beyond")):
            method = "cliff"
        if slice_ := tier.get("first") or tier.get("next"):
            end = Dollars(end + read_money(slice_))
        elif up_to := tier.get("within") or tier.get("but_not"):
            end = read_money(up_to)
        else:
            tiers.append({"rate": tier["rate"]})
            continue
        tiers.append({"up_to": spell_money(end), "rate": tier["rate"]})
    return tiers, method


def check_tiers(tiers: Sequence[Tier], path: str) -> Iterator[Finding]:
    """Findings about the order and ends of tiers, and rates that are none (TIER-01, TIER-02, NUM-08)."""
    below: Decimal | None = None
    for index, tier in enumerate(tiers):
        at, last = f"{path}[{index}]", index == len(tiers) - 1
        if tier.up_to is None and not last:
            yield at, "TIER-01", "a tier without an end stands before the last", "add up_to: $… here"
        if tier.up_to is not None and last:
            yield f"{at}.up_to", "TIER-01", "the last tier ends", "delete up_to here, or add a tier after it"
        if tier.up_to is not None and below is not None and tier.up_to <= below:
            ends = f"{spell_money(tier.up_to)} after {spell_money(below)}"
            yield f"{at}.up_to", "TIER-02", f"tiers out of order: {ends}", "order them by rising up_to"
        if not isinstance(tier.rate, Decimal):
            yield f"{at}.rate", "NUM-08", f"{tier.rate} is no rate of a tier", "write a percentage"
        below = tier.up_to if tier.up_to is not None else below
