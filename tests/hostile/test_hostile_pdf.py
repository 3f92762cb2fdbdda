"""A PDF is told what it would take before an engine draws it: a finding in bounded time and memory."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.conformance.pdf.bounds import excess, names_drawn
from generator.checks.conformance.pdf.filters import from_codes
from generator.document.nodes import Document, Paragraph, Text, Title
from generator.document.outline import print_outline
from generator.readers.files import read_file
from generator.writers.pdf import write_pdf
from tests.hostile.pdfs import BOMBS, HARMLESS, codes
from tests.hostile.running import supplement


@pytest.mark.parametrize("name", BOMBS)
def test_a_small_file_that_takes_gigabytes_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(BOMBS[name])
    done = supplement(tmp_path, "read", "x.pdf")
    assert done.code == 1 and "RD-01" in done.talk and "help: print it to a new PDF" in done.talk


@pytest.mark.parametrize("words", [["check"], ["verify"], ["diff", "x.pdf"]])
@pytest.mark.parametrize("name", ["a form that draws itself twice", "blanks, packed twice"])
def test_no_command_opens_it(name: str, words: list[str], tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(BOMBS[name])
    assert supplement(tmp_path, *words, "x.pdf").code == 1


@pytest.mark.parametrize("name", HARMLESS)
def test_forms_and_pictures_are_read(name: str) -> None:
    assert "The Fund is closed." in print_outline(read_file("x.pdf", HARMLESS[name]).document)


def test_our_own_files_are_known_without_being_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.checks.conformance.pdf.bounds.read_pdf", lambda _data: pytest.fail("parsed"))
    paragraphs = (Paragraph((Text(f"The Fund is closed, says line {number}."),)) for number in range(2_000))
    assert excess(write_pdf(Document((Title((Text("Harbor Point Funds"),)), *paragraphs)))) == ""


@given(st.lists(st.sampled_from([b"/", b"%", b"Do", b"a", b" ", b"\n", b"\r", b"(", b"/X Do"]), max_size=14))
def test_names_are_drawn_where_do_follows_behind_blanks_and_comments(parts: list[bytes]) -> None:
    """One pattern says which; it takes for ever where thousands of comments could begin."""
    data = b"".join(parts)
    whole = rb"(?=/([^\0\t\n\f\r ()<>\[\]{}/%]*+)(?:[\0\t\n\f\r ]|%[^\r\n]*+)*+Do(?![A-Za-z]))"
    assert list(names_drawn(data)) == [name.decode() for name in re.findall(whole, data)]


def test_codes_of_growing_width_are_read() -> None:
    from pdfminer.lzw import lzwdecode

    packed = b"\x80" + bytes((7 * number * number) % 251 for number in range(9_000))
    assert from_codes(packed, 1 << 20) == lzwdecode(packed)
    assert from_codes(codes(b"words" * 999), 1 << 20) == b"words" * 999
