"""What is wrong with a file, as data with a place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file. Lines and columns count from 1, columns in characters; the end is exclusive."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Label:
    """A further place that a finding is about, and what it is there."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """What mends a finding without changing what is said: the text to stand in a stretch of the finding's file."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a stable code, where, what is wrong, and what to type instead.

    `file` is the path as the user gave it; `path` the place in the content (`changes[0].fee_table`) where
    there is one; `source` the form item, rule or manual section behind the finding; `edit` what mends it, where
    that is beyond doubt.
    """

    code: str
    message: str
    file: str
    span: Span = Span()
    help: str = ""
    severity: Severity = "error"
    path: str = ""
    source: str = ""
    labels: tuple[Label, ...] = field(default=())
    edit: Edit | None = None


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings by file and place, each once."""
    return sorted(dict.fromkeys(diagnostics), key=lambda d: (d.file, d.span, d.code, d.message, d.path, d.help))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any finding is an error."""
    return any(diagnostic.severity == "error" for diagnostic in diagnostics)
