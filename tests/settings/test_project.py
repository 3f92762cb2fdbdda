"""The table of pyproject.toml: what it says, and what is wrong with it, at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.settings.project import Codes, Project, find_project, read_project
from generator.settings.selection import Selection, Settings

FIXED = frozenset({"KEY-01", "KEY-02"})
CODES = Codes(frozenset({"NUM-01", "NUM-02", "FEE-01", "ascii.line_80"}) | FIXED, FIXED)
GOOD = """\
[project]
name = "funds"

[tool.supplement]
select = ["NUM", "ascii."]
ignore = [
    "NUM-02",
]
fail-on = "warning"

[tool.supplement.severity]
NUM-01 = "info"
FEE-01 = "off"
"""


def read(text: str) -> Project:
    return read_project(text, "pyproject.toml", lambda: CODES)


def test_a_table_is_read() -> None:
    project = read(GOOD)
    selection = Selection(("NUM", "ascii."), ("NUM-02",), (("NUM-01", "info"), ("FEE-01", "off")))
    assert project.settings == Settings(selection, "warning")
    assert project.diagnostics == ()
    assert project.texts == (("pyproject.toml", GOOD),)


def test_an_empty_table_changes_nothing() -> None:
    assert read("[tool.supplement]\n").settings == Settings()


@pytest.mark.parametrize(
    ("text", "code", "place", "message", "help"),
    [
        ('selct = ["NUM"]', "SET-01", (2, 1, 6), "there is no setting `selct`", "did you mean `select`?"),
        ('fail_on = "info"', "SET-01", (2, 1, 8), "there is no setting `fail_on`", "did you mean `fail-on`?"),
        ("other = 1", "SET-01", (2, 1, 6), "there is no setting `other`", "the keys are: select, ignore"),
        ('select = "NUM"', "SET-02", (2, 1, 7), "`select` is a list of codes", 'write select = ["NUM"'),
        ("ignore = [1]", "SET-02", (2, 1, 7), "`ignore` is a list of codes", "write ignore = ["),
        ('fail-on = "errors"', "SET-02", (2, 1, 8), "'errors' is no severity", "error, warning, info"),
        ('severity = "info"', "SET-02", (2, 1, 9), "`severity` is a table of codes", "write severity = {"),
        ('severity = {FEE-01 = "low"}', "SET-02", (2, 13, 19), "'low' is no severity", "info, off"),
        (
            'select = [\n  "FEE",\n  "NUM-1",\n]',
            "SET-03",
            (4, 4, 9),
            "no finding has the code 'NUM-1'",
            "supplement rules",
        ),
        ('ignore = ["num-01"]', "SET-03", (2, 12, 18), "did you mean NUM-01?", "supplement rules"),
        ('severity = {EXP = "off"}', "SET-03", (2, 13, 16), "no finding has the code 'EXP'", "supplement rules"),
        ('ignore = ["KEY"]', "SET-03", (2, 12, 15), "KEY cannot be turned off or changed", "mend what is found"),
        ('severity = {KEY-01 = "info"}', "SET-03", (2, 13, 19), "KEY-01 cannot be turned off", "mend what is found"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(
    text: str, code: str, place: tuple[int, int, int], message: str, help: str
) -> None:
    (found,) = read(f"[tool.supplement]\n{text}\n").diagnostics
    assert found.code == code
    assert (found.span.line, found.span.column, found.span.end_column) == place
    assert message in found.message
    assert help in found.help
    assert found.severity == "error"


def test_words_before_the_table_are_not_taken_for_its_keys() -> None:
    (found,) = read("[tool.other]\nselect = 1\n\n[tool.supplement]\nselect = 1\n").diagnostics
    assert found.span.line == 5


def test_what_is_wrong_does_not_hide_what_is_right() -> None:
    project = read('[tool.supplement]\nignore = ["NUM-01"]\nfail-on = "never"\n')
    assert project.settings == Settings(Selection(ignore=("NUM-01",)))


def test_a_file_that_is_no_toml_is_told_where_the_table_is_meant() -> None:
    (found,) = read("[tool.supplement]\nselect = [\nfail-on =\n").diagnostics
    assert (found.code, found.span.line) == ("SET-04", 3)


def test_the_nearest_file_with_the_table_counts(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert find_project(inner) is None
    (tmp_path / "pyproject.toml").write_text("[tool.supplement]\n", "utf-8")
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.ruff]\n", "utf-8")
    (inner / "pyproject.toml").write_text("no [toml\n", "utf-8")
    assert find_project(inner) == (tmp_path / "pyproject.toml", "[tool.supplement]\n")
    (inner / "pyproject.toml").write_text("[tool.supplement]\nno toml\n", "utf-8")
    found = find_project(inner)
    assert found and found[0] == inner / "pyproject.toml"
