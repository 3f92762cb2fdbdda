"""What wording may speak of: the names and types of the values that a template gets, known without content."""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator

from generator.model import measures, values

#: Parts by name, a list of parts, the type of a value, or the words that it can be; `any` is not known further.
Shape: TypeAlias = "dict[str, Shape] | list[Shape] | str | tuple[str, ...]"

ANY = "any"
#: The types of values by what reads them.
_READ_BY: dict[Any, Shape] = {
    values.read_name: "words",
    values.read_text: "words",
    values.read_day: "date",
    values.read_month: "month",
    values.read_rate: "rate",
    values.read_fine_rate: "rate",
    values.read_money: "money",
    values.read_flag: (),
    values.read_ordinal: "ordinal",
    values.read_page: "page",
    measures.read_count: "count",
}


def shape_of(model: type[BaseModel]) -> dict[str, Shape]:
    """The shape of a model's fields."""
    hints = ((name, info.rebuild_annotation()) for name, info in model.model_fields.items())
    return {name: _shape(hint) for name, hint in hints}


def _shape(hint: Any) -> Shape:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        readers = [one.func for one in arguments[1:] if isinstance(one, BeforeValidator)]
        known = next((_READ_BY[reader] for reader in readers if reader in _READ_BY), None)
        return _shape(arguments[0]) if known is None else known
    if origin in (Union, UnionType):
        found = [_shape(one) for one in arguments if one is not type(None)]
        return found[0] if len(found) == 1 else ANY
    if origin is Literal:
        return tuple(map(str, arguments))
    if origin in (tuple, list) and arguments:
        return [_shape(arguments[0])]
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return shape_of(hint)
    return "words" if hint is str else ANY
