"""The table tags of an ASCII document (Table 5-4, 5.2.1.4), followed line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.checks.conformance.rules import Finding
from generator.checks.conformance.text.columns import Part
from generator.checks.conformance.text.lines import Line
from generator.checks.conformance.text.rules import TABLE_TAGS, TEXT_RULES, WIDEST_TABLE
from generator.checks.conformance.text.tags import Tag, without_tags
from generator.diagnostics import Span


@dataclass(slots=True)
class OpenTable:
    """A table whose end has not come yet: where it began, its S and C tags, the part whose rows are read."""

    span: Span
    tags: int = 0
    part: Part | None = None


@dataclass(slots=True)
class TableWatch:
    """Takes the lines of a document in order and says what is wrong with its tables."""

    table: OpenTable | None = field(default=None)

    @property
    def is_open(self) -> bool:
        """Whether the next line stands inside a table."""
        return self.table is not None

    def take(self, line: Line, tags: list[Tag]) -> Iterator[Finding]:
        """The breaches that this line brings to light."""
        marks = [tag for tag in tags if tag.name in TABLE_TAGS]
        if not marks:
            if self.table and self.table.part and not tags:
                self.table.part.add(line)
            return
        yield from self._check_company(line, marks)
        for tag in marks:
            if tag.name == "TABLE":
                yield from self._close(tag) if tag.closing else self._open(tag)
            elif self.table is None:
                said = f"<{'/' * tag.closing}{tag.name}> stands outside a table"
                yield Finding(TEXT_RULES["ascii.table_tag_outside"], said, tag.span)
            elif tag.name in ("CAPTION", "FN"):
                yield from self._end_part()
            else:
                self.table.tags += 1
        columns = [tag for tag in marks if tag.name in ("S", "C")]
        if columns and self.table:
            yield from self._end_part()
            self.table.part = Part(line, [tag for tag in columns if tag.start < WIDEST_TABLE])

    def close(self) -> Iterator[Finding]:
        """The breach that the document's end brings to light."""
        if self.table:
            yield Finding(TEXT_RULES["ascii.table_nesting"], "<TABLE> is never closed", self.table.span)

    def _open(self, tag: Tag) -> Iterator[Finding]:
        if self.table:
            said = f"<TABLE> stands inside the table of line {self.table.span.line}"
            yield Finding(TEXT_RULES["ascii.table_nesting"], said, tag.span)
        else:
            self.table = OpenTable(tag.span)

    def _close(self, tag: Tag) -> Iterator[Finding]:
        if self.table is None:
            yield Finding(TEXT_RULES["ascii.table_nesting"], "</TABLE> closes no table", tag.span)
            return
        yield from self._end_part()
        if self.table.tags < 2:
            said = f"the table has {('no', 'only one')[self.table.tags]} <S> or <C>; two are the least"
            yield Finding(TEXT_RULES["ascii.table_two_sc"], said, self.table.span)
        self.table = None

    def _end_part(self) -> Iterator[Finding]:
        if self.table and self.table.part:
            yield from self.table.part.findings()
            self.table.part = None

    def _check_company(self, line: Line, marks: list[Tag]) -> Iterator[Finding]:
        """Tags that must have their line to themselves and have not; PAGE beside S and C is let pass."""
        if self.table is None and not any(tag.name == "TABLE" for tag in marks):
            return
        first = {tag.name: tag for tag in reversed(marks) if not tag.closing}
        alone = not without_tags(line.text).strip()
        for name, rule in (("CAPTION", "ascii.caption_own_line"), ("FN", "ascii.fn_own_line")):
            if name in first and not (alone and len(marks) == 1):
                yield Finding(TEXT_RULES[rule], f"<{name}> shares its line", first[name].span)
        column = first.get("S") or first.get("C")
        if column and not (alone and first.keys() <= {"S", "C"}):
            said = "the line of <S> and <C> tags holds other words"
            yield Finding(TEXT_RULES["ascii.sc_own_line"], said, column.span)
