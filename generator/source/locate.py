"""Where in the source an error of pydantic is, and what its model wants there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from pydantic.fields import FieldInfo

from generator.source.nodes import SourceNode
from generator.source.shapes import Schema, Shapes
from generator.source.spans import Spot

Location: TypeAlias = tuple[str | int, ...]
IN_KEY = "[key]"


@dataclass(frozen=True, slots=True)
class Located:
    """The spot of an error, what is wanted there, and which parts of its location name branches of unions."""

    spot: Spot
    shapes: tuple[Schema, ...]
    info: FieldInfo | None
    unions: tuple[int, ...]
    in_key: bool


def locate(root: SourceNode, shapes: Shapes, location: Location) -> Located:
    """The place that a location leads to.

    A step that the source lacks (a short form that a validator spelled out, such as a bare name for
    `{name: …}`) stays where it is: the short form is what the author can mend.
    """
    spot, wanted = Spot(root), shapes.root()
    unions: list[int] = []
    info: FieldInfo | None = None
    for at, part in enumerate(location):
        if part == IN_KEY and at == len(location) - 1:
            return Located(spot, (), info, tuple(unions), True)
        if union := next((shape for shape in wanted if shape["type"] in ("union", "tagged-union")), None):
            if union["type"] == "union":
                unions.append(at)
            wanted = shapes.branch(union, str(part))
            continue
        found = [shapes.inner(shape, part) for shape in wanted]
        wanted = [inner for inners, _ in found for inner in inners]
        info = next((known for _, known in found if known), info)
        spot = spot.child(part) or spot
    return Located(spot, tuple(wanted), info, tuple(unions), False)
