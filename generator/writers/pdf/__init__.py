"""PDF: a document as a tagged file (PDF/UA-1) with nothing in it that EDGAR refuses.

EDGAR Filer Manual II (June 2025) 5.2.3.2: no action, script, link, destination, attachment or security.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.document.canonical import canonical_text, shown_text
from generator.document.nodes import Document, Title
from generator.errors import Unwritable
from generator.writers.pdf.faults import pdf_faults

__all__ = ["pdf_faults", "write_pdf"]

#: The date that a file without a date of its own bears: the same bytes today and tomorrow.
UNDATED = date(2000, 1, 1)


def write_pdf(document: Document, looks: Path | None = None) -> bytes:
    """The file: tagged, its typeface embedded, the same bytes for the same document, always.

    `document` is in normal form. `looks` is a folder whose templates and `print.css` go before the shipped
    ones. Raises Unwritable with every fault, and SupplementError where a native library is missing.
    """
    # The engine is imported here: a check asks for faults only, and starts in half the time without it.
    from generator.writers.pdf.engine import render_pdf
    from generator.writers.pdf.layout import sections
    from generator.writers.pdf.looks import pdf_frame

    faults = pdf_faults(document)
    if faults:
        raise Unwritable(faults)
    dated = f"{document.dated or UNDATED}T00:00:00Z"
    html = pdf_frame(looks).render(title=_title(document), dated=dated, sections=sections(document))
    return render_pdf(html, looks)


def _title(document: Document) -> str:
    """What a reader's window says: the document's own title, or the first line of its header."""
    lines = [shown_text(block.children) for block in document.blocks if isinstance(block, Title)]
    return canonical_text(document.title) or (lines[0] if lines else "Supplement")
