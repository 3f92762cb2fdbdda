"""Words without which a template cannot have said a block: a cheap test before any reading.

Why: a supplement's blocks are held against every template there is, and nearly all of them fail at once here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from jinja2 import nodes

from generator.document.ascii import spelling
from generator.wording import tokens as t
from generator.wording.joints import certain

#: Conditions that all must hold: of each, at least one of the words must stand in the block.
Needs: TypeAlias = tuple[tuple[str, ...], ...]
Tree: TypeAlias = Callable[[str], nodes.Template]
_Found: TypeAlias = tuple[list[tuple[str, ...]], bool]

#: The tokens that begin a block of the document.
STARTS = "".join(
    (t.TITLE, t.HEADING_1, t.HEADING_2, t.HEADING_3, t.PARAGRAPH, t.CENTERED, t.RIGHT, t.BULLET, t.DECIMAL)
) + "".join((t.ALPHA, t.ROMAN, t.PLAIN, t.CAPTION, t.TABLE, t.PAGE))
_START = re.compile(f"[{STARTS}]")
_MARK = re.compile(f"[{t.ANY_TOKEN}]")
#: Words shorter than this are in every block.
_SHORTEST = 3


def may_stand(needs: Needs, text: str, at: int) -> bool:
    """Whether the block at a position has the words that are needed."""
    if not needs:
        return True
    end = block_end(text, at)
    for words in needs:  # plain loops: no other lines run as often
        for word in words:
            if text.find(word, at, end) >= 0:
                break
        else:
            return False
    return True


@lru_cache(maxsize=256)
def block_end(text: str, at: int) -> int:
    """Where the block at a position ends; asked for again by every template."""
    following = _START.search(text, at + 1)
    return following.start() if following else len(text)


class Needed:
    """The words that the nodes of templates need, each node's found once: a choice asks for those of all within it."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.known: dict[tuple[nodes.Node, bool], _Found] = {}

    def words(self, body: list[nodes.Node]) -> Needs:
        """The words that the first block must have which some nodes of a template say."""
        return tuple(dict.fromkeys(self.of_all(body)[0]))

    def of_all(self, body: list[nodes.Node], begun: bool = False) -> _Found:
        """The needs of the first block, and whether that block ends within the nodes."""
        needs: list[tuple[str, ...]] = []
        for node in body:
            more, ended = self.of(node, begun)
            needs += more
            if ended:
                return needs, True
            begun = True
        return needs, False

    def of(self, node: nodes.Node, begun: bool) -> _Found:
        """The needs of a node, which begins the block or stands in one that is begun."""
        key = (node, begun)
        if key not in self.known:
            self.known[key] = self._of(node, begun)
        return self.known[key]

    def _of(self, node: nodes.Node, begun: bool) -> _Found:
        match node:
            case nodes.TemplateData(data=data):
                first, *rest = _START.split(certain(data))
                if rest and not begun and not first.strip():
                    first, *rest = rest
                word = _longest(first)
                return [(word,)] if word else [], bool(rest)
            case nodes.Output():
                return self.of_all(list(node.nodes), begun)
            case nodes.Scope():
                return self.of_all(node.body, begun)
            case nodes.Include(template=nodes.Const(value=name)):
                return self.of_all(self.tree(name).body, begun)
            case nodes.If():
                branches = [node.body, *(one.body for one in node.elif_), node.else_]
                return _either([self.of_all(branch, begun) for branch in branches])
            case nodes.For():
                return [], self.of_all(node.body, True)[1]
        return [], False


def _either(branches: list[_Found]) -> _Found:
    """The needs of a choice: one word of the best need of each branch, where all have one."""
    ended = any(end for _, end in branches)
    if not all(needs for needs, _ in branches):
        return [], ended
    best = [max(needs, key=lambda words: min(map(len, words))) for needs, _ in branches]
    return [tuple(word for words in best for word in words)], ended


def _longest(data: str) -> str:
    """The longest run of words that every format shows as it is."""
    plain = "".join(c if spelling(c) == c or c.isspace() else "\n" for c in _MARK.sub("\n", data))
    runs = (" ".join(run.split()) for run in plain.split("\n"))
    longest = max(runs, key=len, default="")
    return longest if len(longest) >= _SHORTEST else ""
