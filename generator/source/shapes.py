"""What a model wants at a place, found by following pydantic's own schema along an error's location.

Why: a location names the branches of unions beside keys and positions, and only the schema can tell which
is which; the keys that may stand somewhere, with descriptions and examples, are known to the model alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import BaseModel
from pydantic.fields import FieldInfo

Schema: TypeAlias = Mapping[str, Any]
_WRAPPERS = {
    "json-or-python": "python_schema",
    "lax-or-strict": "lax_schema",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A key that a model knows: as it is typed, the schema of its value, and what is said of it."""

    key: str
    schema: Schema
    info: FieldInfo | None


class Shapes:
    """The schema of a model with its definitions."""

    def __init__(self, model: type[BaseModel]) -> None:
        self._schema: Schema = model.__pydantic_core_schema__
        self._definitions: dict[str, Schema] = {}

    def root(self) -> list[Schema]:
        """What the model wants at the top."""
        return list(self.concrete(self._schema))

    def concrete(self, schema: Schema) -> Iterator[Schema]:
        """The schemas that take part in locations, without the wrappers around them."""
        kind = schema["type"]
        if kind == "definitions":
            self._definitions.update({known["ref"]: known for known in schema["definitions"]})
            yield from self.concrete(schema["schema"])
        elif kind == "definition-ref":
            yield from self.concrete(self._definitions[schema["schema_ref"]])
        elif kind == "chain":
            for step in schema["steps"]:
                yield from self.concrete(step)
        elif kind == "union" and len(schema["choices"]) == 1:
            yield from self.concrete(_choice(schema["choices"][0])[0])
        elif kind == "function-plain" and (model := schema.get("metadata", {}).get("model")):
            yield from self.concrete(model.__pydantic_core_schema__)
        elif kind in _WRAPPERS:
            yield from self.concrete(schema[_WRAPPERS[kind]])
        elif "schema" in schema and (kind != "model" or schema.get("root_model")):
            yield from self.concrete(schema["schema"])
        else:
            yield schema

    def branch(self, union: Schema, tag: str) -> list[Schema]:
        """The branch of a union that a location names, or all of them where the name does not tell."""
        if union["type"] == "tagged-union":
            found = [choice for name, choice in union["choices"].items() if str(name) == tag]
            return [inner for choice in found for inner in self.concrete(choice)]
        branches = [(_choice(choice), list(self.concrete(_choice(choice)[0]))) for choice in union["choices"]]
        named = [inner for (_, label), inner in branches if tag in (label, *map(_name, inner))]
        return [schema for inner in (named or [inner for _, inner in branches]) for schema in inner]

    def entries(self, schema: Schema) -> list[Entry]:
        """The keys that a model's schema knows; empty for other schemas."""
        if schema["type"] not in ("model", "typed-dict", "model-fields"):
            return []
        found = next(self.concrete(schema["schema"])) if schema["type"] == "model" else schema
        infos = schema["cls"].model_fields if schema["type"] == "model" else {}
        return [
            Entry(_alias(field, name), field["schema"], infos.get(name))
            for name, field in found.get("fields", {}).items()
        ]

    def inner(self, schema: Schema, step: str | int) -> tuple[list[Schema], FieldInfo | None]:
        """What is wanted one step further in; empty where the schema does not say."""
        for entry in self.entries(schema):
            if entry.key == step:
                return list(self.concrete(entry.schema)), entry.info
        for values in ("values_schema", "items_schema"):
            found = schema.get(values)
            if isinstance(found, list):
                index = step if isinstance(step, int) else 0
                found = found[min(index, len(found) - 1)] if found else None
            if found:
                return list(self.concrete(found)), None
        return [], None


def _choice(choice: Any) -> tuple[Schema, str]:
    return choice if isinstance(choice, tuple) else (choice, "")


def _name(schema: Schema) -> str:
    """What pydantic calls a branch in a location."""
    return str(schema["cls"].__name__) if schema["type"] == "model" else str(schema["type"])


def _alias(field: Schema, name: str) -> str:
    alias = field.get("validation_alias", name)
    while isinstance(alias, list) and alias:
        alias = alias[0]
    return str(alias)
