"""Law 1 for EDGAR text: a file reads back to what it shows of its tree, for every tree in normal form."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.canonical import canonical_text
from generator.document.carried import TEXT, carried
from generator.document.nodes import Document, Inlines, Note, NoteRef, Table, Text, Title
from generator.document.normal import irregularities
from generator.errors import Unwritable
from generator.readers.text import read_text
from generator.writers.text import text_faults, write_text
from tests.trees import LETTERS, TRAPS, normal_documents
from tests.writers.edgar_table import check_table, table_lines

FIGURES = ["0.86%", "None", "N/A", "(0.35)%", "$1,506", "12.5%", "--", "1,000,000.123456789"]


def proved(document: Document) -> str | None:
    """The text of a document, read back to its tree, or None where it is refused with its faults."""
    faults = text_faults(document)
    if faults:
        with pytest.raises(Unwritable) as refused:
            write_text(document)
        assert refused.value.faults == faults
        return None
    text = write_text(document)
    assert read_text(text) == carried(document, TEXT)
    return text


def check_lines(text: str) -> None:
    """EDGAR Filer Manual II 5.2.1.1, 5.2.1.2.1 and 5.2.1.4: characters, 80 or 132 of them on a line, tables cut."""
    assert text.endswith("\n")
    inside = False
    for line in text[:-1].split("\n"):
        inside = inside or line == "<TABLE>"
        assert len(line) <= (132 if inside else 80)
        assert not line or (line.isascii() and line.isprintable() and "^" not in line and line == line.rstrip())
        inside = inside and line != "</TABLE>"
    for lines in table_lines(text):
        check_table(lines)


@settings(max_examples=150, deadline=None)
@given(normal_documents())
def test_a_text_reads_back_or_has_faults(document: Document) -> None:
    if (text := proved(document)) is not None:
        check_lines(text)


@st.composite
def broad_tables(draw: st.DrawFn) -> Table:
    """A table of up to 16 columns, each with cells of one kind, long words and several marks on a cell."""
    longest = draw(st.sampled_from([12, 30, 70]))
    word = st.one_of(st.sampled_from(TRAPS), st.text(LETTERS, min_size=1, max_size=longest))
    phrase = st.lists(word, min_size=1, max_size=6).map(" ".join).map(canonical_text).filter(bool)
    words = phrase.map(lambda text: (Text(text),))
    figures = st.sampled_from(FIGURES).map(lambda text: (Text(text),))
    kinds = [words, figures, st.one_of(figures, st.just(())), st.one_of(words, st.just(()))]
    columns = draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=16))
    markers = draw(st.sampled_from([[], ["*", "**", "***"], ["(1)", "(a)", "*"], ["***", "**"], ["*"]]))
    refs = st.lists(st.sampled_from(markers).map(NoteRef), max_size=2).map(tuple) if markers else st.just(())

    def marked(cell: Inlines) -> Inlines:
        return (*cell, *draw(refs)) if cell else cell

    rows = [tuple(marked(draw(column)) for column in columns) for _ in range(draw(st.integers(1, 5)))]
    head = tuple(draw(st.one_of(st.just(()), words)) for _ in columns) if draw(st.booleans()) else ()
    notes = tuple(Note(marker, (Text("A note."),)) for marker in markers)
    return Table(head if any(head) else (), tuple(rows), draw(st.one_of(st.just(()), words)), notes)


@settings(max_examples=100, deadline=None)
@given(
    broad_tables()
    .map(lambda table: Document((Title((Text("T"),)), table)))
    .filter(lambda document: not list(irregularities(document)))
)
def test_broad_tables_and_long_words_read_back_or_have_faults(document: Document) -> None:
    if (text := proved(document)) is not None:
        check_lines(text)
