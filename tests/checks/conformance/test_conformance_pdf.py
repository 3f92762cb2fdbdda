"""The PDF rules on files that an engine made, and the object reader behind them."""

from __future__ import annotations

import zlib
from dataclasses import replace

import pytest
import weasyprint
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.conformance import check_conformance
from generator.checks.conformance.pdf.file import read_pdf
from generator.checks.conformance.pdf.objects import Keyword, Lexer, Name, Object, Ref
from tests.checks.conformance.pdf_cases import GOOD
from tests.checks.conformance.pdf_maker import CONTENT, HEADINGS, LIST, ROW, Parts, element, stream

PAGE = """\
<html lang="en"><head><title>Supplement</title><style>* { bookmark-level: none }</style></head><body>
<h1>One</h1><p>Words <b>in bold</b>.</p><ul><li>a</li><li>b</li></ul><h2>Two</h2>
<table><thead><tr><th></th><th>Class A</th></tr></thead><tbody><tr><th>Fee</th><td>1%</td></tr></tbody></table>
</body></html>"""


@pytest.fixture(scope="module")
def engine() -> weasyprint.HTML:
    return weasyprint.HTML(string=PAGE)


def codes(data: bytes) -> list[str]:
    """The rules that a PDF of ours would break."""
    return [diagnostic.code for diagnostic in check_conformance("a.pdf", data, house=True)]


def test_a_tagged_file_of_an_engine_breaks_no_rule(engine: weasyprint.HTML) -> None:
    assert codes(engine.write_pdf(pdf_variant="pdf/ua-1")) == []
    assert codes(engine.write_pdf(pdf_variant="pdf/ua-1", uncompressed_pdf=True)) == []


def test_an_untagged_file_of_an_engine_is_told(engine: weasyprint.HTML) -> None:
    assert codes(engine.write_pdf()) == ["pdf.tagged", "pdf.title_shown", "pdf.ua_identifier"]


def test_an_outline_and_a_link_are_told() -> None:
    page = PAGE.replace("bookmark-level: none", "").replace("Words", "<a href='https://example.com'>Words</a>")
    assert codes(weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")) == ["pdf.destinations", "pdf.links"]


def test_what_a_form_shows_belongs_to_the_mark_around_it() -> None:
    form = b"11 0 obj\n%s\nendobj\n" % stream(
        b"BT /F 9 Tf (inner) Tj ET", b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]"
    )
    page = b"/Resources<</Font<</F 5 0 R>>/XObject<</X 11 0 R>>>>"
    for mark, expected in ((b"/Artifact BMC /X Do EMC", []), (b"/X Do", ["pdf.untagged_content"])):
        assert codes(Parts(page=page, content=stream(CONTENT + mark), more=form).written()) == expected


def test_compressed_content_and_inline_images_are_read_through() -> None:
    image = b"/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /G ID \x28 Tj EI EMC\n"
    packed = zlib.compress(image + CONTENT)
    assert codes(Parts(content=stream(packed, b"/Filter/FlateDecode")).written()) == []
    assert codes(Parts(content=stream(packed.hex().encode() + b">", b"/Filter[/AHx/Fl]")).written()) == []


def test_the_last_of_two_objects_counts() -> None:
    data = GOOD.written() + b"6 0 obj <</Title()>> endobj\n"
    assert codes(data) == ["pdf.title"]


def test_a_row_without_a_label_under_no_heading_is_tied_to_nothing() -> None:
    rows = (
        element("TR", element("TD"), element("TD", 6)),
        element("TR", element("TH", 5, 7, entries=ROW), element("TD")),
    )
    bare = element("TR", element("TD"), element("TD", 8))
    assert codes(Parts(tree=(*HEADINGS, LIST, element("Table", *rows, bare))).written()) == []


def test_headers_by_name_and_spans_tie_cells() -> None:
    head = element("TR", element("TH", 5, entries=b"/A[<</O/Layout>><</O/Table/ColSpan 2/Scope/Column>>]"))
    cells = element("TR", element("TD", 6), element("TD", 7)), element("TR", element("TD", 8), element("TD"))
    assert codes(Parts(tree=(*HEADINGS, LIST, element("Table", head, *cells))).written()) == []
    head = element("TR", element("TH", 5, entries=b"/ID(a)"), element("TH", 6, entries=b"/ID(b)"))
    data = element(
        "TR", element("TH", 7, entries=b"/ID(c)"), element("TD", 8, entries=b"/A<</O/Table/Headers[(b)(c)]>>")
    )
    assert codes(Parts(tree=(*HEADINGS, LIST, element("Table", head, data))).written()) == []


def test_a_page_tree_in_a_circle_ends() -> None:
    data = GOOD.written().replace(b"/Kids[3 0 R]", b"/Kids[3 0 R 2 0 R]")
    assert "pdf.opens" not in codes(data)


names = st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="()<>[]{}/%#"), min_size=1).map(
    Name
)
simple = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.binary(max_size=20),
    names,
    st.builds(Ref, st.integers(0, 10**6), st.integers(0, 9)),
)
objects = st.recursive(
    simple,
    lambda inner: st.one_of(st.lists(inner, max_size=5), st.dictionaries(names, inner, max_size=5)),
    max_leaves=20,
)


def written(value: Object) -> bytes:
    """An object in PDF syntax."""
    if isinstance(value, Ref):
        return b"%d %d R" % value
    if isinstance(value, Name):
        return b"/" + value.encode("ascii")
    if isinstance(value, bytes):
        plain = value.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)").replace(b"\r", b"\\r")
        return b"(%s)" % plain if len(value) % 2 else b"<%s>" % value.hex().encode()
    if isinstance(value, list):
        return b"[%s]" % b" ".join(map(written, value))
    if isinstance(value, dict):
        return b"<<%s>>" % b" ".join(written(Name(key)) + b" " + written(inner) for key, inner in value.items())
    return {None: b"null", True: b"true", False: b"false"}.get(value) or str(value).encode()  # type: ignore[arg-type]


@given(objects)
@settings(max_examples=150, deadline=None)
def test_objects_are_read_as_they_were_written(value: Object) -> None:
    lexer = Lexer(b"% comment\n" + written(value) + b" endobj")
    assert lexer.next() == (True, value)
    assert lexer.next() == (True, Keyword(b"endobj"))
    assert lexer.next() == (False, None)


@given(st.lists(objects, max_size=6))
@settings(max_examples=100, deadline=None)
def test_objects_are_found_without_a_cross_reference_table(values: list[Object]) -> None:
    data = b"".join(b"%d 0 obj %s endobj\n" % (number, written(value)) for number, value in enumerate(values))
    assert read_pdf(data).objects == dict(enumerate(values))


def test_words_that_are_known_are_read_from_the_pages_only_where_they_hold_a_tag() -> None:
    tagged = replace(GOOD, content=stream(CONTENT.replace(b"(word)", b"(see <TABLE> here)", 1))).written()
    for words, expected in ((None, [(1, "pdf.sgml")]), ("see <TABLE> here", [(1, "pdf.sgml")]), ("see here", [])):
        found = check_conformance("a.pdf", tagged, house=True, words=words)
        assert [(each.span.line, each.code) for each in found] == expected
    closed = b"%PDF-1.7\n%%EOF"
    assert [each.code for each in check_conformance("a.pdf", closed, words="see here")] == ["pdf.opens"]
