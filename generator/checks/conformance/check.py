"""Whether EDGAR would accept a file, from its name and bytes alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.checks.conformance.file_rules import FILE_RULES
from generator.checks.conformance.html.check import check_html
from generator.checks.conformance.names import base_name, check_name, suffix
from generator.checks.conformance.pdf.check import check_pdf
from generator.checks.conformance.place import decoded
from generator.checks.conformance.rules import Finding
from generator.checks.conformance.text.check import check_text
from generator.checks.conformance.wrapper import attachments, is_wrapped
from generator.diagnostics import Diagnostic, in_order


def check_conformance(name: str, data: bytes, *, house: bool = False, words: str | None = None) -> list[Diagnostic]:
    """Every breach of the filing manual and, in a PDF, of accessibility, in order of place.

    The suffix of `name` says what the bytes should be; a name without a known suffix is itself the finding. The
    line of a finding in a PDF is the page, and findings on the whole file stand at page 1. In a dissemination
    file (several documents in one, as EDGAR publishes it) each document is judged under its own name, which
    `path` then holds. `house` says that the file is one of ours: accessibility is then required. `words` are those of
    a PDF where whoever asks proves besides that it opens and says them. Never raises.

    Source: EDGAR Filer Manual II (June 2025), 5.1 and 5.2.1 to 5.2.3; ISO 14289-1 for accessibility.
    """
    return in_order(finding.diagnostic(name, house) for finding in _findings(base_name(name), data, words))


def _findings(name: str, data: bytes, words: str | None) -> Iterator[Finding]:
    if not data.strip():
        yield from check_name(name)
        yield Finding(FILE_RULES["file.empty"], "the file is empty")
        return
    if suffix(name) == "pdf":
        yield from check_name(name)
        yield from check_pdf(data, words)
        return
    text = decoded(data)
    documents = list(attachments(text)) if is_wrapped(text) else []
    if not documents:
        yield from check_name(name)
        yield from _check_words(suffix(name), text, 1)
    for document in documents:
        if document.name:
            yield from check_name(document.name, document.name)
        for finding in _check_words(document.kind, document.text, document.line):
            yield replace(finding, document=document.name)


def _check_words(kind: str, text: str, first: int) -> Iterator[Finding]:
    """The findings on a document of words; other kinds (graphics, XML) have no rules here."""
    if kind in ("htm", "html"):
        yield from check_html(text, first)
    elif kind == "txt":
        yield from check_text(text, first)
