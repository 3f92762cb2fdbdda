"""How deep a heading stands below those that are shown: what tags say of it, for in tags no level may be skipped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from generator.document.nodes import Block, Heading, Inlines, List, PageBreak, Paragraph, Table, Title


@dataclass(frozen=True, slots=True)
class RankedHeading:
    """A heading with its rank: 1 under no other heading, else one more than that of the heading it stands under."""

    level: int
    children: Inlines
    number: str
    rank: int

    @property
    def skipped(self) -> int:
        """How many levels above its own no heading shows: as many elements stand around it, so that a reader knows.

        Why elements around it, not a type of our own that is mapped to a standard one: pdfium, which reads tags back,
        tells what a type is mapped to and not the type.
        """
        return self.level - self.rank


RankedBlock: TypeAlias = Title | RankedHeading | Paragraph | List | Table | PageBreak


def ranks(levels: Iterable[int]) -> Iterator[int]:
    """The rank of each heading, by the levels of a document's headings in reading order.

    A heading stands under the last one before it of a level above its own, unless another of a level as high has come
    between. The first rank is 1, none is more than one above the rank before it (ISO 14289-1, 7.4.2), and where no
    level is skipped each is the level itself.
    """
    above: list[int] = []
    for level in levels:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        yield len(above)


def ranked(blocks: tuple[Block, ...]) -> Iterator[RankedBlock]:
    """A document's blocks, its headings with their ranks."""
    rank = ranks(block.level for block in blocks if isinstance(block, Heading))
    for block in blocks:
        if isinstance(block, Heading):
            yield RankedHeading(block.level, block.children, block.number, next(rank))
        else:
            yield block
