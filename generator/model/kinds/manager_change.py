"""Portfolio managers who leave, join or stay (Form N-1A Items 5(b) and 10(a)(2))."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from generator.model.content import At, Finding, Found, Kind
from generator.model.effect import effective_from_view, view_effective
from generator.model.entities import Model
from generator.model.funds import FUNDS, FundKeys, check_funds, funds_from_view, view_named_funds
from generator.model.service import (
    ROLES,
    Serving,
    Servings,
    bare_key,
    check_people,
    check_titles,
    person_from_view,
    serving_from_view,
    view_person,
    view_serving,
)
from generator.model.values import Flag, Key, refuse
from generator.model.when import WHEN, Start

if TYPE_CHECKING:
    from generator.model.supplement import Change, House

_TITLED = ("name", "credentials", "title")
REASONS = ("retiring", "leaving_adviser", "other_duties")


class Leaving(Model):
    """Somebody who no longer manages a fund; a bare key stands for one without a reason."""

    person: Key = Field(description="Key of the person", examples=["okafor"])
    why: Literal["retiring", "leaving_adviser", "other_duties"] | None = Field(
        None, description="Why, where it is said", examples=["retiring"]
    )


class ManagerChange(Kind):
    """Portfolio managers who leave, who join and who stay, and who is responsible from then on."""

    kind: ClassVar[str] = "manager_change"

    funds: FundKeys = ()
    effective: Start | None = Field(None, description="From when, if not as the change", examples=["2026-10-30"])
    removed: tuple[Annotated[Leaving, BeforeValidator(bare_key)], ...] = Field(
        (), description="People who leave, by key", examples=[["okafor", {"person": "reyes", "why": "retiring"}]]
    )
    references_deleted: Flag = Field(True, description="no: references to those who leave are left as they are")
    added: Servings = Field(
        (),
        description="People who join or take another role, by key; with since: where they already serve",
        examples=[["lin", {"person": "lin", "role": "lead"}]],
    )
    continuing: Servings = Field((), description="People who stay, by key", examples=[["reyes"]])
    responsibility: Literal["sole", "joint"] | None = Field(
        None, description="Whether those who join and stay are responsible alone or jointly, where it is said"
    )

    @model_validator(mode="after")
    def _changes(self) -> ManagerChange:
        if not (self.removed or self.added or (self.continuing and self.responsibility)):
            help = "add removed: or added: with keys of people, or responsibility: where it changes for those who stay"
            refuse("PPL-23", "nobody leaves and nobody joins", help)
        after = len(self.added) + len(self.continuing)
        if self.responsibility and (after == 1) != (self.responsibility == "sole"):
            help = "write sole for one, joint for more"
            refuse("PPL-24", f"the responsibility of {after} people cannot be {self.responsibility}", help)
        return self

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """People by name; those whose references are deleted, and those who are responsible, once more."""
        after = [one.person for one in (*self.continuing, *self.added)]
        deleted = [one.person for one in self.removed] if self.references_deleted else []
        removed = [
            view_person(one.person, house, "name") | {"why": At(one.why, f"removed[{at}].why")}
            for at, one in enumerate(self.removed)
        ]
        return view_named_funds(self.funds, house, change) | {
            "effective": view_effective(self.effective, house, change),
            "removed": removed,
            "added": [view_serving(one, f"added[{at}]", house, *_TITLED) for at, one in enumerate(self.added)],
            "continuing": [
                view_serving(one, f"continuing[{at}]", house, "name") for at, one in enumerate(self.continuing)
            ],
            "deleted": [view_person(key, house, "name") for key in deleted],
            "responsibility": At(self.responsibility, "responsibility"),
            "responsible": [view_person(key, house, "name") for key in after],
            "alone": view_person(after[0], house, "name") if len(after) == 1 else None,
        }

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        name: dict[str, Any] = {"name": "words"}
        serving = {"role": ROLES, "since": "any"}
        return {
            **FUNDS,
            "effective": WHEN,
            "removed": [name | {"why": REASONS}],
            "added": [dict.fromkeys(_TITLED, "words") | serving],
            "continuing": [name | serving],
            "deleted": [name],
            "responsibility": ("sole", "joint"),
            "responsible": [name],
            "alone": name,
        }

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """People and funds by key."""
        content = funds_from_view(view, found) | effective_from_view(view)
        if removed := view.get("removed"):
            keys = [person_from_view(one, found, "name") for one in removed]
            why = [one.get("why") for one in removed]
            content["removed"] = [{"person": key, "why": w} if w else key for key, w in zip(keys, why, strict=True)]
            content |= {} if view.get("deleted") else {"references_deleted": "no"}
        for part, parts in (("added", _TITLED), ("continuing", ("name",))):
            if people := view.get(part):
                content[part] = [serving_from_view(one, found, *parts) for one in people]
        if responsibility := view.get("responsibility"):
            content["responsibility"] = responsibility
        yield content

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): funds and people, one who leaves and stays."""
        yield from check_funds(self.funds, house, change)
        parts: list[tuple[str, Sequence[Leaving | Serving]]] = [
            ("removed", self.removed),
            ("added", self.added),
            ("continuing", self.continuing),
        ]
        named = [(f"{part}[{at}]", one.person) for part, people in parts for at, one in enumerate(people)]
        yield from check_people(named, house)
        yield from check_titles([(f"added[{at}]", one.person) for at, one in enumerate(self.added)], house)
