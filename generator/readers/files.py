"""Any file of a supplement as its document: ours exactly, somebody else's by its layout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path, PurePath
from typing import Literal

from generator.document.nodes import Document, Paragraph
from generator.document.normal import irregularities
from generator.errors import NotHouseForm, UnreadableFile
from generator.readers.foreign.decoding import LARGEST, decode
from generator.readers.foreign.html import read_foreign_html
from generator.readers.foreign.pdf import read_foreign_pdf
from generator.readers.foreign.submission import is_submission, looks_like_html, primary_document
from generator.readers.foreign.text import read_foreign_text

Kind = Literal["text", "html", "pdf"]

_SUFFIXES: dict[str, Kind] = {".txt": "text", ".htm": "html", ".html": "html", ".pdf": "pdf"}
_NAMES: dict[Kind, tuple[str, str]] = {
    "text": ("plain text", ".txt"),
    "html": ("HTML", ".htm"),
    "pdf": ("a PDF", ".pdf"),
}
#: What other files begin with, and what they are.
_OTHERS = {
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"{\\rtf": "a rich text document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"II*\x00": "an image",
    b"MM\x00*": "an image",
    b"\x1f\x8b": "a compressed file",
}


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file's document, and whether the file has the form that our writers give it."""

    document: Document
    house: bool


def file_bytes(path: Path) -> bytes:
    """The bytes of a file; UnreadableFile for one that is too large to be a supplement, of which no more is read."""
    with path.open("rb") as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise UnreadableFile(f"the file is larger than {LARGEST >> 20} MB", "give one supplement, not an archive")
    return data


def read_file(name: str, data: bytes) -> ReadFile:
    """The document of a .txt, .htm, .html or .pdf file, in normal form.

    The house readers come first: what they read is exact. Any other document is read by its layout, every word
    kept in its order. Raises UnreadableFile for bytes that are no document, or not of the kind that `name` says.
    """
    kind = kind_of(name, data)
    if kind == "pdf":
        return _read_pdf(data)
    text = primary_document(decode(data))
    house = _house_document(kind, text)
    if house is not None:
        return ReadFile(house, True)
    read = read_foreign_html if kind == "html" else read_foreign_text
    return ReadFile(read(data), False)


def kind_of(name: str, data: bytes) -> Kind:
    """What a file is, by its bytes; UnreadableFile where its name's suffix says something else.

    A submission with EDGAR's wrapper may hold HTML under the suffix .txt: EDGAR gives it out so.
    """
    found = _kind_of_bytes(data)
    suffix = PurePath(name).suffix.lower()
    named = _SUFFIXES.get(suffix, found)
    if named != found and not (named == "text" and found == "html" and is_submission(decode(data))):
        what, fitting = _NAMES[found]
        raise UnreadableFile(f"the file is named {suffix} but is {what}", f"rename it to {fitting}")
    return found


def _kind_of_bytes(data: bytes) -> Kind:
    if b"%PDF-" in data[:1024]:
        return "pdf"
    what = next((what for begin, what in _OTHERS.items() if data.startswith(begin)), "")
    if what:
        raise UnreadableFile(f"the file is {what}", "give the .txt, .htm or .pdf as it was filed")
    return "html" if looks_like_html(primary_document(decode(data))) else "text"


def _read_pdf(data: bytes) -> ReadFile:
    from pypdfium2 import PdfiumError

    from generator.readers.pdf import read_pdf

    try:
        house = _regular(_with_legend(read_pdf(data)))
    except (NotHouseForm, PdfiumError, UnicodeError):
        house = None
    return ReadFile(house, True) if house else ReadFile(read_foreign_pdf(data), False)


def _with_legend(document: Document) -> Document:
    """A document as a PDF of ours shows it, with its legend: a PDF carries no sides, and a legend stands right."""
    lines = list(takewhile(lambda block: isinstance(block, Paragraph), document.blocks))
    legend = (replace(line, align="right") for line in lines if isinstance(line, Paragraph))
    return Document((*legend, *document.blocks[len(lines) :]))


def _house_document(kind: Kind, text: str) -> Document | None:
    """The document of text in the house form, or None; why it is no document at all the foreign reader says."""
    from generator.readers.html import read_html
    from generator.readers.text import read_text

    readers: dict[Kind, Callable[[str], Document]] = {"text": read_text, "html": read_html}
    try:
        return _regular(readers[kind](text))
    except (NotHouseForm, UnreadableFile):
        return None


def _regular(document: Document) -> Document | None:
    """A document that our writers could have written, or None: the form alone can be imitated."""
    return document if document.blocks and not any(True for _ in irregularities(document)) else None
