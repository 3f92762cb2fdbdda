"""The style of an element: what of it is worked out from a parent's style and the declarations that it meets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from generator.typeset.values import ONE_WAY, Color, Rule, computed

INHERITED = (
    "font_family", "font_size", "font_weight", "font_style", "font_variant_numeric", "font_variant_ligatures",
    "line_height", "color", "text_align", "text_indent", "white_space", "overflow_wrap", "orphans", "widows",
    "border_spacing", "variables",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Each property that makes a difference here under its name in CSS, in points; what is `auto` is None."""

    font_family: str = ""
    font_size: float = 12.0
    font_weight: bool = False
    font_style: bool = False
    font_variant_numeric: tuple[str, ...] = ()
    font_variant_ligatures: tuple[str, ...] = ()
    line_height: float | tuple[float] = (1.371,)
    color: Color = (0.0, 0.0, 0.0)
    text_align: str = "left"
    text_indent: float = 0.0
    white_space: str = "normal"
    overflow_wrap: str = "normal"
    orphans: int = 2
    widows: int = 2
    border_spacing: float = 0.0
    variables: Mapping[str, str] = field(default_factory=dict)

    vertical_align: str | float = 0.0
    width: float | None = None
    min_width: float = 0.0
    page: str = ""
    display: str = "inline"
    break_before: str = "auto"
    break_after: str = "auto"
    break_inside: str = "auto"
    table_layout: str = ""
    margin_top: float | None = 0.0
    margin_right: float | None = 0.0
    margin_bottom: float | None = 0.0
    margin_left: float | None = 0.0
    padding_top: float = 0.0
    padding_right: float = 0.0
    padding_bottom: float = 0.0
    padding_left: float = 0.0
    border_top: Rule = None
    border_right: Rule = None
    border_bottom: Rule = None
    border_left: Rule = None

    @property
    def leading(self) -> float:
        """The height of a line, in points."""
        height = self.line_height
        return height[0] * self.font_size if isinstance(height, tuple) else height

    @property
    def features(self) -> tuple[str, ...]:
        """The OpenType features that are asked for."""
        return self.font_variant_numeric + self.font_variant_ligatures


_INITIAL: dict[str, Any] = {one.name: getattr(Style(), one.name) for one in fields(Style)}


def styled(parent: Style, declared: Iterable[tuple[str, str]]) -> Style:
    """The style under a parent's by declarations, of which the last counts. Raises Unsettable."""
    given = dict(declared)
    variables = {**parent.variables, **{name: text for name, text in given.items() if name.startswith("--")}}
    found: dict[str, Any] = {name: getattr(parent, name) for name in INHERITED} | {"variables": variables}
    if "font-size" in given:
        found["font_size"] = _value("font-size", given.pop("font-size"), parent, parent.font_size, variables)
    for name, text in given.items():
        if not name.startswith("--") and name not in ONE_WAY:
            found[name.replace("-", "_")] = _value(name, text, parent, found["font_size"], variables)
    return Style(**found)


def look_settable(name: str, text: str) -> None:
    """Raises Unsettable where a declaration asks for what is not set here; a value of variables is not known yet."""
    if not name.startswith("--") and "var(" not in text:
        _value(name, text, Style(), Style().font_size, {})


def _value(name: str, text: str, parent: Style, size: float, variables: Mapping[str, str]) -> Any:
    key = name.replace("-", "_")
    if key in _INITIAL and text in ("inherit", "initial"):
        return getattr(parent, key) if text == "inherit" else _INITIAL[key]
    return computed(name, text, size, variables)
