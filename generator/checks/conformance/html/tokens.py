"""An HTML source cut into tags, comments, declarations and the text between, with the place of each.

Why not the standard library's parser: it gives no place for an attribute, raises on some malformed
declarations, and takes quadratic time on unfinished comments. Here every source is cut in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_NEXT = re.compile(r"<(?=[A-Za-z/!?])")
_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"'][^\s>]*|)))?")
_REST_OF_TAG = re.compile(r"[^>]*>?")
#: What stands between these and their end tags is no markup.
_RAW_TEXT = frozenset({"script", "style"})


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a tag, its name in lower case, its value as written; both places are in the source."""

    name: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag, its name in lower case."""

    name: str
    closing: bool
    attributes: tuple[Attribute, ...]
    start: int
    end: int

    def get(self, name: str) -> Attribute | None:
        """The first attribute of that name."""
        return next((attribute for attribute in self.attributes if attribute.name == name), None)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A comment, a declaration (`<!...>`, `<?...>`) or a run of text."""

    kind: Literal["comment", "declaration", "text"]
    start: int
    end: int


Token = Tag | Stretch


def tokens(source: str) -> Iterator[Token]:
    """The tokens of a source; together they cover every character once."""
    position = 0
    while position < len(source):
        opening = _NEXT.search(source, position)
        start = opening.start() if opening else len(source)
        if start > position:
            yield Stretch("text", position, start)
        if start == len(source):
            return
        token = _token(source, start)
        yield token
        position = token.end
        if isinstance(token, Tag) and not token.closing and token.name in _RAW_TEXT:
            position = _end_of_raw_text(source, token)
            if position > token.end:
                yield Stretch("text", token.end, position)


def _token(source: str, start: int) -> Token:
    """The token whose `<` stands at `start`."""
    if source.startswith("<!--", start):
        end = source.find("-->", start + 4)
        return Stretch("comment", start, len(source) if end < 0 else end + 3)
    if source[start + 1] in "!?":
        end = source.find(">", start)
        return Stretch("declaration", start, len(source) if end < 0 else end + 1)
    closing = source[start + 1] == "/"
    name = _NAME.match(source, start + 1 + closing)
    if name is None:
        return Stretch("text", start, start + 2)
    attributes, end = _attributes(source, name.end())
    return Tag(name.group().lower(), closing, attributes, start, end)


def _attributes(source: str, position: int) -> tuple[tuple[Attribute, ...], int]:
    """The attributes from `position`, and where the tag ends."""
    found = []
    while match := _ATTRIBUTE.match(source, position):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.append(Attribute(match.group(1).lower(), value, match.start(1), match.end()))
        position = match.end()
    rest = _REST_OF_TAG.match(source, position)
    return tuple(found), rest.end() if rest else position


def _end_of_raw_text(source: str, tag: Tag) -> int:
    end = re.compile(f"</{tag.name}", re.IGNORECASE).search(source, tag.end)
    return end.start() if end else len(source)
