"""The legend of Rule 497(g): the house's wording says it from the registrant's file numbers, else its author does."""

from __future__ import annotations

from typing import Any

import pytest

from generator.compose.compose import compose
from generator.document.canonical import shown_text
from generator.document.carried import EVERYWHERE, carried
from generator.document.nodes import Paragraph
from generator.filing.formats import FORMATS
from generator.library.proof import check_reading_back, recovered_house
from generator.library.references import check_references
from generator.model.supplement import House
from generator.wording.environment import load_wording
from tests.kinds.round import REGISTRANT, house_of

WORDING = load_wording()
BOTH = {"file_no_1933": "333-48456", "file_no_1940": "811-10183"}
SAID = ["Filed pursuant to Rule 497(e)", "File Nos. 333-48456 and 811-10183"]


def house(numbers: dict[str, str], **parts: Any) -> House:
    """A supplement of a house with a legend."""
    registrant = REGISTRANT | numbers | {"style": {"legend": "rule_497e"}}
    return house_of("objective", {"new": "growth of capital"}, registrant=registrant, **parts)


def legend_of(one: House) -> list[str]:
    """The lines at the upper right of a supplement, which each format says again."""
    document = compose(one, WORDING)
    assert list(check_references(one, WORDING)) == []
    assert list(check_reading_back(one, document, WORDING)) == []
    lines = [shown_text(b.children) for b in document.blocks if isinstance(b, Paragraph) and b.align == "right"]
    for format in FORMATS.values():
        read = recovered_house(carried(format.read(format.write(document)), EVERYWHERE), WORDING)
        assert list(read.supplement.legend) == lines
    return lines


@pytest.mark.parametrize(
    ("numbers", "said"), [(BOTH, SAID), ({"file_no_1933": "333-48456"}, [SAID[0], "File No. 333-48456"])]
)
def test_it_is_said_from_the_file_numbers(numbers: dict[str, str], said: list[str]) -> None:
    assert legend_of(house(numbers)) == said


def test_the_authors_own_stands_in_its_place() -> None:
    assert legend_of(house(BOTH, legend=["Rule 497(k)"])) == ["Rule 497(k)"]


def test_a_supplement_can_do_without() -> None:
    assert legend_of(house(BOTH, style={"legend": None})) == []


def test_a_style_is_the_registrants_where_it_says_nothing() -> None:
    one = house(BOTH, style={"closing": "retain"})
    assert legend_of(one) == SAID
    assert (one.style_path("closing"), one.style_path("legend")) == ("style.closing", "registrant.style.legend")


def test_a_house_without_a_file_number_is_told() -> None:
    found = [(path, code) for path, code, _, _ in check_references(house({}), WORDING)]
    assert found == [("registrant.style.legend", "LEG-02")]


def test_a_wording_that_nobody_wrote_is_found() -> None:
    own = house(BOTH, style={"legend": "rule_497"})
    assert [(one[0], one[1]) for one in check_references(own, WORDING)] == [("style.legend", "SEC-08")]
