"""Character references that name no character (5.2.2.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from generator.checks.conformance.html.rules import HTML_RULES
from generator.checks.conformance.html.tokens import Stretch
from generator.checks.conformance.place import Places
from generator.checks.conformance.rules import Finding

_REFERENCE = re.compile(r"&(?:#(?:[xX]([0-9A-Fa-f]+)|([0-9]+));?|([A-Za-z][A-Za-z0-9]*;))")
_SURROGATES = range(0xD800, 0xE000)
_LAST = 0x10FFFF
_LINE_CONTROLS = frozenset({9, 10, 12, 13})


def check_references(source: str, text: Stretch, places: Places) -> Iterator[Finding]:
    """The references in a run of text that browsers cannot show. A name without a semicolon is plain text."""
    if source.find("&", text.start, text.end) < 0:
        return
    for match in _REFERENCE.finditer(source, text.start, text.end):
        hexadecimal, decimal, name = match.groups()
        base = 16 if hexadecimal else 10
        known = name in html5 if name else _is_character(hexadecimal or decimal, base)
        if not known:
            said = f"{match.group()[:20]} names no character"
            yield Finding(HTML_RULES["html.references"], said, places.span(*match.span()))


def _is_character(digits: str, base: int) -> bool:
    """Whether the number is that of a character; positions 128 to 159 are Windows-1252, as the manual has them."""
    significant = digits.lstrip("0")
    if not significant or len(significant) > 7:
        return False
    code = int(significant, base)
    return code <= _LAST and code not in _SURROGATES and (code >= 32 or code in _LINE_CONTROLS)
