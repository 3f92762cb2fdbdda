"""Law 1 for the PDF: what is written is what is read, for every document that can be written."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from generator.document.carried import PDF, carried
from generator.document.nodes import Document
from generator.readers.pdf import read_pdf
from generator.writers.pdf import pdf_faults, write_pdf
from tests.trees import normal_documents

SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


@settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
@given(normal_documents())
def test_a_document_reads_back_as_the_pdf_carries_it(document: Document) -> None:
    assert not pdf_faults(document)
    assert read_pdf(write_pdf(document)) == carried(document, PDF)
