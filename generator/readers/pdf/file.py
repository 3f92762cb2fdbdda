"""The bytes of a PDF, opened; or one clear reason why they cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from generator.errors import UnreadableFile

#: Why: pdfium is not safe to call from two threads; the preview reads in several.
_PDFIUM = Lock()
#: A PDF says so in its first kilobyte, and ends in its last (ISO 32000-1, annex H.3).
NEAR = 1024
AGAIN = "build the file again, or fetch a whole copy of it"


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The pdfium document of a file, closed afterwards. Raises UnreadableFile."""
    _look_whole(data)
    import pypdfium2
    import pypdfium2.raw as pdfium

    with _PDFIUM:
        try:
            pdf = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _unreadable(error) from None
        try:
            if pdfium.FPDF_GetSecurityHandlerRevision(pdf) != -1:
                raise _encrypted()
            yield pdf
        finally:
            pdf.close()


def _look_whole(data: bytes) -> None:
    """Raises UnreadableFile for what is no whole PDF of bounded size."""
    from generator.checks.conformance.pdf.bounds import excess

    if not data:
        raise UnreadableFile("the file is empty", AGAIN)
    if b"%PDF-" not in data[:NEAR]:
        raise UnreadableFile("the file is not a PDF: it does not begin with %PDF-", "give the path of a PDF")
    if b"%%EOF" not in data[-NEAR:]:
        raise UnreadableFile("the PDF is cut short: its end is missing", AGAIN)
    if told := excess(data):
        raise UnreadableFile(told, "print it to a new PDF, and give that")


def _unreadable(error: Exception) -> UnreadableFile:
    if getattr(error, "err_code", None) == _password_error():
        return _encrypted()
    return UnreadableFile("the PDF is damaged: its objects cannot be read", AGAIN)


def _encrypted() -> UnreadableFile:
    """Why refused even where no password is asked: EDGAR Filer Manual II (June 2025) 5.2.3.2."""
    return UnreadableFile("the PDF is encrypted", "save it without password and restrictions; EDGAR takes neither")


def _password_error() -> int:
    import pypdfium2.raw as pdfium

    return int(pdfium.FPDF_ERR_PASSWORD)
