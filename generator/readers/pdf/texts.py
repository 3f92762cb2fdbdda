"""The text of each run of marked content on a page."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import addressof, c_ushort
from typing import Any

#: What pdfium puts for a hyphen at the end of a line.
LINE_END_HYPHEN = "\x02"


def marked_texts(page: Any) -> dict[int, str]:
    """The text of each run of marked content, by its number; artifacts have none.

    Why two ways: pdfium takes a wide gap between two letters for a blank, in the `f)` of `(f)` for one. Only
    letter by letter can such a blank be told; that takes seven times as long, so it is for pages that have one.
    """
    import pypdfium2.raw as pdfium

    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        exact = _has_false_blanks(text_page)
        texts: dict[int, str] = {}
        for run, text in _letters(text_page) if exact else _objects(page, text_page):
            texts[run] = texts.get(run, "") + text
        return {run: text.replace(LINE_END_HYPHEN, "-") for run, text in texts.items()}
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _objects(page: Any, text_page: Any) -> Iterator[tuple[int, str]]:
    """The number of the run and the text of each text object."""
    import pypdfium2.raw as pdfium

    for at in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, at)
        run = pdfium.FPDFPageObj_GetMarkedContentID(item)
        if run >= 0 and pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT:
            length = pdfium.FPDFTextObj_GetText(item, text_page, None, 0)
            buffer = (c_ushort * (length // 2))()
            pdfium.FPDFTextObj_GetText(item, text_page, buffer, length)
            yield run, bytes(buffer)[: max(0, length - 2)].decode("utf-16-le", "replace")


def _letters(text_page: Any) -> Iterator[tuple[int, str]]:
    """The number of the run and the character of each letter; a blank that pdfium made up belongs to no object."""
    import pypdfium2.raw as pdfium

    for at in range(pdfium.FPDFText_CountChars(text_page)):
        item = pdfium.FPDFText_GetTextObject(text_page, at)
        if item and pdfium.FPDFText_IsGenerated(text_page, at) != 1:
            yield pdfium.FPDFPageObj_GetMarkedContentID(item), chr(pdfium.FPDFText_GetUnicode(text_page, at))


def _has_false_blanks(text_page: Any) -> bool:
    """Whether a blank that pdfium made up stands inside of a text object."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(text_page)
    buffer = (c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer).decode("utf-16-le", "replace")[:count]
    for at in range(1, count - 1):
        if text[at] == " " and pdfium.FPDFText_IsGenerated(text_page, at) == 1:
            sides = [pdfium.FPDFText_GetTextObject(text_page, at + side) for side in (-1, 1)]
            if all(sides) and addressof(sides[0].contents) == addressof(sides[1].contents):
                return True
    return False
