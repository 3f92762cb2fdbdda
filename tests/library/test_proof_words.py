"""What reads back otherwise is told at the fact that differs, in the words in which content is typed."""

from __future__ import annotations

from typing import Any

import pytest

from generator.library.proof import _brief, _first_difference

PROSPECTUS = {"document": "prospectus", "supplemented": False}


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ([PROSPECTUS | {"supplemented": True}], [PROSPECTUS], ("targets[0].supplemented", True, False)),
        ([PROSPECTUS], [PROSPECTUS, PROSPECTUS], ("targets", [PROSPECTUS], [PROSPECTUS, PROSPECTUS])),
        ("2026-05-01", None, ("targets", "2026-05-01", None)),
    ],
)
def test_a_difference_is_told_where_it_is(ours: Any, theirs: Any, told: Any) -> None:
    assert _first_difference("targets", ours, theirs) == told


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (True, "yes"),
        (None, "nothing"),
        ({"paragraph": "Text."}, "paragraph: Text."),
        ({"risk": {"names": ["A", "B"], "new": "", "of": None}}, "risk: {names: [A, B]}"),
        ("x" * 200, "x" * 157 + "…"),
    ],
)
def test_what_differs_is_said_as_it_is_typed(value: Any, said: str) -> None:
    assert _brief(value) == said
