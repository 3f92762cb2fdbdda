"""A document as EDGAR text (EDGAR Filer Manual II, June 2025, 5.2.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from jinja2 import Template

from generator.document.carried import TEXT, carried_block
from generator.document.nodes import Block, Document, Title
from generator.errors import Fault, Unwritable
from generator.templates import LooksEnvironment, templates_folder
from generator.writers.text import lines
from generator.writers.text.faults import faults_of
from generator.writers.text.table import table_parts


def write_text(document: Document, looks: Path | None = None) -> str:
    """A document in normal form as ASCII text: lines of at most 80 characters, in tables 132, each ended by LF.

    `looks` is a folder whose templates go before the shipped ones. Raises Unwritable with every fault that
    `text_faults` finds.
    """
    plain = _laid_out(document)
    if faults := faults_of(document, plain):
        raise Unwritable(faults)
    return text_frame(looks).render(document=plain)


def text_faults(document: Document) -> list[Fault]:
    """What EDGAR text cannot show of a document in normal form: characters, words longer than their line."""
    return faults_of(document, _laid_out(document))


def _laid_out(document: Document) -> Document:
    """The words that text carries, with the line ends asked for in titles, which it shows and no reader can tell."""
    titles = replace(TEXT, breaks=True)
    return Document(tuple(carried_block(one, titles if isinstance(one, Title) else TEXT) for one in document.blocks))


@cache
def text_frame(looks: Path | None) -> Template:
    """The frame, its macros found in `looks` first and in the shipped templates then; compiled once."""
    folders = [*([looks] if looks else []), templates_folder() / "text"]
    environment = LooksEnvironment(
        folders, autoescape=False, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    for layout in (lines.centred, lines.flush_left, lines.paragraph_lines, lines.heading_lines, lines.item_lines):
        environment.filters[layout.__name__] = layout
    environment.filters |= {"note_lines": lines.note_lines, "table_parts": table_parts}
    environment.filters |= {"kind": _kind, "stacked": _stacked}
    return environment.page("frame.txt")


def _kind(block: Block) -> str:
    """The name of a block's macro."""
    return type(block).__name__.lower()


def _stacked(lines: Iterable[str]) -> str:
    """Lines, each with its line end."""
    return "".join(f"{line}\n" for line in lines)
