"""Names and headings bring no quotation marks of their own: the wording sets them."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from generator.model.entities import Person, Registrant
from generator.model.kinds.defined_term import DefinedTerm
from generator.model.kinds.name_change import NameChange
from generator.model.supplement import Change, Location

PLACES: list[tuple[type[BaseModel], str]] = [
    (Location, "section"),
    (Location, "table"),
    (Change, "old"),
    (Change, "new"),
    (Registrant, "name"),
    (Person, "name"),
    (NameChange, "registrant"),
    (DefinedTerm, "term"),
]


def refusals(model: type[BaseModel], key: str, name: str) -> list[str]:
    """The codes of what is wrong at a key."""
    content: dict[str, Any] = {key: name}
    try:
        model.model_validate(content)
    except ValidationError as error:
        return [one["ctx"]["code"] for one in error.errors() if one["loc"][0] == key and "ctx" in one]
    return []


@pytest.mark.parametrize(("model", "key"), PLACES)
@pytest.mark.parametrize("name", ["“Fees”", "‘Fees’", '"Fees"', "“Smith Jones”"])
def test_a_name_in_quotation_marks_is_refused(model: type[BaseModel], key: str, name: str) -> None:
    assert refusals(model, key, name) == ["TYP-07"]


@pytest.mark.parametrize(("model", "key"), PLACES)
@pytest.mark.parametrize("name", ["Fees", "“Fees” and “Costs”", "The “Fund”", "The Investors’ Fund", "“Fees"])
def test_quotation_marks_in_a_name_are_its_own(model: type[BaseModel], key: str, name: str) -> None:
    assert refusals(model, key, name) == []
