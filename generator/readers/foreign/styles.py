"""The look of an HTML element, as far as it tells headings from text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

from generator.document.nodes import Align

HIDDEN_TAGS = frozenset({
    "head", "title", "script", "style", "template", "noscript", "object", "applet", "select", "textarea", "ix:header",
})  # fmt: skip
_SIDES = {"center": "center", "middle": "center", "right": "right", "end": "right", "left": "left", "justify": "left"}
_HEADINGS = {"h1": 18.0, "h2": 15.0, "h3": 13.0, "h4": 12.0, "h5": 11.0, "h6": 10.0}
_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
_LENGTH = re.compile(r"([0-9]{0,4}\.?[0-9]{1,4})\s*(pt|px|em|rem|%|in)?")
_POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0}
_BOLD = re.compile(r"\b(?:bold|bolder|[6-9]00)\b")


@dataclass(frozen=True, slots=True)
class Style:
    """What an element inherits and passes on."""

    align: Align = "left"
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    raised: bool = False
    hidden: bool = False
    upper: bool = False
    pre: bool = False
    size: float = 12.0


def styled(parent: Style, tag: str, attributes: Mapping[str, str]) -> Style:
    """The look of an element inside its parent's, by its tag, its attributes and its `style`."""
    style = _by_tag(parent, tag)
    side = attributes.get("align", "").lower()
    if side in _SIDES and tag not in ("table", "img", "hr"):
        style = replace(style, align=cast(Align, _SIDES[side]))
    if tag == "font" and attributes.get("size") in _SIZES:
        style = replace(style, size=_SIZES[attributes["size"]])
    if "hidden" in attributes:
        style = replace(style, hidden=True)
    for name, value in declarations(attributes.get("style", "")):
        style = _by_declaration(style, name, value)
        if name == "top" and value.startswith("-") and tag in ("font", "span"):
            style = replace(style, raised=True)
    return style


def declarations(css: str) -> list[tuple[str, str]]:
    """The names and values of a `style` attribute, in lower case."""
    pairs = (part.partition(":") for part in css.lower().split(";"))
    return [(name.strip(), value.strip()) for name, colon, value in pairs if colon]


def ends_page(css: str) -> bool:
    """Whether an element's `style` asks for a new page before or after it."""
    return any(name.startswith(("page-break-", "break-")) and "always" in value for name, value in declarations(css))


def shows_no_marks(css: str) -> bool:
    """Whether a list's `style` takes the marks from its items."""
    marks = [value for name, value in declarations(css) if name in ("list-style", "list-style-type")]
    return bool(marks) and "none" in marks[-1].split()


def _by_tag(style: Style, tag: str) -> Style:
    match tag:
        case "b" | "strong" | "th":
            return replace(style, bold=True, align="center" if tag == "th" else style.align)
        case "i" | "em" | "cite" | "dfn" | "var":
            return replace(style, italic=True)
        case "u" | "ins":
            return replace(style, underlined=True)
        case "sup":
            return replace(style, raised=True)
        case "center":
            return replace(style, align="center")
        case "pre" | "xmp" | "plaintext" | "listing":
            return replace(style, pre=True)
        case "table":
            return replace(style, align="left")
        case _ if tag in _HEADINGS:
            return replace(style, bold=True, size=_HEADINGS[tag])
        case _ if tag in HIDDEN_TAGS:
            return replace(style, hidden=True)
    return style


def _by_declaration(style: Style, name: str, value: str) -> Style:
    match name:
        case "text-align" if value in _SIDES:
            return replace(style, align=cast(Align, _SIDES[value]))
        case "font-weight":
            return replace(style, bold=bool(_BOLD.search(value)))
        case "font-style":
            return replace(style, italic=value in ("italic", "oblique"))
        case "font":
            before_family = value.split("'")[0].split('"')[0]
            looks = replace(style, bold=bool(_BOLD.search(before_family)), italic="italic" in before_family)
            return replace(looks, size=_size(before_family, style.size))
        case "font-size":
            return replace(style, size=_size(value, style.size))
        case "text-decoration" | "text-decoration-line":
            return replace(style, underlined="underline" in value)
        case "vertical-align" if value == "super":
            return replace(style, raised=True)
        case "display" | "visibility" | "mso-hide" if value in ("none", "hidden", "collapse", "all"):
            return replace(style, hidden=True)
        case "text-transform":
            return replace(style, upper=value == "uppercase")
        case "white-space":
            return replace(style, pre=value.startswith("pre") and value != "pre-line")
    return style


def _size(value: str, inherited: float) -> float:
    found = _LENGTH.search(value)
    if not found or not found[2]:
        return inherited
    number = float(found[1])
    if found[2] in _POINTS:
        return number * _POINTS[found[2]]
    return inherited * number / (100 if found[2] == "%" else 1)
