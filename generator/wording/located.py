"""Values that know where in the content they stand, for templates to walk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.model.content import At


class Located:
    """A value of the content and its path; templates reach its parts by name, and never methods.

    Why: a slot must know the path of what it shows, so that a difference in a file can name the field.
    """

    __slots__ = ("_path", "_root", "_value")

    def __init__(self, value: Any, path: str = "", root: str = "") -> None:
        if isinstance(value, At):
            path = value.path[1:] if value.path.startswith("/") else f"{root}{value.path}"
            value = value.value
        self._value, self._path, self._root = value, path, root

    def __getattr__(self, name: str) -> Any:
        value = self._value
        if isinstance(value, dict) and name in value:
            part = value[name]
        elif isinstance(value, BaseModel) and name in type(value).model_fields:
            part = getattr(value, name)
        elif isinstance(value, dict):
            part = None
        else:
            raise AttributeError(name)
        return Located(part, f"{self._path}.{name}" if self._path else name, self._root)

    def __iter__(self) -> Iterator[Located]:
        for index, item in enumerate(self._value or ()):
            yield Located(item, f"{self._path}[{index}]", self._root)

    def __len__(self) -> int:
        return len(self._value or ())

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return bool(self._value == other)

    def __hash__(self) -> int:
        return hash(self._path)


def value_of(located: Any) -> Any:
    """The value itself."""
    return located._value if isinstance(located, Located) else located


def path_of(located: Any) -> str:
    """Where in the content it stands."""
    return located._path if isinstance(located, Located) else ""
