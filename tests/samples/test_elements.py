"""What supplements consist of, element by element, and the place in the content that carries each.

The elements are those that were met in filings; the paths are checked against the model itself.
"""

from __future__ import annotations

from typing import Any

import pytest

from generator.library.schema import json_schema
from generator.model.content import KINDS
from tests.house.modules import ROOT
from tests.library.json_schema import inside

SCHEMA = json_schema("supplement")
#: element -> the content paths that carry it; a step in capitals is a key of the author's own.
CARRIED_BY: dict[str, tuple[str, ...]] = {
    # what was met in the first two filings
    "order of the header's lines": ("style.header", "registrant.style.header"),
    "header in words of its own": ("header",),
    "supplement date": ("date",),
    "place of the date": ("style.header", "style.opening", "style.closing"),
    "target document": ("targets[].document",),
    "date of a target document": ("targets[].date",),
    "several of a target document": ("targets[].plural",),
    "effective date": ("effective.date", "changes[].effective.date"),
    "how the effective date is meant": ("effective.qualifier", "changes[].effective.qualifier"),
    "section heading": ("changes[].section",),
    "numbering of sections": ("style.numbering", "registrant.style.numbering"),
    "operation behind the lead-in": ("changes[].operation",),
    "lead-in in words of its own": ("changes[].lead_in",),
    "wording of the lead-in": ("changes[].form",),
    "words before the lead-in": ("changes[].introduction", "changes[].reason"),
    "section that is changed": ("changes[].location.section",),
    "table that is changed": ("changes[].location.table",),
    "paragraph, sentence, bullet that is changed": (
        "changes[].location.paragraph",
        "changes[].location.sentence",
        "changes[].location.bullet",
    ),
    "footnote that is changed": ("changes[].location.footnote",),
    "what a replacement leaves": ("changes[].location.kept",),
    "fund that a change relates to": ("changes[].fund", "changes[].funds"),
    "columns of a fee table": ("registrant.funds.KEY.classes.KEY.name", "changes[].content[].fee_table.classes"),
    "rows of a fee table": ("changes[].content[].fee_table.rows.KEY",),
    "caption of a row of its own": ("changes[].content[].fee_table.rows.KEY.caption",),
    "breakpoints": ("changes[].content[].fee_schedule.tiers[].up_to", "changes[].content[].fee_schedule.tiers[].rate"),
    "footnote and its mark": (
        "changes[].content[].fee_table.notes.KEY.text",
        "changes[].content[].fee_table.notes.KEY.marker",
        "changes[].content[].fee_schedule.notes.KEY.text",
        "changes[].content[].table.notes.KEY.text",
    ),
    "where a footnote is marked": (
        "changes[].content[].fee_table.rows.KEY.note",
        "changes[].content[].fee_schedule.note",
        "changes[].content[].table.rows[][].note",
    ),
    "biographies": ("changes[].content[].people.persons[]", "registrant.people.KEY.bio"),
    "bullets": ("changes[].content[].bullets[]",),
    "numbered and lettered lists": (
        "changes[].content[].numbered[]",
        "changes[].content[].lettered[]",
        "changes[].content[].roman[]",
    ),
    "lines of an address": ("changes[].content[].lines[]",),
    "headings inside a change": ("changes[].content[].heading", "changes[].content[].subheading"),
    "row of asterisks": ("changes[].content[].centered",),
    "page break": ("changes[].content[].page_break",),
    "closing lines": ("closing[]", "style.closing"),
    # what was met in other filings
    "legend of Rule 497 and file number": (
        "legend[]",
        "registrant.style.legend",
        "registrant.file_no_1933",
        "registrant.file_no_1940",
    ),
    "several funds": ("funds[]",),
    "collective name of the funds": ("registrant.terms.fund",),
    "adviser as the house calls it": ("registrant.terms.adviser",),
    "board as the house calls it": ("registrant.terms.board",),
    "those who serve the funds": ("registrant.service_providers.KEY.name", "registrant.service_providers.KEY.role"),
    "as supplemented to date": ("targets[].supplemented",),
    "dates of earlier supplements": ("targets[].supplements[]",),
    "supplements that are superseded": ("supersedes[]",),
    "page in each target document": (
        "changes[].location.page.summary_prospectus",
        "changes[].location.page.prospectus",
        "changes[].location.page.sai",
    ),
    "changes of some target documents only": ("changes[].documents[]",),
    "supplements of several documents from one file": ("split",),
    "boilerplate": ("opening[]", "closing[]"),
    "printer's code": ("closing[]",),
    "former name that stays in use for a time": ("changes[].content[].name_change.former_in_use",),
    "replacement of words throughout": ("changes[].old", "changes[].new"),
}


def steps(path: str) -> list[str | int]:
    """The steps of a path: keys, and 0 for `[]`."""
    return [0 if step == "[]" else step for step in path.replace("[]", ".[]").split(".")]


@pytest.mark.parametrize(("element", "paths"), CARRIED_BY.items())
def test_the_content_carries_it(element: str, paths: tuple[str, ...]) -> None:
    for path in paths:
        forms: list[dict[str, Any]] = [SCHEMA]
        for step in steps(path):
            forms = inside(forms, step, SCHEMA)
            assert forms, f"{element}: nothing carries {path}"


def test_no_element_is_carried_by_a_key_that_is_not_there() -> None:
    assert not inside([SCHEMA], "layout", SCHEMA)


def test_every_typed_kind_is_content() -> None:
    blocks = inside(inside(inside(inside([SCHEMA], "changes", SCHEMA), 0, SCHEMA), "content", SCHEMA), 0, SCHEMA)
    assert {key for form in blocks for key in form.get("properties", ())} >= KINDS.keys()


def test_the_list_of_elements_is_whole() -> None:
    """Each table row and list item of the notes on supplements has a line here, or is no matter of content."""
    notes = ROOT.parent / "shared" / "domain.md"
    if not notes.is_file():
        pytest.skip("the notes on supplements are not here")
    text = notes.read_text("utf-8")
    first = text[text.index("### 0.1") : text.index("### 0.2")]
    rows = [line for line in first.splitlines() if line.startswith("| ") and not line.startswith("| Element")]
    further = text[text.index("### 0.2") : text.index("### 0.3")]
    items = [line for line in further.splitlines() if line.startswith("- ")]
    assert (len(rows), len(items)) == (15, 9), "the notes have changed: look whether CARRIED_BY still says all"
