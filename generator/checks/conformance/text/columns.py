"""The columns that a line of S and C tags cuts, and the rows below it (5.2.1.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.checks.conformance.rules import Finding
from generator.checks.conformance.text.lines import Line
from generator.checks.conformance.text.rules import TEXT_RULES
from generator.checks.conformance.text.tags import Tag


@dataclass(slots=True)
class Part:
    """One line of tags and the rows down to the next presentation tag."""

    line: Line
    tags: list[Tag]
    rows: list[Line] = field(default_factory=list)

    def add(self, line: Line) -> None:
        """Takes one more row; a blank line is none."""
        if line.text.strip():
            self.rows.append(line)

    def findings(self) -> Iterator[Finding]:
        """What is wrong with the place of each tag, seen from the rows."""
        if not self.rows:
            said = "no row of data follows the line of <S> and <C> tags"
            yield Finding(TEXT_RULES["ascii.sc_before_data"], said, self.line.span())
        ends = [tag.start for tag in self.tags[1:]] + [max(map(len, (row.text for row in self.rows)), default=0)]
        for tag, end in zip(self.tags, ends, strict=bool(self.tags)):  # none where all stand beyond the widest table
            crossed = [row for row in self.rows if _is_crossed(row, tag)]
            if crossed and tag.name == "C":
                said = f"the character left of this <C> is not blank in {_rows(len(crossed))}"
                where = crossed[0].span(tag.start - 1, tag.start)
                yield Finding(TEXT_RULES["ascii.blank_left_of_c"], f"{said} from here on", where)
            elif not crossed:
                yield from self._misaligned(tag, end)

    def _misaligned(self, tag: Tag, end: int) -> Iterator[Finding]:
        entries = [text for row in self.rows if (text := row.text[tag.start : end].rstrip())]
        gap = min((len(entry) - len(entry.lstrip()) for entry in entries), default=0)
        if gap:
            said = f"the leftmost entry below this <{tag.name}> starts {gap} characters to its right"
            yield Finding(TEXT_RULES["ascii.sc_alignment"], said.replace("1 characters", "1 character"), tag.span)


def _is_crossed(row: Line, tag: Tag) -> bool:
    """Whether words stand just left of the tag's column."""
    return tag.start > 0 and row.text[tag.start - 1 : tag.start].strip() != ""


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count} rows"
