"""EDGAR HTML: a document as the source of a plain `.htm` file (EDGAR Filer Manual II, June 2025, 5.2.2)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.document.canonical import shown_text
from generator.document.nodes import Document, Title
from generator.errors import Unwritable
from generator.writers.html.faults import html_faults

if TYPE_CHECKING:
    from generator.writers.html.looks import Shown

__all__ = ["html_faults", "write_html"]


def write_html(document: Document, looks: Path | None = None, shown: Shown | None = None) -> str:
    """The source of the file: ASCII, `\\n` line ends, the same for the same document, always.

    `document` is in normal form. `looks` is a folder whose templates go before the shipped ones: a
    `style.html` there restyles the output. `shown` prints the words of a value; it is for a
    preview, never for a file. Raises Unwritable with every fault.
    """
    # What lays out is imported here: a check asks for faults only.
    from generator.writers.html.layout import lay_out
    from generator.writers.html.looks import html_frame, plain

    faults = html_faults(document)
    if faults:
        raise Unwritable(faults)
    return _source(html_frame(looks, shown or plain).render(title=_title(document), blocks=lay_out(document)))


def _title(document: Document) -> str:
    """What a browser's tab says: the document's own title, or the lines of its header."""
    lines = [shown_text(block.children) for block in document.blocks if isinstance(block, Title)]
    return document.title or " ".join(lines)


def _source(html: str) -> str:
    """The same page with every character beyond ASCII, and each bracket of the words, as a decimal reference.

    Why: 5.2.2.6 suspends a file with any other character; and 5.2.2.8 takes the words `&lt;R&gt;` for a
    redline request and blanks them out, while 5.2.2.6 leaves the decimal form to all other uses. Markup
    escapes every `&`, so that `&lt;` is never part of the words. The caret is in no table of the manual (5.2.1.1).
    """
    decimal = html.replace("&lt;", "&#60;").replace("&gt;", "&#62;").replace("^", "&#94;")
    return decimal.encode("ascii", "xmlcharrefreplace").decode("ascii")
