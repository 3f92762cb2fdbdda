"""The values of CSS properties: a closed list, for what is not on it is not set here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
POINTS = {"pt": 1.0, "in": 72.0, "px": 0.75, "": 1.0}
_LENGTH = late(r"(-?(?:\d+\.?\d*|\.\d+))(pt|in|px|em|)")
_SUM = late(r"calc\((\S+) \+ (\S+)\)")
_VARIABLE = late(r"var\((--[\w-]+)\)")
SIDES = ("top", "right", "bottom", "left")
#: OpenType features of the values of `font-variant-*`.
_FEATURES = {
    "normal": (), "lining-nums": ("lnum",), "tabular-nums": ("tnum",), "oldstyle-nums": ("onum",),
    "proportional-nums": ("pnum",), "common-ligatures": (), "no-common-ligatures": ("-liga", "-clig"),
}  # fmt: skip


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
    if abs(value) > LARGEST:
        raise ValueError(text)
    return value


def lengths(text: str) -> list[float]:
    """Lengths with blanks between. Raises ValueError."""
    return [length(part, 0) for part in text.split()]


def color(text: str, size: float = 0) -> Color:
    """A colour's red, green and blue, each between 0 and 1. Raises ValueError."""
    digits = {"black": "000"}.get(text, text.removeprefix("#"))
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    red, green, blue = bytes.fromhex(digits)
    return red / 255, green / 255, blue / 255


def _positive(text: str, size: float) -> float:
    value = length(text, size)
    if value < 0:
        raise ValueError(text)
    return value


def _type_size(text: str, size: float) -> float:
    value = length(text, size)
    if not TYPE_SIZES[0] <= value <= TYPE_SIZES[1]:
        raise ValueError(text)
    return value


def _or(word: str, value: object, read: Reader = _positive) -> Reader:
    return lambda text, size: value if text == word else read(text, size)


def _one_of(*words: str) -> Reader:
    return lambda text, size: {word: word for word in words}[text]


def _border(text: str, size: float) -> Rule:
    if text in ("0", "none"):
        return None
    width, kind, ink = text.split()
    if kind != "solid":
        raise ValueError(text)
    return length(width, size), color(ink)


def _line_height(text: str, size: float) -> float | tuple[float]:
    """Points, or a multiple of the type size (as a tuple of one)."""
    found = _LENGTH.fullmatch(text)
    if found and not found[2] and float(found[1]):
        return (float(found[1]),)
    return _positive(text, size)


def _family(text: str, size: float) -> str:
    return {'"Source Serif Pro"': "Source Serif Pro"}[text]


def _features(text: str, size: float) -> tuple[str, ...]:
    return tuple(feature for word in text.split() for feature in _FEATURES[word])


def _rise(text: str, size: float) -> object:
    return text if text in ("top", "bottom", "middle") else 0.0 if text == "baseline" else length(text, size)


_WEIGHT: Reader = lambda text, size: {"400": False, "normal": False, "600": True, "700": True, "bold": True}[text]  # noqa: E731
_BREAK = _one_of("auto", "avoid", "page")

#: What is set in one way only may be asked for in that way, and makes no difference.
ONE_WAY: dict[str, Reader] = {
    "hyphens": _one_of("none", "manual"),
    "overflow-wrap": _one_of("anywhere"),
    "border-collapse": _one_of("separate"),
    "caption-side": _one_of("top"),
    "bookmark-level": _one_of("none"),
}
READERS: dict[str, Reader] = {
    "font-family": _family,
    "font-size": _type_size,
    "font-weight": _WEIGHT,
    "font-style": lambda text, size: {"normal": False, "italic": True}[text],
    "font-variant-numeric": _features,
    "font-variant-ligatures": _features,
    "line-height": _line_height,
    "color": color,
    "text-align": _one_of("left", "right", "center", "justify"),
    "text-indent": length,
    "white-space": _one_of("normal", "nowrap"),
    "orphans": lambda text, size: int(text),
    "widows": lambda text, size: int(text),
    "vertical-align": _rise,
    "width": _or("100%", None),
    "min-width": _positive,
    "page": lambda text, size: text,
    "display": _one_of("block", "inline", "inline-block", "table", "table-row-group", "table-header-group"),
    "break-before": _BREAK,
    "break-after": _BREAK,
    "break-inside": _one_of("auto", "avoid"),
    "table-layout": _one_of("fixed"),
    "border-spacing": _positive,
    **ONE_WAY,
    **{f"margin-{side}": _or("auto", None) for side in SIDES},
    **{f"padding-{side}": _positive for side in SIDES},
    **{f"border-{side}": _border for side in SIDES},
}
