"""Words without which a template cannot have said a block."""

from __future__ import annotations

import pytest
from jinja2 import Environment, nodes

from generator.wording import tokens as t
from generator.wording.needed import Needed, may_stand
from generator.wording.tokens import tokenize

ENVIRONMENT = Environment()


def needs(source: str) -> tuple[tuple[str, ...], ...]:
    def tree(name: str) -> nodes.Template:
        raise KeyError(name)

    return Needed(tree).words(ENVIRONMENT.parse(tokenize(source)).body)


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("All {{ fund }} shares are sold.", (("All",), ("are sold.",))),
        ("All of the {{ fund }}. Shares are sold.", (("All of",), ("Shares are sold.",))),
        ("The {{ fund }} is closed.", (("is closed.",),)),
        ("{% if a %}is merged {% else %}is closed {% endif %}into it.", (("is merged", "is closed"), ("into it.",))),
        ("{% if a %}is merged {% endif %}into it.", (("into it.",),)),
        ("{% for one in all %}all of {{ one }}{% endfor %} end here.", (("end here.",),)),
        ("First words.\n\nSecond words.", (("First words.",),)),
        ("“{{ a }}” — rest of it", (("rest of it",),)),
        ("{{ a }} {{ b }}", ()),
        ("| Fund | Class Held |\n|---|---|\n| {{ a }} | x |", (("Class Held",),)),
    ],
)
def test_what_a_block_needs(source: str, wanted: tuple[tuple[str, ...], ...]) -> None:
    assert needs(source) == wanted


def test_a_need_is_looked_for_in_the_block_alone() -> None:
    text = f"{t.PARAGRAPH}The Fund is open.{t.PARAGRAPH}The Fund is closed."
    assert not may_stand((("closed",),), text, 0)
    assert may_stand((("closed", "open"),), text, 0)
    assert may_stand((("closed",),), text, text.index(t.PARAGRAPH, 1))
