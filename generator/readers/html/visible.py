"""Which styles leave words where and as they are written, for a person to see."""

from __future__ import annotations

import re
from functools import lru_cache

#: No length is far left of its place, and nothing is fetched, counted or computed.
ANY = r"(?!.*(?:url|attr|calc|var|counter)\()(?!.*-[0-9]{2})[^{}\\]*"
SIZE = r"(?:0?\.[5-9][0-9]*|[1-9]\.?[0-9]*)em|(?:[5-9][0-9]|[1-9][0-9]{2})%|(?:[6-9]|[1-9][0-9])(?:pt|px)"
BLACK = r"black|inherit|#000|#000000"

#: The properties that a style may set, each with the form of its values.
PROPERTIES = {
    **dict.fromkeys(("margin", "margin-top", "margin-right", "margin-bottom", "margin-left"), ANY),
    **dict.fromkeys(("padding", "padding-top", "padding-right", "padding-bottom", "padding-left"), ANY),
    **dict.fromkeys(("border", "border-top", "border-right", "border-bottom", "border-left"), ANY),
    **dict.fromkeys(("border-collapse", "border-spacing", "caption-side", "vertical-align", "list-style-type"), ANY),
    **dict.fromkeys(("font-family", "font-style", "font-weight", "font-variant-numeric"), ANY),
    **dict.fromkeys(("page-break-before", "page-break-after", "page-break-inside", "orphans", "widows"), ANY),
    **dict.fromkeys(("width", "min-width", "max-width", "line-height", "letter-spacing", "word-spacing"), ANY),
    "color": BLACK,
    "display": "block|inline-block",
    "font-size": SIZE,
    "overflow-x": "auto",
    "text-align": "left|right|center|justify",
    "text-decoration": "none|underline",
    "text-indent": ANY,
    "white-space": "nowrap|normal",
}
FORMS = {name: re.compile(form) for name, form in PROPERTIES.items()}


@lru_cache(maxsize=256)
def hiding(style: str) -> str:
    """The first declaration of a style that could hide, move away or change words; empty when none could.

    Why a list of what may be: what hides words has no end (`display`, `clip`, white letters, `content` ...).
    """
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        form = FORMS.get(name.strip())
        if declaration.strip() and (form is None or not form.fullmatch(value.strip())):
            return declaration.strip()
    return ""
