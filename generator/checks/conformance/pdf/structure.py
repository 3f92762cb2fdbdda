"""The structure tree of a tagged PDF (ISO 32000-1, 14.7), cut loose from the file's objects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.checks.conformance.pdf.file import PdfFile
from generator.checks.conformance.pdf.objects import Object, Ref
from generator.checks.conformance.rules import Finding, Rule
from generator.diagnostics import Span


@dataclass(slots=True)
class Element:
    """A structure element: its standard type, its page (from 1), its entries, its kids, the content it holds itself."""

    type: str
    page: int
    entries: dict[str, Object]
    kids: list[Element] = field(default_factory=list)
    content: int = 0

    def finding(self, rule: Rule, message: str) -> Finding:
        """A breach by this element, at its page."""
        return Finding(rule, message, Span(self.page, 1, self.page, 1))

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        pending = [self]
        while pending:
            element = pending.pop()
            yield element
            pending.extend(reversed(element.kids))

    @property
    def is_empty(self) -> bool:
        """Whether neither it nor anything below it holds content."""
        return not any(element.content for element in self.walk())


@dataclass(slots=True)
class Tree:
    """The structure tree's root and the marked content of each page's object that it refers to."""

    root: Element
    mcids: dict[int, set[int]]


@dataclass(frozen=True, slots=True)
class _Pending:
    """A kid to read: its parent, and the page that it inherits, as the number of the page's object."""

    value: Object
    parent: Element
    page: int


def structure_tree(pdf: PdfFile, catalog: dict[str, Object], numbers: dict[int, int]) -> Tree:
    """The tree; `numbers` gives the page number for a page's object. An element that is met twice counts once."""
    root_entries = pdf.dictionary(catalog.get("StructTreeRoot"))
    roles = pdf.dictionary(root_entries.get("RoleMap"))
    tree = Tree(Element("StructTreeRoot", 1, root_entries), {})
    seen: set[int] = set()
    pending = [_Pending(kid, tree.root, 0) for kid in reversed(pdf.array(root_entries.get("K")))]
    while pending:
        kid = pending.pop()
        if isinstance(kid.value, Ref):
            if kid.value.number in seen:
                continue
            seen.add(kid.value.number)
        value = pdf.get(kid.value)
        if isinstance(value, int) and not isinstance(value, bool):
            _take_content(tree, kid, kid.page, value)
            continue
        entries = pdf.dictionary(value)
        page = entries.get("Pg")
        key = page.number if isinstance(page, Ref) else kid.page
        if entries.get("Type") in ("MCR", "OBJR"):
            _take_content(tree, kid, key, pdf.get(entries.get("MCID")))
        elif "S" in entries:
            type_name = _standard_type(pdf, pdf.name(entries["S"]), roles)
            element = Element(type_name, numbers.get(key, kid.parent.page), entries)
            kid.parent.kids.append(element)
            pending.extend(_Pending(below, element, key) for below in reversed(pdf.array(entries.get("K"))))
    return tree


def _take_content(tree: Tree, kid: _Pending, page: int, mcid: Object) -> None:
    kid.parent.content += 1
    if isinstance(mcid, int):
        tree.mcids.setdefault(page, set()).add(mcid)


def _standard_type(pdf: PdfFile, name: str, roles: dict[str, Object]) -> str:
    """The type that the role map leads to; a map that goes in circles is left where it began."""
    current = name
    for _ in range(20):
        if current not in roles:
            return current
        current = pdf.name(roles[current])
    return name
