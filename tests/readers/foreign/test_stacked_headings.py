"""Headings of an HTML table in several rows: a column has all that stands above it, and no row of the body is eaten."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.canonical import shown_text
from generator.document.nodes import Document, Paragraph, Table
from generator.document.normal import irregularities
from generator.readers.foreign import read_foreign_html
from generator.readers.foreign.mending import paragraphs_of

WORD = re.compile(r"[^\W_]+")


def document_of(html: str) -> Document:
    document = read_foreign_html(
        f"<html><p align=center><b>OAK TRUST</b></p><p>These are the figures:</p>{html}".encode()
    )
    assert list(irregularities(document)) == []
    return document


def html_of(*rows: str) -> str:
    """A table of rows whose cells stand between strokes: `*` makes a cell bold, `=` says how many columns it spans."""
    return "<table>" + "".join(f"<tr>{''.join(map(_cell, row.split('|')))}</tr>" for row in rows) + "</table>"


def _cell(said: str) -> str:
    bold, (words, _, across) = said.startswith("*"), said.lstrip("*").partition("=")
    return f"<td colspan={across or 1}>{f'<b>{words}</b>' if bold else words}</td>"


def read(*rows: str) -> tuple[str, list[str], list[list[str]]]:
    """The caption, the headings and the rows that a table is read as."""
    (table,) = [block for block in document_of(html_of(*rows)).blocks if isinstance(block, Table)]
    texts = [[shown_text(cell) for cell in row] for row in (table.head, *table.rows)]
    return shown_text(table.caption), texts[0], texts[1:]


FIGURES = ["Management fee|0.50%|0.60%|0.70%", "Other expenses|0.10%|None|0.12%"]
BODY = [row.split("|") for row in FIGURES]


@pytest.mark.parametrize("bold", ["*", ""], ids=["bold", "plain"])
def test_headings_under_each_other_are_one(bold: str) -> None:
    rows = (f"|{bold}Class A|{bold}Class C|{bold}Class I", f"|{bold}Shares|{bold}Shares|{bold}Shares")
    assert read(*rows, *FIGURES) == ("", ["", "Class A Shares", "Class C Shares", "Class I Shares"], BODY)


def test_what_stands_over_one_column_alone_belongs_to_it() -> None:
    rows = ("|||*Since Inception", "|||*Class I", "*Class|*1 Year|*5 Years|*(1/30/2018)")
    assert read(*rows, *FIGURES) == ("", ["Class", "1 Year", "5 Years", "Since Inception Class I (1/30/2018)"], BODY)


@pytest.mark.parametrize("bold", ["*", ""], ids=["bold", "plain"])
def test_words_over_all_columns_stand_over_the_table(bold: str) -> None:
    rows = (f"|{bold}Average Annual Total Returns=3", f"|{bold}1 Year|{bold}5 Years|{bold}10 Years")
    assert read(*rows, *FIGURES) == ("Average Annual Total Returns", ["", "1 Year", "5 Years", "10 Years"], BODY)


def test_a_heading_beside_words_over_all_columns_stays_over_its_own() -> None:
    rows = ("*Fund|*Average Annual Total Returns=3", "|*1 Year|*5 Years|*10 Years")
    assert read(*rows, *FIGURES) == ("Average Annual Total Returns", ["Fund", "1 Year", "5 Years", "10 Years"], BODY)


@pytest.mark.parametrize("bold", ["*", ""], ids=["bold", "plain"])
def test_words_over_some_columns_are_said_once_over_the_first(bold: str) -> None:
    rows = (f"|{bold}Sales Charge as a % of=2|{bold}Dealer", f"{bold}Purchase|{bold}Price|{bold}Investment|{bold}Share")
    assert read(*rows, *FIGURES) == (
        "",
        ["Purchase", "Sales Charge as a % of Price", "Investment", "Dealer Share"],
        BODY,
    )


def test_years_under_headings_are_headings() -> None:
    rows = ("|*Class A=2|*Class C", "|*2024|*2023|*2024")
    assert read(*rows, *FIGURES)[1:] == (["", "Class A 2024", "2023", "Class C 2024"], BODY)


def test_headings_above_an_all_bold_table_are_found_by_its_figures() -> None:
    bold = [row.replace("|", "|*") for row in FIGURES]
    _, head, rows = read("|*Class A|*Class C|*Class I", *("*" + row for row in bold))
    assert head == ["", "Class A", "Class C", "Class I"]
    assert len(rows) == 2


HEAD = "|*Class A|*Class C|*Class I"


@pytest.mark.parametrize(
    ("first", "count"),
    [
        ("*Shareholder Fees (fees paid directly from your investment)=4", 3),
        ("*Ticker|*OAKAX|*OAKCX|*OAKIX", 3),
        ("|*0.50%|*0.60%|*0.70%", 3),
        ("|*Returns before taxes=3", 3),
        ("|one|two|three", 3),
        ("*Total|*None|*None|*None", 3),
        ("*Adviser||*Ash|", 3),
    ],
    ids=["group", "label", "figures", "group over named columns", "not bold", "words for figures", "gaps"],
)
def test_a_row_of_the_body_stays_one(first: str, count: int) -> None:
    caption, head, rows = read(HEAD, first, *FIGURES)
    assert (caption, head) == ("", ["", "Class A", "Class C", "Class I"])
    assert len(rows) == count
    assert rows[1:] == BODY


def test_rows_of_words_without_labels_stay_rows() -> None:
    rows = ("|*Title|*Tenure", "|Senior Manager and|", "Ann Ash|Head of Research|Since 2020")
    assert read(*rows) == ("", ["", "Title", "Tenure"], [["", "Senior Manager and", ""], rows[2].split("|")])


def test_more_rows_than_headings_have_are_rows() -> None:
    _, head, rows = read(*["|*Oak|*Ash|*Elm"] * 12, *FIGURES)
    assert head == ["", "Oak", "Ash", "Elm"]
    assert len(rows) == 13


CELLS = st.sampled_from(
    ["", "", "*Class A", "*Shares", "Words", "*1 Year", "0.50%", "*2024", "*Fees=2", "Over=3", "$", "12", "%"]
)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=7))
def test_no_word_is_lost_or_said_twice(rows: list[list[str]]) -> None:
    lines = ["|".join(row) for row in rows]
    said = Counter(WORD.findall(" ".join(cell.strip("*").partition("=")[0] for row in rows for cell in row)))
    said += Counter(WORD.findall("OAK TRUST These are the figures A last sentence"))
    blocks = document_of(html_of(*lines) + "<p>A last sentence.</p>").blocks
    shown = [shown_text(one.children) for block in blocks for one in paragraphs_of(block) if isinstance(one, Paragraph)]
    assert Counter(WORD.findall(" ".join(shown))) == said
