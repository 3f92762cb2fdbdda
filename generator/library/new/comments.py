"""Content with what its model says of each key in a comment above it, once."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import NamedTuple

from pydantic import BaseModel

from generator.source.nodes import Mapping, Sequence, SourceNode
from generator.source.parse import parse_source
from generator.source.shapes import Schema, Shapes

WIDTH = 110


class Remark(NamedTuple):
    """What a model says of a key: the line that it stands in, the key with its model, the description."""

    line: int
    key: str
    description: str


def commented(text: str, model: type[BaseModel]) -> str:
    """A text of content in which the first use of each key is explained on lines of its own.

    Keys within braces, and keys that have a comment already, are left as they are.
    """
    node, _ = parse_source(text.encode(), "")
    shapes = Shapes(model)
    first: dict[str, Remark] = {}
    for remark in _remarks(node, shapes.root(), shapes) if node else ():
        first.setdefault(remark.key, remark)
    lines = text.split("\n")
    for remark in sorted(first.values(), reverse=True):
        line = lines[remark.line - 1]
        if not (remark.line > 1 and lines[remark.line - 2].lstrip().startswith("#")):
            indent = line[: len(line) - len(line.lstrip())]
            lines[remark.line - 1 : remark.line - 1] = [
                f"{indent}# {words}" for words in wrap(remark.description, WIDTH - len(indent))
            ]
    return "\n".join(lines)


def _remarks(node: SourceNode, wanted: list[Schema], shapes: Shapes) -> Iterator[Remark]:
    """What the model says of the keys of a node and of all below it, from the top down."""
    match node:
        case Mapping(entries, flow=False):
            wanted = [one for shape in wanted for one in _branches(shape, node, shapes)]
            for key, value in entries:
                for shape in wanted:
                    yield from _said(shape, key.text, key.span.line, shapes)
                yield from _remarks(value, _inner(wanted, key.text, shapes), shapes)
        case Sequence(items, flow=False):
            for at, item in enumerate(items):
                yield from _remarks(item, _inner(wanted, at, shapes), shapes)


def _inner(wanted: list[Schema], step: str | int, shapes: Shapes) -> list[Schema]:
    return [one for shape in wanted for one in shapes.inner(shape, step)[0]]


def _branches(shape: Schema, node: Mapping, shapes: Shapes) -> list[Schema]:
    """What may be wanted of a mapping: of kinds, the one that its key names."""
    if shape["type"] not in ("union", "tagged-union"):
        return [shape]
    return shapes.branch(shape, node.entries[0][0].text if node.entries else "")


def _said(shape: Schema, key: str, line: int, shapes: Shapes) -> Iterator[Remark]:
    for entry in shapes.entries(shape):
        if entry.key == key and entry.info and entry.info.description:
            yield Remark(line, f"{shape['cls'].__name__}.{key}", entry.info.description)
