"""Of all the errors that one slip causes, those that the author can act on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from pydantic_core import ErrorDetails

from generator.source.explain import Explained, wrong_node
from generator.source.locate import Located
from generator.source.nodes import Sequence
from generator.source.shapes import Shapes
from generator.source.wording import QUOTE


@dataclass(frozen=True, slots=True)
class Found:
    """An error, its place, and what would be said of it."""

    error: ErrorDetails
    located: Located
    explained: Explained


def without_noise(found: list[Found], shapes: Shapes) -> list[Found]:
    """One branch of each union, a misspelt key without the missing one, no list too short for want of good items."""
    deepest = max((len(one.located.unions) for one in found), default=0)
    for depth in range(deepest):
        found = _one_branch_each(found, depth, shapes)
    return _without_shadows(_without_misspelt(found))


def _one_branch_each(found: list[Found], depth: int, shapes: Shapes) -> list[Found]:
    """For each union at this depth, the errors of the branch that the author most likely meant."""
    unions: dict[tuple[object, ...], dict[object, list[Found]]] = {}
    for one in found:
        if len(one.located.unions) > depth:
            at = one.located.unions[depth]
            branches = unions.setdefault(one.error["loc"][:at], {})
            branches.setdefault(one.error["loc"][at], []).append(one)
    dropped: set[int] = set()
    replaced: dict[int, Found] = {}
    for place, branches in unions.items():
        kept = min(branches.values(), key=_unlikeliness(len(place) + 1))
        dropped |= {id(one) for branch in branches.values() if branch is not kept for one in branch}
        wants = tuple(dict.fromkeys(one.explained.wants for branch in branches.values() for one in branch))
        if len(kept) == 1 and len(kept[0].error["loc"]) == len(place) + 1 and all(wants) and len(wants) > 1:
            entries = [entry for shape in kept[0].located.shapes for entry in shapes.entries(shape)]
            merged = wrong_node(wants, kept[0].located, entries)
            replaced[id(kept[0])] = replace(kept[0], explained=merged)
    return [replaced.get(id(one), one) for one in found if id(one) not in dropped]


def _unlikeliness(length: int) -> Callable[[list[Found]], tuple[bool, bool, int]]:
    """How unlikely a branch is: it refuses the union's node as a whole; it wants another kind; it has many errors."""

    def rank(branch: list[Found]) -> tuple[bool, bool, int]:
        at_node = [one for one in branch if len(one.error["loc"]) == length]
        return len(at_node) == len(branch), any(one.explained.wants for one in at_node), len(branch)

    return rank


def _without_misspelt(found: list[Found]) -> list[Found]:
    """A key that is missing because it is misspelt, or because words were taken for one, is one finding: that key."""
    words = {one.error["loc"][:-1] for one in found if _extra(one) and one.explained.help.startswith(QUOTE)}
    found = [one for one in found if one.error["type"] != "missing" or one.error["loc"][:-1] not in words]
    meant = {
        (one.error["loc"][:-1], one.explained.help)
        for one in found
        if _extra(one) and one.explained.help.startswith("did you mean")
    }
    return [
        one
        for one in found
        if one.error["type"] != "missing"
        or (one.error["loc"][:-1], f"did you mean `{one.error['loc'][-1]}`?") not in meant
    ]


def _extra(one: Found) -> bool:
    return one.error["type"] == "extra_forbidden"


def _without_shadows(found: list[Found]) -> list[Found]:
    """A list that is too short only because its items are faulty is no finding."""

    def shadow(one: Found) -> bool:
        node, least = one.located.spot.node, one.error.get("ctx", {}).get("min_length", 0)
        return one.error["type"] == "too_short" and isinstance(node, Sequence) and len(node.items) >= least

    return [one for one in found if not shadow(one)]
