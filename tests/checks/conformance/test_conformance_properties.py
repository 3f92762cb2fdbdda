"""The checker says something about any bytes at all, at places that exist."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.conformance import RULES, check_conformance
from generator.checks.conformance.html.tokens import tokens
from generator.checks.conformance.place import LINE_END, decoded
from tests.checks.conformance.html_cases import GOOD_HTML, HTML_CASES
from tests.checks.conformance.pdf_cases import GOOD, PDF_CASES
from tests.checks.conformance.text_cases import GOOD_TEXT, TEXT_CASES

FRAGMENTS = [
    b"<", b">", b"</", b"<!", b"<!--", b"-->", b"<?", b'"', b"'", b"=", b"&#", b"&", b";", b"\n", b"\r", b"\r\n", b" ",
    b"<TABLE>", b"</TABLE>", b"<S>", b"<C>", b"<CAPTION>", b"<FN>", b"<F1>", b"<R>", b"</R>", b"<DOCUMENT>\n",
    b"<TEXT>\n", b"<a href=", b"<p ", b"style=", b"<script>", b"</script>", b"\t", b"word", b"x" * 90, b"\xff", b"\0",
    b"\xe2\x80\x99", b"<html xmlns:ix='http://www.xbrl.org/2013/inlineXBRL'>", b"- -",
    b"-----BEGIN PRIVACY-ENHANCED MESSAGE-----",
]  # fmt: skip
PDF_FRAGMENTS = [
    b"<<", b">>", b"[", b"]", b"(", b")", b"\\", b"<", b">", b"/K", b"/S", b"/Pg", b"1 0 R", b"3 0 R", b"9 0 R", b"obj",
    b"1 0 obj", b"endobj", b"stream\n", b"endstream", b"trailer", b"/Root 1 0 R", b"/Type/ObjStm/N 9/First 9", b"true",
    b"/Kids[2 0 R]", b"-1", b"99999999999", b"%", b"/Filter/FlateDecode", b"/Length 99", b"BMC", b"EMC", b"Do", b"ID",
    b"/RoleMap<</P/Q/Q/P>>", b"/A<</O/Table/ColSpan 9999999/RowSpan 9999999>>", b"/Encrypt", b"/Type/XRef",
]  # fmt: skip

words = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.binary(max_size=8)), max_size=60).map(b"".join)
good_bytes = [GOOD_TEXT.encode("ascii"), GOOD_HTML.encode("ascii"), GOOD.written()]
all_bytes = [
    *good_bytes,
    *(data for cases in (TEXT_CASES, HTML_CASES) for documents in cases.values() for data, _, _ in documents),
    *(data for documents in PDF_CASES.values() for data in documents),
]


@st.composite
def damaged(draw: st.DrawFn, sources: list[bytes], pieces: list[bytes]) -> bytes:
    """A document with some stretches replaced."""
    data = draw(st.sampled_from(sources))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(start + 40, len(data))))
        data = data[:start] + draw(st.one_of(st.sampled_from(pieces), st.binary(max_size=6))) + data[end:]
    return data


suffixes = st.sampled_from(["txt", "htm", "pdf"])


@given(suffixes, st.one_of(st.binary(max_size=300), words, damaged(all_bytes, FRAGMENTS)))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_judged_at_places_that_exist(kind: str, data: bytes) -> None:
    lines = LINE_END.split(decoded(data))
    for found in check_conformance(f"a.{kind}", data):
        assert found.code in RULES and found.message and found.help and found.source
        if kind != "pdf":
            assert 1 <= found.span.line <= found.span.end_line <= len(lines)
            assert 1 <= found.span.column <= len(lines[found.span.line - 1]) + 2


@given(damaged([GOOD.written()], PDF_FRAGMENTS))
@settings(max_examples=150, deadline=None)
def test_a_damaged_pdf_is_judged(data: bytes) -> None:
    assert all(found.code in RULES and found.span.line >= 1 for found in check_conformance("a.pdf", data))


@given(st.one_of(words, damaged([GOOD_HTML.encode("ascii")], FRAGMENTS)))
@settings(max_examples=150, deadline=None)
def test_tokens_cover_every_character_once(data: bytes) -> None:
    source, position = decoded(data), 0
    for token in tokens(source):
        assert token.start == position < token.end
        position = token.end
    assert position == len(source)


@given(words)
@settings(max_examples=100, deadline=None)
def test_the_same_bytes_are_always_judged_alike(data: bytes) -> None:
    for name in ("a.txt", "a.htm"):
        assert check_conformance(name, data) == check_conformance(name, data)
