"""Whatever can be written is accepted: every character, wide and tall tables, long cells and words, in each format."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.conformance import check_conformance
from generator.document.canonical import canonical_text
from generator.document.carried import carried
from generator.document.nodes import Block, Document, Inlines, Note, NoteRef, Paragraph, Table, Text, Title
from generator.document.normal import irregularities
from generator.document.words import plain_words
from generator.filing.formats import FORMATS, Format
from tests.trees import phrases

TITLE = Title((Text("A Supplement"),))


def xml_allows(code: int) -> bool:
    """Whether XML 1.0 allows a character (section 2.2)."""
    return code in (0x9, 0xA, 0xD) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD


def words(text: str) -> Inlines:
    return (Text(text),) if text else ()


def proved(document: Document, format: Format) -> set[int]:
    """Writes what can be written, holds it against the rules, reads it back; answers which blocks cannot be."""
    assert list(irregularities(document)) == []
    refused = {fault.block for fault in format.faults(document)}
    writable = Document(tuple(block for at, block in enumerate(document.blocks) if at not in refused))
    data = format.write(writable)
    found = check_conformance(f"a{format.suffix}", data, house=True)
    assert found == check_conformance(f"a{format.suffix}", data, house=True, words=plain_words(writable))
    assert [one for one in found if one.code != "pdf.sgml"] == []
    assert format.read(data).blocks == carried(writable, format.carries).blocks
    return refused


@pytest.mark.parametrize("name", FORMATS)
def test_every_character_is_shown_or_refused(name: str) -> None:
    texts = [f"x{chr(code)}y" for code in range(0x20, 0x10000) if xml_allows(code)]
    texts = [text for text in dict.fromkeys(map(canonical_text, texts)) if len(text) == 3]
    assert len(texts) > 60_000
    shown = 0
    step = 4_000 if name != "pdf" else 20_000
    for start in range(0, len(texts), step):
        blocks: list[Block] = [TITLE, *(Paragraph(words(text)) for text in texts[start : start + step])]
        refused = proved(Document(tuple(blocks)), FORMATS[name])
        shown += len(blocks) - 1 - len(refused)
    assert shown >= {"text": 94 + 300, "html": 60_000, "pdf": 500}[name]


@st.composite
def broad_tables(draw: st.DrawFn) -> Table:
    """A table of 1 to 14 columns with cells of up to 600 characters and words of up to 90."""
    width = draw(st.integers(1, 14))
    long = phrases(60).map(lambda text: canonical_text(text[:600])).filter(bool)
    figure = st.sampled_from(["0.86%", "None", "N/A", "(0.35%)", "$1,506", "12.50%", "0.015%"])
    word = st.integers(1, 90).map(lambda length: "w" * length)
    columns = [draw(st.sampled_from([figure, long, word] if at < 2 else [figure, phrases(3)])) for at in range(width)]
    label = draw(st.sampled_from([long, phrases(6), word]))
    rows = draw(st.lists(st.tuples(label, *columns[1:]), min_size=1, max_size=6))
    head = draw(st.tuples(phrases(3), *([phrases(4)] * (width - 1))))
    notes = (Note("(1)", words(draw(long))),) if draw(st.booleans()) else ()
    cells = [tuple(words(cell) for cell in row) for row in rows]
    if notes:
        cells[0] = ((*cells[0][0], NoteRef("(1)")), *cells[0][1:])
    return Table(tuple(words(cell) for cell in head), tuple(cells), (), notes)


@pytest.mark.parametrize("name", ["text", "html"])
@given(broad_tables())
@settings(max_examples=60)
def test_a_broad_table_is_accepted(name: str, table: Table) -> None:
    document = Document((TITLE, table))
    if not list(irregularities(document)):
        proved(document, FORMATS[name])


@given(broad_tables())
@settings(max_examples=8)
def test_a_broad_table_is_accepted_in_pdf(table: Table) -> None:
    document = Document((TITLE, table))
    if not list(irregularities(document)):
        proved(document, FORMATS["pdf"])


@pytest.mark.parametrize("name", FORMATS)
def test_a_table_of_200_rows_is_accepted(name: str) -> None:
    head = tuple(words(text) for text in ("Fund", "Class A", "Class C", "Class I"))
    rows = tuple(
        tuple(words(text) for text in (f"Harbor Point Fund {number}", f"{number / 100:.2f}%", "None", "N/A"))
        for number in range(1, 201)
    )
    assert proved(Document((TITLE, Table(head, rows))), FORMATS[name]) == set()
