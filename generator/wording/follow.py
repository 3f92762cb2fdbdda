"""What can stand after a slot: a pattern for the beginning of all that a template may say next.

Why: a slot of any words could end at each word. Nearly all of these ends are ruled out by one look at what follows,
and the reading of long paragraphs takes a fraction of the time. A beginning is never too narrow: where it is not known,
anything may follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from jinja2 import nodes

from generator.wording import tokens as t
from generator.wording.joints import without_article
from generator.wording.matchers import BLANK, literal_parts, slot_pattern
from generator.wording.types import TYPES

#: The source of a pattern, or None where anything may stand.
Beginning: TypeAlias = str | None
#: What stands after the last words of a template: structure, or the end.
END = f"(?:[{t.BLOCK_STARTS}]|\\Z)"
#: So much of a template's own words is looked at, and so long may a pattern be.
_WORDS, _LONGEST = 8, 1500


class Beginnings:
    """The beginnings of the nodes of templates, each found once for all that may follow it."""

    def __init__(self, tree: Callable[[str], nodes.Template]) -> None:
        self.tree = tree
        self.known: dict[tuple[nodes.Node, Beginning], Beginning] = {}

    def of_all(self, body: Iterable[nodes.Node], after: Beginning) -> Beginning:
        """The beginning of some nodes one after the other, then of what is after them."""
        for node in reversed(list(body)):
            after = self.of(node, after)
        return after

    def of(self, node: nodes.Node, after: Beginning) -> Beginning:
        """The beginning of a node, and of what is after it where the node may say nothing."""
        key = (node, after)
        if key not in self.known:
            found = self._of(node, after)
            self.known[key] = found if found is None or len(found) <= _LONGEST else None
        return self.known[key]

    def of_turns(self, node: nodes.For, after: Beginning) -> Beginning:
        """What stands after a turn of a loop, and instead of the first: another turn, or what is after them all."""
        return _either([self.of_all(node.body, None), after])

    def _of(self, node: nodes.Node, after: Beginning) -> Beginning:
        match node:
            case nodes.TemplateData(data=data):
                return _of_words(data, after)
            case nodes.Output():
                return self.of_all(node.nodes, after)
            case nodes.Filter(name=name) if name in TYPES:
                return _of_slot(name, after)
            case nodes.Scope():
                return self.of_all(node.body, after)
            case nodes.Include(template=nodes.Const(value=name)):
                return self.of_all(self.tree(name).body, after)
            case nodes.If():
                branches = [node.body, *(one.body for one in node.elif_), node.else_]
                return _either([self.of_all(branch, after) for branch in branches])
            case nodes.For():
                return self.of_turns(node, after)
        return None


def _of_words(data: str, after: Beginning) -> Beginning:
    bare = without_article(data)
    parts = literal_parts(data if bare is None else bare)[:_WORDS]
    if any(part != BLANK for part in parts):
        return "".join(parts)
    if bare is not None:
        return _either(["".join(literal_parts(data)), after])
    if after is None:
        return BLANK if parts else None
    return "".join(parts) + after


def _of_slot(name: str, after: Beginning) -> Beginning:
    kind = TYPES[name]
    if kind.free:
        return f"[^{t.ANY_TOKEN}]"
    if kind.name != "marks":  # of which there may be none
        return f"(?:{slot_pattern(kind)})"
    return None if after is None else f"(?:{slot_pattern(kind)})(?:{after})"


def _either(beginnings: Iterable[Beginning]) -> Beginning:
    known = list(dict.fromkeys(beginnings))
    if any(one is None for one in known):
        return None
    return known[0] if len(known) == 1 else f"(?:{'|'.join(one for one in known if one is not None)})"
