"""When a change takes effect, for content that says so itself (`wording/phrase/effective_the.md`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.model.content import At

if TYPE_CHECKING:
    from generator.model.supplement import Change, House
    from generator.model.when import StartDay


def view_effective(own: StartDay | None, house: House, change: Change | None) -> At:
    """The content's own day; else that of the change or the supplement, where no lead-in says it."""
    if own is not None or change is None or change.operation != "notice":
        return At(own, "effective")
    if change.effective is None:
        return At(house.supplement.effective, "/effective")
    index = next((at for at, one in enumerate(house.supplement.changes) if one is change), 0)
    return At(change.effective, f"/changes[{index}].effective")


def effective_from_view(view: dict[str, Any]) -> dict[str, Any]:
    """The day that was read, as an author would write it: bare where it can be."""
    when = view.get("effective")
    if not when:
        return {}
    plain = {"on": when.get("date"), "immediately": "immediately"}
    return {"effective": plain.get(when["qualifier"], when)}
