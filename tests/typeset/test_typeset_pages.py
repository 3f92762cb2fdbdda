"""Pages: every strip once, none below the page, and together what holds together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.typeset import Unsettable
from generator.typeset.page_sizes import PageSize
from generator.typeset.pages import Page, pages_of
from generator.typeset.strips import FIRMLY, FREE, LOOSELY, Strip

SIZE = PageSize(200.0, 120.0, (10.0, 10.0, 10.0, 10.0))
SIZES = {("", first): SIZE for first in (False, True)}
STRIPS = some.lists(
    some.builds(
        Strip,
        height=some.floats(0, 70),
        lines=some.just([]),
        space=some.floats(0, 30),
        hold=some.sampled_from([FREE, LOOSELY, FIRMLY]),
        new_page=some.sampled_from([False] * 9 + [True]),
    ),
    max_size=40,
)


def shown(pages: list[Page]) -> list[list[Strip]]:
    """The strips of each page, without heads that are shown again."""
    return [[placed.strip for placed in page.placed if not placed.is_repeated] for page in pages]


@given(STRIPS)
def test_every_strip_stands_once_in_order_and_on_its_page(strips: list[Strip]) -> None:
    pages = pages_of(strips, SIZES)
    assert [id(strip) for page in shown(pages) for strip in page] == [id(strip) for strip in strips]
    for page in pages:
        bottoms = [10.0, *(placed.top + placed.strip.height for placed in page.placed)]
        assert bottoms == sorted(bottoms) and bottoms[-1] <= 110.02
        assert all(not placed.strip.new_page for placed in page.placed[1:])


@given(STRIPS)
def test_a_page_ends_between_strips_that_hold_together_only_where_it_must(strips: list[Strip]) -> None:
    pages = shown(pages_of(strips, SIZES))
    for page, following in pairwise(pages):
        if following[0].hold and not following[0].new_page:
            assert all(strip.hold >= following[0].hold for strip in page[1:])


def test_the_head_of_a_table_stands_again_on_the_next_page() -> None:
    head = Strip(20.0, [], holds_next=True)
    rows = [Strip(30.0, [], heads=(head,), hold=FIRMLY if at == 0 else FREE) for at in range(6)]
    pages = pages_of([head, *rows], SIZES)
    assert [len(page.placed) for page in pages] == [3, 3, 3]
    assert [page.placed[0].is_repeated for page in pages] == [False, True, True]
    assert [page.placed[1].top for page in pages] == [30.0] * 3


def test_the_blank_above_the_first_strip_of_a_page_goes_unless_the_page_was_asked_for() -> None:
    strips = [Strip(50.0, [], space=9.0), Strip(60.0, [], space=9.0), Strip(10.0, [], space=9.0, new_page=True)]
    assert [page.placed[0].top for page in pages_of(strips, SIZES)] == [19.0, 10.0, 19.0]


def test_what_is_higher_than_a_page_is_refused() -> None:
    with pytest.raises(Unsettable, match="higher than a page"):
        pages_of([Strip(101.0, [])], SIZES)


def test_nothing_is_one_empty_page() -> None:
    assert [page.placed for page in pages_of([], SIZES)] == [[]]
