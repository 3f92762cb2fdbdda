"""Pages as files, beside WeasyPrint's of the same pages: the same words in the same places, the same tags."""

from __future__ import annotations

import io
from pathlib import Path

import pdfplumber
import pytest

from generator.document.nodes import Document, PageBreak, Paragraph, Table, Text, Title
from generator.errors import SupplementError
from generator.library.find import find_sources
from generator.library.load import Library
from generator.readers.pdf import dump_tags
from generator.typeset import Unsettable
from generator.typeset.setter import set_page
from generator.wording.environment import load_wording
from generator.writers.pdf import needs_weasyprint, write_pdf
from generator.writers.pdf.layout import sections
from generator.writers.pdf.looks import pdf_frame, print_css
from generator.writers.pdf.weasy import libraries
from generator.writers.pdf.weasy.engine import render_pdf
from tests.writers.test_pdf_writer import DOCUMENT, LONG, TURNED

CONTENT = Path(__file__).resolve().parents[2] / "content"
SOURCES = find_sources([CONTENT])[0]
HEAD = '<meta name="dcterms.created" content="2025-05-01T00:00:00Z"><title>A page</title>'


def html_of(document: Document) -> str:
    """The page that both set."""
    return pdf_frame().render(title="A title", dated="2025-05-01T00:00:00Z", sections=sections(document))


def both(document: Document) -> tuple[bytes, bytes]:
    """Our file and WeasyPrint's."""
    html = html_of(document)
    return set_page(html, print_css()), render_pdf(html)


def words_of(data: bytes) -> list[list[tuple[str, float, float, float]]]:
    """The words of each page with their left and right edges and tops, as a third program finds them."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [[(w["text"], w["x0"], w["x1"], w["top"]) for w in page.extract_words()] for page in pdf.pages]


@pytest.mark.parametrize("document", [DOCUMENT, Document(TURNED.blocks[:4])], ids=["all blocks", "turned"])
def test_words_stand_where_weasyprint_puts_them(document: Document) -> None:
    ours, theirs = map(words_of, both(document))
    assert [len(page) for page in ours] == [len(page) for page in theirs]
    for one, other in zip((w for page in ours for w in page), (w for page in theirs for w in page), strict=True):
        assert one[0] == other[0]
        assert one[1:] == pytest.approx(other[1:], abs=0.15)  # kerning over blanks is left out


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped content."""
    return Library(load_wording())


@pytest.mark.parametrize("source", SOURCES, ids=[source.name for source in SOURCES])
def test_shipped_content_has_the_same_tags_words_and_pages(library: Library, source: object) -> None:
    for loaded in library.load_each(source):  # type: ignore[arg-type]
        assert loaded.document is not None
        ours, theirs = both(loaded.document)
        assert dump_tags(ours) == dump_tags(theirs)
        assert len(words_of(ours)) == len(words_of(theirs))


def test_long_words_paragraphs_and_tables_have_the_same_tags() -> None:
    words = (Text("The Portfolio may invest in large-cap and/or mid-cap securities. " * 20),)
    rows = tuple(((Text(f"Row {at} of the schedule"),), words, (Text("0.05%"),)) for at in range(12))
    document = Document((
        Title((Text("EXAMPLE SERIES TRUST"),)),
        Paragraph(LONG),
        Paragraph((Text("w" * 300),)),
        PageBreak(),
        PageBreak(),
        Table((), rows),
        Paragraph(LONG, "center"),
    ))  # fmt: skip
    ours, theirs = both(document)
    assert dump_tags(ours) == dump_tags(theirs)


def test_a_head_is_set_again_where_its_table_goes_on_and_is_read_once() -> None:
    rows = tuple(((Text(f"Fund {at}"),), (Text("0.05%"),)) for at in range(80))
    ours, theirs = both(Document((Title((Text("T"),)), Table(((Text("Fund"),), (Text("Fee"),)), rows))))
    assert dump_tags(ours) == dump_tags(theirs)
    pages = [[word for word, *_ in page] for page in words_of(ours)]
    assert [page[:2] for page in pages[1:]] == [["Fund", "Fee"]] * (len(pages) - 1) and len(pages) > 1
    assert [page[-1] for page in pages[1:]] == ["2", "3"][: len(pages) - 1]


def test_a_row_that_no_page_holds_is_left_to_weasyprint() -> None:
    long = (Text("word " * 3000),)
    document = Document((Title((Text("T"),)), Table((), (((Text("Fund"),), long),))))
    with pytest.raises(Unsettable, match="higher than a page"):
        set_page(html_of(document), print_css())
    data = write_pdf(document)
    assert b"WeasyPrint" in metadata(data) and sum(len(page) for page in words_of(data)) > 3000


