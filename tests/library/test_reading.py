"""Files that were filed are checked with the line, or page, of what is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.checks.subject import Subject
from generator.checks.words import Words, words_of
from generator.document.carried import EVERYWHERE, carried
from generator.filing.formats import FORMATS
from generator.library.find import find_sources
from generator.library.load import Library
from generator.library.proof import recovered_house
from generator.library.reading import FilePlaces, check_file
from generator.readers.files import read_file
from generator.readers.lines import spelled_words, word_lines
from generator.wording.environment import load_wording

CONTENT = Path(__file__).resolve().parents[2] / "content"
WORDING = load_wording()
SAMPLES = {source.name: source for source in find_sources([CONTENT])[0]}
SOME = ["aim-small-cap-2009-11-12", "jpm-small-cap-2001-11-15", "tour/combined", "tour/fee-table", "tour/correction"]


@pytest.mark.parametrize("name", SOME)
@pytest.mark.parametrize("format", ["text", "html", "pdf"])
def test_what_is_read_is_found_on_its_line(name: str, format: str) -> None:
    loaded = Library(WORDING).load(SAMPLES[name])
    assert loaded.document is not None
    file = f"x{FORMATS[format].suffix}"
    data = FORMATS[format].write(loaded.document)
    words = word_lines(file, data)
    house = recovered_house(carried(read_file(file, data).document, EVERYWHERE), WORDING)
    places = FilePlaces(file, house, words)
    for one in Subject(house, read=True).words:
        if len(wanted := list(spelled_words(one.text))) > 2:
            _, span = places.place(one.path, one.text)
            assert (wanted[0], span.line) in words, one


def test_a_file_that_is_no_document_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"nothing of the kind")
    assert [one.code for one in check_file(path, WORDING).diagnostics] == ["RD-01"]
    assert [one.code for one in check_file(tmp_path / "none.txt", WORDING).diagnostics] == ["FIL-03"]


def test_a_table_is_not_walked_through_for_each_of_its_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walks = 0

    def counted(*values: Any) -> Iterator[Words]:
        nonlocal walks
        walks += 1
        return words_of(*values)

    monkeypatch.setattr("generator.library.reading.words_of", counted)
    path = tmp_path / "x.htm"
    path.write_text(f"<html><body><table>{2 * ('<tr>' + 300 * '<td>1</td>' + '</tr>')}</table></body></html>", "utf-8")
    assert len(check_file(path, WORDING).diagnostics) > 500
    assert walks < 700  # once for each cell, and what holds it
