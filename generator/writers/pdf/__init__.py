"""PDF: a document as a tagged file (PDF/UA-1) with nothing in it that EDGAR refuses.

EDGAR Filer Manual II (June 2025) 5.2.3.2: no action, script, link, destination, attachment or security.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.document.canonical import canonical_text, shown_text
from generator.document.nodes import Document, Title
from generator.errors import SupplementError, Unwritable
from generator.writers.pdf.faults import pdf_faults

__all__ = ["needs_weasyprint", "page", "pdf_faults", "write_pdf"]

#: The date that a file without a date of its own bears: the same bytes today and tomorrow.
UNDATED = date(2000, 1, 1)


def write_pdf(document: Document, looks: Path | None = None) -> bytes:
    """The file: tagged, its typeface embedded, the same bytes for the same document, always.

    `document` is in normal form. `looks` is a folder whose templates and `print.css` go before the shipped
    ones; what it asks for beyond what `typeset` sets, WeasyPrint sets. Raises Unwritable with every fault, and
    SupplementError where WeasyPrint is asked and a library that it needs is missing.
    """
    # What sets is imported here: a check asks for faults only, and starts in half the time without it.
    from generator.typeset import Unsettable
    from generator.typeset.setter import set_page
    from generator.writers.pdf.looks import print_css

    faults = pdf_faults(document)
    if faults:
        raise Unwritable(faults)
    html = page(document, looks)
    try:
        return set_page(html, print_css(looks))
    except Unsettable as reason:
        from generator.writers.pdf.weasy.engine import render_pdf

        try:
            return render_pdf(html, looks)
        except SupplementError as error:
            raise SupplementError(f"WeasyPrint is needed for {reason}, and {error}") from None


def needs_weasyprint(looks: Path | None) -> bool:
    """Whether a project's own looks ask for more than `typeset` sets, for any kind of block; none at fault does."""
    if looks is None:
        return False
    from jinja2 import TemplateError

    from generator.document.specimen import SPECIMEN
    from generator.typeset import Unsettable
    from generator.typeset.setter import set_page
    from generator.writers.pdf.looks import print_css

    try:
        set_page(page(SPECIMEN, looks), print_css(looks))
    except Unsettable:
        return True
    except TemplateError:
        return False
    return False


def page(document: Document, looks: Path | None) -> str:
    """The page of HTML that is set. Raises TemplateError."""
    from generator.writers.pdf.layout import sections
    from generator.writers.pdf.looks import pdf_frame

    dated = f"{document.dated or UNDATED}T00:00:00Z"
    return pdf_frame(looks).render(title=_title(document), dated=dated, sections=sections(document))


def _title(document: Document) -> str:
    """What a reader's window says: the document's own title, or the first line of its header."""
    lines = [shown_text(block.children) for block in document.blocks if isinstance(block, Title)]
    return canonical_text(document.title) or (lines[0] if lines else "Supplement")
