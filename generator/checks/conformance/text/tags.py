"""What looks like a tag in an ASCII document (5.2.1.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.conformance.rules import Finding
from generator.checks.conformance.text.lines import Line
from generator.checks.conformance.text.rules import TABLE_TAGS, TEXT_RULES, TEXT_TAGS
from generator.diagnostics import Span

_BRACKETS = re.compile(r"<([^<>]*)>")
_TAG = re.compile(r"/?[A-Za-z][A-Za-z0-9-]*")
_LIKE_A_TAG = re.compile(r"[/!?]?[A-Za-z]")
_KNOWN = TEXT_TAGS | TABLE_TAGS


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of Tables 5-3 and 5-4 where it stands, its name in capitals."""

    name: str
    closing: bool
    start: int
    span: Span


def tags_in(line: Line) -> list[Tag]:
    """The tags that EDGAR knows, in order."""
    if "<" not in line.text:
        return []
    return [
        Tag(name, match.group(1).startswith("/"), match.start(), line.span(*match.span()))
        for match in _BRACKETS.finditer(line.text)
        if _TAG.fullmatch(match.group(1)) and (name := match.group(1).lstrip("/").upper()) in _KNOWN
    ]


def without_tags(text: str) -> str:
    """The line with blanks in place of everything in angle brackets."""
    return _BRACKETS.sub(lambda match: " " * len(match.group()), text)


def check_tags(line: Line, known: list[Tag]) -> Iterator[Finding]:
    """Words in angle brackets that are no tag, or a tag with blanks in it."""
    if line.text.count("<") == len(known):
        return
    places = {tag.start for tag in known}
    for match in _BRACKETS.finditer(line.text):
        words = match.group(1)
        if match.start() in places:
            continue
        if "".join(words.split()).lstrip("/").upper() in _KNOWN:
            said = f"{match.group()} has blanks inside its angle brackets"
            yield Finding(TEXT_RULES["ascii.tag_spaces"], said, line.span(*match.span()))
        elif _LIKE_A_TAG.match(words):
            said = f"{match.group()} looks like a tag and is none"
            yield Finding(TEXT_RULES["ascii.unknown_tag"], said, line.span(*match.span()))
