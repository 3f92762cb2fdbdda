"""A draft is what `build` writes, with spans and a mark that can be taken away again without a trace."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from generator.document.nodes import Document, Field, Heading, Paragraph, Table, Text, Title
from generator.library.find import find_sources
from generator.library.load import Library
from generator.preview.marking import DRAFT_MARK, anchor, body_of, built_html, draft_html
from generator.wording.environment import load_wording
from generator.writers.html import write_html

ROOT = Path(__file__).resolve().parents[2]
SOURCES, _ = find_sources([ROOT / "content"])
#: Words that are markup elsewhere.
HOSTILE = (
    '<script>alert(1)</script> " onclick="x </span> {{ 7*7 }} & &lt; <span data-path="a" tabindex="0">b</span> é ^'
)


@pytest.fixture(scope="module")
def library() -> Library:
    """A library with the shipped wording."""
    return Library(load_wording())


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_a_draft_without_its_marks_is_the_built_file(library: Library, source) -> None:  # type: ignore[no-untyped-def]
    for loaded in library.load_each(source):
        assert loaded.document is not None
        draft = draft_html(loaded.document)
        assert built_html(draft).encode() == write_html(loaded.document).encode()
        assert draft.count(DRAFT_MARK) == 1
        assert "data-path" in draft and "data-path" not in write_html(loaded.document)


def test_hostile_words_and_paths_are_words() -> None:
    field = Field(f'a["{HOSTILE}"]', HOSTILE, HOSTILE)
    blocks = (
        Title((field,)),
        Heading(1, (field,)),
        Paragraph((Text(HOSTILE), field)),
        Table(((), (field,)), (((field,), (field,)),)),
    )
    document = Document(blocks, HOSTILE)
    draft = draft_html(document)
    assert built_html(draft) == write_html(document)
    page = lxml.html.document_fromstring(draft)
    spans = page.xpath("//span")
    assert [span.get("data-path") for span in spans] == [field.path] * 6
    assert {name for element in page.iter() for name in element.attrib if name.startswith("on")} == set()
    assert page.xpath("//script") == []


def test_the_body_of_a_draft() -> None:
    body = body_of(draft_html(Document((Title((Text("A Trust"),)), Paragraph((Text("Words."),))), "T")))
    assert body.style.startswith("max-width")
    assert body.content.startswith(DRAFT_MARK) and "Words." in body.content and "<title>" not in body.content


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("date", "date"),
        ("changes[0].content[0].fee_table", "changes[0].content[0].fee_table.rows.a.A"),
        ("changes[1].content[3].bullets[2].words", "changes[1].content[3].bullets[2]"),
        ("registrant.people.x.bio", "registrant.name"),
        ("style", ""),
        ("", ""),
    ],
)
def test_a_finding_stands_beside_the_nearest_words(path: str, found: str) -> None:
    shown = {
        "registrant.name": None,
        "date": None,
        "changes[0].content[0].fee_table.rows.a.A": None,
        "changes[0].content[0].fee_table.rows.b.A": None,
        "changes[1].content[3].bullets[2]": None,
    }
    assert anchor(path, shown) == found
