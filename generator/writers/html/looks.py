"""The format templates of EDGAR HTML, compiled once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeAlias

from jinja2 import Template

from generator.document.nodes import Field
from generator.templates import LooksEnvironment, templates_folder

#: How the words of a value are printed: as text, or as markup that wraps them.
Shown: TypeAlias = Callable[[Field], str]


def plain(field: Field) -> str:
    """The words of a value and nothing else: what every file of ours has."""
    return field.shown


@cache
def html_frame(looks: Path | None = None, shown: Shown = plain) -> Template:
    """The frame, its macros found in `looks` first and in the shipped templates then.

    Why cached: compiling takes some twenty times as long as rendering. Autoescape is on, so that words
    are never markup.
    """
    folders = [*([looks] if looks else []), templates_folder() / "html"]
    environment = LooksEnvironment(
        folders, autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters["kind"] = _kind
    environment.filters["shown"] = shown
    return environment.page("frame.html")


def _kind(node: object) -> str:
    """The name of a node's type."""
    return type(node).__name__