def test_what_goes_without_weasyprint_is_told_where_it_lacks_its_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "LIBRARIES", (("libnone.so.0", "libnone.dylib"),))
    libraries.load_engine.cache_clear()
    document = Document((Title((Text("T"),)), Table((), (((Text("Fund"),), (Text("word " * 3000),)),))))
    try:
        assert write_pdf(DOCUMENT)
        with pytest.raises(SupplementError, match=r"needed for a line or row .*, and a PDF cannot .* libnone\.so\.0"):
            write_pdf(document)
    finally:
        libraries.load_engine.cache_clear()


def test_a_sheet_of_ones_own_is_set_here_as_long_as_it_asks_for_what_is_known(tmp_path: Path) -> None:
    assert not needs_weasyprint(None)
    larger = print_css().replace("font-size: 14pt; line-height: 18pt", "font-size: 20pt; line-height: 26pt")
    (tmp_path / "print.css").write_text(larger, "utf-8")
    assert not needs_weasyprint(tmp_path)
    assert write_pdf(DOCUMENT, tmp_path) not in (write_pdf(DOCUMENT), render_pdf(html_of(DOCUMENT), tmp_path))
    (tmp_path / "print.css").write_text(larger + "\nh1 { text-shadow: 1pt 1pt #000 }", "utf-8")
    assert needs_weasyprint(tmp_path)
    assert b"WeasyPrint" in metadata(write_pdf(DOCUMENT, tmp_path))


def metadata(data: bytes) -> bytes:
    """Who made a file."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return str(pdf.metadata["Producer"]).encode()


@pytest.mark.parametrize(
    "body",
    [
        "<section><img src=x.png></section>",
        "<section><p>a <em>b</em></p></section>",
        "<section><!-- a note -->words <p>a</p></section>",
        "<section><p>a<span><sup style='vertical-align: baseline'>b</sup></span></p></section>",
        "<section><table style='border-spacing: 1pt'><colgroup><col style='width: 468pt'></colgroup><tbody><tr>"
        "<td>a</td></tr></tbody></table></section>",
        "<section><table><colgroup><col style='width: 468pt'></colgroup><tbody><tr><td colspan='x'>a</td></tr></tbody>"
        "</table></section>",
        "<section>words <p>a</p></section>",
        "<section><ul><li>a</li></ul></section>",
        "<section><p style='border-top: 1pt solid #000'>a</p></section>",
        "<section><p style='padding-top: 1pt'>a</p></section>",
        "<section><p style='width: 100pt'>a</p></section>",
        "<section><p>a <b style='margin-left: 3pt; display: block'>b</b></p></section>",
        "<section><table><colgroup><col style='width: 10pt'></colgroup><tbody><tr><td>a</td></tr></tbody></table>"
        "</section>",
        "<section><table><tbody><tr><td>a</td></tr></tbody></table></section>",
        "<section><table><colgroup><col style='width: 468pt'></colgroup><tbody><tr><td>a</td><td>b</td></tr></tbody>"
        "</table></section>",
    ],
)
def test_elements_that_are_not_set_here_are_refused(body: str) -> None:
    with pytest.raises(Unsettable):
        set_page(f"<html lang=en><head>{HEAD}</head><body>{body}</body></html>", print_css())


@pytest.mark.parametrize("page", ["", " ", "<!-- nothing -->", "words"])
def test_a_page_that_is_none_is_refused(page: str) -> None:
    with pytest.raises(Unsettable):
        set_page(page, print_css())


@pytest.mark.parametrize(
    "head",
    ["", "<title>t</title>", HEAD + "<style>p { color: #000 }</style>", HEAD.replace("T00:00:00Z", "")],
)
def test_a_page_says_what_it_is_and_brings_no_sheet(head: str) -> None:
    with pytest.raises(Unsettable):
        set_page(f"<html lang=en><head>{head}</head><body><section><p>a</p></section></body></html>", print_css())


@pytest.mark.parametrize(
    ("name", "text", "needs"),
    [
        ("print.css", print_css(), False),
        ("print.css", print_css() + "p { float: left }", True),
        ("print.css", print_css() + "tr { break-inside: auto }", True),
        ("print.css", print_css() + "table { border-spacing: 1pt }", True),
        ("print.css", print_css() + ".figures { border-left: 1pt solid #000 }", True),
        ("frame.html", "<p>words</p>", True),
        ("frame.html", "{{ nothing }}", False),
    ],
)
def test_what_every_page_of_a_kind_asks_for_is_known_beforehand(
    tmp_path: Path, name: str, text: str, needs: bool
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert needs_weasyprint(tmp_path) == needs
