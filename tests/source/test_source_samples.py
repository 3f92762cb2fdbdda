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
            "Effective October 1, 2026, the Fund has a new objective: long-term growth of capital and, second, income",
            '"Effective October 1, 2026, the Fund has … and, second, income"',
        ),
        ("x" * 100, '"' + "x" * 40 + " … " + "x" * 20 + '"'),
    ],
)
def test_a_text_is_shown_in_quotes_from_its_beginning_to_its_end(text: str, typed: str) -> None:
    assert in_quotes(text) == typed
