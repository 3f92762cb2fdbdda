"""A source tree as an instance of its model, or every reason why it is none."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from generator.diagnostics import Diagnostic, in_order
from generator.source.explain import explain
from generator.source.locate import locate
from generator.source.nodes import SourceNode, to_plain
from generator.source.noise import Found, without_noise
from generator.source.shapes import Shapes
from generator.source.spans import Spans

T = TypeVar("T", bound=BaseModel)


def load_typed(node: SourceNode, model: type[T], file: str) -> tuple[T | None, list[Diagnostic], Spans]:
    """The model that the source states, every finding where it states none, and the places of its paths.

    The model gets plain data: text for every scalar, None for an empty one. A validator of the model says what
    is wrong by `PydanticCustomError` with a context of `code`, `help`, `source` (the rule behind it), `known` (words
    of which one is wanted, with commas) and `at` (the path of the guilty part, from the value validated), each of
    them optional; or by ValueError with the message alone. The code TYP-01 stands for "text is wanted here".
    """
    spans = Spans(node)
    try:
        return model.model_validate(to_plain(node)), [], spans
    except ValidationError as error:
        return None, in_order(_findings(error, node, _shapes(model), file)), spans


@cache
def _shapes(model: type[BaseModel]) -> Shapes:
    return Shapes(model)


def _findings(error: ValidationError, node: SourceNode, shapes: Shapes, file: str) -> list[Diagnostic]:
    found: list[Found] = []
    for details in error.errors(include_url=False):
        location = details["loc"]
        outer = details["type"] in ("missing", "extra_forbidden")
        located = locate(node, shapes, location[:-1] if outer else location)
        found.append(Found(details, located, explain(details, located, shapes)))
    return [
        Diagnostic(one.code, one.message, file, one.span, one.help, path=one.path, source=one.source)
        for one in (each.explained for each in without_noise(found, shapes))
    ]
