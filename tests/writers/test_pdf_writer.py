"""The PDF as a file: what is in it, what is not, and that it never varies."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1

from generator.document.nodes import (
    Document,
    Heading,
    List,
    Note,
    NoteRef,
    PageBreak,
    Paragraph,
    Strong,
    Table,
    Text,
    Title,
)
from generator.errors import SupplementError, Unwritable
from generator.readers.pdf import dump_tags
from generator.typeset.faces import FILES
from generator.writers.pdf import faces, pdf_faults, write_pdf
from generator.writers.pdf.weasy import libraries
from generator.writers.pdf.weasy.engine import render_pdf
from generator.writers.pdf.weasy.libraries import missing_libraries

PROJECT = Path(__file__).resolve().parents[2]
LONG = (Text("The Portfolio may invest in large-cap and/or mid-cap securities. " * 90),)

DOCUMENT = Document(
    (
        Paragraph((Text("Rule 497(e)"),), "right"),
        Title((Text("EXAMPLE SERIES TRUST"),)),
        Title((Text("Supplement dated May 1, 2025"),)),
        Heading(1, (Text("Fees"),), "I."),
        Paragraph((Text("The table is replaced:"),)),
        Table(
            ((), (Text("Class A"),), (Text("Class C"),)),
            (
                ((Text("Annual Operating Expenses"),), (), ()),
                ((Text("Management Fee"), NoteRef("*")), (Text("0.86%"),), (Text("10.86%"),)),
                ((Text("Total Expenses"),), (Text("None"),), ()),
            ),
            (Text("Fee table"),),
            (Note("*", (Text("Restated."),)),),
        ),
        List(((Strong((Text("First"),)), Text(" item")), (Text("Second item"),)), "alpha"),
        PageBreak(),
        Paragraph((Text("The end."),), "center"),
    ),
    dated=date(2025, 5, 1),
)

#: A table that needs a turned page, below what leads to it.
TURNED = Document(
    (
        Title((Text("EXAMPLE SERIES TRUST"),)),
        Heading(1, (Text("Fees"),)),
        Paragraph((Text("The table is replaced with the following:"),)),
        Table(
            ((), *((Text(f"Class R-{at}"),) for at in range(14))),
            (((Text("Total Annual Fund Operating Expenses"),), *[(Text("(0.05)%"),)] * 14),) * 14,
        ),
        Paragraph((Text("The section is replaced with the following:"),)),
        Paragraph(LONG),
    )
)

TAGS = """\
Document
  Sect
    P "Rule 497(e)"
    Div
      H1 "EXAMPLE SERIES TRUST"
      P "Supplement dated May 1, 2025"
    H2 "Fees"
      Lbl "I."
    P "The table is replaced:"
    Table
      Caption "Fee table"
      THead
        TR
          (empty)
          TH #table1-1-2 Scope="Column" "Class A"
          TH #table1-1-3 Scope="Column" "Class C"
      TBody
        TR
          TH #table1-2-1 ColSpan="3" Scope="Row" "Annual Operating Expenses"
        TR
          TH #table1-3-1 Scope="Row" "Management Fee"
            Reference "*"
          TD Headers="table1-2-1 table1-3-1 table1-1-2" "0.86%"
          TD Headers="table1-2-1 table1-3-1 table1-1-3" "10.86%"
        TR
          TH #table1-4-1 Scope="Row" "Total Expenses"
          TD Headers="table1-2-1 table1-4-1 table1-1-2" "None"
          (empty)
    Note #note1
      Lbl "*"
      P "Restated."
    L ListNumbering="LowerAlpha"
      LI
        Lbl "(a)"
        LBody "First item"
      LI
        Lbl "(b)"
        LBody "Second item"
  Sect
    P "The end."
