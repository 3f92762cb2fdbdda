"""Character references of HTML as what they stand for, whoever wrote them."""

from __future__ import annotations

import html

from generator.patterns import late

#: A decimal number longer than Unicode needs; Python reads none of more than 4,300 digits.
_LONG = late(r"&#0*(\d*)")
_DIGITS = 7
_NO_CHARACTER = "&#1114112"


def unescaped(text: str) -> str:
    """A text without character references; a number beyond Unicode stands for U+FFFD (HTML, 13.2.5.80)."""
    return html.unescape(_LONG.sub(lambda found: _shortened(found[0], found[1]), text)) if "&" in text else text


def _shortened(whole: str, digits: str) -> str:
    if len(whole) <= _DIGITS + 2:
        return whole
    return f"&#{digits or 0}" if len(digits) <= _DIGITS else _NO_CHARACTER
