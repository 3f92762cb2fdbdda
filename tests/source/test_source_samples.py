"""What a finding shows an author to type."""

from __future__ import annotations

import pytest

from generator.source.samples import in_quotes


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Fees: as before", '"Fees: as before"'),
        ('the "Fund": closed', """'the "Fund": closed'"""),
        ('the Fund\'s "Board"', "'the Fund''s \"Board\"'"),
        (
            "Effective October 1, 2026, the Fund has a new objective: long-term growth of capital and income",
            '"Effective October 1, 2026, the Fund has a new objective: long-term growth of capital and income"',
        ),
        ("x" * 500, '"' + "x" * 380 + " … " + "x" * 20 + '"'),
        (f"{'The Fund: ' * 50}is closed", f'"{("The Fund: " * 38).strip()} … The Fund: is closed"'),
    ],
)
def test_a_text_is_shown_whole_in_quotes_and_a_page_of_it_from_its_beginning_to_its_end(text: str, typed: str) -> None:
    assert in_quotes(text) == typed
