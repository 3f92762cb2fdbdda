"""Findings for programs and for one line each: concise, JSON, and the count."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from generator.diagnostics import Diagnostic, in_order
from generator.report.cells import visible
from generator.report.full import place_of

#: Raised when a key of the JSON report goes away or changes its meaning; a new key does not raise it.
JSON_VERSION = 1


def concise(diagnostics: Iterable[Diagnostic]) -> str:
    """A line for each finding: `file:line:column: CODE message`."""
    return "".join(f"{place_of(one)}: {visible(one.code)} {visible(one.message)}\n" for one in in_order(diagnostics))


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """`{"version": 1, "diagnostics": […]}` in ASCII, each finding with all its fields."""
    report = {"version": JSON_VERSION, "diagnostics": [asdict(one) for one in in_order(diagnostics)]}
    return json.dumps(report, indent=2) + "\n"


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning in 3 files`, or that nothing was found."""
    found = in_order(diagnostics)
    counts = [(name, sum(one.severity == name for one in found)) for name in ("error", "warning")]
    counts.append(("note", sum(one.severity == "info" for one in found)))
    parts = [counted(count, name) for name, count in counts if count]
    return f"{', '.join(parts)} in {counted(len({one.file for one in found}), 'file')}" if parts else "nothing found"


def counted(count: int, thing: str) -> str:
    """`1 file`, `2 files`."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
