"""People of documents that were read in: a heading that was taken for one is not asked since when it manages a fund."""

from __future__ import annotations

import pytest

from generator.checks.catalogue import all_rules
from generator.checks.subject import Subject
from tests.kinds.round import house_of


@pytest.mark.parametrize(("name", "told"), [("Stock market risk", 0), ("Katharine L. Quill", 1), ("Ana de la Cruz", 1)])
def test_a_heading_manages_nothing(name: str, told: int) -> None:
    registrant = {
        "name": "Thornbury Trust",
        "funds": {"growth": {"name": "Thornbury Growth Fund"}},
        "people": {"one": {"name": name, "title": "which is a part", "bio": "In addition, prices may fall."}},
    }
    subject = Subject(house_of("people", ["one"], registrant=registrant), True)
    assert len(list(all_rules()["PM-01"].find(subject))) == told
