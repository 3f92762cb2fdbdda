"""What is known of one supplement: its documents as they were last good, and what is wrong now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from generator.compare.fields import fields_of
from generator.diagnostics import Diagnostic
from generator.document.nodes import Document
from generator.library.find import Source
from generator.library.load import Loaded
from generator.preview.marking import anchor, body_of
from generator.report.colours import Colours
from generator.report.excerpt import Sources, excerpt

#: How wide, in characters, the lines of a file are quoted.
WIDTH = 96
State = Literal["waiting", "clean", "info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class View:
    """One document of a supplement, with the page of its draft; a split supplement has several."""

    loaded: Loaded
    document: Document
    page: str

    @property
    def shown(self) -> dict[str, None]:
        """The paths of the values that the document shows, in reading order."""
        found = (field.path.removeprefix("/") for block in self.document.blocks for field in fields_of(block))
        return dict.fromkeys(found)


@dataclass(frozen=True, slots=True)
class Draft:
    """A supplement as one loading found it, with the texts of its files by name.

    `views` are older than `findings` where `stale`.
    """

    serial: int
    source: Source
    views: tuple[View, ...]
    findings: tuple[Diagnostic, ...]
    files: frozenset[Path]
    stale: bool = False
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def state(self) -> State:
        """The gravest of what was found."""
        found = {one.severity for one in self.findings}
        return next((one for one in ("error", "warning", "info") if one in found), "clean")

    def view(self, part: int) -> View | None:
        """The document of a number from 0, the first where there are fewer; None where there is none."""
        return self.views[part if 0 <= part < len(self.views) else 0] if self.views else None

    def data(self, part: int) -> dict[str, Any]:
        """The draft as the page takes it."""
        view = self.view(part)
        body = body_of(view.page) if view else None
        return {
            "serial": self.serial,
            "name": self.source.name,
            "file": str(self.source.path),
            "title": view.document.title if view else "",
            "state": self.state,
            "stale": self.stale,
            "parts": [one.loaded.source.name for one in self.views],
            "part": self.views.index(view) if view else 0,
            "body": body and {"style": body.style, "content": body.content},
            "findings": findings_data(self.findings, view, self.texts),
        }


def findings_data(
    found: Iterable[Diagnostic], view: View | None = None, texts: Mapping[str, str] | None = None
) -> list[dict[str, Any]]:
    """Findings as the page takes them, each beside the path that it is about where the view shows one.

    With the lines that it is about, marked as in a terminal, where their texts are given.
    """
    shown = view.shown if view else {}
    sources = Sources(texts or {})
    return [
        {
            "severity": one.severity,
            "code": one.code,
            "message": one.message,
            "help": one.help,
            "file": one.file,
            "line": one.span.line,
            "column": one.span.column,
            "path": one.path,
            "anchor": anchor(one.path, shown),
            "words": _words(one, view),
            "excerpt": list(excerpt(one, sources.lines(one.file), Colours(False), WIDTH)),
        }
        for one in found
    ]


def _words(one: Diagnostic, view: View | None) -> str:
    """The words that a finding is about, where they are but some of a value's."""
    span = one.span
    if view is None or not one.path or span.line != span.end_line:
        return ""
    places = view.loaded.places
    for written in (places.supplement, places.registrant):
        if written and written.file == one.file and places.place(one.path) != (one.file, span):
            lines = written.text.splitlines()
            return lines[span.line - 1][span.column - 1 : span.end_column - 1] if span.line <= len(lines) else ""
    return ""
