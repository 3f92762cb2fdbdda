"""Reading a PDF: what comes back over lines and pages, and what is refused."""

from __future__ import annotations

import pypdfium2
import pytest

from generator.document.carried import PDF, carried
from generator.document.nodes import Document, Note, NoteRef, PageBreak, Paragraph, Strong, Table, Text, Title
from generator.errors import NotHouseForm, UnreadableFile
from generator.readers.pdf import dump_tags, read_pdf
from generator.writers.pdf import write_pdf
from generator.writers.pdf.weasy.engine import render_pdf

TITLE = Title((Text("Example Fund"),))


def pages(data: bytes) -> int:
    pdf = pypdfium2.PdfDocument(data)
    try:
        return len(pdf)
    finally:
        pdf.close()


def round_trip(*blocks: object, over: int = 1) -> None:
    """Asserts that the blocks come back from a file of at least so many pages."""
    document = Document((TITLE, *blocks))  # type: ignore[arg-type]
    data = write_pdf(document)
    assert pages(data) >= over
    assert read_pdf(data) == carried(document, PDF)


def test_a_paragraph_over_three_pages_is_one() -> None:
    words = "large-cap and/or mid-cap—“as amended”—of (e.g., REITs) 12b-1, 0.86%/(0.35)% of $1,000,000... "
    round_trip(Paragraph((Text((words * 160).strip()),)), over=3)


def test_a_word_longer_than_a_line_or_a_page_is_one() -> None:
    round_trip(Paragraph((Text("x" + "unbreakable-" * 600 + "y z"),)), over=2)


def test_a_word_half_bold_is_one() -> None:
    round_trip(Paragraph((Text("large-"), Strong((Text("cap stock"),)), Text("s of"))))


def test_letters_that_lean_apart_are_one_word() -> None:
    """In bold the bracket stands so far from the j that pdfium puts a blank between the two."""
    round_trip(Table(((Text("(j"),), (Text("(j and (f"),)), (((Text("a"),), (Text("b"),)),)))


def test_a_table_over_pages_is_one_and_its_head_is_read_once() -> None:
    rows = tuple(((Text(f"Portfolio {i}"),), (Text(f"{i / 100:.2f}%"),), ()) for i in range(90))
    head = ((Text("Portfolio"),), (Text("Rate"), NoteRef("(1)")), (Text("Remarks"),))
    table = Table(head, rows, (Text("Schedule"),), (Note("(1)", (Text("Annual."),)),))
    round_trip(table, over=2)
    assert dump_tags(write_pdf(Document((TITLE, table)))).count('"Rate"') == 1


def test_a_row_taller_than_a_page_is_one() -> None:
    tall = (Text("word " * 1500 + "end"),)
    round_trip(Table((), (((Text("a"),), tall), ((Text("b"),), (Text("c"),)))), over=2)


def test_a_head_taller_than_a_page_is_one() -> None:
    tall = (Text("word " * 1500 + "end"),)
    round_trip(Table(((Text("a"),), tall), (((Text("b"),), (Text("c"),)),)), over=2)


def test_page_breaks_come_back_in_a_row_and_at_the_ends() -> None:
    round_trip(PageBreak(), PageBreak(), Paragraph((Text("words"),)), PageBreak(), over=3)


def test_a_squeezed_table_keeps_its_words() -> None:
    row = tuple((Text("Administrative/distribution"),) for _ in range(13))
    round_trip(Table(row, (row, row)))


def test_ligatures_are_letters() -> None:
    round_trip(Paragraph((Text("efficient office of a firm (f) fjord fflush offline"),)))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b"MZ\x90\x00" * 400, "not a PDF"),
        (b"%PDF-1.7\n" + b"x" * 3000, "cut short"),
        (b"%PDF-1.7\nnonsense\n%%EOF\n", "damaged"),
    ],
)
def test_bytes_that_are_no_whole_pdf_are_unreadable(
    data: bytes, message: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(UnreadableFile, match=message) as caught:
        read_pdf(data)
    assert caught.value.help
    assert capfd.readouterr() == ("", "")


def test_a_truncated_file_of_ours_is_unreadable() -> None:
    data = write_pdf(Document((TITLE,)))
    for length in range(1, len(data) - 1024, len(data) // 10):
        with pytest.raises(UnreadableFile):
            read_pdf(data[:length])


def plain_pdf(trailer: str = "") -> bytes:
    """The smallest PDF: one empty page, no tags."""
    return (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>endobj\n"
        f"trailer<</Root 1 0 R {trailer}>>\n%%EOF\n"
    ).encode()


def test_an_untagged_file_is_not_ours() -> None:
    with pytest.raises(NotHouseForm, match="not tagged"):
        read_pdf(plain_pdf())


def test_an_encrypted_file_is_unreadable() -> None:
    lock = f"/ID[<00><00>] /Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'00' * 32}>/U<{'00' * 32}>>>"
    with pytest.raises(UnreadableFile, match="encrypted") as caught:
        read_pdf(plain_pdf(lock))
    assert "password" in caught.value.help


@pytest.mark.parametrize(
    "body",
    [
        "<p>words</p>",
        "<section><h1>words</h1></section>",
        "<section><div data-tag='Div'><p>words</p></div></section>",
        "<section><div data-tag='Div'><h4>words</h4></div></section>",
        "<section><div data-tag='Div'><h2>words</h2><p>words</p></div></section>",
        "<section><div data-tag='Div'><h2>words</h2><h2>words</h2></div></section>",
        "<section><div data-tag='Div'><div data-tag='Div'><h1>words</h1></div></div></section>",
        "<section><div data-tag='Div'><div data-tag='Div'><div data-tag='Div'><h2>w</h2></div></div></div></section>",
        "<section><div data-tag='Div'>words</div></section>",
        "<section><p></p></section>",
        "<section><table><tbody><tr><td>a</td></tr><tr><td>a</td><td>b</td><td>c</td></tr><tr><td>a</td><td>b</td>"
        "</tr></tbody></table></section>",
        "<section><div data-tag='L' data-numbering='alpha'><div data-tag='LI'><span data-tag='Lbl'>(b)</span>"
        "<span data-tag='LBody'>words</span></div></div></section>",
        "<section><div data-tag='Note'><span data-tag='P'>words</span></div></section>",
    ],
)
def test_tags_that_our_writer_never_writes_are_refused(body: str) -> None:
    data = render_pdf(f"<html lang=en><title>t</title><body>{body}<section>.</section></body></html>")
    with pytest.raises(NotHouseForm):
        read_pdf(data)
