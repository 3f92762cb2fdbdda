"""The objects of PDF syntax, read from bytes (ISO 32000-1, 7.2 and 7.3).

Why not a library: the checker shares nothing with the reader that it is a check on, and must say something
sensible of any bytes at all. Reading is iterative and linear, so nesting and damage cost nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeAlias


class Name(str):
    """A name without its slash."""

    __slots__ = ()


class Keyword(bytes):
    """A bare word: an operator, `obj`, `endobj`, `stream`."""

    __slots__ = ()


class Ref(NamedTuple):
    """A reference to an indirect object."""

    number: int
    generation: int


@dataclass(slots=True)
class Stream:
    """A stream: its dictionary and its bytes as stored."""

    entries: dict[str, Object]
    raw: bytes


Object: TypeAlias = "Name | Keyword | Ref | Stream | bytes | float | bool | list[Object] | dict[str, Object] | None"

_TOKEN = re.compile(
    rb"""[\0\t\n\f\r ]*(?:%[^\r\n]*[\0\t\n\f\r ]*)*(?:
        (?P<name>/[^\0\t\n\f\r ()<>\[\]{}/%]*)
      | (?P<ref>[0-9]{1,10}[\0\t\n\f\r ]{1,20}[0-9]{1,5}[\0\t\n\f\r ]{1,20}R(?![^\0\t\n\f\r ()<>\[\]{}/%]))
      | (?P<number>[+-]?(?:[0-9]{1,300}(?:\.[0-9]{0,300})?|\.[0-9]{1,300}))
      | (?P<dict><<)
      | (?P<close>>>|\]|\}|\))
      | (?P<hex><[^<>]*>)
      | (?P<array>[\[{])
      | (?P<string>\()
      | (?P<word>[^\0\t\n\f\r ()<>\[\]{}/%]+)
      | (?P<other>[<>])
    )""",
    re.VERBOSE,
)
_IN_STRING = re.compile(rb"[()\\]")
_ESCAPED = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|(.))", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_NAME_CODE = re.compile(r"#([0-9A-Fa-f]{2})")
_NOT_HEX = re.compile(rb"[^0-9A-Fa-f]")
_CONSTANTS: dict[bytes, Object] = {b"true": True, b"false": False, b"null": None}
#: Words that no object contains: an object that is still open here was never finished.
_BARRIERS = frozenset({b"obj", b"endobj", b"stream", b"endstream", b"xref", b"trailer", b"startxref"})


class Lexer:
    """Reads objects and keywords one after the other from `position` on."""

    def __init__(self, data: bytes, position: int = 0) -> None:
        self.data, self.position = data, position

    def next(self) -> tuple[bool, Object]:
        """Whether there is a further object or keyword, and what it is. Unfinished ones end where they must."""
        stack: list[tuple[bool, list[Object]]] = []
        items: list[Object] | None = None  # those of the innermost array or dictionary
        data, token_at = self.data, _TOKEN.match
        value: Object
        while match := token_at(data, self.position):
            kind, before = match.lastgroup, self.position
            self.position = match.end()
            if kind == "dict" or kind == "array":
                items = []
                stack.append((kind == "dict", items))
                continue
            if kind == "close":
                if items is None:
                    continue
                is_dict, items = stack.pop()
                value = _dictionary(items) if is_dict else items
                items = stack[-1][1] if stack else None
            elif kind == "name":
                value = _name(match["name"])
            else:
                value = self._simple(kind, match)
                if items is not None and type(value) is Keyword and value in _BARRIERS:
                    self.position = before
                    break
            if items is None:
                return True, value
            items.append(value)
        return self._unfinished(stack)

    def _unfinished(self, stack: list[tuple[bool, list[Object]]]) -> tuple[bool, Object]:
        """The outermost object with what was read of it."""
        if not stack:
            return False, None
        is_dict, items = stack[0]
        return True, _dictionary(items) if is_dict else items

    def _simple(self, kind: str | None, match: re.Match[bytes]) -> Object:
        token: bytes = match[str(kind)]
        if kind == "number":
            return float(token) if b"." in token else int(token)
        if kind == "ref":
            number, generation, _ = token.split()
            return Ref(int(number), int(generation))
        if kind == "hex":
            digits = _NOT_HEX.sub(b"", token)
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
        if kind == "string":
            return self._string()
        return _CONSTANTS[token] if token in _CONSTANTS else Keyword(token)

    def _string(self) -> bytes:
        """A literal string, from after its opening parenthesis; an unfinished one takes the rest."""
        start = position = self.position
        depth = 1
        while depth:
            mark = _IN_STRING.search(self.data, position)
            if mark is None:
                self.position = len(self.data)
                return self.data[start:]
            position = mark.end() + (mark.group() == b"\\")
            depth += {b"(": 1, b")": -1}.get(mark.group(), 0)
        self.position = position
        return _ESCAPED.sub(_unescaped, self.data[start : position - 1])


@lru_cache(maxsize=1024)
def _name(token: bytes) -> Name:
    text = token[1:].decode("latin-1")
    return Name(_NAME_CODE.sub(lambda code: chr(int(code.group(1), 16)), text) if "#" in text else text)


def _unescaped(match: re.Match[bytes]) -> bytes:
    octal, line_end, character = match.groups()
    if octal:
        return bytes([int(octal, 8) & 0xFF])
    return b"" if line_end else _ESCAPES.get(character, character)


def _dictionary(items: list[Object]) -> dict[str, Object]:
    """Keys and values in turn; what is no pair is left out."""
    return {str(key): value for key, value in zip(items[::2], items[1::2], strict=False) if isinstance(key, Name)}
