"""The values of CSS properties: a closed list, for what is not on it is not set here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import inf
from typing import TypeAlias

from generator.patterns import late
from generator.typeset import Unsettable

#: A rule of a table: its width in points and its colour.
Rule: TypeAlias = "tuple[float, Color] | None"
Color: TypeAlias = "tuple[float, float, float]"
#: Takes a value's text and the type size that `em` stands for; gives the value.
Reader: TypeAlias = Callable[[str, float], object]

#: No page is wider or higher (ISO 32000-1, annex C.2), and type between these sizes can be read.
LARGEST, TYPE_SIZES = 14_400.0, (1.0, 500.0)
#: The width of what is as wide as what it stands in.
FULL = inf
POINTS = {"pt": 1.0, "in": 72.0, "px": 0.75, "": 1.0}
_LENGTH = late(r"(-?(?:\d*\.\d+|\d+))(pt|in|px|em|)")
_COLOR = late(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_SUM = late(r"calc\((\S+) \+ (\S+)\)")
_VARIABLE = late(r"var\((--[\w-]+)\)")
SIDES = ("top", "right", "bottom", "left")
#: OpenType features of the values of `font-variant-*`.
_FIGURES = {
    "normal": (), "lining-nums": ("lnum",), "tabular-nums": ("tnum",), "oldstyle-nums": ("onum",),
    "proportional-nums": ("pnum",),
}  # fmt: skip
_LIGATURES = {"normal": (), "common-ligatures": (), "no-common-ligatures": ("-liga", "-clig")}


def computed(name: str, text: str, size: float, variables: Mapping[str, str]) -> object:
    """The value of a property where type is `size` points. Raises Unsettable for what is not set here."""
    read = READERS.get(name)
    if read is None:
        raise Unsettable(f"the property {name}")
    given = _VARIABLE.sub(lambda found: variables.get(found[1], found[0]), text)
    try:
        return read(given, size)
    except (ValueError, KeyError):
        raise Unsettable(f"{name}: {text}") from None


def length(text: str, size: float) -> float:
    """A length in points, or the sum of two. Raises ValueError."""
    if added := _SUM.fullmatch(text):
        return length(added[1], size) + length(added[2], size)
    found = _LENGTH.fullmatch(text)
    if not found or not (found[2] or float(found[1]) == 0):
        raise ValueError(text)
    value = float(found[1]) * (size if found[2] == "em" else POINTS[found[2]])
    if not abs(value) <= LARGEST:
        raise ValueError(text)
    return value


def color(text: str, size: float = 0) -> Color:
    """A colour's red, green and blue, each between 0 and 1. Raises ValueError."""
    found = _COLOR.fullmatch({"black": "#000"}.get(text, text))
    if not found:
        raise ValueError(text)
    digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
    red, green, blue = bytes.fromhex(digits)
    return red / 255, green / 255, blue / 255


def positive(text: str, size: float) -> float:
    """A length that is not below nought. Raises ValueError."""
    value = length(text, size)
    if value < 0:
        raise ValueError(text)
    return value


def _type_size(text: str, size: float) -> float:
    value = length(text, size)
    if not TYPE_SIZES[0] <= value <= TYPE_SIZES[1]:
        raise ValueError(text)
    return value


def _or(word: str, value: object, read: Reader = positive) -> Reader:
    return lambda text, size: value if text == word else read(text, size)


def _one_of(*words: str) -> Reader:
    return lambda text, size: {word: word for word in words}[text]


def _border(text: str, size: float) -> Rule:
    if text in ("0", "none"):
        return None
    width, kind, ink = text.split()
    thickness = positive(width, size)
    if kind != "solid":
        raise ValueError(text)
    return (thickness, color(ink)) if thickness else None


def _line_height(text: str, size: float) -> float | tuple[float]:
    """Points, or a multiple of the type size (as a tuple of one)."""
    found = _LENGTH.fullmatch(text)
    if found and not found[2] and float(found[1]):
        return (float(found[1]),)
    return positive(text, size)


def _family(text: str, size: float) -> str:
    return {'"Source Serif Pro"': "Source Serif Pro"}[text]


def _features(known: Mapping[str, tuple[str, ...]]) -> Reader:
    return lambda text, size: tuple(feature for word in text.split() for feature in known[word])


def _count(text: str, size: float) -> int:
    if not text.isdecimal() or not 0 < int(text) < 1000:
        raise ValueError(text)
    return int(text)


def _rise(text: str, size: float) -> object:
    return text if text in ("top", "bottom", "middle") else 0.0 if text == "baseline" else length(text, size)


_WEIGHT: Reader = lambda text, size: {"400": False, "normal": False, "600": True, "700": True, "bold": True}[text]  # noqa: E731
_BREAK = _one_of("auto", "avoid", "page")

#: What is set in one way only may be asked for in that way, and makes no difference.
ONE_WAY: dict[str, Reader] = {
    "hyphens": _one_of("none", "manual"),
    "border-collapse": _one_of("separate"),
    "caption-side": _one_of("top"),
    "bookmark-level": _one_of("none"),
}
READERS: dict[str, Reader] = {
    "font-family": _family,
    "font-size": _type_size,
    "font-weight": _WEIGHT,
    "font-style": lambda text, size: {"normal": False, "italic": True}[text],
    "font-variant-numeric": _features(_FIGURES),
    "font-variant-ligatures": _features(_LIGATURES),
    "line-height": _line_height,
    "color": color,
    "text-align": _one_of("left", "right", "center", "justify"),
    "text-indent": length,
    "white-space": _one_of("normal", "nowrap"),
    "overflow-wrap": _one_of("normal", "anywhere"),
    "orphans": _count,
    "widows": _count,
    "vertical-align": _rise,
    "width": lambda text, size: (
        {"auto": None, "100%": FULL}[text] if text in ("auto", "100%") else positive(text, size)
    ),
    "min-width": positive,
    "page": lambda text, size: text,
    "display": _one_of(
        "block",
        "inline",
        "inline-block",
        "table",
        "table-caption",
        "table-column-group",
        "table-column",
        "table-header-group",
        "table-row-group",
        "table-row",
        "table-cell",
    ),
    "break-before": _BREAK,
    "break-after": _BREAK,
    "break-inside": _one_of("auto", "avoid"),
    "table-layout": _one_of("fixed"),
    "border-spacing": positive,
    **ONE_WAY,
    **{f"margin-{side}": _or("auto", None) for side in SIDES},
    **{f"padding-{side}": positive for side in SIDES},
    **{f"border-{side}": _border for side in SIDES},
}
