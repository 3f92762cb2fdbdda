"""What is left of a supplement when the parts are taken out that are written wrongly: it is judged all the same.

Why: an author wants all findings at once, and one date that is none would hide what is wrong in every other change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from generator.diagnostics import Diagnostic
from generator.library.places import Written
from generator.model.supplement import Supplement
from generator.source.nodes import to_plain

#: Parts that can be missing without an error anywhere else.
APART = ("effective", "opening", "closing")
_CHANGE = re.compile(r"changes\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Remainder:
    """A supplement of the changes that are written well, and the number that each has in the file."""

    supplement: Supplement
    numbers: tuple[int, ...]

    def moved(self, path: str) -> str:
        """A path of the remainder as the path in the file."""
        found = _CHANGE.match(path)
        return f"changes[{self.numbers[int(found[1])]}]{path[found.end() :]}" if found else path

    def certain(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Of what is found in the remainder the errors within its changes.

        Others may only say that something is missing which is there, and was taken out.
        """
        return [one for one in found if one.severity == "error" and _CHANGE.match(one.path)]


def remainder(written: Written, faults: Iterable[Diagnostic]) -> Remainder | None:
    """What is left of a supplement's file without what its faults are in; None where that is no supplement."""
    plain: Any = to_plain(written.spans.root) if written.spans else None
    gone, parts = set[int](), set[str]()
    for fault in faults:
        if found := _CHANGE.match(fault.path):
            gone.add(int(found[1]))
        elif (part := re.split(r"[.\[]", fault.path)[0]) in APART:
            parts.add(part)
        elif fault.severity == "error":
            return None
    if not isinstance(plain, dict) or not isinstance(changes := plain.get("changes"), list):
        return None
    numbers = tuple(number for number in range(len(changes)) if number not in gone)
    left = {key: value for key, value in plain.items() if key not in parts}
    try:
        supplement = Supplement.model_validate(left | {"changes": [changes[number] for number in numbers]})
    except ValidationError:
        return None
    return Remainder(supplement, numbers)
