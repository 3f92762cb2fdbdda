"""One line a finding, JSON, and the count."""

from __future__ import annotations

import json

import pytest

from generator.diagnostics import Diagnostic, Label, Severity, Span
from generator.report import as_json, concise, summary

FOUND = [
    Diagnostic("SRC-07", "the key `a` stands here\nfor the second time", "b.yaml", Span(2, 3, 2, 4)),
    Diagnostic("NUM-08", "‘x’ is no \x1b[1mpercentage", "a.yaml", Span(7, 1, 7, 2), severity="warning"),
]


def test_concise_is_a_line_for_each_in_order() -> None:
    assert concise(FOUND) == (
        "a.yaml:7:1: NUM-08 ‘x’ is no \\x1b[1mpercentage\n"
        "b.yaml:2:3: SRC-07 the key `a` stands here for the second time\n"
    )
    assert concise([]) == ""


def test_json_has_a_version_and_every_field() -> None:
    found = Diagnostic(
        "A-1", "é", "f", Span(1, 2, 3, 4), "h", "info", "a[0].b", "Item 3", (Label(Span(5, 6, 7, 8), "l"),)
    )
    assert as_json([found]).isascii()
    assert json.loads(as_json([found])) == {
        "version": 1,
        "diagnostics": [
            {
                "code": "A-1",
                "message": "é",
                "file": "f",
                "span": {"line": 1, "column": 2, "end_line": 3, "end_column": 4},
                "help": "h",
                "severity": "info",
                "path": "a[0].b",
                "source": "Item 3",
                "labels": [{"span": {"line": 5, "column": 6, "end_line": 7, "end_column": 8}, "text": "l"}],
                "edit": None,
            }
        ],
    }


def test_json_of_nothing() -> None:
    assert json.loads(as_json([])) == {"version": 1, "diagnostics": []}


@pytest.mark.parametrize(
    ("severities", "text"),
    [
        ([], "nothing found"),
        (["error"], "1 error in 1 file"),
        (["error", "error", "warning"], "2 errors, 1 warning in 3 files"),
        (["warning", "warning", "info"], "2 warnings, 1 note in 3 files"),
    ],
)
def test_the_count(severities: list[Severity], text: str) -> None:
    found = [Diagnostic("A-1", "m", f"{at}.yaml", severity=one) for at, one in enumerate(severities)]
    assert summary(found) == text
