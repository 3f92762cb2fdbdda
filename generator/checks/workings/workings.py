"""The working of a figure anywhere in a supplement, by its path; each kind of content explains its own figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from generator.checks.subject import Placed, Subject
from generator.model.content import At, Kind
from generator.model.supplement import House
from generator.model.working import Working


def workings(house: House, path: str) -> Working | None:
    """How the figure at a content path came about (`changes[0].content[1].fee_table.rows.total.A`).

    None where the path leads to no block, or to no figure. The kind may be left out of the path, for a block has one.
    """
    match = re.fullmatch(r"(?P<block>(?:changes\[\d+\]\.\w+|opening|closing)\[\d+\])\.?(?P<rest>.*)", path)
    placed = next((one for one in Subject(house).blocks if match and _is(one, match["block"])), None)
    if placed is None or match is None or not isinstance(placed.body, Kind):
        return None
    kind, _, rest = match["rest"].partition(".")
    return placed.body.working(rest if kind == placed.kind else match["rest"], house, placed.change)


def all_workings(house: House) -> Iterator[tuple[str, Working]]:
    """The workings of all figures that the document shows, in reading order, each with the figure's path."""
    for placed in Subject(house).blocks:
        if isinstance(placed.body, Kind):
            for path in dict.fromkeys(_figures(placed.body.view(house, placed.change))):
                if not path.startswith("/") and (working := placed.body.working(path, house, placed.change)):
                    yield f"{placed.path}.{path}", working


def _is(placed: Placed, block: str) -> bool:
    return placed.path == f"{block}.{placed.kind}"


def _figures(view: Any, path: str = "") -> Iterator[str]:
    """The paths of the figures in a view: where a value says that it stands, else where it stands in the view."""
    match view:
        case Decimal():
            yield path
        case At(value=value, path=own):
            yield from _figures(value, own)
        case BaseModel():
            for name in type(view).model_fields:
                yield from _figures(getattr(view, name), f"{path}.{name}")
        case dict():
            for name, one in view.items():
                yield from _figures(one, f"{path}.{name}".lstrip("."))
        case list() | tuple():
            for index, one in enumerate(view):
                yield from _figures(one, f"{path}[{index}]")
