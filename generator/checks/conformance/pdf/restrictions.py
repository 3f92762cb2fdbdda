"""What EDGAR does not let into a PDF (5.2.3.2)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.conformance.pdf.file import PdfFile
from generator.checks.conformance.pdf.objects import Object, Ref, Stream
from generator.checks.conformance.pdf.pages import Page
from generator.checks.conformance.pdf.rules import PDF_RULES
from generator.checks.conformance.rules import Finding

_PLAYING = frozenset({"Movie", "Screen", "Sound", "RichMedia", "3D"})
#: Actions that a link annotation is there for; on a link they are the link.
_LINKING = frozenset({"URI", "GoTo", "GoToR", "GoToE"})


def check_catalog(pdf: PdfFile, catalog: dict[str, Object]) -> Iterator[Finding]:
    """What the document as a whole must not have."""
    names = pdf.dictionary(catalog.get("Names"))
    opening = pdf.get(catalog.get("OpenAction"))
    if isinstance(opening, dict):
        yield Finding(PDF_RULES["pdf.active"], "an action runs when the file is opened")
    elif opening is not None:
        yield Finding(PDF_RULES["pdf.destinations"], "the file opens at a destination")
    for key, rule, said in (
        ("AA", "pdf.active", "the document has additional actions"),
        ("URI", "pdf.links", "the document has a base address for links"),
        ("Dests", "pdf.destinations", "the document has named destinations"),
        ("AcroForm", "pdf.forms", "the document has a form"),
        ("Collection", "pdf.attachments", "the document is a portfolio"),
    ):
        if pdf.get(catalog.get(key)) is not None:
            yield Finding(PDF_RULES[rule], said)
    for key, rule, said in (
        ("JavaScript", "pdf.active", "the document has scripts"),
        ("Dests", "pdf.destinations", "the document has named destinations"),
        ("EmbeddedFiles", "pdf.attachments", "the document has embedded files"),
    ):
        if pdf.get(names.get(key)) is not None:
            yield Finding(PDF_RULES[rule], said)
    if pdf.get(pdf.dictionary(catalog.get("Outlines")).get("First")) is not None:
        yield Finding(PDF_RULES["pdf.destinations"], "the document has an outline")


def check_annotations(pdf: PdfFile, page: Page) -> Iterator[Finding]:
    """What stands on a page and does something."""
    if pdf.get(page.entries.get("AA")) is not None:
        yield page.finding(PDF_RULES["pdf.active"], "the page has additional actions")
    for reference in pdf.array(page.entries.get("Annots")):
        annotation = pdf.dictionary(reference)
        kind = pdf.name(annotation.get("Subtype"))
        action = pdf.name(pdf.dictionary(annotation.get("A")).get("S"))
        if kind == "Link":
            yield page.finding(PDF_RULES["pdf.links"], f"a link leads to {_target(pdf, annotation)}")
        elif kind == "FileAttachment":
            yield page.finding(PDF_RULES["pdf.attachments"], "a file is attached to the page")
        elif kind == "Widget":
            yield page.finding(PDF_RULES["pdf.forms"], "the page has a form field")
        if kind in _PLAYING:
            yield page.finding(PDF_RULES["pdf.active"], f"the page has a {kind} annotation")
        elif (action and not (kind == "Link" and action in _LINKING)) or pdf.get(annotation.get("AA")) is not None:
            yield page.finding(PDF_RULES["pdf.active"], f"the page has an action ({action or 'additional'})")


def check_objects(pdf: PdfFile) -> Iterator[Finding]:
    """Scripts and references to other files wherever they hide, each kind once."""
    if any("JS" in entries and entries.get("S") == "JavaScript" for entries in pdf.dictionaries()):
        yield Finding(PDF_RULES["pdf.active"], "the file holds JavaScript")
    if any(isinstance(value, Stream) and "F" in value.entries for value in pdf.objects.values()):
        yield Finding(PDF_RULES["pdf.links"], "a stream's content is in another file")


def check_outline_actions(pdf: PdfFile, catalog: dict[str, Object]) -> Iterator[Finding]:
    """Entries of the outline that do more than lead to a page."""
    seen: set[int] = set()
    pending: list[Object] = [pdf.dictionary(catalog.get("Outlines")).get("First")]
    while pending:
        reference = pending.pop()
        if not isinstance(reference, Ref) or reference.number in seen:
            continue
        seen.add(reference.number)
        entry = pdf.dictionary(reference)
        action = pdf.name(pdf.dictionary(entry.get("A")).get("S"))
        if action and action != "GoTo":
            yield Finding(PDF_RULES["pdf.active"], f"an entry of the outline has an action ({action})")
        pending += [entry.get("Next"), entry.get("First")]


def _target(pdf: PdfFile, annotation: dict[str, Object]) -> str:
    """Where a link leads, as a message says it."""
    address = pdf.get(pdf.dictionary(annotation.get("A")).get("URI"))
    return repr(address.decode("latin-1")[:60]) if isinstance(address, bytes) else "a destination"
