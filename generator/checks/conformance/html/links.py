"""Where links and images lead (5.2.2.1, 5.2.2.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from generator.charrefs import unescaped
from generator.checks.conformance.html.rules import HTML_RULES
from generator.checks.conformance.html.tokens import Attribute, Tag
from generator.checks.conformance.names import is_attachable, suffix
from generator.checks.conformance.place import Places
from generator.checks.conformance.rules import Finding

_ARCHIVE = re.compile(r"https?://www\.sec\.gov/(?:ix\?doc=/)?Archives/edgar/data/", re.IGNORECASE)
_SCRIPT = re.compile(r"(?:java|vb|live)script:|data:", re.IGNORECASE)
_DOCUMENTS = frozenset({"htm", "txt", "pdf"})
_IMAGES = frozenset({"jpg", "gif"})


@dataclass(slots=True)
class LinkWatch:
    """Takes the tags of a document in order and says which links and images EDGAR refuses."""

    places: Places
    anchors: set[str] = field(default_factory=set)
    fragments: list[tuple[str, Attribute]] = field(default_factory=list)

    def take(self, tag: Tag) -> Iterator[Finding]:
        """The breaches of this tag; links within the document wait for its end."""
        if tag.closing:
            return
        for attribute in tag.attributes:
            if attribute.name == "id" or (attribute.name == "name" and tag.name == "a"):
                self.anchors.add(unescaped(attribute.value))
            elif attribute.name == "href" and tag.name == "a":
                yield from self._check_link(attribute)
            elif attribute.name == "src" and tag.name == "img":
                yield from self._check_image(attribute)

    def close(self) -> Iterator[Finding]:
        """The links that find no anchor."""
        for fragment, attribute in self.fragments:
            if not {fragment, unquote(fragment)} & self.anchors:
                yield self._finding("html.links_resolve", f"nothing is named {fragment!r}", attribute)

    def _check_link(self, attribute: Attribute) -> Iterator[Finding]:
        target = unescaped(attribute.value).strip()
        if _SCRIPT.match(re.sub(r"\s", "", target)):
            yield self._finding("html.active_content", f"the link leads to {_short(target)}", attribute)
        elif target.startswith("#"):
            if len(target) > 1:
                self.fragments.append((target[1:], attribute))
        elif _ARCHIVE.match(target):
            if not target.lower().startswith("https"):
                yield self._finding("html.sec_link_https", "the link begins with http", attribute)
        else:
            name = target.partition("#")[0]
            if not (is_attachable(name) and suffix(name) in _DOCUMENTS):
                yield self._finding("html.external_reference", f"the link leads to {_short(target)}", attribute)

    def _check_image(self, attribute: Attribute) -> Iterator[Finding]:
        name = unescaped(attribute.value).strip()
        if not (is_attachable(name) and suffix(name) in _IMAGES):
            said = f"{_short(name)} is not the name of an attached .jpg or .gif file"
            yield self._finding("html.images", said, attribute)

    def _finding(self, rule: str, said: str, attribute: Attribute) -> Finding:
        return Finding(HTML_RULES[rule], said, self.places.span(attribute.start, attribute.end))


def _short(target: str) -> str:
    """A target as a message quotes it."""
    return repr(target if len(target) <= 60 else target[:57] + "...")
