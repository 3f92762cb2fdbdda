"""Any file: the kind that it is, house form or not, and for every garbage a document or one clear reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.normal import irregularities
from generator.errors import UnreadableFile
from generator.readers.files import kind_of, read_file

SHARED = Path(__file__).resolve().parents[4] / "shared"
NAMES = st.sampled_from(["a.txt", "a.htm", "a.html", "a.pdf", "a", "a.docx"])
TEXT = "OAK TRUST\n\nThe fee is replaced.\n\n<TABLE>\n<S>  <C>\nFee*    0.50%\nTotal   0.60%\n</TABLE>\n* So.\n"
HTML = "<html><p><b>OAK</b></p><table><tr><td>Fee<sup>1</sup><td>0.50<td>%</table><ul><li>x</ul><p>(1) So.</html>"
PIECES = st.sampled_from([
    "<table>", "</table>", "<tr>", "<td>", "<td colspan=3>", "<td rowspan=2>", "<th>", "<caption>", "<p>", "</p>",
    "<br>", "<li>", "<ol type=i>", "</ol>", "<b>", "</b>", "<sup>", "</sup>", "<hr>", "<p align=center>",
    "<p align=right>", "<i>", "</i>", "1", "(1)", "*", "•", "I.", "2.", "(a)", "%", "$", "(0.3", "12", "None",
    "&dagger;", "word",
    "A b c.", "o    ", "<TABLE>\n", "</TABLE>\n", "<S> <C>\n", "<FN>\n", "<PAGE>\n", "\n", "\n\n", "   ",
    "--- ---\n", "- 2 -\n",
])  # fmt: skip


def reads_or_refuses(name: str, data: bytes) -> None:
    try:
        document = read_file(name, data).document
    except UnreadableFile as refusal:
        assert refusal.message
        return
    assert list(irregularities(document)) == []


@settings(max_examples=150, deadline=None)
@given(NAMES, st.binary(max_size=400))
def test_any_bytes_are_a_document_or_refused(name: str, data: bytes) -> None:
    reads_or_refuses(name, data)


@settings(max_examples=200, deadline=None)
@given(NAMES, st.sampled_from(["", "<html>"]), st.lists(PIECES, max_size=40))
def test_any_soup_is_a_document_or_refused(name: str, begin: str, pieces: list[str]) -> None:
    reads_or_refuses(name, (begin + "".join(pieces)).encode())


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared corpus is not beside the project")
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_mutated_filings_are_documents_or_refused(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted([*SHARED.glob("seeds/*.txt"), *SHARED.glob("corpus/supplements/*.htm")])))
    filing = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(filing)))
        end = min(len(filing), start + data.draw(st.integers(0, 300)))
        filing[start:end] = data.draw(st.one_of(st.binary(max_size=4), PIECES.map(str.encode)))
    reads_or_refuses(path.name, bytes(filing))


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\x00\x01\x02\x03", "binary"),
        ("a.txt", b"PK\x03\x04 and more", "ZIP"),
        ("a.htm", b"\x89PNG\r\n", "image"),
        ("a.htm", b"Just words.", "is plain text"),
        ("a.txt", b"<html><p>Words.</p></html>", "is HTML"),
        ("a.pdf", b"<html><p>Words.</p></html>", "is HTML"),
        ("a.txt", b"%PDF-1.7\n%%EOF", "is a PDF"),
        ("a.pdf", b"%PDF-1.7\n1 0 obj", "cut short"),
        ("a.htm", b"<html><body><img src=x></body></html>", "no text"),
    ],
)
def test_refusals_say_what_the_file_is(name: str, data: bytes, message: str) -> None:
    with pytest.raises(UnreadableFile, match=message) as refusal:
        read_file(name, data)
    assert refusal.value.help


def test_what_others_wrote_is_not_house_form() -> None:
    assert not read_file("a.txt", TEXT.encode()).house
    assert not read_file("a.htm", HTML.encode()).house


def test_a_submission_may_hold_html_under_txt() -> None:
    wrapped = f"<DOCUMENT>\n<TYPE>497\n<TEXT>\n{HTML}\n</TEXT>\n</DOCUMENT>\n".encode()
    assert kind_of("a.txt", wrapped) == "html"
    assert read_file("a.txt", wrapped).document == read_file("a.htm", HTML.encode()).document
