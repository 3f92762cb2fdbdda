"""What a page shows, and whether each piece of text is tagged (ISO 32000-1, 14.6 and 14.7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.checks.conformance.pdf.file import PdfFile
from generator.checks.conformance.pdf.objects import Keyword, Lexer, Name, Object, Ref, Stream
from generator.checks.conformance.pdf.pages import Page, contents

_SHOWS_TEXT = frozenset({b"Tj", b"TJ", b"'", b'"'})
_END_OF_IMAGE = re.compile(rb"[\0\t\n\f\r ]EI(?=[\0\t\n\f\r /]|\Z)")
#: An array of glyph codes and gaps. What it shows does not matter here, only that it is shown.
_GLYPHS = re.compile(rb"\[[0-9A-Fa-f<>.+\s-]*\]")
#: Forms within forms; viewers stop somewhere too.
_DEEPEST_FORM = 12


@dataclass(slots=True)
class Shown:
    """What a page was seen to show: texts in tagged content, in artifacts and in neither, by how many operators."""

    mcids: set[int] = field(default_factory=set)
    artifacts: int = 0
    untagged: int = 0
    undecoded: int = 0
    marks: list[Object] = field(default_factory=list)
    forms: set[tuple[int, bool]] = field(default_factory=set)

    @property
    def has_text(self) -> bool:
        """Whether any text is shown at all."""
        return bool(self.mcids or self.artifacts or self.untagged)

    def take_text(self) -> None:
        """Counts one run of text under the marks that are open around it."""
        if any(mark == "Artifact" for mark in self.marks):
            self.artifacts += 1
            return
        mcid = next((mark for mark in reversed(self.marks) if isinstance(mark, int)), None)
        if mcid is None:
            self.untagged += 1
        else:
            self.mcids.add(mcid)


def shown_on(pdf: PdfFile, page: Page) -> Shown:
    """What the page shows."""
    shown = Shown()
    parts = []
    for part in contents(pdf, page):
        shown.undecoded += part is None
        parts.append(part or b"")
    _read(pdf, b"\n".join(parts), page.resources, shown, 0)
    return shown


def _read(pdf: PdfFile, content: bytes, resources: dict[str, Object], shown: Shown, depth: int) -> None:
    """Adds what a content stream shows; marks that it leaves open end with it."""
    opened = len(shown.marks)
    for operator, operands in _operations(content):
        if operator in _SHOWS_TEXT:
            shown.take_text()
        elif operator in (b"BMC", b"BDC"):
            shown.marks.append(_mark(pdf, operands, resources))
        elif operator == b"EMC":
            if len(shown.marks) > opened:
                shown.marks.pop()
        elif operator == b"Do" and operands:
            _read_form(pdf, operands[-1], resources, shown, depth)
    del shown.marks[opened:]


def _read_form(pdf: PdfFile, name: Object, resources: dict[str, Object], shown: Shown, depth: int) -> None:
    """Adds what a form shows. A form is read once inside marked content and once outside."""
    reference = pdf.dictionary(resources.get("XObject")).get(str(name)) if isinstance(name, Name) else None
    form = pdf.get(reference)
    if not isinstance(form, Stream) or form.entries.get("Subtype") != "Form" or depth >= _DEEPEST_FORM:
        return
    if isinstance(reference, Ref):
        key = (reference.number, bool(shown.marks))
        if key in shown.forms:
            return
        shown.forms.add(key)
    content = pdf.decoded(form)
    shown.undecoded += content is None
    _read(pdf, content or b"", pdf.dictionary(form.entries.get("Resources")) or resources, shown, depth + 1)


def _mark(pdf: PdfFile, operands: list[Object], resources: dict[str, Object]) -> Object:
    """What a marked-content operator opens: an MCID, `Artifact`, or null for neither."""
    if not operands or operands[0] == "Artifact":
        return operands[0] if operands else None
    properties: Object = operands[-1]
    if isinstance(properties, Name):
        properties = pdf.dictionary(resources.get("Properties")).get(str(properties))
    mcid = pdf.get(pdf.dictionary(properties).get("MCID"))
    return mcid if isinstance(mcid, int) else None


def _operations(content: bytes) -> Iterator[tuple[bytes, list[Object]]]:
    """The operators of a content stream with their operands; the bytes of inline images are stepped over."""
    lexer = Lexer(_GLYPHS.sub(b"[]", content))
    operands: list[Object] = []
    while True:
        more, value = lexer.next()
        if not more:
            return
        if not isinstance(value, Keyword):
            operands.append(value)
            continue
        yield value, operands
        operands = []
        if value == b"ID":
            end = _END_OF_IMAGE.search(lexer.data, lexer.position)
            lexer.position = end.end() if end else len(lexer.data)
