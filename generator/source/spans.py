"""Content paths such as `changes[0].content[1].fee_table.rows[2].A`, and the place of each in its file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from generator.diagnostics import Span
from generator.patterns import late
from generator.source.nodes import Mapping, Scalar, Sequence, SourceNode

Step: TypeAlias = str | int
_PLAIN_KEY = late(r"[^\W\d][\w-]*")
_STEP = late(r'\[(?P<index>\d+)\]|\[(?P<quoted>"(?:[^"\\]|\\.)*")\]|\.?(?P<key>[^.\[\]]+)')


def path_of(steps: Iterable[Step]) -> str:
    """The path that keys and positions spell; a key that is no plain word stands as `["its text"]`."""
    parts: list[str] = []
    for step in steps:
        if isinstance(step, int):
            parts.append(f"[{step}]")
        elif _PLAIN_KEY.fullmatch(step):
            parts.append(f".{step}" if parts else step)
        else:
            parts.append(f"[{json.dumps(step, ensure_ascii=False)}]")
    return "".join(parts)


def steps_of(path: str) -> list[Step]:
    """The keys and positions that a path spells. `steps_of(path_of(steps)) == steps`."""
    steps: list[Step] = []
    for match in _STEP.finditer(path):
        if match["index"]:
            steps.append(int(match["index"]))
        else:
            steps.append(str(json.loads(match["quoted"])) if match["quoted"] else match["key"])
    return steps


@dataclass(frozen=True, slots=True)
class Spot:
    """A node, the key that it stands under, and the steps that lead to it."""

    node: SourceNode
    key: Scalar | None = None
    steps: tuple[Step, ...] = ()

    def child(self, step: Step) -> Spot | None:
        """The spot one step further in, where the source has one."""
        if isinstance(self.node, Sequence) and isinstance(step, int) and 0 <= step < len(self.node.items):
            return Spot(self.node.items[step], None, (*self.steps, step))
        if step == 0 and isinstance(step, int) and not isinstance(self.node, Sequence):
            return self  # a bare value stands for a list of one
        if isinstance(self.node, Mapping):
            if entry := self.node.entry(str(step)):
                return Spot(entry[1], entry[0], (*self.steps, entry[0].text))
            if len(self.node.entries) == 1:
                return self._through(*self.node.entries[0], str(step))
        return None

    def _through(self, kind: Scalar, content: SourceNode, key: str) -> Spot | None:
        """The step below the only key of a mapping: `- fee_table: {rows: …}` may be spoken of as `rows`."""
        inner = content.entry(key) if isinstance(content, Mapping) else None
        return Spot(inner[1], inner[0], (*self.steps, kind.text, inner[0].text)) if inner else None

    def towards(self, steps: Iterable[Step]) -> Spot:
        """The spot that the steps lead to, or the last one on the way."""
        spot = self
        for step in steps:
            inner = spot.child(step)
            if inner is None:
                break
            spot = inner
        return spot

    @property
    def head(self) -> Span:
        """The place to point at when something is missing from the node: its key, else where it begins."""
        if self.key:
            return self.key.span
        if isinstance(self.node, Mapping) and self.node.entries and not self.node.flow:
            return self.node.entries[0][0].span
        return self.node.span


@dataclass(frozen=True, slots=True)
class Spans:
    """The places of content paths in one file. A path that the source does not have is at its nearest ancestor."""

    root: SourceNode

    def spot(self, path: str) -> Spot:
        """The node that a path leads to, or the last one on the way."""
        return Spot(self.root).towards(steps_of(path))

    def value(self, path: str) -> Span:
        """The place of the value at a path."""
        return self.spot(path).node.span

    def key(self, path: str) -> Span:
        """The place of the key at a path; of the value where it has no key, as in a list."""
        spot = self.spot(path)
        return spot.key.span if spot.key else spot.node.span
