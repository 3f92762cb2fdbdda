"""The nodes of a tag tree that is being built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

#: Elements that hold blocks or lines.
BLOCKS = frozenset({"body", "section", "div", "p", "h1", "h2", "h3", "h4"})
#: The tag of an element of a page; `data-tag` goes before, and an element with neither leaves no tag.
TAGS = {
    "section": "Sect", "h1": "H1", "h2": "H2", "h3": "H3", "h4": "H4", "p": "P", "table": "Table",
    "caption": "Caption", "thead": "THead", "tbody": "TBody", "tr": "TR", "th": "TH", "td": "TD",
}  # fmt: skip


@dataclass(eq=False, slots=True)
class Node:
    """An element of the tree: its tag, the page's element it stands for, the page it begins on.

    A leaf is a run of text: the number of the marked content that shows it.
    """

    tag: str
    element: Any = None
    page: int = 0
    run: int | None = None
    kids: list[Node] = field(default_factory=list)
    name: str = ""
    headers: list[str] = field(default_factory=list)

    def all(self) -> Iterator[Node]:
        """The node and everything below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.all()

    def says(self, attribute: str) -> str:
        """What the page's element says in an attribute, or nothing."""
        return "" if self.element is None else str(self.element.get(attribute, ""))
