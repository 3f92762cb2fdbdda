"""When two names may be those of one person, and how alike two words are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.likeness import misspelled, slips
from generator.checks.persons import Likeness, mentions, person_name, titled

NAMES: list[tuple[str, str, Likeness]] = [
    ("Katharine L. Quill", "Katharine L. Quill", "same"),
    ("Katharine L. Quill, CFA", "Katharine L. Quill", "same"),
    ("Katharine Quill", "Katharine L. Quill", "short"),
    ("K.L. Quill", "Katharine L. Quill", "short"),
    ("Katharine Louise Quill", "Katharine L. Quill", "short"),
    ("Louise Quill", "K. Louise Quill", "short"),
    ("Katherine Quill", "Katharine L. Quill", "near"),
    ("Katharine M. Quill", "Katharine L. Quill", "near"),
    ("Kathy Quill", "Katherine Quill", "near"),
    ("Jan van der Meer", "Jan van der Meer Jr.", "same"),
    ("Jane Quill", "Katharine Quill", "other"),
    ("Katharine Quill", "Katharine Rowan", "other"),
]


@pytest.mark.parametrize(("one", "other", "likeness"), NAMES)
def test_likeness_goes_both_ways(one: str, other: str, likeness: Likeness) -> None:
    assert person_name(one).likeness(person_name(other)) == likeness
    assert person_name(other).likeness(person_name(one)) == likeness


def test_names_are_found_where_they_stand() -> None:
    text = "The Adviser Dana P. Lin's team, Mr. Peter Rowan, Ms. O'Hara's and Dr. van Eck; 40 Linden Drive."
    assert [one.words for one in mentions(text, ["Lin", "Rowan"])] == ["Dana P. Lin", "Peter Rowan"]
    assert [one.words for one in titled(text)] == ["Mr. Peter Rowan", "Ms. O'Hara", "Dr. van Eck"]


WORDS = st.text(alphabet="abc", max_size=6)


@given(WORDS, WORDS)
def test_slips_are_counted_both_ways(one: str, other: str) -> None:
    assert slips(one, other, 9) == slips(other, one, 9)
    assert (slips(one, other, 9) == 0) == (one == other)
    assert slips(one, other, 1) == min(slips(one, other, 9), 2)


@given(st.text(alphabet="abcd", min_size=4, max_size=8), st.data())
def test_two_letters_swapped_are_one_slip(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 2))
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assert slips(word, swapped, 3) == (word != swapped)
    assert misspelled(word, swapped) == (word != swapped)
