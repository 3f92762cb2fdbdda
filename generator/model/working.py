"""How a figure came about, as data: what was added, taken off, carried on and rounded, line by line."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, TypeAlias

from pydantic import BaseModel

from generator.model.values import Dollars, spell

#: An amount of money, a percentage, or words in the place of one.
Figure: TypeAlias = Decimal | str
Line: TypeAlias = tuple[str, Figure]


@dataclass(frozen=True, slots=True)
class Working:
    """How a figure came about: what it is of, the steps in order, and the figure itself.

    Printed, it is text for a terminal, its figures aligned at the right.
    """

    title: str
    lines: tuple[Line, ...]
    result: Figure

    def __str__(self) -> str:
        rows = [(words, show(figure)) for words, figure in self.lines]
        rows.append(("result", show(self.result)))
        width = max(len(words) for words, _ in rows)
        column = max(len(figure) for _, figure in rows)
        body = [f"  {words:<{width}}  {figure:>{column}}".rstrip() for words, figure in rows]
        rule = " " * (width + 4) + "-" * column
        return "\n".join([self.title, "", *body[:-1], rule, body[-1]])


def show(figure: Figure) -> str:
    """A figure as a working prints it: `0.89%`, `$10,411.00`, `$6,750,000`."""
    if isinstance(figure, Dollars):
        return f"${figure:,f}" if figure.as_tuple().exponent in (0, -2) else f"${cents(figure):,f}"
    return spell(figure)


def cents(amount: Decimal) -> Dollars:
    """An amount as a line of a working shows it: rounded to the cent, half up, while the exact one is carried on."""
    return Dollars(amount.quantize(Decimal("0.01"), ROUND_HALF_UP))


def whole(amount: Decimal) -> Dollars:
    """An amount without cents where it has none."""
    return Dollars(amount.quantize(Decimal(1))) if amount == amount.to_integral_value() else cents(amount)


def value_at(value: Any, path: str) -> Any:
    """What a path below a value leads to; None where it leads nowhere. A key of content may have dots in it."""
    while path and value is not None:
        if index := re.match(r"\[(\d+)\]", path):
            value = value[int(index[1])] if isinstance(value, tuple) and int(index[1]) < len(value) else None
            path = path[index.end() :]
            continue
        if quoted := re.match(r'\[("(?:[^"\\]|\\.)*")\]', path):
            name, path = json.loads(quoted[1]), path[quoted.end() :]
        else:
            name = _first_name(value, path := path.removeprefix("."))
            path = path[len(name) :]
        value = _below(value, name)
    return value


def _first_name(value: Any, path: str) -> str:
    """The longest name of a part of a value with which a path begins; else its first word."""
    names = sorted(_names(value), key=len, reverse=True)
    known = (name for name in names if path.startswith(name) and path[len(name) :][:1] in ("", ".", "["))
    return next(known, re.split(r"[.\[]", path)[0])


def _names(value: Any) -> list[str]:
    if isinstance(value, BaseModel):
        return [*type(value).model_fields, *(value.model_extra or ())]
    return list(value) if isinstance(value, dict) else []


def _below(value: Any, name: str) -> Any:
    if isinstance(value, BaseModel):
        return getattr(value, name) if name in _names(value) else None
    return value.get(name) if isinstance(value, dict) else None


def stated(body: Any, path: str) -> Working | None:
    """The working of a figure that its author states; of one of a pair before and after, what changes."""
    value = value_at(body, path)
    if not isinstance(value, Decimal):
        return None
    holder, _, name = path.rpartition(".")
    pair = [value_at(body, f"{holder}.{one}".lstrip(".")) for one in ("previous", "new")]
    if name in ("previous", "new") and all(isinstance(one, Decimal) for one in pair):
        old, new = pair
        return Working(holder or name, (("until now", old), ("from now on", new), change_of(old, new)), value)
    return Working(path, (("as stated", value),), value)


def change_of(old: Decimal, new: Decimal) -> Line:
    """The line that says by how much a figure rises or falls."""
    kind = type(new)
    words = "less by" if new < old else "more by" if new > old else "unchanged by"
    return words, kind(abs(new - old))
