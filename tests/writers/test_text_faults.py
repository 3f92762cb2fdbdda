"""What EDGAR text refuses, all of it at once, with the field that it comes from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.document.nodes import (
    Block,
    Document,
    Field,
    Heading,
    Inlines,
    List,
    Note,
    NoteRef,
    Paragraph,
    Strong,
    Table,
    Text,
    Title,
)
from generator.errors import Fault, Unwritable
from generator.writers.text import text_faults, write_text


def words(text: str) -> Inlines:
    return (Text(text),)


def faults(*blocks: Block) -> list[Fault]:
    """The faults of blocks below a title, which are also those that writing them is refused with."""
    document = Document((Title(words("T")), *blocks))
    found = text_faults(document)
    if found:
        with pytest.raises(Unwritable) as refused:
            write_text(document)
        assert refused.value.faults == found
    else:
        write_text(document)
    return found


def test_a_character_without_a_spelling_names_its_field() -> None:
    name = Strong((Field("entities.fund.name", "\u4e2d", "\u4e2d Fund"),))
    (fault,) = faults(Paragraph((Text("The "), name)))
    assert (fault.block, fault.path) == (1, "entities.fund.name")
    assert "U+4E2D" in fault.message and fault.help


def test_characters_of_cells_captions_and_notes_are_found() -> None:
    bad = words("\u4e2d")
    table = Table((bad, words("x")), ((bad, bad),), bad, (Note("*", bad),))
    assert len(faults(table)) == 5


def test_control_characters_are_refused_and_accents_are_not() -> None:
    assert len(faults(Paragraph(words("a\x01b \x7f")))) == 2
    assert not faults(Paragraph(words("caf\u00e9 \u201cquoted\u201d 50 ^ 2")))


@pytest.mark.parametrize(
    ("block", "most"),
    [
        (Title(words("x")), 60),
        (Paragraph(words("x"), "right"), 40),
        (Paragraph(words("x"), "center"), 60),
        (Paragraph(words("x")), 75),
        (Heading(1, words("x")), 80),
        (Heading(1, words("x"), "XIV."), 74),
        (List((words("x"),), "bullet"), 75),
        (List((words("x"),), "roman"), 74),
    ],
)
def test_a_word_longer_than_its_line_is_refused_and_one_that_fills_it_is_not(block: Block, most: int) -> None:
    def found(length: int) -> list[Fault]:
        long = (Field("sites", "", "x" * length),)
        match block:
            case List(style=style):
                return faults(List((long,), style))
            case Title() | Heading() | Paragraph():
                return faults(replace(block, children=long))
        raise AssertionError(block)

    assert not found(most)
    (fault,) = found(most + 1)
    assert fault.path == "sites" and fault.help


def test_the_first_word_of_a_paragraph_has_less_room_than_the_others() -> None:
    assert not faults(Paragraph(words("See " + "x" * 80)))
    assert len(faults(Paragraph(words("x" * 76)))) == 1
    assert len(faults(Paragraph(words("See " + "x" * 81 + " and " + "y" * 90)))) == 2


def test_the_field_of_a_long_word_is_the_one_that_has_a_part_in_it() -> None:
    site = (Text("at x "), Field("short", "", "x"), Text(" or www."), Field("site", "", "x" * 80 + " now"))
    (fault,) = faults(Paragraph(site))
    assert fault.path == "site"
    (fault,) = faults(Paragraph((Field("short", "", "x"), Text(" or " + "x" * 81))))
    assert fault.path == ""


def test_a_word_is_as_long_as_it_is_written() -> None:
    assert not faults(Paragraph(words("See " + "x" * 74 + "<a>")))
    assert len(faults(Paragraph(words("See " + "x" * 75 + "<a>")))) == 1, "the bracket takes four characters"


def test_a_column_that_no_table_line_holds_is_refused_and_one_that_fits_is_not() -> None:
    stub = words("y" * 40)
    assert not faults(Table((), ((stub, words("x" * 90)),)))
    (fault,) = faults(Table((), ((stub, (Field("site", "", "x" * 91),)), (words("a"), words("b")))))
    assert fault.path == "site" and "column 2" in fault.message
    assert not faults(Table((), ((words("x" * 127),),)))
    assert len(faults(Table((), ((words("x" * 128),),)))) == 1
    assert len(faults(Table((), ((stub, words("x" * 91), words("x" * 92)),)))) == 2


def test_captions_and_notes_are_running_text() -> None:
    cell = ((words("x"), words("y")),)
    assert not faults(Table((), cell, words("x" * 80), (Note("*", words("x" * 75)),)))
    assert len(faults(Table((), cell, words("x" * 81), (Note("*", words("x" * 76)),)))) == 2


def test_an_asterisk_that_would_join_the_mark_behind_it_is_refused() -> None:
    notes = (Note("**", words("One.")), Note("***", words("Two.")))
    (fault,) = faults(Table((), (((Field("label", "", "Fee*"), NoteRef("**")), words("1%")),), notes=notes))
    assert fault.path == "label"
    assert not faults(Table((), (((Text("Fee*"), NoteRef("***")), words("1%")),), notes=notes))
    assert not faults(Table((), (((Text("Fee*"), NoteRef("**")), words("1%")),), notes=notes[:1]))
