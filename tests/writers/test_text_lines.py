"""How EDGAR text sets titles, headings, paragraphs and lists."""

from __future__ import annotations

import pytest

from generator.document.nodes import (
    Block,
    Document,
    Heading,
    Inlines,
    List,
    NoteRef,
    PageBreak,
    Paragraph,
    Strong,
    Text,
    Title,
)
from generator.writers.text import write_text
from generator.writers.text.lines import balanced, wrapped
from generator.writers.text.words import escaped, marks


def words(text: str) -> Inlines:
    return (Text(text),)


def body(*blocks: Block) -> str:
    """The blocks as text, without the title above them."""
    return write_text(Document((Title(words("T")), *blocks))).split("\n\n", 1)[1]


def test_a_page_has_one_blank_line_between_blocks_and_a_line_end() -> None:
    page = write_text(
        Document(
            (
                Paragraph(words("Filed under Rule 497(e)"), "right"),
                Title(words("EXAMPLE TRUST")),
                Heading(1, words("Portfolio Managers"), "I."),
                Paragraph(words("One.")),
                PageBreak(),
                Heading(2, words("Risks")),
                Heading(3, words("Of Bonds")),
                Paragraph(words("May 1, 2020"), "center"),
            )
        )
    )
    assert page == (
        "                                                         Filed under Rule 497(e)\n"
        "\n"
        "                                 EXAMPLE TRUST\n"
        "\n"
        "I.   Portfolio Managers\n"
        "-----------------------\n"
        "\n"
        "     One.\n"
        "\n"
        "<PAGE>\n"
        "\n"
        "   Risks\n"
        "   -----\n"
        "\n"
        "      Of Bonds\n"
        "      --------\n"
        "\n"
        "                                  May 1, 2020\n"
    )


def test_a_document_without_blocks_is_one_line_end() -> None:
    assert write_text(Document(())) == "\n"


def test_the_first_line_of_a_paragraph_is_indented_and_the_others_are_not() -> None:
    lines = body(Paragraph(words("word " * 40 + "end"))).splitlines()
    assert lines[0].startswith("     word") and len(lines[0]) <= 80
    assert len(lines) > 2 and all(line[0] != " " for line in lines[1:])


def test_lines_never_break_after_a_hyphen() -> None:
    text = body(Paragraph(words("large-cap " * 30 + "end")))
    assert not any(line.endswith("-") for line in text.splitlines())


def test_a_long_heading_hangs_under_its_words_with_a_rule_as_long_as_its_longest_line() -> None:
    lines = body(Heading(1, words("Strategies " * 12 + "end"), "XIV.")).splitlines()
    assert lines[0].startswith("XIV.  Strategies") and lines[1].startswith("      Strategies")
    assert lines[-1] == "-" * max(map(len, lines[:-1]))


def test_items_hang_under_their_words_in_one_column() -> None:
    assert body(List((words("one"), words("two " * 25 + "end")), "bullet")) == (
        "o    one\n\no    two two two two two two two two two two two two two two two two two two two\n"
        "     two two two two two two end\n"
    )
    lines = body(List(tuple(words("x") for _ in range(8)), "roman")).split("\n\n")
    assert lines[0] == "(i)     x" and lines[7] == "(viii)  x\n"


def test_a_roman_list_never_stands_in_the_column_of_a_short_alphabetic_one() -> None:
    assert body(List((words("x"),), "alpha")) == "(a)  x\n"
    assert body(List((words("x"),), "roman")) == "(i)   x\n"


def test_the_items_after_z_are_aa_and_ab() -> None:
    last = body(List(tuple(words("x") for _ in range(28)), "alpha")).split("\n\n")[-2:]
    assert last == ["(aa)  x", "(ab)  x\n"]


def test_bold_words_are_words_and_curly_quotes_are_straight() -> None:
    block = Paragraph((Text("the "), Strong(words("\u201cAdviser\u201d")), Text(" \u2014 it")))
    assert body(block) == '     the "Adviser" -- it\n'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<TABLE> </b> <!-- <?x", "&lt;TABLE> &lt;/b> &lt;!-- &lt;?x"),
        ("A&B < 5% <5 <", "A&B < 5% <5 <"),
        ("&lt; &amp; &gt; &", "&amp;lt; &amp;amp; &gt; &"),
        ("&amp;lt;", "&amp;amp;lt;"),
    ],
)
def test_only_what_reads_as_a_tag_or_an_escape_is_escaped(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_marks_of_asterisks_stand_apart() -> None:
    assert marks((NoteRef("*"), NoteRef("**"))) == "* **"
    assert marks((NoteRef("(1)"), NoteRef("(2)"), NoteRef("*"))) == "(1)(2)*"


def test_words_wrap_at_blanks_and_a_long_word_has_its_own_line() -> None:
    assert wrapped("aa bb cc", 5, 2) == ["aa bb", "cc"]
    assert wrapped("aaaaaa b", 3, 3) == ["aaaaaa", "b"]
    assert wrapped("b aaaaaa", 3, 3) == ["b", "aaaaaa"]


def test_balanced_lines_are_as_few_as_the_width_allows_and_about_as_long() -> None:
    assert balanced("SUPPLEMENT DATED MAY 1 TO THE PROSPECTUS", 36) == ["SUPPLEMENT DATED MAY", "1 TO THE PROSPECTUS"]
