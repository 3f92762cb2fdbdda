"""Figures that were replaced by figures: exact differences, and nothing where there is none to tell."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.compare.redline.figures import figure_changes, pieces_figures
from generator.compare.redline.redline import compare_documents
from generator.compare.redline.tokens import words_of
from generator.compare.redline.words import compare_words
from generator.document.nodes import Document, Inlines, NoteRef, Table, Text


def told(old: str, new: str, cell: bool = False) -> list[str]:
    """The figures of a change as they are told."""
    pieces = compare_words(words_of((Text(old),)), words_of((Text(new),)))
    return list(map(str, pieces_figures(pieces, "", cell)))


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("The fee is 0.86%.", "The fee is 0.81%.", "0.86% -> 0.81%, down 0.05"),
        ("a fee of 0.10% a year", "a fee of 0.30% a year", "0.10% -> 0.30%, up 0.20"),
        ("pays $1,506 then", "pays $10,506 then", "$1,506 -> $10,506, up $9,000"),
        ("the first $500 million of", "the first $750 million of", "$500 million -> $750 million, up $250 million"),
        ("waives (0.35)% of it", "waives (0.30)% of it", "(0.35)% -> (0.30)%, up 0.05"),
        ("returned -26.74 % then", "returned -24.69 % then", "-26.74 % -> -24.69 %, up 2.05"),
    ],
)
def test_a_figure_in_running_text_is_told_with_its_difference(old: str, new: str, change: str) -> None:
    assert told(old, new) == [change]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("dated May 1, 2025, as", "dated May 1, 2026, as"),
        ("see Rule 497 here", "see Rule 498 here"),
        ("a fee of 0.86% then", "a fee of None then"),
        ("pays $500 then", "pays 5% then"),
        ("the first $500 million of", "the first $1 billion of"),
        ("note (1) says", "note (2) says"),
    ],
)
def test_dates_numbers_of_rules_and_other_units_have_no_difference(old: str, new: str) -> None:
    assert told(old, new) == []


def test_in_a_cell_a_bare_number_is_a_figure_unless_it_is_a_year() -> None:
    assert told("44", "32", cell=True) == ["44 -> 32, down 12"]
    assert told("2024", "2025", cell=True) == []


def test_a_table_tells_row_and_column_and_the_decimals_are_exact() -> None:
    def table(fee: str) -> Document:
        def cell(text: str) -> Inlines:
            return (Text(text),)

        rows = (((*cell("Management Fees"), NoteRef("*")), cell(fee), cell("0.25%")),)
        return Document((Table(((), cell("Class A"), cell("Class C")), rows),))

    (change,) = figure_changes(compare_documents(table("0.3%"), table("0.10%")))
    assert change.where == "Management Fees, Class A"
    assert change.difference == Decimal("-0.20")
