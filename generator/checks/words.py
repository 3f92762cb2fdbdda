"""The texts of content: what an author typed to be read, each with its path and its part in the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator

from generator.model.values import read_name, read_text

#: prose: sentences. heading: a heading, title, caption or centred line. name: of a person, firm, fund, class, place
#: in a document. cell: of a table. line: of an address or a list of names. header: a line of the header or the legend.
Role = Literal["prose", "heading", "name", "cell", "line", "header"]

#: Fields of the content that are names for the tool, not for the reader.
_UNSEEN = frozenset(
    {
        "form",
        "note",
        "figure_notes",
        "style",
        "series_id",
        "class_id",
        "ticker",
        "cik",
        "file_no_1933",
        "file_no_1940",
        "waive",
    }
)
_HEADINGS = frozenset({"section", "table", "caption", "centered", "heading", "subheading", "title"})
_PROSE = frozenset({"paragraph", "bullets", "numbered", "lettered", "roman", "text", "facts", "former", "description"})


@dataclass(frozen=True, slots=True)
class Words:
    """A text of the content in its place."""

    path: str
    text: str
    role: Role


def words_of(value: Any, path: str, role: Role = "prose") -> Iterator[Words]:
    """The texts below a value of the model that a reader sees, in the order of the fields."""
    match value:
        case BaseModel():
            for field, usual in _seen(type(value)):
                if below := getattr(value, field):
                    yield from words_of(below, f"{path}.{field}".lstrip("."), _role(field, path, role, usual))
        case str():
            yield Words(path, value, role)
        case dict():
            for key, one in value.items():
                yield from words_of(one, f"{path}.{key}", role)
        case list() | tuple():
            for index, one in enumerate(value):
                yield from words_of(one, f"{path}[{index}]", role)


def _role(field: str, path: str, above: Role, usual: Role) -> Role:
    """What the texts of a field are: by its name where that says it, else by its type."""
    if field in ("legend", "header") and not path:
        return "header"
    if field in ("head", "rows") or (above == "cell" and field == "text"):
        return "cell"
    if field in _HEADINGS:
        return "heading"
    if field == "lines":
        return "line"
    return "prose" if field in _PROSE else usual


@cache
def _seen(model: type[BaseModel]) -> tuple[tuple[str, Role], ...]:
    """The fields of a model that hold, at any depth, text that a reader sees, each with what such text usually is."""
    found: list[tuple[str, Role]] = []
    for name, field in model.model_fields.items():
        readers = set(_parts(Annotated[(field.annotation, *field.metadata, None)])) & {read_name, read_text}
        if name not in _UNSEEN and (readers or _holds_models(field.annotation)):
            found.append((name, "prose" if read_text in readers else "name"))
    return tuple(found)


def _parts(annotation: Any) -> Iterator[Any]:
    """What the values of a type are read with, at any depth."""
    for part in get_args(annotation):
        if isinstance(part, BeforeValidator):
            yield part.func
        yield from _parts(part)


def _holds_models(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, BaseModel)
    return any(_holds_models(part) for part in get_args(annotation))