"""


def objects(data: bytes) -> list[object]:
    """Every object of a file."""
    pdf = PDFDocument(PDFParser(io.BytesIO(data)))
    return [pdf.getobj(number) for xref in pdf.xrefs for number in xref.get_objids()]


def keys(data: bytes) -> set[str]:
    """Every key of every dictionary of a file."""
    found: set[str] = set()
    waiting = objects(data)
    while waiting:
        item = waiting.pop()
        if isinstance(item, PDFStream):
            waiting.append(item.attrs)
        elif isinstance(item, dict):
            found |= set(item)
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item
    return found


def test_the_tag_tree_says_what_the_document_says() -> None:
    assert dump_tags(write_pdf(DOCUMENT)) == TAGS


def test_nothing_is_in_the_file_that_edgar_refuses() -> None:
    refused = {
        *("Annots", "OpenAction", "AA", "JS", "JavaScript", "AcroForm", "Outlines", "Dests", "EmbeddedFiles", "AF"),
        *("Encrypt", "URI", "Launch", "RichMedia"),
    }
    data = write_pdf(DOCUMENT)
    assert not keys(data) & refused
    assert "Names" not in PDFDocument(PDFParser(io.BytesIO(data))).catalog


def test_the_file_states_title_language_and_date() -> None:
    pdf = PDFDocument(PDFParser(io.BytesIO(write_pdf(DOCUMENT))))
    assert pdf.info[0]["Title"] == b"EXAMPLE SERIES TRUST"
    assert pdf.info[0]["CreationDate"] == pdf.info[0]["ModDate"] == b"D:20250501000000Z"
    assert resolve1(pdf.catalog["Lang"]) == b"en-US"
    assert resolve1(pdf.catalog["MarkInfo"]) == {"Marked": True}
    assert b'pdfuaid:part="1"' in resolve1(pdf.catalog["Metadata"]).get_data()
    assert "ID" not in pdf.xrefs[0].get_trailer()


def test_only_the_packaged_typeface_is_in_the_file_and_embedded() -> None:
    fonts = [item for item in objects(write_pdf(DOCUMENT)) if isinstance(item, dict) and "FontName" in item]
    assert fonts
    assert all("FontFile2" in font for font in fonts)
    assert all("+SourceSerifPro-" in str(font["FontName"]) for font in fonts)


def test_the_bytes_are_the_same_wherever_they_are_made(tmp_path: Path) -> None:
    program = (
        "import hashlib; from tests.writers.test_pdf_writer import DOCUMENT\n"
        "from generator.writers.pdf import write_pdf\n"
        "write_pdf(DOCUMENT); print(hashlib.sha256(write_pdf(DOCUMENT)).hexdigest())"
    )
    settings = [
        {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1"},
    ]
    expected = hashlib.sha256(write_pdf(DOCUMENT)).hexdigest()
    for setting in settings:
        environment = os.environ | setting | {"PYTHONPATH": str(PROJECT), "HOME": str(tmp_path)}
        run = subprocess.run(
            [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
        )
        assert run.stdout.strip() == expected
        assert run.stderr == ""


def test_writing_leaves_the_environment_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    render_pdf("<html lang=en><title>t</title><p>words</p></html>")
    assert "FONTCONFIG_FILE" not in os.environ


def test_importing_the_writer_imports_no_engine() -> None:
    program = "import sys, generator.writers.pdf; sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=PROJECT).returncode == 0


def test_every_character_without_a_glyph_is_a_fault_with_its_place() -> None:
    document = Document((Title((Text("Fund 日本"),)), Paragraph((Text("soft\u00adhyphen"),))))
    assert [(fault.block, fault.message.split(",")[0]) for fault in pdf_faults(document)] == [
        (0, "'日'"),
        (0, "'本'"),
        (1, "SOFT HYPHEN (U+00AD)"),
    ]
    with pytest.raises(Unwritable) as caught:
        write_pdf(document)
    assert len(caught.value.faults) == 3


def test_characters_that_are_drawn_alike_are_a_fault_only_together() -> None:
    hyphen, minus = Paragraph((Text("a‐b"),)), Paragraph((Text("a-b"),))
    assert not pdf_faults(Document((Title((Text("t"),)), hyphen)))
    assert "looks exactly like" in pdf_faults(Document((Title((Text("t"),)), hyphen, minus)))[0].message


@pytest.mark.parametrize(("bold", "italic"), FILES)
def test_what_is_taken_for_granted_of_the_faces_is_so(bold: bool, italic: bool) -> None:
    glyphs = [faces.face(bold, italic).glyphs.get(character) for character in sorted(faces.SURE)]
    assert None not in glyphs and len(set(glyphs)) == len(faces.SURE)


def test_missing_libraries_are_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    assert missing_libraries() == []
    monkeypatch.setattr(libraries, "LIBRARIES", (("libnone.so.0", "libnone.dylib"),))
    libraries.load_engine.cache_clear()
    try:
        with pytest.raises(SupplementError, match=r"without libnone\.so\.0: install .*apt-get install"):
            render_pdf("<html><p>words</p></html>")
    finally:
        libraries.load_engine.cache_clear()


@pytest.mark.skipif(sys.platform != "linux", reason="libraries have these names on Linux")
def test_loading_the_engine_starts_no_other_program() -> None:
    code = (
        "import ctypes.util, subprocess\n"
        "before = ctypes.util.find_library\n"
        "subprocess.Popen = None\n"
        "from generator.writers.pdf.weasy.libraries import load_engine\n"
        "load_engine()\n"
        "assert ctypes.util.find_library is before\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=PROJECT)


def test_looks_of_ones_own_go_before_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "print.css").write_text('html { font-family: "Source Serif Pro"; font-size: 20pt }', encoding="utf-8")
    restyled = write_pdf(DOCUMENT, tmp_path)
    assert restyled != write_pdf(DOCUMENT)
    assert dump_tags(restyled) == TAGS


def pages_of(document: Document) -> list[tuple[bool, str]]:
    """The pages of a document as PDF: whether each is turned, and its words."""
    pdf = pypdfium2.PdfDocument(write_pdf(document))
    pages = [(page.get_width() > page.get_height(), page.get_textpage().get_text_bounded()) for page in pdf]
    return [(turned, " ".join(text.split())) for turned, text in pages]


def test_no_page_has_a_header_or_heading_alone() -> None:
    (upright, first), (turned, second), *_ = pages_of(TURNED)
    assert (upright, turned) == (False, True)
    assert first.endswith("Fees The table is replaced with the following:")
    assert second.startswith("Class")


def test_what_leads_to_words_stands_above_them() -> None:
    (page,) = (text for _, text in pages_of(TURNED) if "The section is replaced" in text)
    assert "The section is replaced with the following: The Portfolio may invest" in page


@pytest.mark.parametrize("count", range(18, 28))
def test_a_closing_line_is_never_alone_on_its_page(count: int) -> None:
    short = [Paragraph((Text(f"The Portfolio has sentence {number}."),)) for number in range(count)]
    blocks = [Title((Text("Trust"),)), *short, Paragraph((Text("The Portfolio is open. " * 20),))]
    *_, (_, last) = pages_of(Document((*blocks, Paragraph((Text("Keep this supplement."),)))))
    assert "The Portfolio" in last and last.endswith(("Keep this supplement.", "Keep this supplement. 2"))


@pytest.mark.parametrize(
    "documents",
    [
        "the Summary dated June 21, 2026 as supplemented March 3, 2026 of the Global Fund dated June 21, 2026",
        "the as supplemented March 3, 2026 as supplemented March 3, 2026 Summary Prospectus dated May 1, 2026 and",
        "the Prospectus dated May 1, 2026 and of the Global Fund Prospectus dated May 1, 2026 and dated June 21, 2026"
        " Summary of the Global Fund",
    ],
)
def test_no_line_of_a_title_ends_within_a_date(documents: str) -> None:
    title = f"Supplement dated March 14, 2026 to {documents}"
    data = write_pdf(Document((Title((Text(title),)), Paragraph((Text("Words."),))), "Title"))
    lines = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().splitlines()
    assert len(lines) > 2
    assert not [line for line in lines if line.strip().endswith(("March", "May", "June"))]
