"""Edits of content as text: some words are others afterwards, and everything else is as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.diagnostics import Span
from generator.source.nodes import Mapping as MappingNode
from generator.source.nodes import Scalar, Sequence, SourceNode
from generator.source.parse import parse_source


def tree_of(text: str) -> MappingNode:
    """The tree of a text that is known to be content."""
    node, _ = parse_source(text.encode(), "")
    assert isinstance(node, MappingNode)
    return node


def scalars_of(node: SourceNode) -> Iterator[Scalar]:
    """Every piece of text of a tree, keys too."""
    match node:
        case Scalar():
            yield node
        case Sequence(items):
            for item in items:
                yield from scalars_of(item)
        case MappingNode(entries):
            for key, value in entries:
                yield key
                yield from scalars_of(value)


def mappings_of(node: SourceNode) -> Iterator[MappingNode]:
    """Every mapping of a tree."""
    if isinstance(node, MappingNode):
        yield node
    inner = [value for _, value in node.entries] if isinstance(node, MappingNode) else ()
    for value in node.items if isinstance(node, Sequence) else inner:
        yield from mappings_of(value)


def further_entries(
    text: str, mapping: MappingNode, last: tuple[Scalar, SourceNode], keys: Iterable[str]
) -> tuple[Span, str]:
    """The edit that gives further keys the value of a mapping's last one, which stands on one line."""
    key, value = last
    end = value.span
    words = text.split("\n")[end.line - 1][end.column - 1 : end.end_column - 1]
    between = ", " if mapping.flow else "\n" + " " * (key.span.column - 1)
    behind = Span(end.end_line, end.end_column, end.end_line, end.end_column)
    return behind, "".join(f"{between}{one}: {words}" for one in keys)


def with_edits(text: str, edits: Iterable[tuple[Span, str]]) -> str:
    """A text with other words at some places, each within its line."""
    lines = text.split("\n")
    for span, words in sorted(edits, reverse=True):
        line = lines[span.line - 1]
        lines[span.line - 1] = line[: span.column - 1] + words + line[span.end_column - 1 :]
    return "\n".join(lines)


def with_names(text: str, names: Mapping[str, str]) -> str:
    """A text with other names, wherever one stands whole, over a line's end too; the longest go first."""
    known = {" ".join(name.split()): other for name, other in names.items() if name}
    if not known:
        return text
    patterns = (r"\s+".join(map(re.escape, name.split())) for name in sorted(known, key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", lambda match: known[" ".join(match[0].split())], text)
