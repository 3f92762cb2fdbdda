"""The fee table: groups, parts of other expenses, typed notes, one column; every table reads back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.canonical import shown_text
from generator.document.nodes import Document, Table
from tests.kinds.fees import Content, classes_of, days, figures, findings, rates, registrants, texts
from tests.kinds.round import names, round_trip, sentences

ANNUAL: Content = {"management_fee": "0.65%", "distribution_12b1": {"A": "0.25%", "C": "1.00%", "I": "None"}}
PARTS: Content = {"shareholder_servicing": "0.10%", "custody": {"caption": "Custody Fees", "all": "0.02%"}}
SHAREHOLDER: Content = {"front_load": {"A": "5.75%", "C": "None", "I": "None"}, "account_fee": "$15"}


def notes_of(document: Document) -> list[str]:
    table = next(block for block in document.blocks if isinstance(block, Table))
    return [f"{note.marker} {shown_text(note.children)}" for note in table.notes]


def test_parts_of_other_expenses_are_shown_with_their_total_and_counted_once() -> None:
    rows = ANNUAL | {"other_expenses": {"components": PARTS}}
    assert sentences(round_trip("fee_table", {"rows": rows}))[-5:] == [
        "Other Expenses |  |  | ",
        "Shareholder Servicing Fees | 0.10% | 0.10% | 0.10%",
        "Custody Fees | 0.02% | 0.02% | 0.02%",
        "Total Other Expenses | 0.12% | 0.12% | 0.12%",
        "Total Annual Fund Operating Expenses | 1.02% | 1.77% | 0.77%",
    ]


def test_headings_stand_above_shareholder_fees_and_yearly_expenses_where_both_are_there() -> None:
    labels = [line.split(" | ")[0] for line in sentences(round_trip("fee_table", {"rows": SHAREHOLDER | ANNUAL}))]
    assert labels[1].startswith("Shareholder Fees (") and labels[4].startswith("Annual Fund Operating Expenses (")
    for rows in (SHAREHOLDER, ANNUAL, ANNUAL | SHAREHOLDER):
        assert "Shareholder Fees" not in " ".join(sentences(round_trip("fee_table", {"rows": rows})))
    assert len(sentences(round_trip("fee_table", {"rows": SHAREHOLDER | ANNUAL, "grouped": "no"}))) == len(labels) - 2


PURCHASE: Content = {"purchase_fee": {"all": "0.25%", "caption": "Purchase Fee (as a percentage of amount invested)"}}
WITHOUT: Content = {"without": {"all": "0.80%", "caption": "Total Excluding Interest Expense"}}


@pytest.mark.parametrize(
    "rows",
    [
        {"front_load": "5.75%"} | PURCHASE | {"deferred_load": "None"} | ANNUAL,
        {"front_load": "5.75%", "wire": {"all": "$15", "caption": "Wires"}} | ANNUAL,
        PURCHASE | ANNUAL,
    ],
    ids=["among them", "below them", "alone"],
)
def test_a_row_of_ones_own_among_the_shareholder_fees_is_one_of_them_and_in_no_total(rows: Content) -> None:
    lines = sentences(round_trip("fee_table", {"rows": rows}))
    assert lines[1].startswith("Shareholder Fees (") and lines[-3].startswith("Management Fees |")
    assert lines[-4].startswith("Annual Fund Operating Expenses (")
    assert lines[-1] == "Total Annual Fund Operating Expenses | 0.90% | 1.65% | 0.65%"
    assert len(sentences(round_trip("fee_table", {"rows": rows, "grouped": "no"}))) == len(lines) - 2


def test_a_row_of_ones_own_above_the_yearly_expenses_is_yearly_where_nothing_says_otherwise() -> None:
    unitary: Content = {"unitary": {"all": "0.50%", "caption": "Unitary Fees"}, "other_expenses": "0.10%"}
    for rows in (unitary, {"front_load": "5.75%"} | unitary):
        lines = sentences(round_trip("fee_table", {"rows": rows}))
        assert lines[-1] == "Total Annual Fund Operating Expenses | 0.60% | 0.60% | 0.60%"


@pytest.mark.parametrize("rows", [{"total": {}}, {"waiver": "0.05%", "net": {}}], ids=["total", "net"])
def test_a_total_of_ones_own_stands_below_the_forms_and_is_not_counted(rows: Content) -> None:
    lines = sentences(round_trip("fee_table", {"rows": ANNUAL | rows | WITHOUT}))
    assert "Total Annual Fund Operating Expenses | 0.90% | 1.65% | 0.65%" in lines
    assert lines[-1] == "Total Excluding Interest Expense | 0.80% | 0.80% | 0.80%"


def test_what_is_not_charged_is_said_as_it_was_typed_and_waivers_stand_in_parentheses() -> None:
    waiver = {"A": "0.10%", "C": "0.00%", "I": "None"}
    lines = sentences(round_trip("fee_table", {"rows": ANNUAL | {"other_expenses": "0.00%", "waiver": waiver}}))
    assert lines[3] == "Other Expenses | 0.00% | 0.00% | 0.00%"
    assert lines[-2:] == [
        "Fee Waiver and/or Expense Reimbursement | (0.10%) | (0.00%) | None",
        "Total Annual Fund Operating Expenses After Fee Waiver and/or Expense Reimbursement | 0.80% | 1.65% | 0.65%",
    ]


def test_a_fund_without_classes_has_one_column_under_its_name() -> None:
    registrant = {"name": "Harbor Point Funds", "funds": {"growth": {"name": "Harbor Point Growth Fund"}}}
    document = round_trip("fee_table", {"rows": {"management_fee": "0.65%", "waiver": "0.05%"}}, registrant=registrant)
    assert sentences(document)[:2] == [" | Harbor Point Growth Fund", "Management Fees | 0.65%"]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("restated", "Expenses have been restated to reflect current fees."),
        ("other_estimated", "Other Expenses are estimated for the current fiscal year."),
        ("affe_estimated", "Acquired Fund Fees and Expenses are estimated for the current fiscal year."),
        (
            "affe_no_correlation",
            "The total does not match the ratio of expenses to average net assets in the Financial Highlights, which "
            "leave out Acquired Fund Fees and Expenses.",
        ),
        (
            "waiver",
            "The Adviser has agreed by contract to waive fees or reimburse expenses through September 30, 2027. Only "
            "the Board of Trustees may end this agreement earlier.",
        ),
    ],
)
def test_a_note_of_a_kind_says_the_sentence_of_its_kind(kind: str, words: str) -> None:
    note = {"kind": kind} | ({"ends": "2027-09-30"} if kind == "waiver" else {})
    rows = {"management_fee": {"all": "0.65%", "note": "n"}}
    assert notes_of(round_trip("fee_table", {"rows": rows, "notes": {"n": note}})) == [f"(1) {words}"]


def test_the_text_of_a_note_takes_the_place_of_its_kinds_sentence() -> None:
    body = {"rows": {"management_fee": {"all": "0.65%", "note": "n"}}}
    note = {"kind": "restated", "text": "Restated for the fee that holds from October.", "marker": "*"}
    assert notes_of(round_trip("fee_table", body | {"notes": {"n": note}})) == [f"* {note['text']}"]


def test_a_note_may_be_marked_at_the_figure_of_one_class() -> None:
    waiver = {"all": "0.05%", "note": "cap", "figure_notes": {"I": ["cap", "agent"]}}
    custody = {"caption": "Custody Fees", "all": "0.02%", "figure_notes": {"C": "agent"}}
    rows = {
        "deferred_load": {"A": "None", "C": "1.00%", "I": "None", "figure_notes": {"C": "charge"}},
        "management_fee": "0.65%",
        "other_expenses": {"components": {"custody": custody}},
        "total": {"figure_notes": {"A": "cap"}},
        "waiver": waiver,
    }
    notes = {"charge": "Within a year.", "cap": "Through April 2028.", "agent": "Paid by the Adviser."}
    lines = sentences(round_trip("fee_table", {"rows": rows, "notes": notes}))
    assert lines[2].endswith(" | None | 1.00%(1) | None")
    assert lines[6] == "Custody Fees | 0.02% | 0.02%(3) | 0.02%"
    assert lines[8] == "Total Annual Fund Operating Expenses | 0.67%(2) | 0.67% | 0.67%"
    assert lines[9].endswith("Reimbursement(2) | (0.05%) | (0.05%) | (0.05%)(2)(3)")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"rows": {"management_fee": {"components": {"interest": "0.01%"}}}}, "FEE-26"),
        ({"rows": {"other_expenses": {"components": {"odd": "0.01%"}}}}, "FEE-27"),
        ({"rows": ANNUAL, "notes": {"n": {"kind": "free"}}}, "TYP-03"),
        ({"rows": ANNUAL, "notes": {"n": {"kind": "waiver"}}}, "FEE-12"),
        ({"rows": {"management_fee": {"A": "0.65%"}}}, "CLS-01"),
        ({"rows": {"management_fee": {"all": "0.65%", "figure_notes": {"Z": "n"}}}, "notes": {"n": "N."}}, "CLS-01"),
        ({"rows": {"management_fee": {"all": "0.65%", "figure_notes": {"A": "n"}}}}, "FN-01"),
        ({"rows": {"management_fee": {"A": {"figure": "0.65%", "note": "n"}}}}, "NUM-08"),
    ],
)
def test_what_contradicts_itself_is_refused(body: Content, code: str) -> None:
    assert code in findings("fee_table", body)


@st.composite
def tables(draw: st.DrawFn) -> tuple[Content, Content]:
    registrant = draw(registrants())
    keys = classes_of(registrant) or ["all"]

    def row(values: st.SearchStrategy[str], **parts: Any) -> Content:
        return {key: draw(values) for key in keys} | parts

    rows: Content = {}
    for item in ("front_load", "redemption_fee", "management_fee", "acquired_fund_fees"):
        if draw(st.booleans()):
            rows[item] = row(figures)
    if draw(st.booleans()):
        own = {
            f"own{at}": row(figures, caption=caption) for at, caption in enumerate(draw(st.lists(names, max_size=2)))
        }
        rows["other_expenses"] = {"components": {"interest": row(rates)} | own}
    marked = draw(st.sets(st.sampled_from(keys), max_size=2))
    rows["own"] = row(figures, caption=draw(names), note=["n"], figure_notes={key: ["n"] for key in marked})
    kind = draw(st.sampled_from(["restated", "other_estimated", "affe_estimated", "waiver", "free"]))
    note = {"free": {"text": draw(texts)}, "waiver": {"kind": kind, "ends": draw(days)}}.get(kind, {"kind": kind})
    return registrant, {"rows": rows, "notes": {"n": note}, "grouped": draw(st.sampled_from(["yes", "no"]))}


@settings(max_examples=25, deadline=None)
@given(tables())
def test_every_table_reads_back(drawn: tuple[Content, Content]) -> None:
    registrant, body = drawn
    round_trip("fee_table", body, registrant=registrant)
