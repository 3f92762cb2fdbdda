"""What the reader of EDGAR text takes, and what it refuses with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.carried import TEXT, carried
from generator.document.nodes import (
    Block,
    Document,
    Heading,
    Inlines,
    List,
    ListStyle,
    NoteRef,
    PageBreak,
    Paragraph,
    Table,
    Text,
    Title,
)
from generator.errors import NotHouseForm
from generator.readers.text import read_text
from generator.readers.text.words import cell_words, unescaped
from generator.writers.text import write_text
from generator.writers.text.words import escaped

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
TITLE = " " * 39 + "T\n\n"
TABLE = "<TABLE>\n<CAPTION>\nFund    Fee\n----    ---\n<S>     <C>\nBond    1%\n</TABLE>\n"


def words(text: str) -> Inlines:
    return (Text(text),)


def same(*blocks: Block) -> bool:
    """Whether blocks below a title read back as they were."""
    document = Document((Title(words("T")), *blocks))
    return read_text(write_text(document)) == carried(document, TEXT)


@given(st.text("&<>;ltamp /!?aB1", max_size=30))
def test_unescaping_undoes_escaping(text: str) -> None:
    assert unescaped(escaped(text)) == text


@pytest.mark.parametrize("style", ["bullet", "decimal", "alpha", "roman"])
def test_long_lists_read_back(style: ListStyle) -> None:
    assert same(List(tuple(words("x") for _ in range(800)), style))


def test_an_eighth_item_before_a_roman_list_does_not_swallow_it() -> None:
    for count in (7, 8, 9):
        alpha = List(tuple(words(f"item {at}") for at in range(count)), "alpha")
        for roman in (1, 2):
            assert same(alpha, List(tuple(words("x") for _ in range(roman)), "roman"), alpha)


def test_lists_of_every_style_stand_side_by_side() -> None:
    styles: list[ListStyle] = ["bullet", "decimal", "roman", "alpha", "roman", "bullet"]
    assert same(*(List((words("1."), words("o (a) ----")), style) for style in styles))


def test_words_that_look_like_the_form_are_words() -> None:
    dashes = "-" * 59
    traps = [
        "<PAGE>",
        "<TABLE>",
        "I. Risks",
        "1. one",
        "o x",
        "(i) x",
        dashes,
        f"{'x' * 59} {dashes}",
        "- 2 -",
        "&lt;PAGE>",
    ]
    for trap in traps:
        body: list[Block] = [Paragraph(words(f"x {trap}")), Paragraph(words(trap)), Paragraph(words(trap), "center")]
        body += [Heading(1, words(trap)), Heading(2, words(trap), "1."), List((words(trap), words(trap)))]
        body += [PageBreak(), Paragraph(words("o"), "right")]
        document = Document((Title(words(trap)), Title(words(trap)), *body))
        assert read_text(write_text(document)) == carried(document, TEXT)


def test_a_legend_whose_second_line_is_dashes_is_no_heading() -> None:
    assert same(
        Paragraph(words("x" * 30 + " " + "-" * 30), "right"), Paragraph(words("x" * 40 + " " + "-" * 40), "right")
    )


@pytest.mark.parametrize(
    ("text", "markers", "expected"),
    [
        ("Fee*", ["*", "**"], (Text("Fee"), NoteRef("*"))),
        ("Fee**", ["*", "**"], (Text("Fee"), NoteRef("**"))),
        ("Fee* **", ["*", "**"], (Text("Fee"), NoteRef("*"), NoteRef("**"))),
        ("Fee(1)(2)", ["(1)", "(2)"], (Text("Fee"), NoteRef("(1)"), NoteRef("(2)"))),
        ("Fee*", [], (Text("Fee*"),)),
        ("Fee(3)", ["(1)"], (Text("Fee(3)"),)),
        ("", ["*"], ()),
    ],
)
def test_marks_of_notes_are_read_off_the_end_of_a_cell(text: str, markers: list[str], expected: Inlines) -> None:
    assert cell_words(text, markers, 1) == expected


def test_the_plain_table_of_these_tests_is_in_the_form() -> None:
    document = read_text(TITLE + TABLE)
    assert document.blocks[1] == Table((words("Fund"), words("Fee")), ((words("Bond"), words("1%")),))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("T", 1),
        ("T\n", 1),
        (TITLE, 2),
        ("\n" + TITLE + "     x\n", 1),
        ("     No title.\n", 1),
        (TITLE + "\n     Two blank lines.\n", 3),
        (TITLE + "     a  b\n", 3),
        (TITLE + "     a <b>x</b>\n", 3),
        (TITLE + "     a \n", 3),
        (TITLE + "     a\tb\n", 3),
        (TITLE + "     a\r\n", 3),
        (TITLE + "     caf\u00e9\n", 3),
        (TITLE + "     a^b\n", 3),
        (TITLE + "     " + "x" * 76 + "\n", 3),
        (TITLE + "    Four blanks.\n", 3),
        (TITLE + "     One.\n  Two.\n", 3),
        (TITLE + "           Not centred.\n", 3),
        (TITLE + " " * 50 + "Not flush right.\n", 3),
        (TITLE + "2.   Second\n", 3),
        (TITLE + "1.   First\n\n3.   Third\n", 5),
        (TITLE + "o    One\n    two\n", 4),
        (TITLE + "Heading\n------\n", 3),
        (TITLE + "  Heading\n  -------\n", 3),
        (TITLE + "<TABLE>\n<S> <C>\n", 3),
        (TITLE + TABLE.replace("<CAPTION>\n", ""), 3),
        (TITLE + TABLE.replace("<S>     <C>\n", ""), 5),
        (TITLE + TABLE.replace("Bond    1%\n", ""), 5),
        (TITLE + TABLE.replace("----    ---\n", ""), 5),
        (TITLE + TABLE.replace("Bond    1%", "Bond and 1%"), 8),
        (TITLE + TABLE.replace("Bond    1%", "Bond  A 1%"), 8),
        (TITLE + TABLE.replace("1%\n", "1%\n\nBond\n"), 10),
        (TITLE + TABLE.replace("</T", "<FN>\n</T"), 10),
        (TITLE + TABLE.replace("</T", "<FN>\nNo marker.\n</T"), 10),
        (TITLE + TABLE.replace("1%\n", "1%\n<CAPTION>\n<S>     <C>\nBond    2%\n"), 10),
        (TITLE + TABLE.replace("1%\n", "1%\n<CAPTION>\nFund    X\n----    -\n<S>     <C>\nStock   2%\n"), 10),
        (TITLE + TABLE + "     Text directly below.\n", 10),
    ],
)
def test_what_we_would_not_write_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(NotHouseForm) as refused:
        read_text(text)
    assert refused.value.line == line


@pytest.mark.parametrize("pattern", ["seeds/*.txt", "corpus/*/*.txt"])
def test_filings_of_others_are_not_the_house_form(pattern: str) -> None:
    files = sorted(SHARED.glob(pattern))
    if not files:
        pytest.skip("the shared filings are not beside this checkout")
    for file in files:
        with pytest.raises(NotHouseForm):
            read_text(file.read_text("latin-1"))
