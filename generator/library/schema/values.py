"""Single values as JSON Schema: what an author may type for each, as an editor resolves it.

Why not strings alone: editors read plain YAML, in which `0.86` is a number and `true` a boolean before any
schema sees it; our source takes each for the text that was typed. So a text may be any scalar here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from generator.model import values
from generator.patterns import late

JsonSchema: TypeAlias = dict[str, Any]

SCALARS = ["string", "number", "boolean", "null"]
TEXT: JsonSchema = {"type": SCALARS}
_NUMBER = late(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")


def _any_case(word: str) -> str:
    """A pattern for a word in capitals, small letters or both."""
    return "".join(f"[{letter.upper()}{letter.lower()}]" if letter.isalpha() else letter for letter in word)


def _matching(pattern: str, message: str, *types: str, **limits: Any) -> JsonSchema:
    """Text of a pattern, or a scalar of another type within limits."""
    schema = {"type": ["string", *types]} if types else {"type": "string"}
    return schema | {"pattern": rf"^\s*(?:{pattern})\s*$", "patternErrorMessage": message} | limits


_SCALES = "|".join(_any_case(word) for word in ("thousand", "million", "billion", "trillion"))
_FLAGS = "|".join(_any_case(word) for word in ("yes", "no", "true", "false"))

_DAY = _matching(r"\d{4}-\d{2}-\d{2}", "write year-month-day with dashes, such as 2009-11-12")
_RATE = _matching(
    rf"\d{{1,3}}(?:\.\d+)?\s*%?|{_any_case('None')}|{_any_case('N')}/?{_any_case('A')}",
    "write a percentage such as 0.86%, or None, or N/A",
    "number",
    minimum=0,
    maximum=int(values.HIGHEST_RATE),
)
#: The reader of a value in `generator.model.values` -> what an author may type for it.
READERS: dict[Callable[[Any], Any], JsonSchema] = {
    values.read_day: _DAY,
    values.read_start_day: _DAY,
    values.read_month: _matching(r"\d{4}-(?:0[1-9]|1[0-2])", "write year-month with a dash, such as 2001-09"),
    values.read_rate: _RATE,
    values.read_fine_rate: _RATE,
    values.read_money: _matching(
        rf"\$?\s*(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?\s*(?:{_SCALES})?",
        "write an amount such as $500 million or $10,000",
        "number",
        exclusiveMinimum=0,
    ),
    values.read_flag: {
        "anyOf": [{"enum": ["yes", "no"]}, _matching(_FLAGS, "write yes or no", "boolean")],
    },
    values.read_name: TEXT,
    values.read_ordinal: _matching(
        r"0*(?:[1-9]|1\d|20)|last", "write a number from 1 to 20, or last", "integer", minimum=1, maximum=20
    ),
    values.read_page: _matching(values.PAGES, "write a page such as 12, 12-14 or 6 and 12", "integer"),
    values.read_key: _matching(
        r"[A-Za-z0-9][A-Za-z0-9_.-]*", "use letters, digits and dashes, such as small-cap-growth", "number", "boolean"
    ),
}


def words(known: list[Any]) -> JsonSchema:
    """One of a few words; those that are spelled like numbers also as numbers."""
    numbers = [float(word) if "." in word else int(word) for word in map(str, known) if _NUMBER.fullmatch(word)]
    return {"enum": [*known, *numbers]}
