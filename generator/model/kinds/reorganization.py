"""A reorganization: target funds that are merged into acquiring funds, under a plan that the board approved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from generator.model.content import At, Finding, Found, Kind, as_written
from generator.model.entities import Model
from generator.model.funds import check_class, check_fund, class_key, class_name, fund_name
from generator.model.values import Day, Flag, Key, Name, refuse
from generator.model.when import WHEN, When, short_day

if TYPE_CHECKING:
    from generator.model.supplement import Change, House

#: Who bears the expenses of a reorganization.
BORNE_BY = ("adviser", "target", "acquiring", "both_funds", "adviser_and_funds")


class OutsideFund(Model):
    """A fund of another registrant."""

    name: Name = Field(description="Its full name", examples=["Lighthouse Value Fund"])
    registrant: Name = Field(description="The registrant that it is a series of", examples=["Lighthouse Trust"])


def _acquiring(value: Any) -> Any:
    """A bare key is a fund of the registrant."""
    return {"fund": value} if isinstance(value, str) else value


class Acquiring(Model):
    """The fund that another is merged into: one of the registrant's by key, or one of another registrant."""

    fund: Key | None = Field(None, description="Key of a fund of the registrant", examples=["growth"])
    outside: OutsideFund | None = Field(None, description="A fund of another registrant")

    @model_validator(mode="after")
    def _one(self) -> Acquiring:
        if (self.fund is None) == (self.outside is None):
            refuse("CMB-01", "an acquiring fund is either the registrant's or outside", "write fund: or outside:")
        return self


class Merger(Model):
    """One target fund, the fund that it is merged into, and which shares its shareholders receive."""

    target: Key = Field(description="Key of the target fund", examples=["small-cap"])
    acquiring: Annotated[Acquiring, BeforeValidator(_acquiring)] = Field(
        description="Key of the acquiring fund, or `outside:` with the name of another registrant's"
    )
    classes: dict[Key, Name] = Field(
        default_factory=dict,
        description="Classes received, by class of the target: keys, or names of an outside fund's",
        examples=[{"A": "A", "I": "R6"}],
    )


