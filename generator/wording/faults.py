"""Faults of wording templates at their place: the line is Jinja's, the columns are those of what was typed there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.diagnostics import Span

#: A tag or a comment; to the end of the template where it is not closed.
TAG = re.compile(r"\{\{.*?(?:\}\}|\Z)|\{%.*?(?:%\}|\Z)|\{#.*?(?:#\}|\Z)", re.DOTALL)


class Fault(NamedTuple):
    """What is wrong in a line of a template. `words` are those that are wrong, as they stand within a tag.

    No words stand for the first tag of the line, None for the line as a whole. `at` is where it starts and ends in the
    source, where that is known.
    """

    template: str
    line: int
    code: str
    message: str
    help: str
    words: str | None = ""
    at: tuple[int, int] | None = None


def placed(faults: Iterable[Fault], source: str) -> Iterator[tuple[Fault, Span]]:
    """Faults of one template, each with its span: words that are wrong twice in a line are marked one by one."""
    tags = [tag for tag in TAG.finditer(source) if not tag[0].startswith("{#")]
    seen: Counter[Fault] = Counter()
    for fault in faults:
        spans = [span for span in _spans(fault, tags, source) if span.line == fault.line]
        nth = seen[fault]
        seen[fault] += 1
        yield fault, spans[nth % len(spans)] if spans else Span(fault.line, 1, fault.line, 1)


def span_of(source: str, start: int, end: int) -> Span:
    """The lines and columns of a stretch of a text, both counted from 1."""
    first, last = source.rfind("\n", 0, start) + 1, source.rfind("\n", 0, end) + 1
    line = source.count("\n", 0, start) + 1
    return Span(line, start - first + 1, line + source.count("\n", start, end), end - last + 1)


def _spans(fault: Fault, tags: list[re.Match[str]], source: str) -> Iterator[Span]:
    """Where words stand within tags: names and their parts whole, whatever blanks are about their dots."""
    words = fault.words
    if fault.at:
        yield span_of(source, *fault.at)
    elif not words:
        yield from [span_of(source, *tag.span()) for tag in tags if words is not None]
    else:
        yield from (span_of(source, *found.span()) for found in _found(words, tags, source))


def _found(words: str, tags: list[re.Match[str]], source: str) -> Iterator[re.Match[str]]:
    pattern = r"\s*\.\s*".join(map(re.escape, words.split(".")))
    whole = re.compile(rf"(?<![\w.]){pattern}(?!\w)")
    for tag in tags:
        yield from whole.finditer(source, *tag.span())
