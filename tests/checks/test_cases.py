"""Every rule finds what its cases say, where they say it, and nothing where all is well."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.catalogue import all_rules
from generator.checks.subject import Subject
from tests.checks.casebook import Case, cases, found, loaded

CASES = list(cases())
#: Faults of a case itself, not of what it shows.
SPOILT = ("SRC-", "KEY-", "TYP-")


@pytest.mark.parametrize("case", [case for case in CASES if case.kind == "fails"], ids=str)
def test_what_is_wrong_is_found_at_its_line(case: Case, tmp_path: Path) -> None:
    assert case.expected, "the case does not say what is found: write `# CODE: message` beside the line"
    diagnostics = sorted(found(case, tmp_path), key=lambda one: (one.span.line, one.code))
    shown = [(one.span.line, one.code, one.message) for one in diagnostics]
    assert [one[:2] for one in shown] == [one[:2] for one in sorted(case.expected)], shown
    for (_, _, message), (_, _, part) in zip(shown, sorted(case.expected), strict=True):
        assert part in message
    assert all(one.help for one in diagnostics), "a finding says what to type"


@pytest.mark.parametrize("case", [case for case in CASES if case.kind in ("passes", "mended")], ids=str)
def test_nothing_is_found_where_all_is_well(case: Case, tmp_path: Path) -> None:
    assert found(case, tmp_path) == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_is_a_supplement(case: Case, tmp_path: Path) -> None:
    result = loaded(case.text, tmp_path)
    assert result.house is not None or any(one.code == case.code for one in result.diagnostics), result.diagnostics
    if not case.code.startswith(SPOILT):
        assert not [one for one in result.diagnostics if one.code.startswith(SPOILT)]


@pytest.mark.parametrize("code", all_rules())
def test_a_rule_has_a_case_that_fails_and_one_that_passes(code: str) -> None:
    kinds = {case.kind for case in CASES if case.code == code}
    assert {"fails", "passes"} <= kinds, f"add both to tests/checks/{code.partition('-')[0].lower()}.md"


@pytest.mark.parametrize("code", all_rules())
def test_the_example_of_a_page_is_in_a_case_that_fails(code: str) -> None:
    """The lines of the page's example occur, in order, in one of the rule's failing cases."""

    def lines(text: str) -> list[str]:
        return [bare for line in text.splitlines() if (bare := line.partition("#")[0].strip())]

    wanted = lines(all_rules()[code].fails)
    texts = [lines(case.text) for case in CASES if case.code == code and case.kind == "fails"]
    assert wanted and any(_in_order(wanted, text) for text in texts), wanted


def _in_order(wanted: list[str], lines: list[str]) -> bool:
    rest = iter(lines)
    return all(line in rest for line in wanted)


@pytest.mark.parametrize("case", [case for case in CASES if case.kind == "fails"], ids=str)
def test_further_places_are_paths_with_words(case: Case, tmp_path: Path) -> None:
    house = loaded(case.text, tmp_path).house
    for rule in all_rules().values() if house else ():
        for breach in rule.find(Subject(house)):
            assert all(" " not in path and "registrant." not in text for path, text in breach.also), (rule.code, breach)
