"""What pydantic's own schema of a model says of its fields and of the validators around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from pydantic import BaseModel

#: A schema of pydantic's core.
Core: TypeAlias = Mapping[str, Any]


def definition_name(cls: type[BaseModel]) -> str:
    """The name of a model's definition; those of a kind of content bear the kind's name too."""
    module = cls.__module__.rpartition(".")
    return f"{module[2]}.{cls.__name__}" if module[0].endswith(".kinds") else cls.__name__


def inside(core: Core) -> Core:
    """The fields of a model, below the validators that run on the whole of it."""
    inner: Core = core["schema"]
    while inner["type"] != "model-fields":
        inner = inner["schema"]
    return inner


def own_schema(core: Core) -> Core | None:
    """The schema of a model whose validator is made when one is met; None for what is no such model."""
    model = core.get("metadata", {}).get("model")
    return None if model is None else model.__pydantic_core_schema__


def validators_of(core: Core) -> Iterator[Core]:
    """The validators that run before a model on the whole of it."""
    inner: Core = core["schema"]
    while inner["type"] != "model-fields":
        if inner["type"] == "function-before":
            yield inner
        inner = inner["schema"]


def fields_of(core: Core) -> dict[str, Core]:
    """The fields of a model by name."""
    return dict(inside(core)["fields"])


def key_of(field: Core, name: str) -> str:
    """The key under which a field is written: its alias where it has one."""
    alias = field.get("validation_alias", name)
    return alias if isinstance(alias, str) else name


def takes_more(core: Core) -> bool:
    """Whether a model takes keys that it does not name."""
    return bool(core["cls"].model_config.get("extra") == "allow")


def extras_of(core: Core) -> Core:
    """What may stand under keys that a model does not name."""
    found: Core = inside(core).get("extras_schema", {"type": "any"})
    return found
