"""Which findings are wanted: words that mean codes, the longest first, and what cannot be turned off."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic, Severity
from generator.settings.selection import EVERYTHING, Selection, Settings, at_least, covers, over


@pytest.mark.parametrize(
    ("word", "code", "meant"),
    [
        ("NUM", "NUM-01", True),
        ("NUM-01", "NUM-01", True),
        ("NUM-0", "NUM-01", True),
        ("NUM-1", "NUM-01", False),
        ("ascii.", "ascii.line_80", True),
        ("ascii", "ascii.line_80", True),
        ("ascii.line", "ascii.line_80", True),
        ("html.attributes", "html.attributes_listed", True),
        ("EX", "EX-02", True),
        ("EX", "EXP-02", False),
        ("PM-09", "PM-09a", True),
        ("num", "NUM-01", False),
        ("", "NUM-01", False),
    ],
)
def test_a_word_means_a_code_a_family_or_a_beginning(word: str, code: str, meant: bool) -> None:
    assert covers(word, code) is meant


@pytest.mark.parametrize(
    ("selection", "runs"),
    [
        (EVERYTHING, {"NUM-01", "NUM-02", "FEE-01"}),
        (Selection(select=("NUM",)), {"NUM-01", "NUM-02"}),
        (Selection(ignore=("NUM",)), {"FEE-01"}),
        (Selection(select=("NUM",), ignore=("NUM-02",)), {"NUM-01"}),
        (Selection(select=("NUM-02",), ignore=("NUM",)), {"NUM-02"}),
        (Selection(select=("NUM",), ignore=("NUM",)), set()),
        (Selection(severities=(("NUM", "off"),)), {"FEE-01"}),
        (Selection(severities=(("NUM", "off"), ("NUM-02", "info"))), {"NUM-02", "FEE-01"}),
    ],
)
def test_the_longest_word_decides(selection: Selection, runs: set[str]) -> None:
    assert {code for code in ("NUM-01", "NUM-02", "FEE-01") if selection.runs(code)} == runs


def found(code: str, severity: Severity) -> Diagnostic:
    return Diagnostic(code, "wrong", "a.yaml", severity=severity)


def test_a_severity_of_the_project_goes_before_a_rule_s_own() -> None:
    selection = Selection(severities=(("FEE", "info"), ("FEE-02", "error")))
    graded = selection.applied([found("FEE-01", "warning"), found("FEE-02", "warning"), found("NUM-01", "warning")])
    assert [one.severity for one in graded] == ["info", "error", "warning"]


def test_what_stops_composing_is_found_whatever_is_selected() -> None:
    selection = Selection(select=("FEE",), ignore=("KEY",), severities=(("KEY-01", "info"),))
    fixed = found("KEY-01", "error")
    assert selection.settled([fixed, found("SRC-19", "warning")]) == [fixed]
    assert Selection(severities=(("SRC-19", "error"),)).settled([found("SRC-19", "warning")])[0].severity == "error"


def test_a_file_that_is_built_is_held_against_what_is_not_selected_too() -> None:
    selection = Selection(select=("FEE",), ignore=("ascii.line_80",)).of_files()
    assert selection.runs("ascii.charset")
    assert not selection.runs("ascii.line_80")


def test_what_is_typed_goes_before_the_table() -> None:
    table = Selection(("NUM",), ("NUM-02",), (("NUM-03", "off"), ("NUM-01", "info")))
    assert over(Selection(), table) == table
    assert over(Selection(ignore=("NUM-04",)), table).ignore == ("NUM-02", "NUM-04")
    typed = over(Selection(select=("NUM-02", "NUM-03")), table)
    assert typed.runs("NUM-02") and typed.runs("NUM-03") and not typed.runs("NUM-01")
    assert over(Selection(select=("NUM",)), table).severity("NUM-01", "error") == "info"


def test_what_fails_is_as_severe_as_is_said_or_more() -> None:
    assert at_least("error", "warning") and at_least("info", "info") and not at_least("info", "warning")
    warning = [found("FEE-01", "warning")]
    assert not Settings().fails(warning)
    assert Settings(fail_on="warning").fails(warning)
    assert Settings(fail_on="info").fails(warning)
    assert not Settings(fail_on="info").fails([])
