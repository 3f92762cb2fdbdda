"""A dissemination file is judged document by document."""

from __future__ import annotations

from generator.checks.conformance import check_conformance

SUBMISSION = b"""\
<SEC-DOCUMENT>0000000000-25-000001.txt : 20250501
<SEC-HEADER>0000000000-25-000001.hdr.sgml : 20250501
A header line of the archive that is much longer than the eighty characters which a document may have
</SEC-HEADER>
<DOCUMENT>
<TYPE>497
<SEQUENCE>1
<FILENAME>a.txt
<TEXT>
A fund.
A\ttab.
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99
<FILENAME>a long name.htm
<DESCRIPTION>An exhibit
<TEXT>
<html><body>words <span>here</span></body></html>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>GRAPHIC
<FILENAME>logo.gif
<TEXT>
begin 644 logo.gif
M<S>^^^^<TABLE>
end
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""


def test_each_document_is_judged_under_its_own_name_and_line() -> None:
    found = [
        (each.code, each.path, each.span.line) for each in check_conformance("0000000000-25-000001.txt", SUBMISSION)
    ]
    assert found == [
        ("file.name", "a long name.htm", 1),
        ("ascii.tab", "a.txt", 11),
        ("html.tags_named", "a long name.htm", 19),
    ]


def test_line_ends_of_any_kind_count() -> None:
    for end in (b"\r\n", b"\r"):
        found = check_conformance("x.txt", SUBMISSION.replace(b"\n", end))
        assert [each.span.line for each in found] == [1, 11, 19]


def test_mail_of_the_nineties_is_unwrapped() -> None:
    mail = b"-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001\n\n" + SUBMISSION.replace(
        b"A fund.\n", b"- " + b"-" * 80 + b"\n"
    )
    assert [each.code for each in check_conformance("x.txt", mail)] == ["file.name", "ascii.tab", "html.tags_named"]


def test_documents_without_names_are_known_by_their_words() -> None:
    old = SUBMISSION.replace(b"<FILENAME>a.txt\n", b"").replace(b"<FILENAME>a long name.htm\n", b"")
    assert [each.code for each in check_conformance("x.txt", old)] == ["ascii.tab", "html.tags_named"]


def test_an_envelope_with_nothing_in_it_is_judged_as_it_stands() -> None:
    assert [each.code for each in check_conformance("a.txt", b"<DOCUMENT>\nA fund.\n")] == ["ascii.unknown_tag"]
