"""Comparing a file with its content: what differs is named, by the field that the words come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.compare.fields import compare, fields_of
from generator.compose.compose import compose
from generator.document.carried import HTML, PDF, TEXT, Carries, carried
from generator.document.nodes import (
    Block,
    Document,
    Emphasis,
    Field,
    Heading,
    Inline,
    Inlines,
    List,
    Note,
    Paragraph,
    Strong,
    Table,
    Title,
)
from generator.model.entities import Registrant
from generator.model.supplement import House, Supplement
from generator.wording.environment import load_wording
from tests.content_strategies import Content, contents

FORMATS = pytest.mark.parametrize("by", [TEXT, HTML, PDF], ids=["text", "html", "pdf"])
some = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
Change = Callable[[Inlines], Inlines]


def composed(content: Content) -> Document:
    supplement = Supplement.model_validate(content)
    assert isinstance(supplement.registrant, Registrant)
    return compose(House(registrant=supplement.registrant, supplement=supplement), load_wording())


def with_inlines(block: Block, change: Change) -> Block:
    """A block with each of its runs of words changed."""
    match block:
        case Title(children) | Heading(children=children) | Paragraph(children=children):
            return replace(block, children=change(children))
        case List(items):
            return replace(block, items=tuple(map(change, items)))
        case Table(head, rows, caption, notes):
            head, caption = tuple(map(change, head)), change(caption)
            notes = tuple(Note(note.marker, change(note.children)) for note in notes)
            return Table(head, tuple(tuple(map(change, row)) for row in rows), caption, notes)
    return block


def altered(document: Document, wanted: int, alter: Callable[[str], str]) -> Document:
    """A document with the words of one of its fields altered, counted in reading order of the tree's parts."""
    count = -1

    def one(child: Inline) -> Inline:
        nonlocal count
        match child:
            case Field():
                count += 1
                return replace(child, shown=alter(child.shown)) if count == wanted else child
            case Strong(inner) | Emphasis(inner):
                return type(child)(tuple(map(one, inner)))
        return child

    return Document(tuple(with_inlines(block, lambda run: tuple(map(one, run))) for block in document.blocks))


def paths(document: Document) -> list[str]:
    return [field.path for block in document.blocks for field in fields_of(block)]


@FORMATS
@some
@given(content=contents())
def test_an_untouched_file_agrees_in_every_value(by: Carries, content: Content) -> None:
    document = composed(content)
    comparison = compare(document, carried(document, by), by)
    assert comparison.differences == ()
    assert comparison.values == len(paths(document))


@FORMATS
@some
@given(content=contents(), data=st.data())
def test_an_altered_value_is_named(by: Carries, content: Content, data: st.DataObject) -> None:
    document = composed(content)
    wanted = data.draw(st.integers(0, len(paths(document)) - 1))
    alter = data.draw(st.sampled_from([lambda text: f"{text}7", lambda text: f"Q{text}", lambda text: "Quite other"]))
    read = carried(altered(document, wanted, alter), by)
    assume(read != carried(document, by))
    differences = compare(document, read, by).differences
    changed = [
        mine.path
        for mine, other in zip(fields(document), fields(altered(document, wanted, alter)), strict=True)
        if mine != other
    ]
    assert changed[0] in [one.path for one in differences]
    assert all(str(one).startswith(one.path) for one in differences)


def fields(document: Document) -> list[Field]:
    return [field for block in document.blocks for field in fields_of(block)]


@FORMATS
@some
@given(content=contents(), data=st.data())
def test_a_block_that_is_missing_or_moved_is_told(by: Carries, content: Content, data: st.DataObject) -> None:
    document = composed(content)
    blocks = list(carried(document, by).blocks)
    at = data.draw(st.integers(0, len(blocks) - 2))
    if data.draw(st.booleans()):
        del blocks[at]
    else:
        blocks[at], blocks[at + 1] = blocks[at + 1], blocks[at]
    assume(tuple(blocks) != carried(document, by).blocks)
    assert compare(document, Document(tuple(blocks)), by).differences
