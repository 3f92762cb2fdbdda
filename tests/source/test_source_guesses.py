"""What is offered for a name that nobody knows: the one spelled most like it, else those of the same words."""

from __future__ import annotations

import pytest

from generator.model.entities import Fund, Registrant
from generator.model.supplement import Supplement
from generator.source.load import load_typed
from generator.source.parse import parse_source
from generator.source.wording import of_like_words, one_of

REGISTRANT = list(Registrant.model_fields)
ROWS = ["management_fee", "redemption_fee", "exchange_fee", "account_fee", "distribution_12b1", "acquired_fund_fees"]


@pytest.mark.parametrize(
    ("typed", "known", "offered"),
    [
        ("file_number", REGISTRANT, ["file_no_1933", "file_no_1940"]),
        ("1940-act-file-number", REGISTRANT, ["file_no_1940"]),
        ("trust_name", REGISTRANT, ["name"]),
        ("cik_number", REGISTRANT, ["cik"]),
        ("supplement_date", list(Supplement.model_fields), ["date"]),
        ("share_classes", list(Fund.model_fields), ["classes"]),
        ("12b1_fee", ROWS, ["distribution_12b1"]),
        ("advisory_fee", ROWS, []),  # five are fees: none is likelier than another
        ("colour", REGISTRANT, []),
        ("anything", [], []),
    ],
)
def test_names_of_the_same_words_are_offered(typed: str, known: list[str], offered: list[str]) -> None:
    assert of_like_words(typed, known) == offered


def test_a_key_is_told_with_what_was_likely_meant_and_all_that_may_stand() -> None:
    node, _ = parse_source(b"name: Trust\nfile_number: 333-48456\nfunds: {}\n", "x.yaml")
    assert node is not None
    _, (found, *_), _ = load_typed(node, Registrant, "x.yaml")
    assert found.help.startswith(
        "did you mean `file_no_1933` or `file_no_1940`? The keys that may stand here are: name,"
    )


def test_a_word_is_offered_in_the_same_way() -> None:
    assert one_of("fund_closing_notice", ["fund_closing", "risk"]).startswith("did you mean `fund_closing`?")
    assert one_of("plain_notice", ["notice_of_closing", "risk"]).startswith("did you mean `notice_of_closing`? The")
    assert one_of("other", ["notice", "risk"]) == "write one of: notice, risk"
