"""What a block of a style sheet declares, shorthands spread out."""

from __future__ import annotations

import re
from typing import Any

from generator.typeset import Unsettable
from generator.typeset.values import SIDES

#: Properties and the texts of their values, in order.
Declarations = tuple[tuple[str, str], ...]


def declarations(content: Any) -> Declarations:
    """The declarations of a block, shorthands spread out. Raises Unsettable."""
    import tinycss2

    pairs: list[tuple[str, str]] = []
    for item in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if item.type != "declaration" or item.important:
            raise Unsettable(f"what stands in line {item.source_line} of the style sheet")
        pairs += expanded(item.lower_name, " ".join(tinycss2.serialize(item.value).split()))
    return tuple(pairs)


def expanded(name: str, text: str) -> list[tuple[str, str]]:
    """A declaration as those of single sides. Raises Unsettable."""
    if name in ("margin", "padding"):
        parts = text.split() if "(" not in text else _parted(text)
        if not 1 <= len(parts) <= 4:
            raise Unsettable(f"{name}: {text}")
        top, right, bottom, left = (parts[at] for at in ((0,) * 4, (0, 1) * 2, (0, 1, 2, 1), range(4))[len(parts) - 1])
        return [(f"{name}-{side}", part) for side, part in zip(SIDES, (top, right, bottom, left), strict=True)]
    if name == "border":
        return [(f"border-{side}", text) for side in SIDES]
    return [(name, text)]


def _parted(text: str) -> list[str]:
    return re.findall(r"calc\([^()]*(?:\([^()]*\)[^()]*)*\)|\S+", text)
