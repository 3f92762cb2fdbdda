"""Where a template's own words meet a value, no stop, article or word stands twice; and that is read backwards."""

from __future__ import annotations

from typing import Any

import pytest

from generator.document.canonical import shown_text
from generator.document.nodes import Paragraph
from generator.model.phrases import alike
from generator.wording import tokens as t
from generator.wording.joints import joined
from tests.kinds.round import round_trip, sentences

FUND = "The Growth Fund of Odd"
CLASSES = {"A": "Class A Shares", "I": "Institutional Shares"}
ODD: dict[str, Any] = {
    "registrant": {
        "name": "Odd Funds, Inc.",
        "funds": {"growth": {"name": FUND, "classes": CLASSES}, "bond": {"name": "Odd Bond Co.", "classes": CLASSES}},
        "people": {
            "lin": {"name": "Dana Lin", "title": "Director"},
            "bo": {"name": "Bo Ames Jr.", "title": "Director"},
        },
    }
}


@pytest.mark.parametrize(
    ("before", "value", "after", "said"),
    [
        ("of ", "Odd, Inc.", ".", "of *"),
        ("“", "Odd, Inc.", "”.", "“*”"),
        ("(the ", "Odd, Inc.", ").", "(the *)."),
        ("of ", "Odd Funds", ". It", "of *. It"),
        ("of the ", FUND, " is", "of * is"),
        (f"The {t.STRONG}", FUND, f"{t.STRONG} is", f"{t.STRONG}*{t.STRONG} is"),
        ("breathe ", FUND, " in", "breathe * in"),
        ("the “", FUND, "” is", "the “*” is"),
        ("the ", "Thematic Fund", " is", "the * is"),
        ("all ", "Class A Shares", " shares of", "all * of"),
        ("all ", "Class A", " shares of", "all * shares of"),
        ("all ", "iShares", " shares of", "all * shares of"),
        ("the ", "Fee Table", " table for", "the * for"),
    ],
)
def test_what_a_value_brings_is_not_said_again(before: str, value: str, after: str, said: str) -> None:
    mark = f"{t.VALUE}0{t.VALUE_END}"
    assert joined(f"{before}{mark}{after}", [value]) == said.replace("*", mark)


@pytest.mark.parametrize(
    ("kind", "body", "parts", "said"),
    [
        (
            "provider_change",
            {"party": "custodian", "event": "appointed", "name": "Granite Trust, N.A."},
            {},
            "Granite Trust, N.A. becomes the custodian of Odd Funds, Inc.",
        ),
        (
            "provider_change",
            {"party": "custodian", "event": "ended", "name": "The Granite Co.", "funds": ["growth", "bond"]},
            {},
            f"The Granite Co. is no longer the custodian of each of {FUND} and the Odd Bond Co.",
        ),
        (
            "manager_change",
            {"removed": ["bo"], "added": ["lin"]},
            {},
            f"The portfolio managers of {FUND} change as follows:",
        ),
        ("objective", {"new": "growth"}, {}, f"{FUND} seeks growth."),
        (
            "diversification",
            {"structure": "feeder", "master": "The Master Fund, L.P."},
            {},
            f"{FUND} now invests all of its assets in the master fund The Master Fund, L.P. It no longer holds "
            "investments of its own.",
        ),
        (
            "fund_closing",
            {"starts": "immediately", "classes": ["A", "I"]},
            {},
            f"Effective immediately, Class A Shares and Institutional Shares of {FUND} are closed to new investors.",
        ),
        (
            "benchmark",
            {"new": "The Odd Index", "returns": {"as_of": "2025-12-31", "new": {"one_year": "3.04%"}}},
            {},
            "The Odd Index is added as the broad-based securities market index for the performance of The Growth Fund"
            " of Odd.",
        ),
        (
            "name_change",
            {"funds": {"growth": "Odd Value Fund, Inc."}},
            {},
            f"{FUND} is renamed “Odd Value Fund, Inc.”",
        ),
    ],
)
def test_such_sentences_are_said_and_read(kind: str, body: Any, parts: dict[str, Any], said: str) -> None:
    document = round_trip(kind, body, **ODD | parts)
    assert said in sentences(document)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"operation": "delete", "fund": "growth", "location": {"section": "Buying"}},
            f"The section “Buying” of the Prospectus is deleted for {FUND}.",
        ),
        (
            {"operation": "delete", "fund": "bond", "location": {"section": "Buying"}},
            "The section “Buying” of the Prospectus is deleted for Odd Bond Co.",
        ),
        (
            {"operation": "rename", "old": "X Trust", "new": "Odd, Inc.", "fund": "bond", "location": {}},
            "All references in the Prospectus to “X Trust” are replaced with “Odd, Inc.” for Odd Bond Co.",
        ),
        (
            {
                "operation": "replace_table",
                "form": "table_in_section",
                "fund": "growth",
                "location": {"section": "Fees", "table": "The Fee Table"},
            },
            f"The Fee Table in the “Fees” section as it relates to {FUND} is replaced with the following:",
        ),
    ],
)
def test_so_are_lead_ins(change: dict[str, Any], said: str) -> None:
    content = {"content": ["x"] if change["operation"] == "replace_table" else []}
    document = round_trip("objective", {"new": "growth"}, **ODD, funds=["growth", "bond"], change=change | content)
    assert said in [shown_text(block.children) for block in document.blocks if isinstance(block, Paragraph)]


def test_values_that_can_show_as_the_same_words() -> None:
    assert alike("The Odd Fund, Inc.", "Odd Fund, Inc") and alike("Class A shares", "Class A")
    assert not alike("Odd Fund", "Odd Funds") and not alike("Thematic Fund", "matic Fund")
