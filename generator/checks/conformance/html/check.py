"""What EDGAR would say of a plain HTML document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.checks.conformance.html.attributes import AttributeWatch
from generator.checks.conformance.html.elements import ElementWatch
from generator.checks.conformance.html.links import LinkWatch
from generator.checks.conformance.html.references import check_references
from generator.checks.conformance.html.rules import HTML_RULES
from generator.checks.conformance.html.tokens import Stretch, Tag, tokens
from generator.checks.conformance.place import Places, named
from generator.checks.conformance.rules import Finding

#: Neither 7-bit text (5.2.2.6) nor a control that Table 5-1 goes with (5.2.1.1).
_FOREIGN = re.compile(r"[^\t\n\f\r\x20-\x7E]")
_DECLARED = re.compile(r"<!\s*(doctype|element|entity)", re.IGNORECASE)
_ROOT = re.compile(r"<html\b", re.IGNORECASE)
#: A document whose root declares this namespace is Inline XBRL and follows section 5.2.5.
_INLINE = re.compile(r"<html\b[^>]*\bhttps?://www\.xbrl\.org/2013/inlineXBRL", re.IGNORECASE)


def is_inline(source: str) -> bool:
    """Whether the document is Inline XBRL."""
    root = _ROOT.search(source)
    return root is not None and _INLINE.match(source, root.start()) is not None


def check_html(source: str, first: int = 1) -> Iterator[Finding]:
    """Every breach of section 5.2.2; `first` is the number of the first line."""
    places = Places(source, first)
    yield from check_characters(source, places)
    if is_inline(source):
        yield Finding(HTML_RULES["html.inline"], "the document is Inline XBRL", places.span(0, 0))
        return
    elements, attributes, links = ElementWatch(places), AttributeWatch(places), LinkWatch(places)
    for token in tokens(source):
        if isinstance(token, Tag):
            yield from elements.take(token)
            yield from attributes.take(token)
            yield from links.take(token)
        elif token.kind == "text":
            yield from check_references(source, token, places)
        elif token.kind == "declaration":
            yield from check_declaration(source, token, places)
    yield from elements.close()
    yield from attributes.close()
    yield from links.close()


def check_characters(source: str, places: Places) -> Iterator[Finding]:
    """The first foreign character and the first circumflex of each line."""
    if not source.isascii() or _FOREIGN.search(source):
        yield from _once_a_line(source, _FOREIGN, "html.bytes", "{} is not 7-bit text", places)
    if "^" in source:
        yield from _once_a_line(source, re.compile(r"\^"), "html.caret", "{} is not in the manual's table", places)


def _once_a_line(source: str, pattern: re.Pattern[str], rule: str, said: str, places: Places) -> Iterator[Finding]:
    found = [(places.span(*match.span()), match.group()) for match in pattern.finditer(source)]
    count = Counter(span.line for span, _ in found)
    seen: set[int] = set()
    for span, character in found:
        if span.line not in seen:
            seen.add(span.line)
            more = f", the first of {count[span.line]} on the line" if count[span.line] > 1 else ""
            yield Finding(HTML_RULES[rule], said.format(named(character)) + more, span)


def check_declaration(source: str, token: Stretch, places: Places) -> Iterator[Finding]:
    """DOCTYPE, ELEMENT and ENTITY (5.2.2.4)."""
    declared = _DECLARED.match(source, token.start)
    if declared:
        name = declared.group(1).upper()
        rule = "html.doctype" if name == "DOCTYPE" else "html.declaration"
        yield Finding(HTML_RULES[rule], f"the document declares {name}", places.span(token.start, token.end))
