"""Which tags are left open, and which end tags close nothing.

Why: EDGAR does not check the order of tags other than TABLE (5.2.2.10), but a reader of the page depends on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.checks.conformance.html.allowed import END_OPTIONAL, WITHOUT_END
from generator.checks.conformance.html.tokens import Tag


@dataclass(slots=True)
class OpenTags:
    """The tags that are open at a place of the source, and the strays met on the way there."""

    stack: list[Tag] = field(default_factory=list)
    depth: Counter[str] = field(default_factory=Counter)
    strays: list[Tag] = field(default_factory=list)

    def take(self, tag: Tag) -> None:
        """Opens or closes a tag; an end tag without a start is a stray."""
        if tag.name in WITHOUT_END or tag.name == "r":
            return
        if not tag.closing:
            self.stack.append(tag)
            self.depth[tag.name] += 1
        elif not self.depth[tag.name]:
            if tag.name not in END_OPTIONAL:
                self.strays.append(tag)
        else:
            self._close(tag)

    def left(self) -> Iterator[Tag]:
        """Every stray, and at the document's end every tag that is still open and must not be."""
        yield from self.strays
        yield from (tag for tag in self.stack if tag.name not in END_OPTIONAL)

    def _close(self, tag: Tag) -> None:
        """Pops down to the tag's start; what stood open above it is a stray."""
        while (top := self.stack.pop()).name != tag.name:
            self.depth[top.name] -= 1
            if top.name not in END_OPTIONAL:
                self.strays.append(top)
        self.depth[tag.name] -= 1
