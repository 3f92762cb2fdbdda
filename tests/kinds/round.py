"""What the tests of typed kinds share: a supplement around one block, and its way to text and HTML and back."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from generator.compose.compose import compose
from generator.document.canonical import canonical_text, shown_text
from generator.document.carried import EVERYWHERE, carried
from generator.document.nodes import Document, List, Table
from generator.document.normal import irregularities
from generator.library.proof import check_reading_back, recovered_house
from generator.library.references import check_references
from generator.model.supplement import House, Supplement
from generator.readers.html import read_html
from generator.readers.text import read_text
from generator.recover.visible import visible
from generator.wording.environment import load_wording
from generator.writers.html import write_html
from generator.writers.text import text_faults, write_text

REGISTRANT: dict[str, Any] = {
    "name": "Harbor Point Funds",
    "funds": {
        "growth": {"name": "Harbor Point Growth Fund", "classes": {"A": "Class A", "C": "Class C", "I": "Class I"}},
        "income": {"name": "Harbor Point Income Fund", "classes": {"A": "Class A", "I": "Class I"}},
    },
    "people": {"lin": {"name": "Dana Lin", "credentials": "CFA", "title": "Managing Director", "bio": "Ms. Lin is."}},
}

#: Names with characters that mean something somewhere; never a comma or quote, which end names in some wordings.
names = (
    st.lists(st.text("abcXYZ09&<>*#|_[]{}$%~\\-./éü'", min_size=1, max_size=9), min_size=1, max_size=4)
    .map(" ".join)
    .map(canonical_text)
    .filter(lambda text: any(c.isalnum() for c in text))
)


def house_of(kind: str, body: Any, **parts: Any) -> House:
    """A supplement of the growth fund whose one change brings one block."""
    change = {"operation": "replace_section", "location": {"section": "A Section"}, "content": [{kind: body}]}
    supplement = {
        "registrant": REGISTRANT,
        "date": "2026-09-30",
        "funds": ["growth"],
        "targets": [{"document": "prospectus", "date": "2026-05-01"}],
        "changes": [change | parts.pop("change", {})],
    }
    model = Supplement.model_validate(supplement | parts)
    assert not isinstance(model.registrant, str)
    return House(registrant=model.registrant, supplement=model)


def round_trip(kind: str, body: Any, **parts: Any) -> Document:
    """The composed document, after it went to text and HTML and came back as the same visible content."""
    house, wording = house_of(kind, body, **parts), load_wording()
    assert list(check_references(house, wording)) == []
    document = compose(house, wording)
    assert list(irregularities(document)) == []
    assert list(check_reading_back(house, document, wording)) == []
    wanted = visible(recovered_house(carried(document, EVERYWHERE), wording))
    assert visible(recovered_house(carried(read_html(write_html(document)), EVERYWHERE), wording)) == wanted
    if not text_faults(document):
        assert visible(recovered_house(carried(read_text(write_text(document)), EVERYWHERE), wording)) == wanted
    return document


def sentences(document: Document) -> list[str]:
    """The words of each block after the lead-in, a table row by row with ` | ` between cells."""
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, List):
            lines += [shown_text(item) for item in block.items]
        elif isinstance(block, Table):
            lines += [" | ".join(shown_text(cell) for cell in row) for row in (block.head, *block.rows) if row]
        elif hasattr(block, "children"):
            lines.append(shown_text(block.children))
    lead = next(i for i, line in enumerate(lines) if line.endswith(":") and "A Section" in line)
    return lines[lead + 1 :]
