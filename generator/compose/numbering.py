"""The numbers of sections."""

from __future__ import annotations

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman_number(number: int) -> str:
    """A number from 1 up in Roman capitals."""
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text += letters
            number -= value
    return text


def section_number(index: int, numbering: str) -> str:
    """The visible number of the section at an index from 1: `II.`, `2.` or none."""
    return {"roman": f"{roman_number(index)}.", "arabic": f"{index}."}.get(numbering, "")
