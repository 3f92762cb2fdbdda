"""What each kind of element reads of its style: what it does not read must be as if nobody had stated it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import TypeAlias

from generator.typeset import Unsettable
from generator.typeset.nodes import BLOCKS
from generator.typeset.style import INHERITED, Style
from generator.typeset.values import FULL

#: The properties that an element reads, each with the values that are set here.
Role: TypeAlias = "Mapping[str, Callable[[object], bool]]"


def _any(_: object) -> bool:
    return True


def _one_of(*values: object) -> Callable[[object], bool]:
    return lambda value: value in values


def _is_length(value: object) -> bool:
    return isinstance(value, float)


def _is_stated_or_free(value: object) -> bool:
    return value != FULL


_HOLDS_NEXT = {"break_after": _one_of("auto", "avoid")}
_BREAKS = {"break_before": _any, "break_after": _any, "break_inside": _any}
_BLOCK = {
    "display": _one_of("block"), "width": _is_stated_or_free, "padding_left": _any, "page": _any, "margin_top": _any,
    "margin_right": _any, "margin_bottom": _any, "margin_left": _any, **_BREAKS,
}  # fmt: skip
_CELL = {
    "display": _one_of("table-cell"), "vertical_align": _one_of("top", "middle", "bottom"), **_HOLDS_NEXT,
    "padding_top": _any, "padding_right": _any, "padding_bottom": _any, "padding_left": _any,
    "border_top": _any, "border_bottom": _any,
}  # fmt: skip
_INLINE = {
    "display": _one_of("inline", "inline-block"), "min_width": _any, "vertical_align": _is_length,
    "padding_left": _any, "padding_right": _any,
}  # fmt: skip
ROLES: Mapping[str, Role] = {
    "html": {"display": _one_of("block")},
    **dict.fromkeys(BLOCKS, _BLOCK),
    "table": {
        "display": _one_of("table"), "width": _one_of(FULL), "table_layout": _any,
        "border_top": _any, "border_bottom": _any, "margin_top": _any, "margin_right": _one_of(0.0, None),
        "margin_bottom": _any, "margin_left": _one_of(0.0, None), **_BREAKS,
    },
    "caption": {"display": _one_of("table-caption"), "padding_bottom": _any, **_HOLDS_NEXT},
    "colgroup": {"display": _one_of("table-column-group")},
    "col": {"display": _one_of("table-column"), "width": _any},
    "thead": {
        "display": _one_of("table-header-group", "table-row-group"), "vertical_align": _any, **_HOLDS_NEXT,
    },
    "tbody": {"display": _one_of("table-row-group"), "vertical_align": _any, **_HOLDS_NEXT},
    "tr": {
        "display": _one_of("table-row"), "vertical_align": _any, "break_inside": _one_of("avoid"), **_HOLDS_NEXT,
    },
    "th": _CELL,
    "td": _CELL,
    **dict.fromkeys(("b", "i", "span", "sup"), _INLINE),
    "br": {"display": _one_of("inline")},
    "@bottom-center": {"padding_top": _any, "padding_bottom": _any},
}  # fmt: skip

_UNSTATED = {one.name: getattr(Style(), one.name) for one in fields(Style) if one.name not in INHERITED}


def look_readable(tag: str, style: Style) -> None:
    """Raises Unsettable where an element's style differs from the usual in what is not read of such an element."""
    role = ROLES.get(tag)
    if role is None:
        raise Unsettable(f"a {tag}")
    for name, usual in _UNSTATED.items():
        value, is_set_here = getattr(style, name), role.get(name)
        if not is_set_here(value) if is_set_here else value != usual:
            raise Unsettable(f"{name.replace('_', '-')} of a {tag}")
