"""The pages that a style sheet states: how large, with what margins, and where their number stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.typeset import Unsettable
from generator.typeset.declared import declarations
from generator.typeset.style import Style, styled
from generator.typeset.values import lengths

SHEETS = {"letter": (612.0, 792.0)}


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page in points: its width and height, its margins from the top clockwise, the style of its number."""

    width: float = 612.0
    height: float = 792.0
    margins: tuple[float, float, float, float] = (56.25, 56.25, 56.25, 56.25)
    number: Style | None = None

    @property
    def room(self) -> tuple[float, float]:
        """The width and height between the margins."""
        top, right, bottom, left = self.margins
        return self.width - left - right, self.height - top - bottom


def page_sizes(rules: list[tuple[str, Any]]) -> Mapping[tuple[str, bool], PageSize]:
    """The pages by name (empty: those that have none), the first page of a document apart. Raises Unsettable."""
    names = {"", *(name for name, _ in rules if name and not name.startswith(":"))}
    if any((name.startswith(":") and name != ":first") or ":" in name[1:] for name, _ in rules):
        raise Unsettable("a kind of page that is neither the first nor has a name")
    sizes = {}
    for name in names:
        page = PageSize()
        for told in (rule for rule in rules if rule[0] == ""):
            page = _stated(page, told[1])
        for told in (rule for rule in rules if name and rule[0] == name):
            page = _stated(page, told[1])
        sizes[name, False] = page
        for told in (rule for rule in rules if rule[0] == ":first"):
            page = _stated(page, told[1])
        sizes[name, True] = page
        if page.room[0] != sizes[name, False].room[0]:
            raise Unsettable("a first page with lines of another width")
    return sizes


def _stated(page: PageSize, content: Any) -> PageSize:
    """The page with what a rule states of it."""
    import tinycss2

    for item in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        text = " ".join(tinycss2.serialize(getattr(item, "value", ())).split())
        if item.type == "at-rule" and item.lower_at_keyword == "bottom-center" and item.content is not None:
            page = replace(page, number=_number(item.content))
        elif item.type == "declaration" and item.lower_name == "size":
            page = _sized(page, text)
        elif item.type == "declaration" and item.lower_name == "margin":
            page = _with_margins(page, text)
        else:
            raise Unsettable(f"what is said of pages in line {item.source_line} of the style sheet")
    return page


def _sized(page: PageSize, text: str) -> PageSize:
    name, _, turned = text.partition(" ")
    if name not in SHEETS or turned not in ("", "portrait", "landscape"):
        raise Unsettable(f"a page of the size {text}")
    short, long = SHEETS[name]
    return replace(
        page, width=long if turned == "landscape" else short, height=short if turned == "landscape" else long
    )


def _with_margins(page: PageSize, text: str) -> PageSize:
    try:
        given = lengths(text)
        top, right, bottom, left = (given * 4)[:4] if len(given) < 3 else given
    except ValueError:
        raise Unsettable(f"margins of {text}") from None
    return replace(page, margins=(top, right, bottom, left))


def _number(content: Any) -> Style | None:
    """The style of the page's number; None where none is shown."""
    declared = dict(declarations(content))
    shown = declared.pop("content", "none")
    if shown not in ("none", "counter(page)"):
        raise Unsettable(f"{shown} at the foot of pages")
    return styled(Style(), list(declared.items())) if shown != "none" else None
