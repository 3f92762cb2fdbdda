"""Slips that authors make in the keys of content: one misspelt, or one too many."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from random import Random
from typing import Any, TypeAlias

from generator.library.schema import json_schema
from generator.source.nodes import Mapping, Scalar, Sequence, SourceNode
from generator.source.parse import parse_source
from tests.library.json_schema import inside, takes_other_keys

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SCHEMA = json_schema("supplement")
#: A mapping without keys of the author's own, with the keys that may stand there.
Place: TypeAlias = tuple[Mapping, frozenset[str]]


def closed_mappings(node: SourceNode, schemas: list[dict[str, Any]]) -> Iterator[Place]:
    """The mappings of content that have no keys of the author's own, each with the keys that may stand there."""
    match node:
        case Mapping(entries):
            if entries and not takes_other_keys(schemas):
                yield node, frozenset(key for one in schemas for key in one.get("properties", ()))
            for key, value in entries:
                yield from closed_mappings(value, inside(schemas, key.text, SCHEMA))
        case Sequence(items):
            for at, item in enumerate(items):
                yield from closed_mappings(item, inside(schemas, at, SCHEMA))


@lru_cache(maxsize=64)
def places(text: str) -> list[Place]:
    """The closed mappings of a text of content."""
    node, _ = parse_source(text.encode(), "")
    assert node
    return list(closed_mappings(node, [SCHEMA]))


def misspelt(word: str, chance: Random) -> str:
    """A word with one letter left out, doubled, changed, or swapped with the next."""
    at = chance.randrange(len(word))
    letter, rest = word[at], word[at + 1 :]
    changed = ["", letter * 2, chance.choice(LETTERS), (rest[:1] + letter) if rest else letter * 3]
    chosen = chance.randrange(4)
    return word[:at] + changed[chosen] + (rest[1:] if chosen == 3 and rest else rest)


def with_word(text: str, key: Scalar, words: str, keep: bool) -> str:
    """A text with words before a key, or in its place; on a line of their own where the key begins its line."""
    lines = text.split("\n")
    line, start = lines[key.span.line - 1], key.span.column - 1
    rest = line[start:] if keep else line[key.span.end_column - 1 :]
    lines[key.span.line - 1] = line[:start] + words + rest
    return "\n".join(lines)


def slip(text: str, chance: Random) -> tuple[str, int]:
    """A text with a key misspelt, or with a key too many, in some mapping at some depth; and the line of that key."""
    mapping, known = chance.choice(places(text))
    key = chance.choice(mapping.entries)[0]
    if chance.random() < 0.5:
        word = key.text
        while word in known or not word:
            word = misspelt(key.text, chance)
        return with_word(text, key, word, keep=False), key.span.line
    word = "".join(chance.choice(LETTERS) for _ in range(7))
    if mapping.flow:
        return with_word(text, key, f"{word}: x, ", keep=True), key.span.line
    indent = "\n" + " " * (key.span.column - 1)
    return with_word(text, key, f"{word}: x{indent}", keep=True), key.span.line
