"""The tag tree as text: what a screen reader is told, in a form to read and to compare."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.document.canonical import canonical_text
from generator.readers.pdf.tree import Element


def print_tags(root: Element) -> str:
    """A line for each element, indented, with its name, attributes and words.

    Runs of text are put together, so that the dump does not change when lines break elsewhere.
    """
    return "\n".join(_lines(root, 0)) + "\n"


def _lines(element: Element, depth: int) -> Iterator[str]:
    kids = [kid for kid in element.kids if kid.tag != "Span"]
    words = _words(element)
    facts = [f"#{element.name}"] if element.name else []
    facts += [f"{name}={json.dumps(value)}" for name, value in sorted(element.attributes.items())]
    facts += [json.dumps(words, ensure_ascii=False)] if words else []
    yield "  " * depth + " ".join([element.tag or "(empty)", *facts])
    for kid in kids:
        yield from _lines(kid, depth + 1)


def _words(element: Element) -> str:
    """The words of an element's own runs of text, those of other elements in it left out."""
    spans = [kid for kid in element.kids if kid.tag == "Span"]
    return canonical_text(" ".join("".join(part.text.strip() for part in span.kids) or span.text for span in spans))
