"""Whether the fonts travel with the file and say what their glyphs mean (ISO 14289-1, 7.21)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.conformance.pdf.file import PdfFile
from generator.checks.conformance.pdf.objects import Object, Ref
from generator.checks.conformance.pdf.pages import Page
from generator.checks.conformance.pdf.rules import PDF_RULES
from generator.checks.conformance.rules import Finding

_PROGRAMS = frozenset({"FontFile", "FontFile2", "FontFile3"})
_KNOWN_ENCODINGS = frozenset({"WinAnsiEncoding", "MacRomanEncoding", "MacExpertEncoding", "StandardEncoding"})
#: Glyph names that number a glyph instead of naming a character; `uni20AC` and `u1F600` do name one.
_NUMBERED_GLYPH = re.compile(r"(?!uni[0-9A-F]{4}|u[0-9A-F]{4,6})[A-Za-z]{1,5}[0-9]+")


def check_fonts(pdf: PdfFile, pages: list[Page]) -> Iterator[Finding]:
    """Fonts that are not embedded or not readable, each once, at the first page that names it."""
    seen: set[tuple[int, int]] = set()
    for page in pages:
        for font in _fonts(pdf, page.resources, seen):
            name = pdf.name(font.get("BaseFont")) or "a font without a name"
            if not _is_embedded(pdf, font):
                yield page.finding(PDF_RULES["pdf.fonts"], f"{name} is not embedded")
            if not _is_readable(pdf, font):
                yield page.finding(PDF_RULES["pdf.unicode"], f"{name} does not say what its glyphs stand for")


def _fonts(pdf: PdfFile, resources: dict[str, Object], seen: set[tuple[int, int]]) -> Iterator[dict[str, Object]]:
    """The fonts of a page and of the forms that it can show. `seen` grows by each."""
    pending = [resources]
    while pending:
        current = pending.pop()
        for font in pdf.dictionary(current.get("Font")).values():
            if _is_new(font, seen):
                yield pdf.dictionary(font)
        for form in pdf.dictionary(current.get("XObject")).values():
            inner = pdf.dictionary(pdf.dictionary(form).get("Resources"))
            if inner and _is_new(form, seen):
                pending.append(inner)


def _is_new(value: Object, seen: set[tuple[int, int]]) -> bool:
    if not isinstance(value, Ref):
        return True
    new = value not in seen
    seen.add(value)
    return new


def _is_embedded(pdf: PdfFile, font: dict[str, Object]) -> bool:
    """Whether the glyphs are in the file; those of a Type 3 font always are."""
    if font.get("Subtype") == "Type3":
        return True
    descendants = pdf.array(font.get("DescendantFonts"))
    described = pdf.dictionary(descendants[0]) if descendants else font
    return bool(_PROGRAMS & pdf.dictionary(described.get("FontDescriptor")).keys())


def _is_readable(pdf: PdfFile, font: dict[str, Object]) -> bool:
    """Whether codes can be told to characters: by a map, or by an encoding that everybody knows."""
    if pdf.get(font.get("ToUnicode")) is not None:
        return True
    if font.get("Subtype") == "Type0":
        return not pdf.name(font.get("Encoding")).startswith("Identity")
    encoding = pdf.get(font.get("Encoding"))
    if isinstance(encoding, dict):
        named = [pdf.name(name) for name in pdf.array(encoding.get("Differences"))]
        return not any(_NUMBERED_GLYPH.fullmatch(name) for name in named)
    return encoding in _KNOWN_ENCODINGS or (encoding is None and not _is_embedded(pdf, font))
