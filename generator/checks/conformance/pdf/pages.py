"""The pages of a PDF, in order, with what they inherit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.conformance.pdf.file import PdfFile
from generator.checks.conformance.pdf.objects import Object, Ref, Stream
from generator.checks.conformance.rules import Finding, Rule
from generator.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, the number of its object, its entries, its resources."""

    number: int
    key: int
    entries: dict[str, Object]
    resources: dict[str, Object]

    def finding(self, rule: Rule, message: str) -> Finding:
        """A breach on this page; a PDF has no lines, so the page number stands for one."""
        return Finding(rule, message, Span(self.number, 1, self.number, 1))


def pages(pdf: PdfFile, catalog: dict[str, Object]) -> list[Page]:
    """The leaves of the page tree. A node that is met twice counts once."""
    found: list[Page] = []
    seen: set[int] = set()
    pending: list[tuple[Object, dict[str, Object]]] = [(catalog.get("Pages"), {})]
    while pending:
        reference, inherited = pending.pop()
        if not isinstance(reference, Ref) or reference.number in seen:
            continue
        seen.add(reference.number)
        node = pdf.dictionary(reference)
        resources = pdf.dictionary(node.get("Resources")) or inherited
        if "Kids" in node:
            pending.extend((kid, resources) for kid in reversed(pdf.array(node["Kids"])))
        elif node:
            found.append(Page(len(found) + 1, reference.number, node, resources))
    return found


def contents(pdf: PdfFile, page: Page) -> Iterator[bytes | None]:
    """The parts of a page's content; None for one that cannot be decoded."""
    for part in pdf.array(page.entries.get("Contents")):
        stream = pdf.get(part)
        if isinstance(stream, Stream):
            yield pdf.decoded(stream)
