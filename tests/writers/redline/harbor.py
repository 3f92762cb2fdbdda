"""A supplement before and after: words, a paragraph, an item, a row, figures and a note changed."""

from __future__ import annotations

from generator.document.nodes import (
    Document,
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


def words(text: str) -> Inlines:
    return (Text(text),)


OLD = Document(
    (
        Title(words("Harbor Point Growth Fund")),
        Heading(1, words("Portfolio Managers"), "I."),
        Paragraph(words("The Fund is managed by Jane Doe and John Roe, who have managed it since 2019.")),
        Paragraph(words("This paragraph will be gone in the new document altogether.")),
        List((words("Market risk is the risk of loss."), words("Credit risk is that of default.")), "alpha"),
        Table(
            ((), words("Class A"), words("Class C")),
            (
                (words("Management Fees"), words("0.86%"), words("0.86%")),
                (words("Other Expenses"), words("0.03%"), words("0.03%")),
                ((*words("Total"), NoteRef("*")), words("0.89%"), words("0.89%")),
            ),
            notes=(Note("*", words("The adviser waives fees until 2026.")),),
        ),
        Paragraph(words("Please retain this supplement for future reference.")),
    )
)
NEW = Document(
    (
        Title(words("Harbor Point Growth Fund")),
        Heading(1, words("Portfolio Managers"), "I."),
        Paragraph(
            (Text("The Fund is managed by "), Strong(words("Mary Major")), Text(", who has managed it since 2019."))
        ),
        List((words("Market risk is the risk of loss."), words("Liquidity risk is another.")), "alpha"),
        Table(
            ((), words("Class A"), words("Class C")),
            (
                (words("Management Fees"), words("0.81%"), words("0.86%")),
                ((*words("Total"), NoteRef("*")), words("0.81%"), words("0.86%")),
            ),
            notes=(Note("*", words("The adviser waives fees until 2027.")),),
        ),
        Paragraph(words("Please retain this supplement for future reference.")),
    )
)
