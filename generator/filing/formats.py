"""The three formats: how each is written and read, and what it carries.

Each format's modules are imported when it is first used: what
sets a PDF alone takes as long to import as a supplement takes to build.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from generator.document.carried import HTML, PDF, TEXT, Carries
from generator.document.nodes import Document
from generator.errors import Fault


@dataclass(frozen=True, slots=True)
class Format:
    """One format of output: `write` gives the file's bytes, `read` the tree of a file in house form.

    `looks` is a folder whose templates go before the shipped ones.
    """

    name: str
    suffix: str
    carries: Carries
    writer: Callable[[Document, Path | None], bytes]
    read: Callable[[bytes], Document]
    faults: Callable[[Document], list[Fault]]
    render: Callable[[Document, Path | None], object]  # all that templates are for
    looks: Path | None = None

    def write(self, document: Document) -> bytes:
        """The bytes of a document's file."""
        return self.writer(document, self.looks)


def project_formats(templates: Path | None) -> dict[str, Format]:
    """The formats by name, each with a project's own looks where its `templates/` has a folder for them."""
    if templates is None:
        return FORMATS
    own = {name: templates / name for name in FORMATS}
    return {name: replace(one, looks=own[name] if own[name].is_dir() else None) for name, one in FORMATS.items()}


def _write_text(document: Document, looks: Path | None) -> bytes:
    from generator.writers.text import write_text

    return write_text(document, looks).encode("ascii")


def _read_text(data: bytes) -> Document:
    from generator.readers.text import read_text

    return read_text(data.decode("ascii", "replace"))


def _text_faults(document: Document) -> list[Fault]:
    from generator.writers.text import text_faults

    return text_faults(document)


def _write_html(document: Document, looks: Path | None) -> bytes:
    from generator.writers.html import write_html

    return write_html(document, looks).encode("ascii")


def _read_html(data: bytes) -> Document:
    from generator.readers.html import read_html

    return read_html(data.decode("ascii", "replace"))


def _html_faults(document: Document) -> list[Fault]:
    from generator.writers.html import html_faults

    return html_faults(document)


def _write_pdf(document: Document, looks: Path | None) -> bytes:
    from generator.writers.pdf import write_pdf

    return write_pdf(document, looks)


def _read_pdf(data: bytes) -> Document:
    from generator.readers.pdf import read_pdf

    return read_pdf(data)


def _render_pdf(document: Document, looks: Path | None) -> object:
    from generator.writers.pdf import page

    return page(document, looks)


def _pdf_faults(document: Document) -> list[Fault]:
    from generator.writers.pdf import pdf_faults

    return pdf_faults(document)


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("text", ".txt", TEXT, _write_text, _read_text, _text_faults, _write_text),
        Format("html", ".htm", HTML, _write_html, _read_html, _html_faults, _write_html),
        Format("pdf", ".pdf", PDF, _write_pdf, _read_pdf, _pdf_faults, _render_pdf),
    )
}
