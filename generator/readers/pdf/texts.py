"""The text of each run of marked content on a page."""

from __future__ import annotations

from ctypes import c_ushort
from typing import Any

#: What pdfium puts for a hyphen at the end of a line.
LINE_END_HYPHEN = "\x02"


def marked_texts(page: Any) -> dict[int, str]:
    """The text of each run of marked content, by its number; artifacts have none.

    pdfium may put a blank at the end of a run, and in a wide gap between two letters: our writer makes a word
    with such a gap an element of its own, and in that no blank counts.
    """
    import pypdfium2.raw as pdfium

    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        texts: dict[int, str] = {}
        for at in range(pdfium.FPDFPage_CountObjects(page)):
            item = pdfium.FPDFPage_GetObject(page, at)
            run = pdfium.FPDFPageObj_GetMarkedContentID(item)
            if run >= 0 and pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT:
                text = _text(item, text_page).replace(LINE_END_HYPHEN, "-")
                texts[run] = texts.get(run, "") + text
        return texts
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _text(item: Any, text_page: Any) -> str:
    import pypdfium2.raw as pdfium

    length = pdfium.FPDFTextObj_GetText(item, text_page, None, 0)
    buffer = (c_ushort * (length // 2))()
    pdfium.FPDFTextObj_GetText(item, text_page, buffer, length)
    return bytes(buffer)[: max(0, length - 2)].decode("utf-16-le", "replace")
