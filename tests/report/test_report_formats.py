"""Findings for GitHub, for code scanning and for the comment on a change."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.pages.page import Page
from generator.diagnostics import Diagnostic, Edit, Label, Span
from generator.report import github, markdown, sarif
from generator.report.markdown import LONGEST
from generator.report.sarif import relative_uri
from tests.library.json_schema import faults

TOTAL = Diagnostic(
    "NUM-01",
    "the total is 1.14%, its rows add up to 1.15%",
    "content/my funds/a.yaml",
    Span(7, 12, 7, 17),
    "leave it out",
    "error",
    "changes[0].content[0].fee_table.rows.total.A",
    "Form N-1A Item 3",
    (Label(Span(5, 12, 5, 17), "management fee 0.90%"),),
    Edit(Span(7, 12, 7, 17), "1.15%"),
)
NOTE = Diagnostic("TXT-02", "100% | `x`: a,b\r\n<b>", "b.yaml", Span(2, 3, 4, 1), severity="info")
WARNING = Diagnostic("SRC-13", "a comment", "b.yaml", Span(9, 1, 9, 1), severity="warning")
FOUND = [NOTE, TOTAL, WARNING]
PAGES = {
    "NUM-01": Page(
        "NUM-01", "A total is wrong", "error", "certain", "Item 3", "Adds up.", "Trust.", "a: 1", "Leave.", "rule"
    )
}


def test_github_has_a_command_for_each_in_order() -> None:
    assert github(FOUND) == (
        "::notice file=b.yaml,line=2,col=3,endLine=4,title=TXT-02::100%25 | `x`: a,b  <b>\n"
        "::warning file=b.yaml,line=9,col=1,endLine=9,title=SRC-13::a comment\n"
        "::error file=content/my funds/a.yaml,line=7,col=12,endLine=7,endColumn=17,title=NUM-01"
        "::the total is 1.14%25, its rows add up to 1.15%25%0Ahelp: leave it out\n"
    )
    assert github([]) == ""


def test_what_would_end_a_command_is_escaped() -> None:
    found = Diagnostic("A,B:C", "x", "c:\\a,b%.yaml")
    assert github([found]).startswith("::error file=c%3A\\a%2Cb%25.yaml,line=1,col=1,endLine=1,title=A%2CB%3AC::x")


anything = st.text(max_size=30)


@given(anything, anything, anything)
def test_a_command_is_one_line_whatever_it_says(file: str, message: str, help: str) -> None:
    line = github([Diagnostic("NUM-01", message, file, help=help)])
    assert line.count("\n") == 1 and "\r" not in line
    command = re.fullmatch(r"::error ([^:]*)::(.*)\n", line)
    assert command
    assert [part.partition("=")[0] for part in command[1].split(",")] == ["file", "line", "col", "endLine", "title"]


URI = {"type": "object", "required": ["uri"], "properties": {"uri": {"type": "string", "pattern": r"^[\w.~%/-]+$"}}}
MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "pattern": r"(?s)."}}}
COUNT = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
REGION = {
    "type": "object",
    "required": ["startLine"],
    "properties": {"startLine": COUNT, "startColumn": COUNT, "endLine": COUNT, "endColumn": COUNT},
    "additionalProperties": False,
}
LOCATION = {
    "type": "object",
    "properties": {
        "id": {"type": "integer", "minimum": 0},
        "message": MESSAGE,
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "properties": {"artifactLocation": URI, "region": REGION},
            "additionalProperties": False,
        },
        "logicalLocations": {
            "type": "array",
            "items": {"type": "object", "properties": {"fullyQualifiedName": {"type": "string"}}},
        },
    },
    "additionalProperties": False,
}
RULE = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "string", "pattern": "."},
        "shortDescription": MESSAGE,
        "fullDescription": MESSAGE,
        "help": MESSAGE,
        "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}, "additionalProperties": False},
        "properties": {"type": "object"},
    },
    "additionalProperties": False,
}
REPLACEMENT = {
    "type": "object",
    "required": ["deletedRegion"],
    "properties": {"deletedRegion": REGION, "insertedContent": MESSAGE},
    "additionalProperties": False,
}
CHANGE = {
    "type": "object",
    "required": ["artifactLocation", "replacements"],
    "properties": {
        "artifactLocation": URI,
        "replacements": {"type": "array", "minItems": 1, "items": REPLACEMENT},
    },
    "additionalProperties": False,
}
RESULT = {
    "type": "object",
    "required": ["message"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": {"type": "array", "items": LOCATION},
        "relatedLocations": {"type": "array", "items": LOCATION},
        "fixes": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["artifactChanges"],
                "properties": {
                    "description": MESSAGE,
                    "artifactChanges": {"type": "array", "minItems": 1, "items": CHANGE},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
DRIVER = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string"},
        "version": {"type": "string"},
        "rules": {"type": "array", "items": RULE},
    },
    "additionalProperties": False,
}
#: What SARIF 2.1.0 asks of the parts that we write, in the words of its schema.
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string"},
        "version": {"enum": ["2.1.0"]},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "properties": {
                    "tool": {"type": "object", "required": ["driver"], "properties": {"driver": DRIVER}},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": RESULT},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


def run_of(found: list[Diagnostic]) -> Any:
    """The run of a log that is as SARIF wants it."""
    text = sarif(found, PAGES, "1.2")
    assert text.isascii() and text == sarif(list(reversed(found)), PAGES, "1.2")
    log = json.loads(text)
    assert faults(LOG, log, LOG) == []
    (run,) = log["runs"]
    return run


def test_sarif_has_the_pages_and_the_places() -> None:
    run = run_of(FOUND)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["NUM-01", "SRC-13", "TXT-02"]
    assert rules[0]["shortDescription"]["text"] == "A total is wrong"
    assert rules[0]["help"]["text"].startswith("Adds up.\n\nWhy: Trust.")
    note, warning, total = run["results"]
    assert [one["level"] for one in run["results"]] == ["note", "warning", "error"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    place = total["locations"][0]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "content/my%20funds/a.yaml"},
        "region": {"startLine": 7, "startColumn": 12, "endLine": 7, "endColumn": 17},
    }
    assert place["logicalLocations"] == [{"fullyQualifiedName": TOTAL.path}]
    assert total["relatedLocations"][0]["message"]["text"] == "management fee 0.90%"
    (change,) = total["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "1.15%"}
    assert "fixes" not in warning and "relatedLocations" not in note


def test_sarif_of_nothing() -> None:
    assert run_of([])["results"] == []


spans = st.tuples(*[st.integers(1, 60)] * 4).map(lambda four: Span(*four))
words = st.text(min_size=1, max_size=20)


@given(
    st.lists(
        st.builds(
            Diagnostic,
            code=st.sampled_from(["NUM-01", "SRC-13", "html.tags"]),
            message=words,
            file=st.sampled_from(["a b.yaml", "x/é.yaml", "c%d.yaml"]),
            span=spans,
            help=st.text(max_size=10),
            labels=st.lists(st.builds(Label, spans, words), max_size=2).map(tuple),
            edit=st.none() | st.builds(Edit, spans, words),
        ),
        max_size=5,
        unique_by=lambda one: (one.file, one.span, one.message, one.help),
    )
)
def test_any_findings_are_sarif(found: list[Diagnostic]) -> None:
    for result in run_of(found)["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])


def test_a_file_is_named_from_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    assert relative_uri(str(tmp_path / "project" / "content" / "a.yaml")) == "content/a.yaml"
    assert relative_uri(str(tmp_path / "b.yaml")) == "../b.yaml"
    assert relative_uri(os.fsdecode(b"content/a\xff.yaml")) == "content/a%FF.yaml"
    found = Diagnostic("NUM-01", "x", str(tmp_path / "project" / "a.yaml"))
    assert github([found]).startswith("::error file=a.yaml,")


def test_markdown_is_a_table_that_shows_words_as_they_are() -> None:
    assert markdown(FOUND) == (
        "**1 error, 1 warning, 1 note in 2 files**\n"
        "\n"
        "| | Code | Place | Finding | What to do |\n"
        "|---|---|---|---|---|\n"
        "| info | TXT-02 | `b.yaml:2:3` | 100% \\| \\`x\\`: a,b  \\<b\\> |  |\n"
        "| warning | SRC-13 | `b.yaml:9:1` | a comment |  |\n"
        "| error | NUM-01 | `content/my funds/a.yaml:7:12`"
        " | the total is 1.14%, its rows add up to 1.15% | leave it out |\n"
    )
    assert markdown([]) == "Nothing found.\n"


@given(anything, anything)
def test_a_row_has_five_cells_whatever_it_says(file: str, message: str) -> None:
    *_, row = markdown([Diagnostic("NUM-01", message, file)]).split("\n")[:-1]
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 6 or "\\" in file


def test_a_comment_is_never_too_long() -> None:
    found = [Diagnostic("NUM-01", "word " * 20, "a.yaml", Span(at)) for at in range(1, 2000)]
    text = markdown(found)
    assert len(text) < LONGEST + 30
    more = re.search(r"\nand (\d+) more\.\n$", text)
    assert more
    assert text.count("| error |") + int(more[1]) == len(found)
