"""Character references: as the standard library reads them, and those that it cannot."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.charrefs import unescaped

PARTS = some.sampled_from(
    ["&", "#", "x", "&#", "&#x", "amp", ";", "lt", "0", "65", "8217", "1114111", " ", "a", "nbsp"]
)


@given(some.lists(PARTS, max_size=30).map("".join))
def test_references_are_what_the_standard_library_says(text: str) -> None:
    assert unescaped(text) == html.unescape(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a &#" + "9" * 5000 + "; b", "a \ufffd b"),
        ("&#" + "0" * 5000 + "65;", "A"),
        ("&#" + "0" * 5000 + ";", "\ufffd"),
        ("&#x" + "f" * 5000 + ";", "\ufffd"),
        ("&#12345678", "\ufffd"),
    ],
)
def test_a_number_of_any_length_is_read(text: str, shown: str) -> None:
    assert unescaped(text) == shown
