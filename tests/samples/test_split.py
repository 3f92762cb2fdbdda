"""One set of changes made for each document differs in what is the document's own: its name, its date, its pages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from generator.document.canonical import shown_text
from generator.document.nodes import Document, List, Table, Title
from generator.filing.build import build
from generator.filing.formats import FORMATS
from generator.library.find import Source
from generator.library.load import Loaded
from generator.library.proof import recovered_house
from generator.recover.visible import visible
from generator.wording.environment import load_wording
from tests.samples.samples import SOURCES, loaded
from tests.without_rules import plain_library

NAMES = {
    "summary_prospectus": "Summary Prospectus",
    "prospectus": "Prospectus",
    "sai": "Statement of Additional Information",
}
PAGES = {"summary_prospectus": "page 5", "prospectus": "pages 12-14", "sai": "page 48"}
#: The same changes for three documents: all that is the documents' own is a page in each.
CONTENT = """\
registrant:
  name: Example Trust
  funds:
    growth: {name: Example Growth Fund, classes: {A: Class A, I: Class I}}
date: 2026-09-21
funds: growth
targets:
  - {document: summary_prospectus, date: 2026-03-01}
  - {document: prospectus, date: 2026-03-01}
  - {document: sai, date: 2026-03-01}
effective: 2026-10-01
split: yes
style: {header: registrant_first, numbering: arabic, closing: retain}
changes:
  - section: Fees
    operation: replace_table
    location:
      table: Annual Fund Operating Expenses
      page: {summary_prospectus: 5, prospectus: 12-14, sai: 48}
    content:
      - fee_table:
          caption: Annual Fund Operating Expenses
          rows:
            management_fee: 0.65%
            other_expenses: {A: 0.16%, I: 0.14%}
  - section: Risks
    operation: add_at_end
    location: {section: Risks, page: {summary_prospectus: 5, prospectus: 12-14, sai: 48}}
    reason: The Fund has begun to lend its securities.
    content:
      - A borrower may not give a loan back.
      - bullets: [one risk; and, another.]
"""


@pytest.fixture(scope="module")
def each(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Loaded]:
    """The supplement of each document."""
    file = tmp_path_factory.mktemp("split") / "split.yaml"
    file.write_text(CONTENT, encoding="utf-8")
    made = plain_library(load_wording()).load_each(Source(file, "split"))
    assert [str(finding) for one in made for finding in one.diagnostics] == []
    return dict(zip(NAMES, made, strict=True))


def lines(document: Document) -> list[str]:
    """The words of a document, block by block and cell by cell."""
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, List):
            found += [shown_text(item) for item in block.items]
        elif isinstance(block, Table):
            found += [shown_text(block.caption)]
            found += [" | ".join(shown_text(cell) for cell in row) for row in (block.head, *block.rows)]
        elif hasattr(block, "children"):
            found.append(shown_text(block.children))
    return found


def in_general(text: str, document: str) -> str:
    """Words without what is one document's own."""
    return text.replace(NAMES[document], "DOCUMENT").replace(f"({PAGES[document]})", "(page)")


def test_each_document_has_a_supplement_of_its_own(each: dict[str, Loaded]) -> None:
    assert [one.source.name for one in each.values()] == ["split-sp", "split-p", "split-sai"]
    for document, one in each.items():
        assert one.document
        said = " ".join(lines(one.document))
        assert NAMES[document] in said
        others = [NAMES[other] for other in NAMES if other != document]
        assert not [name for name in others if re.search(rf"(?<!Summary ){name}", said)]
        assert said.count(f"({PAGES[document]})") == 2


def test_nothing_else_differs(each: dict[str, Loaded]) -> None:
    general = {
        document: [in_general(line, document) for line in lines(one.document)]
        for document, one in each.items()
        if one.document
    }
    assert general["summary_prospectus"] == general["prospectus"] == general["sai"]


def without_place(content: Any) -> Any:
    """Content without the document and page of any location."""
    match content:
        case dict():
            return {key: without_place(value) for key, value in content.items() if key not in ("documents", "page")}
        case list():
            return [without_place(value) for value in content]
        case _:
            return content


def test_what_differs_is_the_header_and_the_location(each: dict[str, Loaded]) -> None:
    shown = {}
    for document, one in each.items():
        assert one.document
        content = visible(recovered_house(one.document, load_wording()))
        (target,) = content.pop("targets")
        assert target["document"] == document
        assert content != without_place(content)
        shown[document] = without_place(content)
    assert shown["summary_prospectus"] == shown["prospectus"] == shown["sai"]


def test_header_blocks_alone_name_the_date(each: dict[str, Loaded]) -> None:
    for one in each.values():
        assert one.document
        titles = [shown_text(block.children) for block in one.document.blocks if isinstance(block, Title)]
        assert [title for title in titles if "dated" in title]


@pytest.mark.parametrize("name", [name for name in SOURCES if len(loaded(name)) > 1])
def test_a_sample_for_each_document_is_built(name: str, tmp_path: Path) -> None:
    formats = [FORMATS["text"], FORMATS["html"]]
    files = [file for one in loaded(name) for file in build(one, formats, tmp_path).files]
    assert len(files) == len(set(files)) == 2 * len(loaded(name))
