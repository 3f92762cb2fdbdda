"""The tag tree of a PDF, built anew from the boxes that were set.

Why not the engine's: it tags page by page. A table over two pages is two tables there, its head is read
twice, a page number is content; and there is no Note, no Reference and no numbering. Here an element of the
page is one element of the tree wherever its parts fall, and what is repeated is an artifact.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.typeset.headers import link_headers
from generator.typeset.nodes import TAGS, Node
from generator.typeset.tree import write_tree
from generator.writers.pdf.weasy.objects import mark_artifacts, take_tree


def retag(document: Any, pdf: Any) -> None:
    """Puts our tag tree in the place of the engine's, just before the file is written."""
    runs = take_tree(pdf)
    tree = TagTree()
    for number, page in enumerate(document.pages):
        artifacts = tree.add_page(number, page._page_box, iter(runs.get(number, [])))
        mark_artifacts(pdf, number, artifacts)
    link_headers(tree.root)
    write_tree(tree.root, pdf, len(document.pages))


class TagTree:
    """The tree that grows as the pages are walked."""

    def __init__(self) -> None:
        self.root = Node("Document")
        self._nodes: dict[Any, Node] = {}

    def add_page(self, number: int, page_box: Any, runs: Iterator[int]) -> set[int]:
        """Adds a page's text; returns the marked content of it that is no content.

        The engine numbers runs of text in drawing order and names them in the order of boxes: `runs` has the
        numbers in the latter.
        """
        artifacts: set[int] = set()
        self._add(page_box, self.root, number, runs, artifacts, is_content=True)
        if next(runs, None) is not None:
            raise RuntimeError("the engine marked a run of text that is in no box")
        return artifacts

    def _add(
        self, box: Any, parent: Node, page: int, runs: Iterator[int], artifacts: set[int], is_content: bool
    ) -> None:
        from weasyprint.formatting_structure import boxes

        box = getattr(box, "_box", box)
        node = parent
        is_content = is_content and not isinstance(box, boxes.MarginBox)
        if is_content and box.element is not None:
            node = self._node(box.element, parent, page)
            is_content = not _is_repeated(node, page)
        if isinstance(box, boxes.TextBox):
            run = next(runs)
            if is_content and box.text.strip():
                node.kids.append(Node("Span", page=page, run=run))
            else:
                artifacts.add(run)
        for child in getattr(box, "children", ()):
            self._add(child, node, page, runs, artifacts, is_content)

    def _node(self, element: Any, parent: Node, page: int) -> Node:
        """The node of an element of the page, made when it is met first; its parent's where it has no tag."""
        node = self._nodes.get(element)
        if node is None:
            tag = element.get("data-tag") or TAGS.get(element.tag)
            node = Node(tag, element, page) if tag else parent
            if tag:
                parent.kids.append(node)
            self._nodes[element] = node
        return node


def _is_repeated(node: Node, page: int) -> bool:
    """Whether a page shows again what an earlier page showed: the head of a table, unless it is set only once."""
    return node.tag == "THead" and node.page < page and node.says("class") != "once"
