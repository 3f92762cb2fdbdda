"""Fee tables of documents that were read in: what an author would have typed is found there too, and no more."""

from __future__ import annotations

from typing import Any

import pytest

from generator.checks.catalogue import all_rules
from generator.checks.subject import Subject
from tests.kinds.round import house_of

Rows = list[list[str]]
HEAD = ["", "Class A", "Class I"]
#: The rows of a table whose figures spread over two columns, and that has cells without a figure.
SPREAD: Rows = [
    ["Management Fees", "", "0.12%"],
    ["Other Expenses", "", ""],
    ["Dividend Expenses", "1.20%", ""],
    ["Other Operating Expenses", "0.02%", ""],
    ["Total of Other Expenses", "", "1.22%"],
    ["Total Annual Fund Operating Expenses", "", "1.34%"],
]
#: One label over two rows, and a second table below the first one in the same.
TWO_IN_ONE: Rows = [
    ["Management Fees", "0.27%", "0.27%"],
    ["Other Expenses/5/", "0.15%", "0.18%"],
    ["Total Annual Fund", "0.42%", "0.45%"],
    ["Operating Expenses", "", ""],
    ["Management Fees", "0.27%", "0.27%"],
    ["Other Expenses", "0.30%", "0.35%"],
]
BROKEN: Rows = [
    ["Management Fees", "0.30%", "0.30%"],
    ["12b-1 Distribution Fees", "0.25%", "Non"],
    ["Other Expenses", "0.10%", "0.10%(a)"],
    ["Total Annual Fund Operating Expenses (b)", "0.65%", "0.99%"],
]


def codes(kind: str, body: Any, *, read: bool = True, **change: Any) -> set[str]:
    """The codes of this family that are found in a supplement around one block."""
    subject = Subject(house_of(kind, body, change=change), read)
    families = ("FEE", "NUM", "CLS")
    return {code for code, rule in all_rules().items() if rule.family in families and any(rule.find(subject))}


@pytest.mark.parametrize("rows", [SPREAD, TWO_IN_ONE, BROKEN])
def test_what_is_not_understood_is_not_found_wrong(rows: Rows) -> None:
    assert codes("table", {"head": HEAD, "rows": rows}) == set()


def test_a_hundredth_off_is_rounding_until_it_is_more() -> None:
    rows = {"management_fee": "0.86%", "other_expenses": "0.03%"}
    assert codes("fee_table", {"rows": rows | {"total": "0.90%"}}) == {"FEE-06"}
    assert codes("fee_table", {"rows": rows | {"total": "0.91%"}}) == {"NUM-01"}
    assert "NUM-01" in codes("fee_table", {"rows": rows | {"total": "0.90%"}}, read=False)


def test_restating_is_asked_for_where_the_words_tell_of_a_fee_that_changes() -> None:
    fees = {"rows": {"management_fee": "0.65%", "other_expenses": "0.10%"}}
    assert codes("fee_table", fees) == set()
    assert codes("fee_table", fees, reason="The Board approved a lower management fee, which is reduced.") == {"FEE-16"}


def test_classes_that_nobody_declared_are_not_missing() -> None:
    table = {"classes": ["A"], "rows": {"management_fee": "0.65%", "other_expenses": "0.10%"}}
    assert codes("fee_table", table) == set()
    assert "FEE-04" in codes("fee_table", table, read=False)
