"""A document with a block of every kind: what looks make of it tells what they ask for."""

from __future__ import annotations

from generator.document.nodes import (
    Document,
    Emphasis,
    Heading,
    Inlines,
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


def _text(words: str) -> Inlines:
    return (Text(words),)


SPECIMEN = Document((
    Paragraph(_text("Right"), "right"),
    Title(_text("TITLE")),
    Title(_text("Second title")),
    Heading(3, _text("Heading under none")),
    Heading(1, _text("Heading"), "I."),
    Heading(2, _text("Heading")),
    Heading(3, _text("Heading")),
    Paragraph((Text("Words and/or "), Strong(_text("bold")), Text(" and "), Emphasis(_text("leaning"))), "center"),
    Paragraph(_text("Left")),
    Table(
        (_text("Fee"), _text("Class A")),
        (
            (_text("Group"), ()),
            ((Text("Management Fee"), NoteRef("*")), _text("0.86%")),
            (_text("Total Expenses"), _text("1.00%")),
        ),
        _text("Caption"),
        (Note("*", _text("Note.")),),
    ),
    List((_text("First"), _text("Second")), "alpha"),
    List((_text("First line"), _text("Second line"), _text("Third line")), "plain"),
    PageBreak(),
    Paragraph(_text("Second page")),
))  # fmt: skip
