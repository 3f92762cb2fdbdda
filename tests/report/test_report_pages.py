"""Pages of rules, and lists of them."""

from __future__ import annotations

import json

import pytest

from generator.checks.pages.page import Page
from generator.report.pages import (
    left_out_json,
    left_out_markdown,
    left_out_text,
    list_json,
    list_markdown,
    list_text,
    page_text,
)

PAGE = Page(
    "NUM-01",
    "A stated total is not the sum of the rows above it",
    "error",
    "certain",
    "Form N-1A Item 3",
    "Adds up the rows of a fee table and compares the sum with the total that is stated.",
    "A wrong total is what readers of a fee table look at first.",
    "rows:\n  total: {A: 1.15%}   # 0.86% + 0.25% + 0.03%",
    "Leave `total` out, and it is computed.",
    "rule",
)
FILE = Page("ascii.tab", "No tabs", "warning", "certain", "house rule", "Looked for.", "", "", "Use blanks.", "file")


def test_a_page_has_all_its_parts() -> None:
    assert (
        page_text(PAGE, colour=False, width=60)
        == """\
NUM-01: A stated total is not the sum of the rows above it
error, certain
Source: Form N-1A Item 3

Adds up the rows of a fee table and compares the sum with
the total that is stated.

Why: A wrong total is what readers of a fee table look at
first.

Fails:

    rows:
      total: {A: 1.15%}   # 0.86% + 0.25% + 0.03%

Mend: Leave `total` out, and it is computed.
"""
    )


def test_a_page_without_an_example_has_none() -> None:
    text = page_text(FILE, colour=False, width=60)
    assert "Fails" not in text and "Why" not in text
    assert text.endswith("\nMend: Use blanks.\n")


@pytest.mark.parametrize("width", [0, 20, 40, 200])
def test_colour_changes_no_word_at_any_width(width: int) -> None:
    plain, coloured = (page_text(PAGE, colour=colour, width=width) for colour in (False, True))
    assert "\x1b" not in plain
    for code in ("\x1b[1;31m", "\x1b[1m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain


def test_a_list_is_a_line_for_each_unless_it_is_broken() -> None:
    assert list_text([PAGE, FILE], width=None) == (
        "NUM-01     error    certain  A stated total is not the sum of the rows above it (Form N-1A Item 3)\n"
        "ascii.tab  warning  certain  No tabs (house rule)\n"
    )
    lines = list_text([PAGE, FILE], width=60).splitlines()
    assert max(map(len, lines)) <= 60
    assert lines[1].startswith(" " * 29 + "of the rows")
    assert list_text([], width=60) == ""


def test_a_list_for_programs_has_the_whole_pages() -> None:
    data = json.loads(list_json([PAGE]))
    assert data["version"] == 1
    assert data["rules"][0]["fails"] == PAGE.fails
    assert data["rules"][0]["origin"] == "rule"


def test_a_list_in_markdown_is_a_table() -> None:
    assert list_markdown([FILE]) == (
        "| Code | Severity | Confidence | Title | Source |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| ascii.tab | warning | certain | No tabs | house rule |\n"
    )


def test_what_is_left_out_has_its_reason() -> None:
    reasons = {"FEE-04": "Needs the base prospectus.", "PM-02": "Needs a calendar."}
    assert left_out_text(reasons, width=None) == "FEE-04  Needs the base prospectus.\nPM-02   Needs a calendar.\n"
    assert json.loads(left_out_json(reasons))["left_out"][1] == {"code": "PM-02", "reason": "Needs a calendar."}
    assert "| PM-02 | Needs a calendar. |\n" in left_out_markdown(reasons)
