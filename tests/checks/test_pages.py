"""Every finding has exactly one page, and every page has findings."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

import pytest

from generator.checks.catalogue import all_rules
from generator.checks.conformance.catalogue import RULES
from generator.checks.pages.catalogue import LOADING, all_codes, all_pages, fixed_codes, left_out, near_codes
from generator.settings.project import read_project
from generator.settings.selection import SEVERITIES
from generator.source.codes import CODES
from tests.checks.casebook import loaded, over
from tests.house.modules import Module, modules

_CODE = re.compile(r"[A-Z]{2,5}-\d{2}[a-z]?")
#: What has the form of a code and is none.
ENCODINGS = {"UTF-16", "UTF-32"}
#: The table of meanings of the source's codes, which emits none.
MEANINGS = "generator.source.codes"
LOADED = {code: page for code, page in all_pages().items() if page.origin == "loading"}


def emitted(module: Module) -> Iterator[str]:
    """The codes that stand in a module as texts of their own, but not as examples of what authors type."""
    examples = {
        id(inner)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.keyword) and node.arg == "examples"
        for inner in ast.walk(node)
    }
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in examples:
            code = node.value
            if _CODE.fullmatch(code) and code not in ENCODINGS:
                yield code


EMITTED = {code: name for name in modules() if name != MEANINGS for code in emitted(modules()[name])}


def test_every_code_has_a_page() -> None:
    assert {code: name for code, name in EMITTED.items() if code not in all_pages()} == {}


def test_every_page_of_what_is_found_while_loading_is_of_a_code_that_is_found() -> None:
    assert [code for code in LOADED if code not in EMITTED] == []


def test_no_page_is_written_for_a_rule_that_has_its_own() -> None:
    written = [
        code
        for file in LOADING.glob("*.toml")
        for code in re.findall(r"^\[([A-Z]+-\w+)\]", file.read_text("utf-8"), re.M)
    ]
    assert len(written) == len(set(written))
    assert set(written) & all_rules().keys() == set()


def test_every_code_of_the_source_has_its_meaning_and_its_page() -> None:
    assert CODES.keys() <= LOADED.keys()
    assert all(LOADED[code].severity == ("warning" if code in ("SRC-19", "SRC-31") else "error") for code in CODES)


@pytest.mark.parametrize("code", LOADED)
def test_a_page_is_written_as_the_others_are(code: str) -> None:
    page = LOADED[code]
    assert page.severity in SEVERITIES
    assert page.title[0].isupper() or not page.title[0].isalpha()
    assert page.title[-1] not in ".!" and len(page.title) < 120
    for text in (page.what, page.why, page.mend):
        assert text[-1] == "." and "!" not in text.replace("`!`", "")
    assert len(page.fails.splitlines()) < 16 and max(map(len, page.fails.splitlines())) < 100


#: What every example stands on, unless it states the same top-level key itself.
BASE = """\
registrant:
  name: Example Trust
  funds:
    growth: {name: Example Growth Fund, classes: {A: Class A, C: Class C}}
    income: {name: Example Income Fund, classes: {A: Class A}}
  people:
    lin: {name: Dana Lin, title: Portfolio Manager}
    rao: {name: Asha Rao}
date: 2026-09-30
funds: growth
targets: [{document: prospectus, date: 2026-05-01}]
changes:
  - section: Closing
    content: The Fund is closed to new investors.
"""
#: Families whose examples are commands, templates or settings, and codes that no text can show.
NO_CONTENT = ("FIL", "OUT", "OVR", "RD", "SET", "WRD")
NO_TEXT = {"SRC-01", "SRC-02", "SRC-03", "SRC-04", "SRC-12", "SRC-14", "SRC-29", "SRC-30", "KEY-03"}


def example(fails: str) -> str:
    """An example as a supplement: keys over the base, or blocks as what a change brings."""
    if fails.startswith("- "):
        return over(BASE, "changes:\n  - content:\n" + indent(fails, " " * 6) + "\n")
    return over(BASE, fails + "\n")


@pytest.mark.parametrize("code", [code for code in LOADED if not code.startswith(NO_CONTENT) and code not in NO_TEXT])
def test_the_example_of_a_page_is_found(code: str, tmp_path: Path) -> None:
    found = loaded(example(LOADED[code].fails), tmp_path).diagnostics
    assert code in {one.code for one in found}, found


@pytest.mark.parametrize("code", [code for code in LOADED if code.startswith("SET")])
def test_the_example_of_a_setting_is_found(code: str) -> None:
    (found,) = read_project(LOADED[code].fails, "pyproject.toml", all_codes).diagnostics
    assert found.code == code


def test_rules_of_files_are_explained_from_what_they_have() -> None:
    for code, rule in RULES.items():
        page = all_pages()[code]
        assert page.origin == "file"
        assert (page.mend, page.severity, page.source) == (rule.help, rule.severity, rule.source)


def test_what_stops_composing_cannot_be_turned_off() -> None:
    assert {"KEY-01", "SRC-20", "TYP-01"} <= fixed_codes()
    assert not fixed_codes() & {"SRC-19", "SRC-31", *all_rules(), *RULES}


def test_near_codes_are_alike_or_of_the_family() -> None:
    assert near_codes("KEY-1")[0] == "KEY-01"
    assert near_codes("key")[:1] == ["KEY-01"]
    assert "ascii.line_80" in near_codes("ascii.line80")
    assert near_codes("nonsense") == []


def test_what_is_left_out_is_no_rule_and_has_a_reason() -> None:
    assert left_out().keys() & all_pages().keys() == set()
    assert all(isinstance(reason, str) and reason.endswith(".") for reason in left_out().values())
