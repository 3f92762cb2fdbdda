"""What the file says about itself: title, language, tagging, PDF/UA."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.conformance.pdf.file import PdfFile
from generator.checks.conformance.pdf.objects import Object, Stream
from generator.checks.conformance.pdf.rules import PDF_RULES
from generator.checks.conformance.rules import Finding

_PREFIX = re.compile(r"xmlns:([\w.-]+)\s*=\s*[\"']http://www\.aiim\.org/pdfua/ns/id/[\"']")
_XMP_TITLE = re.compile(r"<dc:title\b[^>]*>(.*?)</dc:title>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")


def check_metadata(pdf: PdfFile, catalog: dict[str, Object]) -> Iterator[Finding]:
    """The statements that are missing."""
    xmp = _xmp(pdf, catalog)
    if not _has_title(pdf, xmp):
        yield Finding(PDF_RULES["pdf.title"], "the file states no title")
    if pdf.get(pdf.dictionary(catalog.get("ViewerPreferences")).get("DisplayDocTitle")) is not True:
        yield Finding(PDF_RULES["pdf.title_shown"], "DisplayDocTitle is not set")
    language = pdf.get(catalog.get("Lang"))
    if not (isinstance(language, bytes) and language.strip()):
        yield Finding(PDF_RULES["pdf.language"], "the file states no language")
    prefixes = _PREFIX.findall(xmp)
    if not any(re.search(rf"(?:<|\s){re.escape(prefix)}:part\s*[=>]", xmp) for prefix in set(prefixes)):
        yield Finding(PDF_RULES["pdf.ua_identifier"], "the metadata do not state pdfuaid:part")


def is_tagged(pdf: PdfFile, catalog: dict[str, Object]) -> bool:
    """Whether the file says that it is tagged, and has a tree."""
    marked = pdf.get(pdf.dictionary(catalog.get("MarkInfo")).get("Marked"))
    return marked is True and bool(pdf.array(pdf.dictionary(catalog.get("StructTreeRoot")).get("K")))


def _xmp(pdf: PdfFile, catalog: dict[str, Object]) -> str:
    """The metadata packet as characters; empty where there is none."""
    stream = pdf.get(catalog.get("Metadata"))
    data = (pdf.decoded(stream) or b"") if isinstance(stream, Stream) else b""
    wide = data[:2] in (b"\xfe\xff", b"\xff\xfe")
    return data.decode("utf-16" if wide else "utf-8", "replace")


def _has_title(pdf: PdfFile, xmp: str) -> bool:
    title = pdf.get(pdf.dictionary(pdf.trailer.get("Info")).get("Title"))
    stated = isinstance(title, bytes) and title.removeprefix(b"\xfe\xff").strip(b" \0") != b""
    found = _XMP_TITLE.search(xmp)
    return stated or (found is not None and _TAG.sub("", found.group(1)).strip() != "")
