"""How tiers of a fee come to what they cost: by slice, at the end of each, and against the rates before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.model.schedule import (
    Assets,
    Slice,
    effective_rate,
    fee_on,
    implied_assets,
    rounded,
    shifts,
    slices_of,
)
from generator.model.tiers import Method, Tier
from generator.model.values import Dollars, spell_money
from generator.model.working import Line, Working, change_of, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Effective rates are told in more digits than a table of fees shows.
PLACES = 4
#: What is told of an open slice that begins at nothing.
_BILLION = Decimal(10**9)


def explain_tiers(path: str, groups: Mapping[str, Sequence[Tier]], method: Method) -> Working | None:
    """The working of a rate or an end in one of some groups of tiers, each under its path, new ones first.

    Of a group's own path, what it comes to at the end of each slice. None for other paths, and for tiers that are no
    schedule.
    """
    name, index, part = _parsed(path)
    slices = slices_of(groups.get(name, ()))
    if not slices or index >= len(slices):
        return None
    others = [slices_of(tiers) for other, tiers in groups.items() if other != name]
    other = others[0] if others and others[0] else None
    if not part:
        return _overview(name, slices, method) if index < 0 else None
    if part == "up_to":
        return _end(slices[index])
    newest = next(iter(groups)) == name
    return _rate(slices, index, method, (other, newest) if other else None)


def _parsed(path: str) -> tuple[str, int, str]:
    """Group, position and part of a path such as `previous.tiers[1].rate`; -1 and nothing for the group itself."""
    found = re.fullmatch(r"(?P<name>.+?)\[(?P<index>\d+)\](?:\.(?P<part>rate|up_to))?", path)
    return (found["name"], int(found["index"]), found["part"] or "") if found else (path, -1, "")


def words_of(one: Slice, method: Method) -> str:
    """A slice in words: `0.65% of the next $500 million`."""
    if one.up_to is None:
        part = f"amounts over {spell_money(one.above)}" if one.above else "all net assets"
    elif not one.above:
        part = f"the first {spell_money(one.up_to)}"
    else:
        part = f"the next {spell_money(one.up_to - one.above)}"
    if method == "cliff":
        part = f"all, up to {spell_money(one.up_to)}" if one.up_to else f"all, over {spell_money(one.above)}"
    return f"{one.rate}% of {part}"


def implied_line(slices: Sequence[Slice], shown: Decimal, method: Method) -> Line:
    """The line that says which net assets make a schedule come to a rate as it is shown."""
    assets = implied_assets(slices, shown, method)
    return f"net assets at which the schedule comes to {shown}%", spell_assets(assets) if assets else "none"


def spell_assets(assets: Assets) -> str:
    """An interval of net assets in millions: `$714 million to $1,000 million`."""

    def millions(amount: Fraction) -> str:
        return f"${rounded(amount / 10**6, 0):,f} million"

    if assets.most is None:
        return f"over {millions(assets.least)}"
    return f"{millions(assets.least)} to {millions(assets.most)}" if assets.least else f"up to {millions(assets.most)}"


def _overview(name: str, slices: Sequence[Slice], method: Method) -> Working:
    """What the slices come to at the end of each."""
    lines = [(f"effective rate on {spell_money(at)}", _effective(slices, at, method)) for at in _levels(slices)]
    return Working(f"Effective rates of {name}", tuple(lines), f"{lines[0][1]}% to {lines[-1][1]}%")


def _levels(slices: Sequence[Slice]) -> Iterator[Decimal]:
    """The end of each slice, and for the last twice its beginning."""
    for one in slices:
        yield one.up_to if one.up_to is not None else 2 * one.above or _BILLION


def _end(one: Slice) -> Working | None:
    if one.up_to is None:
        return None
    lines: list[Line] = [("the slice begins above", Dollars(one.above))] if one.above else []
    lines += [("as stated, it ends at", Dollars(one.up_to)), ("its width", Dollars(one.up_to - one.above))]
    return Working(f"End of the slice at {one.rate}%", tuple(lines), Dollars(one.up_to))


def _rate(slices: Sequence[Slice], index: int, method: Method, against: tuple[Sequence[Slice], bool] | None) -> Working:
    """The fee up to the end of a slice, the effective rate there, and how the slice's rate changes."""
    one, level = slices[index], list(_levels(slices))[index]
    paid = slices[: index + 1] if method == "marginal" else slices[index : index + 1]
    lines: list[Line] = []
    for part in paid:
        top = level if part is one else part.up_to or level
        base = top - part.above if method == "marginal" else top
        lines.append((f"{part.rate}% of {spell_money(base)}", whole(base * part.rate / 100)))
    lines.append((f"fee a year on {spell_money(level)}", whole(fee_on(slices, level, method))))
    lines.append(("effective rate there", _effective(slices, level, method)))
    if against:
        lines += _changes(one, *((against[0], slices) if against[1] else (slices, against[0])))
    return Working(words_of(one, method), tuple(lines), one.rate)


def _effective(slices: Sequence[Slice], level: Decimal, method: Method) -> Decimal:
    return rounded(effective_rate(slices, level, method), PLACES)


def _changes(one: Slice, old: Sequence[Slice], new: Sequence[Slice]) -> Iterator[Line]:
    """How the rates of a slice's assets change, part by part."""
    for shift in shifts(old, new):
        if shift.above >= one.above and (one.up_to is None or shift.above < one.up_to):
            yield f"above {spell_money(shift.above)}, before" if shift.above else "before", shift.old
            yield f"above {spell_money(shift.above)}, now" if shift.above else "now", shift.new
            yield change_of(shift.old, shift.new)
