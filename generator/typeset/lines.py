"""Words as lines: where each line ends, and where every word of it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf

from generator.typeset.style import Style
from generator.typeset.words import Word, broken, reach

#: Blanks of justified lines may shrink by so much of their width.
SHRINK = 0.16
#: Lines with wider blanks are looked at only where there is no other way, as multiples of a blank.
LOOSE = 2.0
#: So many points beside its line nobody sees, and kerning may take: no word is broken for them.
HAIR = 0.5
#: What rounding may add to the width of a line.
SLIVER = 0.001


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its words, where the first begins, how far its baseline is below its top, its height.

    `stretch` is what each blank is wider than by itself; `glued` says that no blank follows the last word.
    """

    words: Sequence[Word]
    x: float
    stretch: float
    baseline: float
    height: float
    glued: bool


def lines_of(words: list[Word], style: Style, x: float, room: float) -> list[Line]:
    """The lines of words in a column that begins at `x` and is `room` wide, in points."""
    fitting: list[Word] = []
    for word in words:
        fitting += broken(word, room) if word.width > room + HAIR and word.may_break else [word]
    lines: list[Line] = []
    for asked in _asked_for(fitting):
        indent = 0.0 if lines else style.text_indent
        ends = _even_ends(asked, room, indent) if style.text_align == "justify" else _ends(asked, room, indent)
        for start, end in zip([0, *ends], ends, strict=False):
            hung = 0.0 if start else indent
            glued = end == len(asked) or asked[end].glued
            lines.append(_line(asked[start:end], style, x + hung, room - hung, end == len(asked), glued))
    return lines


def _asked_for(words: list[Word]) -> Iterator[list[Word]]:
    """The words between two line ends that are asked for."""
    start = 0
    for at, word in enumerate(words, 1):
        if word.ends_line or at == len(words):
            yield words[start:at]
            start = at


def _blanks(words: Sequence[Word]) -> list[float]:
    """The blank before each word; none before the first, or the rest of a broken word."""
    return [0.0 if not at or word.glued else words[at - 1].blank for at, word in enumerate(words)]


def _ends(words: list[Word], room: float, indent: float) -> list[int]:
    """After how many words lines end when each takes all that it can."""
    ends: list[int] = []
    free = room - indent + SLIVER
    used, begun = 0.0, 0
    for at, (word, blank) in enumerate(zip(words, _blanks(words), strict=True)):
        if at > begun and used + blank + word.width > free:
            ends.append(at)
            used, begun, free = 0.0, at, room + SLIVER
        used += word.width + (blank if at > begun else 0.0)
    return [*ends, len(words)]


def _even_ends(words: list[Word], room: float, indent: float) -> list[int]:
    """After how many words lines end so that all blanks together are stretched least.

    Of all ways to end the lines the one of the least cost (Knuth and Plass, Breaking paragraphs into lines, 1981,
    without hyphens).
    """
    blanks, count = _blanks(words), len(words)
    reached = [0.0, *accumulate(word.width + blank for word, blank in zip(words, blanks, strict=True))]
    blank_sums = [0.0, *accumulate(blanks)]
    costs, before = [0.0] + [inf] * count, [0] * (count + 1)
    for start in range(count):
        if costs[start] == inf:
            continue
        free = room if start else room - indent
        skipped = blanks[start]
        last = bisect_right(reached, reached[start] + skipped + free * (1 + SHRINK / 4) + SLIVER) - 1
        for end in range(max(last, start + 1), start, -1):
            between = blank_sums[end] - blank_sums[start] - skipped
            spare = free - (reached[end] - reached[start] - skipped)
            if spare < -between * SHRINK - SLIVER and end > start + 1:
                continue
            cost = costs[start] + _cost(spare, between, end == count)
            if cost < costs[end]:
                costs[end], before[end] = cost, start
            if spare > between * LOOSE:
                break
    ends = [count]
    while before[ends[0]]:
        ends.insert(0, before[ends[0]])
    return ends


def _cost(spare: float, blanks: float, is_last: bool) -> float:
    """What a line costs: little where it may end short, else by how much its blanks are stretched or shrunk."""
    if is_last and spare >= 0:
        return 1.0
    ratio = spare / blanks if blanks else 12.0
    return (1.0 + 10.0 * abs(ratio) ** 3 * (8.0 if ratio < 0 else 1.0)) ** 2


def _line(words: list[Word], style: Style, x: float, room: float, is_last: bool, glued: bool) -> Line:
    blanks = _blanks(words)
    spare = room - sum(word.width for word in words) - sum(blanks)
    stretch = 0.0
    gaps = sum(blank > 0 for blank in blanks)
    if gaps and (spare < 0 or (style.text_align == "justify" and not is_last)):
        stretch, spare = spare / gaps, 0.0
    shift = {"right": spare, "center": spare / 2}.get(style.text_align, 0.0)
    above, below = reach(style)
    for part in (part for word in words for part in word.parts if part.style is not style):
        higher, lower = reach(part.style, part)
        above, below = max(above, higher), max(below, lower)
    return Line(words, x + shift, stretch, above, above + below, glued)
