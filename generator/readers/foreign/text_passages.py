"""Passages from lines of prose: by indentation, bullets, numbers and where lines end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.document.nodes import Align, Break, Inline, Inlines, Text
from generator.readers.foreign.pieces import Passage
from generator.readers.foreign.runs import settled
from generator.readers.foreign.text_lines import indent

WIDTH = 80
_BULLET = re.compile(r"\s*([•●▪■◦·])\s*(?=\S)|\s*(o|\*|-|--)\s{2,}(?=\S)")
_NUMBER = re.compile(r"\s*(\(?[0-9]{1,3}[.)]|\([a-z]{1,3}\)|[IVXLC]{1,6}\.|[A-Z]\.)\s{2,}(?=\S)")
_ITEM = re.compile(r"\s*(?:\(?[0-9]{1,2}[.)]|\([a-z]{1,2}\)|\*{1,5})\s(?=\S)")
_STOP = re.compile(r"[.:;,!?]['\")]?\Z")
#: How far a line may end before the margin and still be full.
_SLACK = 24


@dataclass(slots=True)
class _Open:
    """A passage that takes further lines: its mark, its lines, the column at which its words began."""

    mark: str
    column: int
    lines: list[str] = field(default_factory=list)
    indents: list[int] = field(default_factory=list)

    def take(self, line: str, at: int) -> None:
        self.lines.append(line[at:].rstrip())
        self.indents.append(at)


def passages_of(block: Sequence[str], width: int = WIDTH) -> Iterator[Passage]:
    """The passages that lines without an empty one between them show."""
    centred = _leading(block, lambda line: _is_centred(line, width))
    if centred:
        yield _set_apart(block[:centred], "center")
        block = block[centred:]
    right = _leading(block, lambda line: _is_right(line, width))
    if right:
        yield _set_apart(block[:right], "right")
        block = block[right:]
    groups = _grouped(block, width)
    for group in groups:
        yield _passage(group, alone=len(groups) == 1 and not centred, width=width)


def words_of(lines: Sequence[str], broken: bool = False) -> Inlines:
    """Lines as words: a line end is a blank, or a break where it was meant."""
    if not broken:
        return settled([Text(" ".join(lines))])
    children: list[Inline] = []
    for line in lines:
        children.extend([Break()] if children else [])
        children.append(Text(line))
    return settled(children)


def _leading(block: Sequence[str], holds: Callable[[str], bool]) -> int:
    count = 0
    while count < len(block) and holds(block[count]):
        count += 1
    return count


def _is_centred(line: str, width: int) -> bool:
    left, right = indent(line), width - len(line)
    return left >= 8 and abs(left - right) <= 4 and not _BULLET.match(line) and not _NUMBER.match(line)


def _is_right(line: str, width: int) -> bool:
    return indent(line) >= width // 2 and abs(width - len(line)) <= 2


def _set_apart(lines: Sequence[str], align: Align) -> Passage:
    words = words_of(lines, broken=True)
    text = " ".join(line.strip() for line in lines)
    short = len(lines) <= 3 and not _STOP.search(text)
    return Passage(words, align, display=True, apart=align == "center" and short)


def _grouped(block: Sequence[str], width: int) -> list[_Open]:
    groups: list[_Open] = []
    for line in block:
        found = _BULLET.match(line) or _NUMBER.match(line)
        if found:
            groups.append(_Open((found[1] or (found.lastindex == 2 and found[2]) or "").strip(), indent(line)))
            groups[-1].take(line, found.end())
        elif groups and not _begins(groups[-1], line, width):
            groups[-1].take(line, indent(line))
        else:
            groups.append(_Open("", indent(line)))
            groups[-1].take(line, indent(line))
    return groups


def _begins(last: _Open, line: str, width: int) -> bool:
    """Whether a line begins a passage of its own rather than running on."""
    at = indent(line)
    if _ITEM.match(line) and (last.mark or _ITEM.match(last.lines[0] + " ")):
        return True
    if len(last.lines) > 1:
        usual = last.indents[1]
        return at < usual - 2 if last.mark else at >= usual + 3
    if last.mark:
        return False
    first_word = len(line.split()[0])
    slack = width - (last.indents[0] + len(last.lines[0]) + 1 + first_word)
    return slack > (8 if at >= last.indents[0] + 3 else _SLACK) and at != last.indents[0]


def _passage(group: _Open, alone: bool, width: int) -> Passage:
    ends = [at + len(line) for at, line in zip(group.indents, group.lines, strict=True)]
    set_in_lines = len(ends) > 1 and not group.mark and all(end < width - _SLACK for end in ends)
    broken = set_in_lines and not any(line[:1].islower() for line in group.lines)
    words = words_of(group.lines, broken)
    text = " ".join(group.lines)
    short = len(group.lines) <= 2 and len(text) <= width and not _STOP.search(text)
    capitals = text.isupper() and len(text) > 3
    apart = alone and short and bool(capitals or (group.mark and not group.mark.islower()) or group.column >= 4)
    return Passage(words, "left", group.mark, display=capitals and short, apart=apart)
