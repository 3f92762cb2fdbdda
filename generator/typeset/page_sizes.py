"""The pages that a style sheet states: how large, with what margins, and where their number stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import nan
from typing import Any, TypeAlias

from generator.patterns import late
from generator.typeset import Unsettable
from generator.typeset.declared import declarations, expanded
from generator.typeset.roles import look_readable
from generator.typeset.style import Style, styled
from generator.typeset.values import SIDES, positive

SHEETS = {"letter": (612.0, 792.0)}
#: How a page is named, if at all.
_NAME = late(r"[\w-]*|:first")
#: What a page's number reads of its style.
_READ = late(r"font-.*|line-height|color|padding-(top|bottom)")
#: The properties of a page and of its number, under their names.
Stated: TypeAlias = "tuple[dict[str, str], dict[str, str]]"


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page in points: its width and height, its margins from the top clockwise, the style of its number."""

    width: float
    height: float
    margins: tuple[float, float, float, float] = (56.25, 56.25, 56.25, 56.25)
    number: Style | None = None

    @property
    def room(self) -> tuple[float, float]:
        """The width and height between the margins."""
        top, right, bottom, left = self.margins
        return self.width - left - right, self.height - top - bottom


def page_sizes(rules: list[tuple[str, Any]], root: Style) -> Mapping[tuple[str, bool], PageSize]:
    """The pages by name (empty: those that have none), the first page of a document apart. Raises Unsettable.

    `root` is the style that pages inherit. Of two rules that of a name says more than that of the first page
    (CSS Paged Media 3, 4.2).
    """
    stated = [(name, _stated(content)) for name, content in rules]
    sizes = {}
    for name in {"", *(name for name, _ in rules if name != ":first")}:
        for first in (False, True):
            ranks = {"": 0, ":first": 1, name: 2 * bool(name)} if first else {"": 0, name: 2 * bool(name)}
            met = sorted((rule for rule in stated if rule[0] in ranks), key=lambda rule: ranks[rule[0]])
            page: dict[str, str] = {}
            number: dict[str, str] = {}
            for _, (of_page, of_number) in met:
                page |= of_page
                number |= of_number
            sizes[name, first] = _sized(page, _number(number, root))
        if sizes[name, True].room[0] != sizes[name, False].room[0]:
            raise Unsettable("a first page with lines of another width")
    return sizes


def named(prelude: str) -> str:
    """The name in a page rule, or `:first`. Raises Unsettable."""
    name = prelude.strip()
    if not _NAME.fullmatch(name):
        raise Unsettable("a kind of page that is neither the first nor has a name")
    return name


def _stated(content: Any) -> Stated:
    """What a rule states of its pages and of their number."""
    import tinycss2

    page: dict[str, str] = {}
    number: dict[str, str] = {}
    for item in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if item.type == "at-rule" and item.lower_at_keyword == "bottom-center" and item.content is not None:
            number |= dict(declarations(item.content))
        elif item.type == "declaration" and item.lower_name in ("size", "margin") and not item.important:
            page[item.lower_name] = " ".join(tinycss2.serialize(item.value).split())
        else:
            raise Unsettable(f"what is said of pages in line {item.source_line} of the style sheet")
    return page, number


def _sized(stated: Mapping[str, str], number: Style | None) -> PageSize:
    name, _, turned = stated.get("size", "").partition(" ")
    if name not in SHEETS or turned not in ("", "portrait", "landscape"):
        raise Unsettable(f"a page of the size {stated.get('size', 'that is usual')}")
    sides = SHEETS[name][::-1] if turned == "landscape" else SHEETS[name]
    page = PageSize(*sides, number=number)
    if "margin" in stated:
        page = replace(page, margins=_margins(stated["margin"]))
    taken = number.leading + number.padding_top + number.padding_bottom if number else 0.0
    if min(page.room) <= 0 or taken > page.margins[2]:
        raise Unsettable("a page without room")
    return page


def _margins(text: str) -> tuple[float, float, float, float]:
    given = dict(expanded("margin", text))
    try:
        top, right, bottom, left = (positive(given[f"margin-{side}"], nan) for side in SIDES)
    except ValueError:
        raise Unsettable(f"margins of {text}") from None
    return top, right, bottom, left


def _number(stated: Mapping[str, str], root: Style) -> Style | None:
    """The style of the page's number; None where none is shown."""
    declared = dict(stated)
    shown = declared.pop("content", "none")
    if shown not in ("none", "counter(page)"):
        raise Unsettable(f"{shown} at the foot of pages")
    style = styled(root, declared.items())
    look_readable("@bottom-center", style)
    if style.text_indent or not all(_READ.fullmatch(name) for name in declared):
        raise Unsettable("a page number that is not in the middle")
    return style if shown != "none" else None
