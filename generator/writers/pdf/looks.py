"""The format templates of the PDF, compiled once."""

from __future__ import annotations

from functools import cache
from math import ceil
from pathlib import Path

from jinja2 import Template
from markupsafe import Markup

from generator.document.canonical import shown_text
from generator.document.labels import item_labels
from generator.document.nodes import Inlines, List
from generator.templates import LooksEnvironment, template_text, templates_folder
from generator.writers.pdf.faces import text_width
from generator.writers.pdf.measures import BODY, ITEM_INDENT, NOTE, TITLE, UPRIGHT
from generator.writers.pdf.words import words_html

#: The width of a line in ems, in each place where words are set.
ROOMS = {
    "body": UPRIGHT / BODY * 0.9,
    "title": UPRIGHT / TITLE / 2,
    "item": (UPRIGHT - ITEM_INDENT) / BODY * 0.9,
    "note": (UPRIGHT - ITEM_INDENT) / NOTE * 0.9,
}


@cache
def pdf_frame(looks: Path | None = None) -> Template:
    """The frame, its macros found in `looks` first and in the shipped templates then.

    Why cached: compiling takes some twenty times as long as rendering. Autoescape is on, so that words are
    never markup.
    """
    environment = LooksEnvironment(_folders(looks), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {
        "words": _words,
        "cell_words": words_html,
        "labelled": _labelled,
        "balanced": _balanced,
        "points": lambda number: f"{number:.2f}pt",
    }
    return environment.page("frame.html")


def print_css(looks: Path | None = None) -> str:
    """The style sheet, from `looks` where that folder has one."""
    found = [folder for folder in _folders(looks) if (folder / "print.css").is_file()]
    return template_text(found[0] / "print.css", found[0])


def _folders(looks: Path | None) -> list[Path]:
    return [*([looks] if looks else []), templates_folder() / "pdf"]


def _words(children: Inlines, place: str) -> Markup:
    return words_html(children, ROOMS[place], whole_dates=place == "title")


def _balanced(children: Inlines, size: float) -> float:
    """The width in points at which a title's lines come out about alike, none of a single word."""
    whole = text_width(shown_text(children), bold=True) * size
    lines = ceil(whole / UPRIGHT)
    return UPRIGHT if lines < 2 else min(UPRIGHT, whole / lines * 1.08)


def _labelled(block: List) -> list[tuple[str, Inlines]]:
    """Each item with its label."""
    return list(zip(item_labels(block.style, len(block.items)), block.items, strict=True))
