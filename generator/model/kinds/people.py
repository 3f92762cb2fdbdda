"""Portfolio managers with their biographies (Form N-1A Items 5 and 10)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import Field, model_validator

from generator.model.content import At, Found, Kind
from generator.model.entities import Person
from generator.model.shapes import Shape
from generator.model.values import Key

if TYPE_CHECKING:
    from generator.model.supplement import Change, House


class People(Kind):
    """Portfolio managers, declared once in the registrant's file, each with title and biography."""

    kind: ClassVar[str] = "people"

    persons: tuple[Key, ...] = Field(description="Keys of people, in order", min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _listed(cls, value: Any) -> Any:
        return {"persons": value} if isinstance(value, list | tuple) else value

    def view(self, house: House, change: Change | None) -> dict[str, Any]:
        """Name, credentials, title and biography of each."""
        declared = house.registrant.people
        return {"people": [self._view_person(key, declared[key]) for key in self.persons if key in declared]}

    @staticmethod
    def _view_person(key: str, person: Person) -> dict[str, Any]:
        path = f"/registrant.people.{key}"
        return {part: At(getattr(person, part) or "", f"{path}.{part}") for part in type(person).model_fields}

    @classmethod
    def shape(cls) -> dict[str, Shape]:
        """The names and types of what `view` gives."""
        return {"people": [dict.fromkeys(Person.model_fields, "words")]}

    @classmethod
    def from_view(cls, view: dict[str, Any], found: Found) -> Iterator[dict[str, Any]]:
        """The keys under which the people that were read are declared."""
        yield {"persons": [found.person_key(person) for person in view["people"]]}

    def check(self, house: House, change: Change | None) -> Iterator[tuple[str, str, str, str]]:
        """Findings (path, code, message, help): people that nobody declared."""
        for index, key in enumerate(self.persons):
            if key not in house.registrant.people:
                known = ", ".join(house.registrant.people) or "nobody"
                yield f"persons[{index}]", "PPL-04", f"nobody is declared as {key!r}", f"declared are: {known}"
