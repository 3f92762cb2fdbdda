"""Whether headings, lists and figures are what a screen reader expects (ISO 14289-1, 7.3, 7.4, 7.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.conformance.pdf.file import PdfFile
from generator.checks.conformance.pdf.rules import PDF_RULES
from generator.checks.conformance.pdf.structure import Element
from generator.checks.conformance.rules import Finding

_HEADING = re.compile(r"H([1-6])")
_IN_LIST = frozenset({"LI", "Caption", "L"})
_IN_ITEM = frozenset({"Lbl", "LBody"})


def check_headings(root: Element) -> Iterator[Finding]:
    """Headings that skip a level (7.4.2)."""
    before = 0
    for element in root.walk():
        heading = _HEADING.fullmatch(element.type)
        if heading is None:
            continue
        level = int(heading.group(1))
        if level > before + 1:
            after = f"a heading of level {before}" if before else "the beginning"
            said = f"a heading of level {level} follows {after}"
            yield element.finding(PDF_RULES["pdf.heading_order"], said)
        before = level


def check_lists(root: Element) -> Iterator[Finding]:
    """Lists, items and bodies in the wrong parent, and items without a body (7.6)."""
    rule = PDF_RULES["pdf.lists"]
    for element in root.walk():
        for kid in element.kids:
            misplaced = (
                (element.type == "L" and kid.type not in _IN_LIST)
                or (element.type == "LI" and kid.type not in _IN_ITEM)
                or (kid.type == "LI" and element.type != "L")
                or (kid.type == "LBody" and element.type != "LI")
            )
            if misplaced:
                yield kid.finding(rule, f"{kid.type} stands in {element.type}")
        if element.type == "LI" and not any(kid.type == "LBody" for kid in element.kids):
            yield element.finding(rule, "an item of a list has no body")


def check_figures(pdf: PdfFile, root: Element) -> Iterator[Finding]:
    """Figures that are silent (7.3)."""
    for element in root.walk():
        said = any(isinstance(pdf.get(element.entries.get(key)), bytes) for key in ("Alt", "ActualText"))
        if element.type == "Figure" and not said:
            yield element.finding(PDF_RULES["pdf.figures"], "a figure has no alternate text")
