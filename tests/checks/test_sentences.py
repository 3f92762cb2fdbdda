"""Where a sentence ends, and where only a short form does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.sentences import sentence_of, sentences

TEXTS = [
    ("The Fund is closed. It stays so.", 2),
    ("Mr. Peter J. Rowan manages the J. K. Marlowe Fund. Ms. Ames does not.", 2),
    ("It is run by Fern Hollow Capital, Inc. The Fund pays it.", 2),
    ("Fern Hollow Capital, Inc. Boston is its full name.", 1),
    ("The team is in the U.S. Small Cap Group. It is based in the U.S. The others are not.", 3),
    ("See Nos. 5 and 6, e.g. No. 5. No. That is all.", 3),
    ('He said "no." She did not. (They agreed.) The rest is silence', 4),
    ("Rates fell by 0.25%. 1.5 years later they rose!", 2),
    ("", 0),
]


@pytest.mark.parametrize(("text", "count"), TEXTS)
def test_sentences_are_told_apart(text: str, count: int) -> None:
    assert len(sentences(text)) == count, sentences(text)


@given(st.text(alphabet="abAB.!?\"' ()", max_size=40))
def test_no_word_is_lost(text: str) -> None:
    assert " ".join(sentences(text)).split() == text.split()


@given(st.text(alphabet="abAB.!? ", min_size=1, max_size=40), st.data())
def test_the_sentence_of_a_place_holds_it(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text) - 1))
    assert text[at].isspace() or text[at] in sentence_of(text, at)
