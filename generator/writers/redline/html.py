"""A redline as a page of HTML that needs nothing beside it: no script, no font, no network."""

from __future__ import annotations

from generator.compare.redline.changes import Redline
from generator.writers.redline.names import Names
from generator.writers.redline.page import redline_page


def write_redline_html(redline: Redline, names: Names) -> str:
    """The source of the page, the same for the same redline, always."""
    return redline_page(redline, names, "screen")
