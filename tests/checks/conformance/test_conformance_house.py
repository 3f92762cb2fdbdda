"""What our own writers write is what EDGAR accepts, hostile words included."""

from __future__ import annotations

from hypothesis import Phase, given, settings

from generator.checks.conformance import check_conformance
from generator.document.nodes import Document
from generator.errors import Unwritable
from generator.writers.html import write_html
from generator.writers.pdf import write_pdf
from generator.writers.text import write_text
from tests.trees import normal_documents

#: To shrink a failing document would set hundreds of PDFs.
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)


def told(name: str, data: bytes) -> set[str]:
    """The rules that a file of ours breaks."""
    return {diagnostic.code for diagnostic in check_conformance(name, data, house=True)}


@given(normal_documents())
@settings(max_examples=100, deadline=None)
def test_our_text_is_accepted(document: Document) -> None:
    try:
        text = write_text(document)
    except Unwritable:
        return
    assert told("497.txt", text.encode("ascii")) == set()


@given(normal_documents())
@settings(max_examples=100, deadline=None)
def test_our_html_is_accepted(document: Document) -> None:
    try:
        html = write_html(document)
    except Unwritable:
        return
    assert told("497.htm", html.encode("ascii")) == set()


@given(normal_documents())
@settings(max_examples=15, deadline=None, phases=NO_SHRINKING)
def test_our_pdf_is_accepted(document: Document) -> None:
    try:
        pdf = write_pdf(document)
    except Unwritable:
        return
    # A PDF shows `<TABLE>` where an author writes it: EDGAR's manual warns of it and names no other way to say it.
    assert told("497.pdf", pdf) <= {"pdf.sgml"}
