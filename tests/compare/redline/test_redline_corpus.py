"""Filings with random edits: a redline marks what the edit touched, and hardly a word more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from statistics import median, quantiles

import pytest

from generator.compare.redline.changes import Redline, pieces_of, text_of
from generator.compare.redline.redline import compare_documents
from generator.document.nodes import Document
from generator.readers.files import read_file
from tests.compare.redline.edits import EDITS, Edit, count, plain

SHARED = Path(__file__).resolve().parents[4] / "shared"
FILES = sorted(path for folder in ("supplements", "summaries") for path in (SHARED / "corpus" / folder).glob("*.htm"))
ROUNDS = 4

pytestmark = pytest.mark.skipif(not FILES, reason="the shared filings are not beside the project")


@pytest.fixture(scope="module")
def filings() -> list[Document]:
    return [plain(read_file(path.name, path.read_bytes()).document) for path in FILES]


def marked_words(redline: Redline) -> int:
    """The words that a redline marks, those that were moved once."""
    total = 0
    for entry in redline.entries:
        if entry.status == "moved from":
            continue
        for pieces in pieces_of(entry):
            moved = entry.status == "moved to"
            total += sum(count(text_of(piece.words)) for piece in pieces if moved or piece.kind != "same")
    return total


def shares(filings: list[Document], edit: Edit) -> Iterator[float]:
    """For each filing and round, the words marked for each word touched."""
    for number, document in enumerate(filings):
        for turn in range(ROUNDS):
            done = edit(document, Random(1000 * number + turn))
            if done is not None and done.touched:
                yield marked_words(compare_documents(document, done.document)) / done.touched


def told(name: str, measured: Iterable[float], capsys: pytest.CaptureFixture[str]) -> float:
    """The median, printed with what 95 % lie below."""
    found = sorted(measured)
    middle, most = median(found), quantiles(found, n=20)[-1]
    with capsys.disabled():
        print(f"\n{name}: {len(found)} documents, words marked for each touched: median {middle:.2f}, 95 % {most:.2f}")
    return middle


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_an_edit_is_marked_and_hardly_more(
    edit: Edit, filings: list[Document], capsys: pytest.CaptureFixture[str]
) -> None:
    measured = sorted(shares(filings, edit))
    middle, worst = median(measured), quantiles(measured, n=20)[-1]
    with capsys.disabled():
        print(
            f"\n{edit.__name__}: {len(measured)} edits, marked/touched median {middle:.2f}, 95 % below {worst:.2f}",
            end="",
        )
    assert middle <= 1.10


def several(document: Document, random: Random) -> tuple[Document, int]:
    """A document after as many as eight edits of any kind."""
    touched = 0
    for _ in range(random.randint(2, 8)):
        done = random.choice(EDITS)(document, random)
        if done is not None:
            document, touched = done.document, touched + done.touched
    return document, touched


def test_many_edits_are_marked_and_hardly_more(filings: list[Document], capsys: pytest.CaptureFixture[str]) -> None:
    measured = []
    for number, document in enumerate(filings):
        for turn in range(ROUNDS):
            edited, touched = several(document, Random(7000 * number + turn))
            if touched:
                measured.append(marked_words(compare_documents(document, edited)) / touched)
    assert told("as many as eight edits", measured, capsys) <= 1.10
