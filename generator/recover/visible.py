"""The canonical visible content: every value and word that a supplement shows, the same for every format.

Keys, identifiers and whatever else a reader of the document cannot see are left out; words are spelled as
every format can show them (see `document.carried`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from generator.compose.numbering import section_number
from generator.document.ascii import to_ascii
from generator.document.canonical import canonical_text
from generator.model.content import PROSE, Content, Grid
from generator.model.notes import mark_notes
from generator.model.supplement import Change, House
from generator.model.values import spell

Item: TypeAlias = tuple[str, dict[str, Any]]


def visible(house: House) -> dict[str, Any]:
    """What a supplement shows, in reading order, as plain data for JSON."""
    body: list[Any] = [spelled(item) for _, item in visible_items(house)]
    return visible_head(house) | ({"body": body} if body else {})


def visible_head(house: House) -> dict[str, Any]:
    """What is above the body, or shown of it there."""
    supplement = house.supplement
    content: dict[str, Any] = {
        "registrant": house.registrant.name,
        "funds": [fund.name for fund in house.funds],
        "date": spell(supplement.date) if supplement.date else None,
        "targets": [target.model_dump() for target in supplement.targets],
        "supersedes": list(supplement.supersedes),
        "legend": list(supplement.legend),
        "header": list(supplement.header),
    }
    shown: dict[str, Any] = spelled({key: value for key, value in content.items() if value})
    return shown


def visible_items(house: House) -> list[Item]:
    """The items of the body with their paths, flat: how an author groups them into changes cannot be seen."""
    items = list(_blocks(house, None, house.supplement.opening, "opening"))
    number = 0
    for index, change in enumerate(house.supplement.changes):
        if not house.says(change):
            continue
        path = f"changes[{index}]"
        if change.section:
            number += 1
            section = {"section": change.section, "number": section_number(number, house.style.numbering)}
            items.append((f"{path}.section", {key: value for key, value in section.items() if value}))
        items += _blocks(house, change, change.introduction, f"{path}.introduction")
        items += _lead_in(house, change, path)
        items += _blocks(house, change, change.content, f"{path}.content")
    return items + list(_blocks(house, None, house.supplement.closing, "closing"))


def _lead_in(house: House, change: Change, path: str) -> list[Item]:
    if change.lead_in:
        return [(f"{path}.lead_in", {"paragraph": change.lead_in})]
    if change.operation == "notice":
        return []
    effective = change.effective or house.supplement.effective
    location = {key: value for key, value in change.location.model_dump().items() if value}
    parts: dict[str, Any] = {
        "operation": change.operation,
        "location": location,
        "old": change.old,
        "new": change.new,
        "funds": [house.registrant.funds[key].name for key in house.fund_keys_of(change)],
        "documents": [target.document for target in house.targets_of(change)],
        "effective": effective.model_dump(exclude_none=True) if effective else None,
        "reason": change.reason,
    }
    return [(f"{path}.operation", {"lead_in": {key: value for key, value in parts.items() if value}})]


def _blocks(house: House, change: Change | None, content: Content, path: str) -> Iterator[Item]:
    for index, block in enumerate(content):
        at = f"{path}[{index}].{block.kind}"
        if block.kind not in PROSE:
            yield at, {block.kind: block.body.visible(house, change)}
        elif block.kind == "table":
            yield at, {"table": _grid(block.body)}
        elif block.body:  # not every format shows that a paragraph is centred
            yield at, {"paragraph" if block.kind == "centered" else block.kind: block.body}


def _grid(grid: Grid) -> dict[str, Any]:
    marks = mark_notes(grid.notes)

    def cell(one: Any) -> str:
        return str(spelled(one.text)) + "".join(marks[key] for key in one.note if key in marks)

    shown = {
        "caption": grid.caption,
        "head": [cell(one) for one in grid.head],
        "rows": [[cell(one) for one in row] for row in grid.rows],
        "notes": [{"marker": marks[key], "text": note.text} for key, note in grid.notes.items()],
    }
    return {key: value for key, value in shown.items() if value}


def spelled(value: Any) -> Any:
    """Plain data with every value spelled as content spells it, and every word as all formats show it."""
    match value:
        case dict():
            return {key: spelled(one) for key, one in value.items()}
        case list() | tuple():
            return [spelled(one) for one in value]
        case bool() | None:
            return value
        case str():
            return canonical_text(to_ascii(value))
        case _:
            return spell(value)
