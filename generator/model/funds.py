"""The funds and share classes that typed content speaks of: keys in content, names on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Field

from generator.model.content import At, Finding, Found, listed
from generator.model.values import Key

if TYPE_CHECKING:
    from generator.model.supplement import Change, House

#: Funds by key; without any, those of the change, else all of the supplement's.
FundKeys: TypeAlias = Annotated[
    tuple[Key, ...],
    BeforeValidator(listed),
    Field(description="The funds, if not those of the change", examples=[["growth", "income"]]),
]
#: Share classes by key, as each of the funds declares them.
ClassKeys: TypeAlias = Annotated[
    tuple[Key, ...],
    BeforeValidator(listed),
    Field(description="Keys of the classes, if not all", examples=[["A", "C"]]),
]
#: What `view_funds` gives, for wording to speak of.
FUNDS: dict[str, Any] = {"only": {"name": "words"}, "listed": [{"name": "words"}]}


def fund_keys(own: tuple[str, ...], house: House, change: Change | None) -> tuple[str, ...]:
    """The keys of the funds that content is about: its own, else the change's, else the supplement's."""
    return own or house.fund_keys_of(change) or house.fund_keys


def fund_name(key: str, house: House) -> At:
    """The name of a fund where it is declared; the key of one that is not."""
    declared = house.registrant.funds
    return At(declared[key].name if key in declared else key, f"/registrant.funds.{key}.name")


def class_name(fund: str, key: str, house: House) -> At:
    """The name of a fund's share class where it is declared; the key of one that is not."""
    declared = house.registrant.funds[fund].classes if fund in house.registrant.funds else {}
    return At(declared[key].name if key in declared else key, f"/registrant.funds.{fund}.classes.{key}.name")


def view_funds(own: tuple[str, ...], house: House, change: Change | None) -> dict[str, Any]:
    """The one fund by name as `only`, or several as `listed`."""
    names = [{"name": fund_name(key, house)} for key in fund_keys(own, house, change)]
    return {"only": names[0], "listed": []} if len(names) == 1 else {"only": None, "listed": names}


def view_named_funds(own: tuple[str, ...], house: House, change: Change | None) -> dict[str, Any]:
    """As `view_funds`; of content about all of the supplement's several funds neither, for wording to say "the Funds".

    Why: its header names them. Who wants them named again writes `funds:`.
    """
    all_of_them = not own and not house.fund_keys_of(change)
    return {"only": None, "listed": []} if all_of_them else view_funds(own, house, change)


def funds_from_view(view: dict[str, Any], found: Found) -> dict[str, Any]:
    """The funds that were read, as an author would write them; nothing where none is named."""
    names = [view["only"]["name"]] if view.get("only") else [one["name"] for one in view.get("listed", [])]
    keys = [found.fund_key(name) for name in names]
    return {"funds": keys[0] if len(keys) == 1 else keys} if keys else {}


def view_classes(keys: tuple[str, ...], own: tuple[str, ...], house: House, change: Change | None) -> list[Any]:
    """Share classes by name, as the first of the funds declares them."""
    first = next(iter(fund_keys(own, house, change)), "")
    return [{"name": class_name(first, key, house)} for key in keys]


def class_key(fund: str, name: str, found: Found) -> str:
    """The key of a fund's share class; declared if it was not."""
    about, found.fund = found.fund, fund
    keys = found.class_keys([name])
    found.fund = about
    return keys[0]


def common_keys(names: list[str], funds: Any, found: Found) -> list[str] | None:
    """The keys of share classes that each of the funds has under the same key; None where they differ."""
    funds = [funds] if isinstance(funds, str) else funds
    keys = [[class_key(fund, name, found) for name in names] for fund in funds]
    return keys[0] if keys and all(one == keys[0] for one in keys) else None


def check_funds(own: tuple[str, ...], house: House, change: Change | None) -> Iterator[Finding]:
    """Findings where content is about no fund, about one that nobody declared, or about one twice."""
    if not fund_keys(own, house, change):
        yield "", "CMB-01", "this is about no fund", "name the funds: `funds: …`"
    for index, key in enumerate(own):
        path = f"funds[{index}]" if len(own) > 1 else "funds"
        yield from check_fund(path, key, house)
        if key in own[:index]:
            yield path, "CMB-01", f"the fund {key!r} is named twice", "name each fund once"


def check_fund(path: str, key: str, house: House) -> Iterator[Finding]:
    """A finding where nobody declared a fund."""
    if key not in house.registrant.funds:
        known = ", ".join(house.registrant.funds) or "none"
        yield path, "CMB-01", f"there is no fund {key!r}", f"declared are: {known}"


def check_class(path: str, fund: str, key: str, house: House) -> Iterator[Finding]:
    """A finding where a declared fund has no such share class."""
    classes = house.registrant.funds[fund].classes if fund in house.registrant.funds else {key: None}
    if key not in classes:
        use = f"use one of {', '.join(classes)}" if classes else "declare it under the fund, in the registrant's file"
        yield path, "CLS-01", f"{fund} has no class {key!r}", use


def check_classes_of(
    path: str, keys: Iterable[str], own: tuple[str, ...], house: House, change: Change | None
) -> Iterator[Finding]:
    """Findings where one of the funds does not have one of the share classes, or names it in another way."""
    funds = fund_keys(own, house, change)
    for key in keys:
        for fund in funds:
            yield from check_class(path, fund, key, house)
        if len(names := {class_name(fund, key, house).value for fund in funds}) > 1:
            differ = " and ".join(sorted(names))
            yield path, "CLS-05", f"class {key!r} has different names: {differ}", "say it fund by fund"
