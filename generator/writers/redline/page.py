"""The page of a redline: the document with its marks, what they mean, and what they come to."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator.compare.redline.changes import Redline
from generator.compare.redline.figures import figure_changes
from generator.compare.redline.summary import said, summarize
from generator.templates import templates_folder
from generator.writers.redline.layout import is_group, lay_out
from generator.writers.redline.marks import pieces_html
from generator.writers.redline.names import Names


def redline_page(redline: Redline, names: Names, medium: str) -> str:
    """The HTML of a redline; `medium` is `screen` or `print`, which have one frame and different style sheets."""
    summary = summarize(redline)
    return _frame().render(
        names=names,
        medium=medium,
        drawn=lay_out(redline),
        differs=redline.differs,
        said=said(summary),
        summary=summary,
        figures=figure_changes(redline),
    )


def looks() -> Path:
    """The folder of the templates and of the style sheet for print."""
    return templates_folder() / "redline"


@cache
def _frame() -> Template:
    """The frame, compiled once. Autoescape is on, so that words are never markup."""
    environment = Environment(
        loader=FileSystemLoader(looks()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["pieces"] = pieces_html
    environment.tests["group"] = is_group
    return environment.get_template("frame.html")
