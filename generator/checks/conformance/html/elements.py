"""Which tags a document uses, and how they lie in each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.checks.conformance.html.allowed import ACTIVE_TAGS, ALLOWED_TAGS, ASCII_TAGS, NAMED_TAGS
from generator.checks.conformance.html.rules import HTML_RULES
from generator.checks.conformance.html.tag_order import OpenTags
from generator.checks.conformance.html.tokens import Tag
from generator.checks.conformance.place import Places
from generator.checks.conformance.rules import Finding
from generator.diagnostics import Span


@dataclass(slots=True)
class ElementWatch:
    """Takes the tags of a document in order and says what is wrong with their names and nesting."""

    places: Places
    open_tags: OpenTags = field(default_factory=OpenTags)
    tables: list[Tag] = field(default_factory=list)
    redlined: Tag | None = None

    def take(self, tag: Tag) -> Iterator[Finding]:
        """The breaches that this tag brings to light. An end tag repeats none of its start tag's."""
        if tag.name not in ALLOWED_TAGS:
            if not tag.closing:
                yield self._refused(tag)
            return
        self.open_tags.take(tag)
        if tag.name == "table":
            yield from self._take_table(tag)
        elif tag.name == "r":
            yield from self._take_redline(tag)

    def close(self) -> Iterator[Finding]:
        """The breaches that the document's end brings to light: open tags, one finding for each name."""
        strays: dict[tuple[str, bool], list[Tag]] = {}
        for tag in self.open_tags.left():
            strays.setdefault((tag.name, tag.closing), []).append(tag)
        for (name, closing), tags in strays.items():
            said = f"</{name}> closes nothing" if closing else f"<{name}> is not closed where it should be"
            more = f", the first of {len(tags)} such" if len(tags) > 1 else ""
            first = min(tags, key=lambda tag: tag.start)
            yield Finding(HTML_RULES["html.tag_order"], said + more, self._span(first))
        if self.redlined:
            yield Finding(HTML_RULES["html.redline"], "<R> is never closed", self._span(self.redlined))

    def _refused(self, tag: Tag) -> Finding:
        """The rule that the tag breaks; each tag breaks one."""
        if tag.name in ACTIVE_TAGS:
            return self._finding("html.active_content", f"<{tag.name}> is active content", tag)
        if tag.name in ASCII_TAGS:
            return self._finding("html.ascii_tags", f"<{tag.name}> belongs to ASCII documents", tag)
        if tag.name in NAMED_TAGS:
            return self._finding("html.tags_named", f"<{tag.name}> is named among the tags that suspend", tag)
        return self._finding("html.tags", f"<{tag.name}> is not among the tags that EDGAR accepts", tag)

    def _take_table(self, tag: Tag) -> Iterator[Finding]:
        if tag.closing:
            if self.tables:
                self.tables.pop()
            return
        if self.tables:
            outer = self._span(self.tables[-1]).line
            yield self._finding("html.nested_table", f"<table> stands inside the table of line {outer}", tag)
        self.tables.append(tag)

    def _take_redline(self, tag: Tag) -> Iterator[Finding]:
        if tag.closing == (self.redlined is None):
            said = "</R> closes nothing" if tag.closing else "<R> stands inside redlined matter"
            yield self._finding("html.redline", said, tag)
        self.redlined = None if tag.closing else tag

    def _finding(self, rule: str, said: str, tag: Tag) -> Finding:
        return Finding(HTML_RULES[rule], said, self._span(tag))

    def _span(self, tag: Tag) -> Span:
        return self.places.span(tag.start, tag.end)
