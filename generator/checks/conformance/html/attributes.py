"""Which attributes stand on which tags (5.2.2.5), and what is banned by name or could run."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.charrefs import unescaped
from generator.checks.conformance.html.allowed import BODY_TAGS, HEADER_TAGS, LISTED_ATTRIBUTES, NAMED_ATTRIBUTES
from generator.checks.conformance.html.rules import HTML_RULES
from generator.checks.conformance.html.tokens import Attribute, Tag
from generator.checks.conformance.place import Places
from generator.checks.conformance.rules import Finding

#: Style that runs: an expression, a behaviour, a script address (5.2.2.10).
_RUNS = re.compile(r"expression\s*\(|behaviou?r\s*:|-moz-binding|(?:java|vb)script\s*:", re.IGNORECASE)
_FETCHES = re.compile(r"url\s*\(|@import", re.IGNORECASE)


@dataclass(slots=True)
class AttributeWatch:
    """Takes the tags of a document in order and says what is wrong with their attributes."""

    places: Places
    unlisted: Counter[tuple[str, str]] = field(default_factory=Counter)
    first: dict[tuple[str, str], Attribute] = field(default_factory=dict)

    def take(self, tag: Tag) -> Iterator[Finding]:
        """The breaches of this tag; pairs outside the manual's table are kept for the end."""
        if tag.closing:
            return
        for attribute in tag.attributes:
            pair = (tag.name, attribute.name)
            if pair in NAMED_ATTRIBUTES:
                said = f"<{tag.name}> has {attribute.name}, which EDGAR does not support"
                yield self._finding("html.attributes_named", said, attribute)
            elif attribute.name.startswith("on"):
                said = f"{attribute.name} is an event handler"
                yield self._finding("html.active_content", said, attribute)
            elif pair not in LISTED_ATTRIBUTES and tag.name in HEADER_TAGS | BODY_TAGS:
                self.unlisted[pair] += 1
                self.first.setdefault(pair, attribute)
            if attribute.name == "style":
                yield from self._check_style(attribute)

    def close(self) -> Iterator[Finding]:
        """The pairs outside the table, one finding for each: accepted filings are full of them."""
        for (tag, name), count in self.unlisted.items():
            more = f", the first of {count}" if count > 1 else ""
            said = f"{name} on <{tag}> is not in the manual's table of attributes{more}"
            yield self._finding("html.attributes_listed", said, self.first[tag, name])

    def _check_style(self, attribute: Attribute) -> Iterator[Finding]:
        style = unescaped(attribute.value)
        if found := _RUNS.search(style):
            yield self._finding("html.active_content", f"the style holds {found.group()!r}", attribute)
        elif found := _FETCHES.search(style):
            yield self._finding("html.style_reference", f"the style holds {found.group()!r}", attribute)

    def _finding(self, rule: str, said: str, attribute: Attribute) -> Finding:
        return Finding(HTML_RULES[rule], said, self.places.span(attribute.start, attribute.end))
