"""How and when shares are priced (Form N-1A Item 11(a)): time, holidays, valuation, fair value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from generator.model.content import At, Finding, Found, Kind, as_written, listed
from generator.model.entities import Model
from generator.model.values import Flag, Name
from generator.model.when import Clock

if TYPE_CHECKING:
    from generator.model.supplement import Change, House

#: Reasons for a fair value, and holdings, by the names that the wording knows.
REASONS = ("halted", "after_close", "stale", "illiquid", "restricted", "delisted", "default")
HOLDINGS = ("equity", "foreign_equity", "debt", "short_term_debt", "mutual_funds", "options", "futures", "currencies")
METHODS = (
    "last_sale",
    "official_close",
    "mean_of_bid_and_ask",
    "pricing_service",
    "amortized_cost",
    "net_asset_value",
    "settlement_price",
)


class Valuation(Model):
    """A sort of holding and what it is usually valued at."""

    holding: Name = Field(description=f"One of {', '.join(HOLDINGS)}, or words of your own", examples=["equity"])
    method: Name = Field(description=f"One of {', '.join(METHODS)}, or words of your own", examples=["last_sale"])


class FairValue(Model):
    """When, and by whom, holdings are valued in good faith (Rule 2a-5 under the 1940 Act)."""

    made_by: Literal["adviser", "board"] = Field(
        "adviser", description="The adviser as the board's designee, or the board"
    )
    reasons: Annotated[tuple[Name, ...], BeforeValidator(listed)] = Field(
        (),
        description=f"When it is made: {', '.join(REASONS)}, or words of your own",
        examples=[["trading in a security has been halted"]],
    )
    may_differ: Flag = Field(False, description="yes: says that a fair value can differ from the price of a sale")


class Pricing(Kind):
    """When net asset value is calculated, what holdings are valued at, and when a fair value is used."""

    kind: ClassVar[str] = "pricing"

    time: Clock = Field(description="When net asset value is calculated, Eastern time", examples=["16:00"])
    exchange: Name = Field(
        "New York Stock Exchange",
        description="The exchange whose business days count",
        examples=["New York Stock Exchange"],
    )
    early_close: Flag = Field(False, description="yes: on days when the exchange closes early, so is the calculation")
    holidays: Annotated[tuple[Name, ...], BeforeValidator(listed)] = Field(
        (), description="Holidays on which the exchange is closed", examples=[["Labor Day", "Thanksgiving Day"]]
    )
    valuation: tuple[Valuation, ...] = Field((), description="What holdings are valued at")
    fair_value: FairValue | None = Field(None, description="When holdings are valued in good faith")
    foreign_markets: Flag = Field(False, description="yes: holdings trade abroad on days without a price of the shares")

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """Its fields; each holding, method and reason as an item or in words."""
        plain = ("time", "exchange", "early_close", "holidays", "foreign_markets")
        rows = [
            {
                "holding": _view_word(one.holding, HOLDINGS, f"valuation[{index}].holding"),
                "method": _view_word(one.method, METHODS, f"valuation[{index}].method"),
            }
            for index, one in enumerate(self.valuation)
        ]
        return {field: At(getattr(self, field), field) for field in plain} | {
            "valuation": rows,
            "fair_value": self._view_fair_value(),
        }

    def _view_fair_value(self) -> dict[str, Any] | None:
        if self.fair_value is None:
            return None
        reasons = enumerate(self.fair_value.reasons)
        return {
            "made_by": self.fair_value.made_by,
            "may_differ": self.fair_value.may_differ,
            "reasons": [_view_word(one, REASONS, f"fair_value.reasons[{index}]") for index, one in reasons],
        }

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        flags: dict[str, Any] = {"early_close": (), "foreign_markets": ()}
        return flags | {
            "time": "any",
            "exchange": "words",
            "holidays": ["words"],
            "valuation": [
                {"holding": {"item": HOLDINGS, "words": "words"}, "method": {"item": METHODS, "words": "words"}}
            ],
            "fair_value": {
                "made_by": ("adviser", "board"),
                "may_differ": (),
                "reasons": [{"item": REASONS, "words": "words"}],
            },
        }

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The fields as they were read, items and words in one."""
        content = {key: as_written(value) for key, value in view.items() if key in cls.model_fields}
        if valuation := view.get("valuation"):
            content["valuation"] = [{part: _word(one[part]) for part in ("holding", "method")} for one in valuation]
        if reasons := view.get("fair_value", {}).get("reasons"):
            content["fair_value"]["reasons"] = [_word(one) for one in reasons]
        yield content

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): a holding or a holiday stated twice."""
        holdings = [one.holding for one in self.valuation]
        for path, part, names in (("valuation", ".holding", holdings), ("holidays", "", list(self.holidays))):
            for index, name in enumerate(names):
                if name in names[:index]:
                    yield f"{path}[{index}]{part}", "TBL-02", f"{name!r} is stated twice", "state each once"


def _view_word(word: str, known: tuple[str, ...], path: str) -> dict[str, Any]:
    """A word as an item that the wording knows, or as it is."""
    return {"item" if word in known else "words": At(word, path)}


def _word(view: dict[str, Any]) -> Any:
    """A word that was read, as an author would write it."""
    return view.get("item") or view["words"]
