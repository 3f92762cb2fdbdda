"""Each rule is broken by a document of its own, and a good document of each format breaks none."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import generator.checks.conformance
from generator.checks.conformance import RULES, check_conformance
from generator.diagnostics import Diagnostic, Span
from tests.checks.conformance.html_cases import GOOD_HTML, HTML_CASES
from tests.checks.conformance.pdf_cases import GOOD, PDF_CASES
from tests.checks.conformance.text_cases import GOOD_TEXT, TEXT_CASES

NAMES = [
    "supplement-dated-may-1-2025-a.txt", "_a.txt", "a b.txt", "a(1).htm", "é.txt", "a.docx", "a.html", "text", ".htm",
    "folder/497 .txt",
]  # fmt: skip
PLACED = [
    (name, code, data, line, column)
    for name, cases in (("a.txt", TEXT_CASES), ("a.htm", HTML_CASES))
    for code, documents in cases.items()
    for data, line, column in documents
]
PDFS = [(code, data) for code, documents in PDF_CASES.items() for data in documents]


def codes(found: list[Diagnostic]) -> set[str]:
    """The rules that were broken."""
    return {diagnostic.code for diagnostic in found}


def test_good_documents_break_no_rule() -> None:
    assert check_conformance("497.txt", GOOD_TEXT.encode("ascii"), house=True) == []
    assert check_conformance("497.txt", GOOD_TEXT.replace("\n", "\r\n").encode("ascii"), house=True) == []
    assert check_conformance("497.htm", GOOD_HTML.encode("ascii"), house=True) == []
    assert check_conformance("build/2025/497.pdf", GOOD.written(), house=True) == []


@pytest.mark.parametrize(("name", "code", "data", "line", "column"), PLACED)
def test_a_fault_is_told_by_its_rule_at_its_place(name: str, code: str, data: bytes, line: int, column: int) -> None:
    found = check_conformance(name, data)
    assert codes(found) == {code}
    assert (found[0].span.line, found[0].span.column) == (line, column)


@pytest.mark.parametrize(("code", "data"), PDFS)
def test_a_pdf_that_breaks_one_rule_is_told_by_it(code: str, data: bytes) -> None:
    for house in (False, True):
        found = check_conformance("a.pdf", data, house=house)
        rule = RULES[code]
        assert codes(found) == {code}
        assert {diagnostic.severity for diagnostic in found} == {(house and rule.house) or rule.severity}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_cannot_be_attached_is_told(name: str) -> None:
    found = check_conformance(name, b"words\n")
    assert codes(found) == {"file.name"}
    assert all(diagnostic.file == name for diagnostic in found)


@pytest.mark.parametrize("name", ["a.txt", "a.htm", "a.pdf"])
def test_an_empty_file_says_nothing(name: str) -> None:
    assert codes(check_conformance(name, b" \n")) == {"file.empty"}


def test_every_rule_has_a_case() -> None:
    assert {"file.name", "file.empty", *TEXT_CASES, *HTML_CASES, *PDF_CASES} == RULES.keys()


def test_no_rule_that_is_known_not_to_be_enforced_is_an_error() -> None:
    assert [
        rule.id for rule in RULES.values() if rule.enforced is False and "error" in (rule.severity, rule.house)
    ] == []


def test_a_finding_carries_its_rule() -> None:
    [found] = check_conformance("folder/a.txt", b"A\tfund\n")
    rule = RULES["ascii.tab"]
    assert found.source == "EDGAR Filer Manual II (June 2025) 5.2.1.1, 5.2.1.2.1"
    assert (found.file, found.severity, found.help) == ("folder/a.txt", "warning", rule.help)
    assert found.span == Span(1, 2, 1, 3)


def test_every_rule_says_what_to_do() -> None:
    for rule in RULES.values():
        assert rule.statement.endswith(".") and rule.help.endswith(".")
        assert rule.format == rule.id.split(".")[0].replace("ascii", "text")


def test_the_checker_shares_no_code_with_what_it_checks() -> None:
    own = "generator.checks.conformance"
    for path in Path(generator.checks.conformance.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            named = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            named += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            ours = {name for name in named if name.startswith("generator") and not name.startswith(own)}
            assert ours <= {"generator.diagnostics", "generator.charrefs"}, path
