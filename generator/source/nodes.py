"""What an author typed: a tree of text, lists and mappings, each part with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from generator.diagnostics import Span

#: What the tree is as plain data: text, null, lists and dicts.
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"


@dataclass(frozen=True, slots=True)
class Scalar:
    """One run of text in canonical form, spelled as it was typed; `null` where nothing was typed.

    `quoted` is false for plain text and true for quotes and block text (`|`, `>`).
    """

    text: str
    span: Span
    quoted: bool = False
    null: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list. `flow` tells `[a, b]` from lines with dashes."""

    items: tuple[SourceNode, ...]
    span: Span
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values in the order typed, each key once. `flow` tells `{a: b}` from lines."""

    entries: tuple[tuple[Scalar, SourceNode], ...]
    span: Span
    flow: bool = False

    def entry(self, key: str) -> tuple[Scalar, SourceNode] | None:
        """The entry with this key."""
        return next((entry for entry in self.entries if entry[0].text == key), None)


SourceNode: TypeAlias = Scalar | Sequence | Mapping


def to_plain(node: SourceNode) -> Plain:
    """The node as dicts, lists, text and None, without places."""
    match node:
        case Scalar(text, null=null):
            return None if null else text
        case Sequence(items):
            return [to_plain(item) for item in items]
        case Mapping(entries):
            return {key.text: to_plain(value) for key, value in entries}
