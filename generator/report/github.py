"""Findings as annotations of GitHub: a workflow command for each."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path, PurePath

from generator.diagnostics import Diagnostic, Severity, in_order
from generator.report.cells import visible

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def github(diagnostics: Iterable[Diagnostic]) -> str:
    """A line for each finding: `::error file=…,line=…,col=…,endLine=…,title=CODE::message`, the remedy below it.

    Source: GitHub, Workflow commands for GitHub Actions; an end column is taken only with an end in the same line.
    """
    return "".join(_command(one) for one in in_order(diagnostics))


def from_here(file: str) -> PurePath:
    """A file as the working directory leads to it, which is where a project's files are counted from."""
    path = PurePath(file)
    try:
        return PurePath(os.path.relpath(path, Path.cwd())) if path.is_absolute() else path
    except ValueError:  # on another drive
        return path


def _command(one: Diagnostic) -> str:
    span = one.span
    properties: dict[str, object] = {
        "file": from_here(one.file).as_posix(),
        "line": span.line,
        "col": span.column,
        "endLine": max(span.end_line, span.line),
    }
    if span.end_line == span.line and span.end_column > span.column:
        properties["endColumn"] = span.end_column
    properties["title"] = one.code
    named = ",".join(f"{name}={_property(visible(str(value)))}" for name, value in properties.items())
    said = "\n".join(visible(text) for text in (one.message, one.help and f"help: {one.help}") if text)
    return f"::{_COMMANDS[one.severity]} {named}::{_data(said)}\n"


def _data(text: str) -> str:
    """A text as a command's message: what would end it, and the mark of such escapes, escaped."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A text as a property's value, which also ends at a colon or a comma."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
