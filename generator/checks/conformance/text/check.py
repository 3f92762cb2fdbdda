"""What EDGAR would say of an ASCII document, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.conformance.place import named
from generator.checks.conformance.rules import Finding
from generator.checks.conformance.text.lines import Line, lines_of
from generator.checks.conformance.text.rules import FOREIGN_CHARACTER, TEXT_RULES, WIDEST_TABLE, WIDEST_TEXT
from generator.checks.conformance.text.tables import TableWatch
from generator.checks.conformance.text.tags import check_tags, tags_in

BYTE_ORDER_MARK = "\ufeff"


def check_text(text: str, first: int = 1) -> Iterator[Finding]:
    """Every breach of section 5.2.1; `first` is the number of the first line."""
    if text.startswith(BYTE_ORDER_MARK):
        yield Finding(TEXT_RULES["ascii.byte_order_mark"], "the file begins with a byte-order mark")
        text = text[1:]
    watch = TableWatch()
    redlined: Line | None = None
    for line in lines_of(text, first):
        tags = tags_in(line)
        was_open = watch.is_open
        yield from check_characters(line)
        yield from check_tags(line, tags)
        yield from watch.take(line, tags)
        yield from check_width(line, was_open or watch.is_open)
        for tag in tags:
            if tag.name == "R":
                if tag.closing == (redlined is None):
                    said = "</R> closes nothing" if tag.closing else "<R> stands inside redlined matter"
                    yield Finding(TEXT_RULES["ascii.redline"], said, tag.span)
                redlined = None if tag.closing else line
    yield from watch.close()
    if redlined:
        yield Finding(TEXT_RULES["ascii.redline"], "<R> is never closed", redlined.span())


def check_characters(line: Line) -> Iterator[Finding]:
    """Characters that EDGAR does not take or does not show, and blanks that nobody sees (5.2.1.1)."""
    if not (line.text.isascii() and line.text.isprintable()) or "^" in line.text:
        foreign = list(FOREIGN_CHARACTER.finditer(line.text))
        if foreign:
            more = f", the first of {len(foreign)} such places on the line" if len(foreign) > 1 else ""
            said = f"{named(foreign[0].group()[0])} is not a character that EDGAR accepts{more}"
            yield Finding(TEXT_RULES["ascii.charset"], said, line.span(*foreign[0].span()))
        if (tab := line.text.find("\t")) >= 0:
            yield Finding(TEXT_RULES["ascii.tab"], "the line holds a tab", line.span(tab, tab + 1))
    if line.text.endswith(" "):
        end = len(line.text.rstrip(" "))
        yield Finding(TEXT_RULES["ascii.blank_at_end"], "the line ends in blanks", line.span(end))


def check_width(line: Line, in_table: bool) -> Iterator[Finding]:
    """Lines that are too long for where they stand (5.2.1.4); a form feed takes no room."""
    widest = WIDEST_TABLE if in_table else WIDEST_TEXT
    if len(line.text) <= widest or (length := len(line.text) - line.text.count("\f")) <= widest:
        return
    rule = TEXT_RULES["ascii.line_132" if in_table else "ascii.line_80"]
    where = "in a table" if in_table else "outside a table"
    yield Finding(rule, f"the line has {length} characters; {widest} is the most {where}", line.span(widest))
