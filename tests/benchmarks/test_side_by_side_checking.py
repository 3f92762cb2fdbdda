"""A file that lacks a paragraph, a cell or a sign does not pass for one that was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.side_by_side.checking import READERS, Said, faults, missing, row_of, rows, texts
from benchmarks.side_by_side.documents import write_project
from benchmarks.side_by_side.prepared import plain
from generator import FORMATS, Document, Library, load_wording
from generator.document.nodes import Paragraph, Table, Text
from generator.library.find import Source


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A small supplement."""
    (path,) = write_project(tmp_path_factory.mktemp("small"), "small", 1, 9)
    loaded = Library(load_wording()).load(Source(path, path.stem))
    assert loaded.document
    return loaded.document


def without_paragraph(document: Document) -> Document:
    """The document without the paragraph before its table."""
    place = next(
        at for at, block in enumerate(document.blocks) if isinstance(block, Paragraph) and block.align == "left"
    )
    return replace(document, blocks=(*document.blocks[:place], *document.blocks[place + 1 :]))


def with_cell(document: Document, words: str) -> Document:
    """The document with another last cell in the third row of its table."""
    place, table = next((at, block) for at, block in enumerate(document.blocks) if isinstance(block, Table))
    row = (*table.rows[2][:-1], (Text(words),) if words else ())
    other = replace(table, rows=(*table.rows[:2], row, *table.rows[3:]))
    return replace(document, blocks=(*document.blocks[:place], other, *document.blocks[place + 1 :]))


def without_cell(document: Document) -> Document:
    """The document with that cell empty."""
    return with_cell(document, "")


def said(document: Document, format: str) -> Said:
    """What the file of a document says."""
    return READERS[FORMATS[format].suffix](FORMATS[format].write(document))


@pytest.mark.parametrize("format", FORMATS)
def test_a_whole_file_lacks_nothing(document: Document, format: str, tmp_path: Path) -> None:
    assert missing(said(document, format), plain(document)) == ""


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("change", [without_paragraph, without_cell])
def test_what_is_dropped_is_missed(document: Document, format: str, change: Callable[[Document], Document]) -> None:
    assert "words" in missing(said(change(document), format), plain(document))


def test_a_row_with_the_same_words_in_other_cells_is_missed(document: Document) -> None:
    """A sign is no word: only the row tells that it is gone."""
    wanted = plain(document)
    figure = next(row[-1] for row in rows(wanted) if row[-1].startswith("("))
    altered = plain(document)
    row = next(row for row in altered["blocks"][-2]["rows"] if row[-1] == figure)
    row[-1] = figure.strip("()")
    told = Said(" ".join(texts(altered)), Counter(row_of(one) for one in rows(altered)))
    assert "table rows" in missing(told, wanted)
    untagged = Said(" ".join(texts(altered)), None)
    assert "figures" in missing(untagged, wanted)


def test_without_tags_figures_may_be_broken_by_a_line(document: Document) -> None:
    wanted = plain(document)
    assert missing(Said(" ".join(texts(wanted)).replace("%)", "%\n)"), None), wanted) == ""


def test_a_file_that_is_not_there_says_so(document: Document, tmp_path: Path) -> None:
    assert faults(tmp_path / "none.pdf", plain(document)) == "no .pdf was written"
