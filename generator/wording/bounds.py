"""How large a wording template may be with all that it includes: what is beyond would be read backwards for ever."""

from __future__ import annotations

from typing import NoReturn

from jinja2 import TemplateSyntaxError, nodes

from generator.wording.environment import Wording

#: The most parts, levels within each other, and loops within each other. Of the shipped: 3,400, 14 and 2.
MOST_PARTS, DEEPEST, MOST_LOOPS = 20_000, 60, 4


def check_bounds(wording: Wording, name: str) -> None:
    """TemplateSyntaxError where a template is larger than can be worked with, or includes itself."""
    _Measure(wording, name).walk(wording.tree(name), 0, 0)


class _Measure:
    """One walk through a template and what it includes, which ends where a bound is passed."""

    def __init__(self, wording: Wording, name: str) -> None:
        self.wording, self.name, self.parts = wording, name, 0

    def walk(self, node: nodes.Node, depth: int, loops: int) -> None:
        """Counts a node and those below it."""
        self.parts += 1
        loops += isinstance(node, nodes.For)
        line = getattr(node, "lineno", None) or 1
        if depth > DEEPEST:
            self.refuse(line, f"it is nested more than {DEEPEST} levels deep, or includes itself")
        if loops > MOST_LOOPS:
            self.refuse(line, f"more than {MOST_LOOPS} loops stand within each other")
        if self.parts > MOST_PARTS:
            self.refuse(line, f"it has more than {MOST_PARTS:,} parts, with what it includes")
        match node:
            case nodes.Include(template=nodes.Const(value=str() as other)) if self.wording.loader.path_of(other):
                self.walk(self.wording.tree(other), depth + 1, loops)
            case _:
                for child in node.iter_child_nodes():
                    self.walk(child, depth + 1, loops)

    def refuse(self, line: int, message: str) -> NoReturn:
        """Ends the walk."""
        raise TemplateSyntaxError(message, line, self.name)
