"""Portfolio managers with title, length of service and biography (Form N-1A Items 5 and 10)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import Field, model_validator

from generator.model.content import Finding, Found, Kind
from generator.model.service import ROLES, Servings, check_people, check_titles, serving_from_view, view_serving

if TYPE_CHECKING:
    from generator.model.supplement import Change, House

_PARTS = ("name", "credentials", "title")
#: The forms that say what Item 5 asks for: name, title and length of service, and no biography.
ITEM_5 = ("table", "sentence")


class People(Kind):
    """Portfolio managers, declared once in the registrant's file, each with title, service and biography."""

    kind: ClassVar[str] = "people"

    persons: Servings = Field(
        description="Keys of people, in order, each with role and service where they are said",
        min_length=1,
        examples=[["lin", {"person": "okafor", "role": "lead", "since": "2019-05"}]],
    )

    @model_validator(mode="before")
    @classmethod
    def _listed(cls, value: Any) -> Any:
        return {"persons": value} if isinstance(value, list | tuple) else value

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """Name, credentials, title, role, service and, where the form has them, biography of each."""
        bios = self.form not in ITEM_5
        parts = (*_PARTS, "bio") if bios else _PARTS
        people = [view_serving(one, f"persons[{at}]", house, *parts) for at, one in enumerate(self.persons)]
        return {"people": people, "bios": bios, "roles": any(one.role for one in self.persons)}

    @classmethod
    def shape(cls) -> dict[str, Any]:
        """The names and types of what `view` gives."""
        person = dict.fromkeys((*_PARTS, "bio"), "words")
        return {"people": [{**person, "role": ROLES, "since": "any"}], "bios": (), "roles": ()}

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The keys under which the people that were read are declared."""
        parts = (*_PARTS, "bio") if view.get("bios", True) else _PARTS  # wording need not ask
        yield {"persons": [serving_from_view(one, found, *parts) for one in view["people"]]}

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings (path, code, message, help): people that nobody declared, or who lack what the form asks for."""
        named = [(f"persons[{at}]", one.person) for at, one in enumerate(self.persons)]
        yield from check_people(named, house)
        yield from check_titles(named, house)
        for at, one in enumerate(self.persons):
            if self.form in ITEM_5 and one.since is None:
                help = f"write `{{person: {one.person}, since: 2019-05}}`"
                name = house.registrant.people[one.person].name if one.person in house.registrant.people else one.person
                yield f"persons[{at}]", "PM-11", f"the length of service of {name} is missing", help
