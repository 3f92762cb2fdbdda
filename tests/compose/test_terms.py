"""What one fund is called, and what several are."""

from __future__ import annotations

import pytest

from generator.document.canonical import shown_text
from generator.document.nodes import Title
from generator.library.proof import recovered_house
from generator.model.entities import Terms, plural_of, singular_of
from generator.wording.environment import load_wording
from tests.kinds.round import REGISTRANT, round_trip, sentences


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("Fund", "Funds"),
        ("Portfolio", "Portfolios"),
        ("Series", "Series"),
        ("Investment Series", "Investment Series"),
        ("Company", "Companies"),
        ("Trust", "Trusts"),
        ("Class", "Classes"),
        ("ETF", "ETFs"),
    ],
)
def test_the_plural_follows_from_the_singular_and_back(one: str, several: str) -> None:
    assert (plural_of(one), singular_of(several)) == (several, one)
    assert Terms.model_validate({"fund": one}).several == several


@pytest.mark.parametrize(
    ("terms", "several"),
    [({"fund": "Series"}, "Series"), ({"fund": "Series", "funds": "All Series"}, "All Series")],
)
def test_header_and_sentences_say_the_plural_and_it_is_read(terms: dict[str, str], several: str) -> None:
    registrant = REGISTRANT | {"terms": terms}
    body = {"starts": "immediately", "funds": ["growth", "income"]}
    document = round_trip("fund_closing", body, registrant=registrant, funds=["growth", "income"])
    header = [shown_text(block.children) for block in document.blocks if isinstance(block, Title)]
    assert f"(each a “Series” and together the “{several}”)" in header
    assert sentences(document)[0].startswith(f"Effective immediately, each of these {several} is closed")
    read = recovered_house(document, load_wording()).registrant.terms
    assert {
        part: word for part, word in read.model_dump(exclude_unset=True).items() if part.startswith("fund")
    } == terms
