"""ASCII documents of our own wording, laid out as filers lay them out."""

from __future__ import annotations

import pytest

from generator.document.canonical import shown_text
from generator.document.nodes import Block, Break, Heading, List, Note, NoteRef, Paragraph, Table, Text, Title
from generator.document.normal import irregularities
from generator.errors import UnreadableFile
from generator.readers.foreign import read_foreign_text

HEADER = "OAK TRUST\n\n" + " " * 27 + "Supplement dated May 1, 2020\n\n"


def blocks(text: str) -> tuple[Block, ...]:
    document = read_foreign_text(text.encode())
    assert list(irregularities(document)) == []
    return document.blocks


def words(text: str) -> tuple[Text, ...]:
    return (Text(text),)


def body(text: str) -> tuple[Block, ...]:
    return blocks(HEADER + text)[2:]


def test_groups_of_centred_lines_are_titles_up_to_the_first_sentence() -> None:
    lines = ["THE ELM FUND", "of", "OAK TRUST", "", "Supplement dated May 1, 2020"]
    found = blocks("\n".join(line.center(80).rstrip() for line in lines) + "\n\nThe fund has closed.\n")
    assert found == (
        Title((Text("THE ELM FUND"), Break(), Text("of"), Break(), Text("OAK TRUST"))),
        Title(words("Supplement dated May 1, 2020")),
        Paragraph(words("The fund has closed.")),
    )


def test_legend_at_the_right_comes_before_the_titles() -> None:
    found = blocks("Rule 497(e)".rjust(80) + "\n" + "File No. 333-1".rjust(80) + "\n\n" + HEADER + "It is so.\n")
    assert found[0] == Paragraph((Text("Rule 497(e)"), Break(), Text("File No. 333-1")), "right")
    assert isinstance(found[1], Title)


def test_page_numbers_and_padding_are_gone_and_a_sentence_runs_over_the_page() -> None:
    number = " " * 18 + "12\n<PAGE>\n\n"
    found = body(f"The  fund   invests  in\n\n{number}small companies and\nlarge- cap ones.\n\n- 13 -\n")
    assert found == (Paragraph(words("The fund invests in small companies and large- cap ones.")),)


def test_numbered_and_indented_lines_are_headings() -> None:
    found = body("I.       Managers\n\n         The Elm Fund\n\n     The managers are two.\n\nII.      Fees\n\nNone.\n")
    assert found == (
        Heading(1, words("Managers"), "I."),
        Heading(2, words("The Elm Fund")),
        Paragraph(words("The managers are two.")),
        Heading(1, words("Fees"), "II."),
        Paragraph(words("None.")),
    )


def test_bullets_and_counted_numbers_are_lists() -> None:
    found = body("o    One of\n     them.\n\no    Two.\n\n(1)  First.\n\n(2)  Second.\n\n7.   Alone.\n")
    assert found == (
        List((words("One of them."), words("Two."))),
        List((words("First."), words("Second.")), "decimal"),
        Paragraph(words("7. Alone.")),
    )


def test_table_has_the_columns_that_its_layout_shows() -> None:
    (table,) = body(
        "<TABLE>\n<CAPTION>\n"
        "                      Class A     Class B\n"
        "<S>                   <C>         <C>\n"
        "Management fee         0.50%       0.50%\n"
        "Other expenses of\n"
        "  every kind*          0.10%       $  10\n"
        "</TABLE>\n\n* An estimate.\n"
    )
    assert table == Table(
        ((), words("Class A"), words("Class B")),
        (
            (words("Management fee"), words("0.50%"), words("0.50%")),
            ((Text("Other expenses of every kind"), NoteRef("*")), words("0.10%"), words("$10")),
        ),
        notes=(Note("*", words("An estimate.")),),
    )


def test_marker_without_a_cell_stays_a_paragraph() -> None:
    table, note = body("<TABLE>\n<S>  <C>\nFee     0.50%\nTotal   0.60%\n</TABLE>\n\n(3) Not of this table.\n")
    assert isinstance(table, Table)
    assert table.notes == ()
    assert note == Paragraph(words("(3) Not of this table."))


def test_untagged_columns_are_a_table() -> None:
    lines = ["Class         1 Year     3 Years", "Class A         $100        $300", "Class B         $110        $320"]
    (table,) = body("\n".join(lines))
    assert isinstance(table, Table)
    assert [shown_text(row[2]) for row in table.rows][-2:] == ["$300", "$320"]


def test_table_tags_around_prose_make_no_table() -> None:
    assert body("<TABLE>\nJust a sentence.\n</TABLE>\n") == (Paragraph(words("Just a sentence.")),)


def test_wrapper_and_windows_characters_are_understood() -> None:
    wrapped = "<DOCUMENT>\n<TYPE>GRAPHIC\n<TEXT>\nM3$\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>497\n<TEXT>\n"
    data = (wrapped + HEADER).encode() + b"The Fund\x92s fee.\n</TEXT>\n</DOCUMENT>\n"
    assert read_foreign_text(data).blocks[-1] == Paragraph(words("The Fund’s fee."))


def test_strokes_alone_are_words_of_a_kind() -> None:
    assert blocks("-----\n") == (Title(words("-----")),)


@pytest.mark.parametrize("data", [b"", b" \n", b"\x00\x01\x02", b"- 2 -\n"])
def test_bytes_without_words_are_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_foreign_text(data)
