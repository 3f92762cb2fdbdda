"""Findings as SARIF 2.1.0, the form that code scanning reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from generator.checks.pages.page import Page
from generator.diagnostics import Diagnostic, Edit, Label, Severity, Span, in_order
from generator.report.github import from_here

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def sarif(diagnostics: Iterable[Diagnostic], pages: Mapping[str, Page], version: str) -> str:
    """A log with one run: the pages of the rules that were broken, and a result for each finding, in ASCII.

    `pages` are those known, by code; `version` is the tool's. Source: OASIS, SARIF 2.1.0.
    """
    found = in_order(diagnostics)
    codes = sorted({one.code for one in found})
    driver = {"name": "supplement", "version": version, "rules": [_rule(code, pages.get(code)) for code in codes]}
    results = [_result(one, codes.index(one.code)) for one in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: str, page: Page | None) -> dict[str, Any]:
    """A rule with its page; of a code that nobody describes, the code."""
    if page is None:
        return {"id": code}
    parts = {"": page.what, "Why": page.why, "Fails": page.fails, "Mend": page.mend, "Source": page.source}
    told = [f"{name}: {text}" if name else text for name, text in parts.items() if text]
    return {
        "id": code,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.what or page.title},
        "help": {"text": "\n\n".join(told) or page.title},
        "defaultConfiguration": {"level": _LEVELS[page.severity]},
        "properties": {"confidence": page.confidence, "source": page.source, "tags": [page.family]},
    }


def _result(one: Diagnostic, index: int) -> dict[str, Any]:
    message = one.message + (f"\n{one.help}" if one.help else "")
    location: dict[str, Any] = _location(one.file, one.span)
    if one.path:
        location["logicalLocations"] = [{"fullyQualifiedName": one.path}]
    result = {
        "ruleId": one.code,
        "ruleIndex": index,
        "level": _LEVELS[one.severity],
        "message": {"text": message},
        "locations": [location],
    }
    if one.labels:
        result["relatedLocations"] = [_related(one.file, number, label) for number, label in enumerate(one.labels)]
    if one.edit:
        result["fixes"] = [_fix(one.file, one.edit, one.help)]
    return result


def _location(file: str, span: Span) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": relative_uri(file)}, "region": _region(span)}}


def _related(file: str, number: int, label: Label) -> dict[str, Any]:
    return {"id": number, "message": {"text": label.text}, **_location(file, label.span)}


def _fix(file: str, edit: Edit, help: str) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
    change = {"artifactLocation": {"uri": relative_uri(file)}, "replacements": [replacement]}
    return {"description": {"text": help or "mend it"}, "artifactChanges": [change]}


def _region(span: Span) -> dict[str, int]:
    """A stretch of a file; SARIF's columns count from 1 and end before the end column, as ours do."""
    end = max((span.end_line, span.end_column), (span.line, span.column))
    return {"startLine": span.line, "startColumn": span.column, "endLine": end[0], "endColumn": end[1]}


def relative_uri(file: str) -> str:
    """A file as a URI that is relative to the working directory; a whole one where it is on another drive."""
    path = from_here(file)
    return Path(path).as_uri() if path.is_absolute() else quote(path.as_posix(), errors="surrogateescape")
