"""Values by share class: keys in content, names on the page; `all` stands for the whole fund."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.model.content import AT_KEY, At, Finding, Found

if TYPE_CHECKING:
    from generator.model.supplement import Change, House

#: The key of a value that is that of every class, or of a fund without classes.
WHOLE = "all"


def label_of(key: str, house: House, change: Change | None) -> At:
    """The name of a class of the change's fund; the fund's own for `all`."""
    fund, fund_key = house.fund_of(change), house.fund_key_of(change)
    if key == WHOLE:
        return At(fund.name if fund else key, f"/registrant.funds.{fund_key}.name")
    declared = fund.classes if fund else {}
    return At(declared[key].name if key in declared else key, f"/registrant.funds.{fund_key}.classes.{key}.name")


def keys_of(labels: list[str], found: Found) -> Iterator[list[str]]:
    """The keys that labels can stand for: a single one for the whole fund, else classes."""
    if len(labels) == 1:
        yield [WHOLE]
    if keys := found.class_keys(labels):
        yield keys


def check_classes(path: str, keys: Iterable[str], house: House, change: Change | None) -> Iterator[Finding]:
    """Findings where there is no fund, where it has no such class, or where `all` stands beside a class."""
    fund = house.fund_of(change)
    if fund is None:
        yield "", "CMB-01", "this is about no fund", "name the fund of the change: `fund: …`"
        return
    keys = list(keys)
    for key in keys:
        if key == WHOLE and len(keys) > 1:
            yield f"{path}.{key}", "CLS-06", "a class stands beside `all`", "state every class, or only `all`"
        elif key != WHOLE and key not in fund.classes:
            help = declared_classes(list(fund.classes))
            yield f"{path}.{key}{AT_KEY}", "CLS-01", f"class {key!r} is not declared", help


def declared_classes(classes: list[str]) -> str:
    """What to do where a class is not declared."""
    return f"use one of {', '.join(classes)}" if classes else "declare classes under the fund, in the registrant's file"
