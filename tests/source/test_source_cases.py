"""The corpus: what authors see, case by case."""

from __future__ import annotations

import re

import pytest
import yaml

from generator.source import parse
from generator.source.codes import CODES
from generator.source.parse import parse_source
from tests.source.corpus import CASES, cases, report_of, source_text

FILES = sorted(path.name for path in CASES.iterdir())
ALL = [(name, source, report) for name in FILES for source, report in cases(name)]
#: Codes of files that no Markdown can hold, and of errors not met yet; `test_source_bytes.py` has them.
OF_BYTES = {"SRC-01", "SRC-02", "SRC-03", "SRC-12", "SRC-29", "SRC-30"}


@pytest.mark.parametrize(("name", "source", "report"), ALL)
def test_the_report_is_the_one_written_below_the_source(name: str, source: str, report: str) -> None:
    assert report_of(source, name) == report


def test_every_code_has_a_case() -> None:
    seen = {code for _, _, report in ALL for code in re.findall(r"^\w+\[([A-Z]+-\d+)\]", report, re.MULTILINE)}
    assert {code for code in CODES if code not in seen} == OF_BYTES


@pytest.mark.parametrize(("source", "report"), cases("strictness.md"))
def test_the_parser_in_python_finds_the_same(source: str, report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = source_text(source).encode()
    fast = parse_source(data, "x.yaml")
    monkeypatch.setattr(parse, "LOADER", yaml.BaseLoader)
    assert parse_source(data, "x.yaml") == fast


@pytest.mark.parametrize(("source", "report"), cases("syntax.md"))
def test_the_parser_in_python_finds_the_same_lines_faulty(
    source: str, report: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parse, "LOADER", yaml.BaseLoader)
    node, found = parse_source(source_text(source).encode(), "x.yaml")
    assert node is None
    assert [f"x.yaml:{one.span.line}:" for one in found] == re.findall(r"x\.yaml:\d+:", report)
    assert "SRC-29" not in {one.code for one in found}