class Reorganization(Kind):
    """Mergers of funds into others: who approved them, whether shareholders vote, when they close."""

    kind: ClassVar[str] = "reorganization"

    board_date: Day | None = Field(
        None, description="When the board approved the plan, where it is told", examples=["2026-08-12"]
    )
    mergers: tuple[Merger, ...] = Field(description="Which fund is merged into which", min_length=1)
    vote_needed: Flag | None = Field(None, description="Whether shareholders of the targets vote on it")
    record_date: Day | None = Field(
        None, description="Whose shareholders of this day may vote", examples=["2026-08-14"]
    )
    meeting_date: Day | None = Field(None, description="When shareholders meet to vote", examples=["2026-10-09"])
    materials: Literal["proxy_statement", "information_statement"] | None = Field(
        None, description="What shareholders are sent"
    )
    last_purchase: Day | None = Field(
        None, description="The last day on which the targets sell shares", examples=["2026-10-23"]
    )
    closing: When = Field(description="When it closes", examples=[{"qualifier": "on_or_about", "date": "2026-10-30"}])
    tax_free: Flag | None = Field(None, description="Whether it is expected to be free of federal income tax")
    borne_by: Literal["adviser", "target", "acquiring", "both_funds", "adviser_and_funds"] | None = Field(
        None, description="Who bears its expenses"
    )

    @model_validator(mode="after")
    def _vote(self) -> Reorganization:
        if self.vote_needed is False and (self.record_date or self.meeting_date):
            refuse("RGN-01", "a day of a vote is stated, but no vote is needed", "delete the day, or vote_needed: no")
        return self

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """The mergers by name, one as `only`; the classes of all mergers in one list."""
        plain = ("board_date", "record_date", "meeting_date", "materials", "last_purchase", "closing", "tax_free")
        mergers = [self._view_merger(index, house) for index in range(len(self.mergers))]
        votes = True if self.record_date or self.meeting_date else self.vote_needed
        return {field: At(getattr(self, field), field) for field in (*plain, "borne_by")} | {
            "only": mergers[0] if len(mergers) == 1 else None,
            "mergers": mergers if len(mergers) > 1 else [],
            "classes": [row for index in range(len(self.mergers)) for row in self._view_classes(index, house)],
            "vote_needed": At(votes, "vote_needed"),
        }

    def _view_merger(self, index: int, house: House) -> dict[str, Any]:
        merger, path = self.mergers[index], f"mergers[{index}].acquiring.outside"
        outside = merger.acquiring.outside
        acquiring: dict[str, Any] = {"name": _acquirer(merger, path, house)}
        if outside:
            acquiring["registrant"] = At(outside.registrant, f"{path}.registrant")
        return {"target": {"name": fund_name(merger.target, house)}, "acquiring": acquiring}

    def _view_classes(self, index: int, house: House) -> Iterator[dict[str, Any]]:
        merger, path = self.mergers[index], f"mergers[{index}]"
        for key, received in merger.classes.items():
            fund = merger.acquiring.fund
            yield {
                "target": fund_name(merger.target, house),
                "given": class_name(merger.target, key, house),
                "acquiring": _acquirer(merger, f"{path}.acquiring.outside", house),
                "received": class_name(fund, received, house) if fund else At(received, f"{path}.classes.{key}"),
            }

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        merger = {"target": {"name": "words"}, "acquiring": {"name": "words", "registrant": "words"}}
        return {
            **dict.fromkeys(("board_date", "record_date", "meeting_date", "last_purchase"), "date"),
            **dict.fromkeys(("tax_free", "vote_needed"), ()),
            "materials": ("proxy_statement", "information_statement"),
            "closing": WHEN,
            "borne_by": BORNE_BY,
            "only": merger,
            "mergers": [merger],
            "classes": [dict.fromkeys(("target", "given", "acquiring", "received"), "words")],
        }

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The mergers by key, each with the classes of its target."""
        read = [view["only"]] if view.get("only") else view.get("mergers", [])
        content = {key: as_written(value) for key, value in view.items() if key in cls.model_fields}
        if view.get("record_date") or view.get("meeting_date"):
            content.pop("vote_needed", None)
        content["closing"] = short_day(view["closing"])
        content["mergers"] = [_merger(one, view.get("classes", []), found) for one in read]
        yield content

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): funds and classes."""
        targets = [merger.target for merger in self.mergers]
        for index, merger in enumerate(self.mergers):
            path, fund = f"mergers[{index}]", merger.acquiring.fund
            yield from check_fund(f"{path}.target", merger.target, house)
            if targets.index(merger.target) != index:
                yield f"{path}.target", "CMB-01", f"{merger.target!r} is merged twice", "name each target once"
            if fund:
                yield from check_fund(f"{path}.acquiring", fund, house)
            if fund in targets:
                yield f"{path}.acquiring", "CMB-01", f"{fund!r} is a target itself", "name a fund that goes on"
            for key, received in merger.classes.items():
                yield from check_class(f"{path}.classes.{key}", merger.target, key, house)
                if fund:
                    yield from check_class(f"{path}.classes.{key}", fund, received, house)


def _acquirer(merger: Merger, path: str, house: House) -> At:
    """The name of the acquiring fund."""
    if merger.acquiring.outside:
        return At(merger.acquiring.outside.name, f"{path}.name")
    return fund_name(merger.acquiring.fund or "", house)


def _merger(read: dict[str, Any], classes: list[dict[str, Any]], found: Found) -> dict[str, Any]:
    """A merger that was read, as an author would write it."""
    target, outside = found.fund_key(read["target"]["name"]), read["acquiring"].get("registrant")
    fund = None if outside else found.fund_key(read["acquiring"]["name"])
    rows = [row for row in classes if row.get("target", read["target"]["name"]) == read["target"]["name"]]
    received = {
        class_key(target, row["given"], found): class_key(fund, row["received"], found) if fund else row["received"]
        for row in rows
    }
    merger = {"target": target, "acquiring": fund or {"outside": read["acquiring"]}}
    return merger | ({"classes": received} if received else {})
