"""The format templates of EDGAR HTML, compiled once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator.templates import templates_folder


@cache
def html_frame(looks: Path | None = None) -> Template:
    """The frame, its macros found in `looks` first and in the shipped templates then.

    Why cached: compiling takes some twenty times as long as rendering. Autoescape is on, so that words
    are never markup.
    """
    folders = [*([looks] if looks else []), templates_folder() / "html"]
    environment = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters["kind"] = _kind
    return environment.get_template("frame.html")


def _kind(node: object) -> str:
    """The name of a node's type."""
    return type(node).__name__
