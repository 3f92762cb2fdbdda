"""Headings of any levels: ranks that skip none, and files that say the levels all the same."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.conformance import check_conformance
from generator.document.carried import PDF, carried
from generator.document.nodes import Block, Document, Heading, PageBreak, Paragraph, Text, Title
from generator.document.normal import LOWEST
from generator.document.ranks import ranked, ranks
from generator.filing.formats import FORMATS
from generator.readers.pdf import dump_tags, read_pdf
from generator.writers.pdf import page, write_pdf
from generator.writers.pdf.weasy.engine import render_pdf
from tests.properties.test_accepted import proved

levels = st.integers(1, LOWEST)
TITLE = Title((Text("A Supplement"),))


def headed(*levels: int) -> Document:
    """A document of headings of these levels, each with its paragraph."""
    blocks: list[Block] = [TITLE]
    for at, level in enumerate(levels, 1):
        blocks += [Heading(level, (Text(f"Heading {at}"),)), Paragraph((Text(f"Paragraph {at}."),))]
    return Document(tuple(blocks))


def sequences(most: int) -> list[tuple[int, ...]]:
    """Every sequence of so many levels and fewer."""
    return [one for length in range(1, most + 1) for one in product(range(1, LOWEST + 1), repeat=length)]


@given(st.lists(levels))
def test_ranks_begin_at_one_and_skip_none(levels: list[int]) -> None:
    found = list(ranks(levels))
    assert len(found) == len(levels)
    assert found[:1] == [1][: len(levels)]
    assert all(1 <= after <= before + 1 for before, after in pairwise(found))
    assert all(rank <= level for rank, level in zip(found, levels, strict=True))


@given(st.lists(levels, min_size=1))
def test_ranks_keep_what_stands_under_what(levels: list[int]) -> None:
    found = list(ranks(levels))
    for at, level in enumerate(levels):
        for later in range(at + 1, len(levels)):
            if levels[later] > level:
                assert found[later] > found[at]
            else:  # the first that does not stand under the heading: its neighbour, or of a level above
                assert found[later] <= found[at]
                assert levels[later] < level or found[later] == found[at]
                break


@given(st.lists(st.sampled_from([-2, -1, 0, 1])))
def test_where_no_level_is_skipped_a_rank_is_the_level(steps: list[int]) -> None:
    nested = [1]
    for step in steps:
        nested.append(min(max(nested[-1] + step, 1), LOWEST))
    assert list(ranks(nested)) == nested


def test_a_document_has_its_blocks_with_ranks() -> None:
    document = headed(2, 3, 1, 3)
    found = list(ranked(document.blocks))
    assert [one.rank for one in found[1::2]] == [1, 2, 1, 2]  # type: ignore[union-attr]
    assert [one.skipped for one in found[1::2]] == [1, 1, 0, 1]  # type: ignore[union-attr]
    assert found[::2] == list(document.blocks[::2])


@pytest.mark.parametrize("name", FORMATS)
def test_headings_of_any_levels_are_accepted_and_read_back(name: str) -> None:
    for one in sequences(4):
        assert proved(headed(*one), FORMATS[name]) == set()


def test_weasyprint_tags_headings_of_any_levels_alike() -> None:
    for one in sequences(3):
        document = headed(*one)
        data = render_pdf(page(document, None))
        assert read_pdf(data) == carried(document, PDF)
        assert dump_tags(data) == dump_tags(write_pdf(document))
    assert check_conformance("a.pdf", data, house=True) == []


def test_ranks_go_on_behind_a_page_break() -> None:
    document = Document((*headed(2).blocks, PageBreak(), *headed(3).blocks[1:]))
    data = write_pdf(document)
    assert 'Div\n      H3 "Heading 1"' in dump_tags(data)
    assert proved(document, FORMATS["pdf"]) == set()
