"""Where a table's notes are marked, in the order in which a reader meets them."""

from __future__ import annotations

from generator.model.content import Grid
from generator.model.kinds.fee_schedule import FeeSchedule
from generator.model.kinds.fee_table import FeeTable
from generator.model.notes import check_notes, mark_notes, marked


def test_a_fee_table_marks_parts_before_their_total() -> None:
    table = FeeTable.model_validate(
        {
            "rows": {
                "management_fee": {"all": "0.65%", "note": ["a", "b"]},
                "other_expenses": {"note": "c", "components": {"interest": {"all": "0.02%", "note": "d"}}},
            }
        }
    )
    assert list(marked(table)) == [
        ("rows.management_fee.note", ("a", "b")),
        ("rows.other_expenses.components.interest.note", ("d",)),
        ("rows.other_expenses.note", ("c",)),
    ]


def test_a_table_of_words_marks_its_head_first_and_a_schedule_its_fund() -> None:
    grid = Grid.model_validate(
        {"head": ["", {"text": "Class A", "note": "a"}], "rows": [["x", {"text": "y", "note": "b"}]]}
    )
    assert list(marked(grid)) == [("head[1].note", ("a",)), ("rows[0][1].note", ("b",))]
    assert list(marked(FeeSchedule.model_validate({"tiers": [{"rate": "1%"}], "note": "n"}))) == [("note", ("n",))]


def test_a_mark_without_a_note_is_found_at_its_key() -> None:
    assert [(path, code) for path, code, _, _ in check_notes({}, [("rows.total.note", ("a", "b"))])] == [
        ("rows.total.note[0]", "FN-01"),
        ("rows.total.note[1]", "FN-01"),
    ]


def test_notes_are_numbered_around_the_marks_that_are_given() -> None:
    table = FeeTable.model_validate(
        {"rows": {"total": "1%"}, "notes": {"a": "One.", "b": {"marker": "(1)", "text": "Two."}, "c": "Three."}}
    )
    assert mark_notes(table.notes) == {"a": "(2)", "b": "(1)", "c": "(3)"}
