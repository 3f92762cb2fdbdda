"""PDFs without our tags, printed from small pages of our own wording."""

from __future__ import annotations

from functools import cache

import pytest

from generator.document.canonical import shown_text
from generator.document.nodes import Document, Heading, Inlines, List, NoteRef, Paragraph, Table, Title
from generator.document.normal import irregularities
from generator.errors import UnreadableFile
from generator.readers.foreign import read_foreign_pdf

SENTENCE = "The adviser has agreed to waive a part of its fee for large-cap shares until the end of the year. "
PAGE = f"""<style>@page {{ size: letter; margin: 1in; @bottom-center {{ content: counter(page) }} }}
p {{ margin: 0 0 14pt }} td {{ padding: 4pt 40pt 4pt 0 }}</style>
<p style="text-align:center">OAK TRUST</p><p style="text-align:center">Supplement dated May 1, 2020</p>
<p>{SENTENCE * 3}</p>
<table><tr><td></td><td>Class A</td><td>Class B</td></tr><tr><td>Management fee*</td><td>0.50%</td><td>0.60%</td></tr>
<tr><td>Other expenses</td><td>None</td><td>0.10%</td></tr></table>
<p>* An estimate of the adviser.</p><p>• One item.</p><p>• Another item.</p>
<p style="break-before:page">{SENTENCE}</p>"""


@cache
def printed(html: str) -> bytes:
    import weasyprint

    return bytes(weasyprint.HTML(string=html).write_pdf())


def text(children: Inlines) -> str:
    return shown_text(children)


@pytest.fixture(scope="module")
def document() -> Document:
    return read_foreign_pdf(printed(PAGE))


def test_page_is_read_in_order_without_its_number(document: Document) -> None:
    assert list(irregularities(document)) == []
    titles = [text(block.children) for block in document.blocks if isinstance(block, Title)]
    assert titles == ["OAK TRUST", "Supplement dated May 1, 2020"]
    paragraphs = [text(block.children) for block in document.blocks if isinstance(block, Paragraph)]
    assert paragraphs == [(SENTENCE * 3).strip(), SENTENCE.strip()]
    assert not any(isinstance(block, Heading) for block in document.blocks)


def test_columns_and_notes_are_found_by_their_places(document: Document) -> None:
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert [text(cell) for cell in table.head] == ["", "Class A", "Class B"]
    assert [[text(cell) for cell in row] for row in table.rows] == [
        ["Management fee*", "0.50%", "0.60%"],
        ["Other expenses", "None", "0.10%"],
    ]
    assert table.rows[0][0][-1] == NoteRef("*")
    assert [note.marker for note in table.notes] == ["*"]
    (bullets,) = [block for block in document.blocks if isinstance(block, List)]
    assert [text(item) for item in bullets.items] == ["One item.", "Another item."]


def test_pdf_without_words_or_cut_short_is_unreadable() -> None:
    with pytest.raises(UnreadableFile, match="no text"):
        read_foreign_pdf(printed("<p></p>"))
    with pytest.raises(UnreadableFile):
        read_foreign_pdf(printed(PAGE)[:2000])
    with pytest.raises(UnreadableFile):
        read_foreign_pdf(b"")
