"""The tag tree of a PDF with the text that its elements mark."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.errors import NotHouseForm
from generator.readers.pdf.attributes import attributes_of, string_of
from generator.readers.pdf.texts import marked_texts


@dataclass(slots=True)
class Element:
    """An element: its tag (empty where no page shows any of it), its children or the text it marks.

    Its name and attributes are only read for those who ask.
    """

    tag: str = ""
    text: str = ""
    kids: list[Element] = field(default_factory=list)
    name: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


def tag_tree(pdf: Any, closely: bool = False) -> Element:
    """The root element, whole, with names and attributes if asked. Raises NotHouseForm where no tag tree is.

    Why page by page: pdfium shows of the tree what stands on a page, with a gap for everything else; an
    element's place among its siblings is the same on each page, so the gaps of one are filled from another.
    """
    root = Element()
    for number in range(len(pdf)):
        page = pdf[number]
        try:
            _add_page(page, root, closely)
        finally:
            page.close()
    if not root.tag:
        raise NotHouseForm("the PDF is not tagged, so our writer did not write it")
    return root


def _add_page(page: Any, root: Element, closely: bool) -> None:
    import pypdfium2.raw as pdfium

    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    try:
        count = pdfium.FPDF_StructTree_CountChildren(tree)
        if count > 1:
            raise NotHouseForm("the tag tree has more than one root")
        if count == 1:
            _merge(pdfium.FPDF_StructTree_GetChildAtIndex(tree, 0), root, marked_texts(page), closely)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _merge(handle: Any, element: Element, texts: dict[int, str], closely: bool) -> None:
    """Adds to an element what a page shows of it; a run of text in it is as good as a Span of its own."""
    import pypdfium2.raw as pdfium

    if not element.tag:
        element.tag = string_of(pdfium.FPDF_StructElement_GetType, handle)
        if closely:
            element.name = string_of(pdfium.FPDF_StructElement_GetID, handle)
            element.attributes = attributes_of(handle)
    for at in range(pdfium.FPDF_StructElement_CountChildren(handle)):
        kid = pdfium.FPDF_StructElement_GetChildAtIndex(handle, at)
        if kid:
            while len(element.kids) <= at:
                element.kids.append(Element())
            _merge(kid, element.kids[at], texts, closely)
        else:
            run = pdfium.FPDF_StructElement_GetChildMarkedContentID(handle, at)
            while len(element.kids) <= at:
                element.kids.append(Element())
            if run >= 0:
                element.kids[at] = Element("Span", texts.get(run, ""))
