"""Column widths, sizes of type and the place of figures."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from generator.document.nodes import Inlines, NoteRef, Table, Text
from generator.writers.pdf.columns import table_grid
from generator.writers.pdf.faces import text_width
from generator.writers.pdf.figures import insets
from tests.trees import tables


def cell(text: str) -> Inlines:
    return (Text(text),) if text else ()


def fee_table(classes: int) -> Table:
    head = (cell(""), *(cell(f"Class R-{at}") for at in range(classes)))
    labels = ("Management Fees", "Total Annual Fund Operating Expenses", "Fee Waiver")
    rows = tuple((cell(label), *[cell("(0.05)%" if label == "Fee Waiver" else "0.86%")] * classes) for label in labels)
    return Table(head, rows)


@given(tables())
@settings(max_examples=100, deadline=None)
def test_the_columns_of_a_table_fill_its_page(table: Table) -> None:
    grid = table_grid(table)
    assert sum(grid.widths) == grid.setting.room
    assert min(grid.widths) > 0


@pytest.mark.parametrize(
    ("classes", "size", "turned"), [(1, 9.5, False), (5, 9.5, False), (12, 7.5, False), (14, 8.5, True)]
)
def test_type_is_as_large_as_the_columns_allow(classes: int, size: float, turned: bool) -> None:
    setting = table_grid(fee_table(classes)).setting
    assert (setting.size, setting.turned) == (size, turned)


def test_labels_are_wide_and_figures_narrow_and_alike() -> None:
    label, *figures = table_grid(fee_table(3)).widths
    assert label > 2 * figures[0]
    assert len(set(figures)) == 1


def test_decimal_points_stand_under_each_other() -> None:
    cells = [cell("0.86%"), cell("(0.05)%"), (*cell("10.86%"), NoteRef("*")), cell("5%")]
    pads = insets([(words, False) for words in cells], room=10, size=1)
    points = [pad + text_width(after) for pad, after in zip(pads, [".86%", ".05)%", ".86%", "%"], strict=True)]
    points[2] += text_width("*") * 0.68
    assert points == pytest.approx([points[0]] * 4)


def test_an_amount_among_percentages_ends_where_they_end() -> None:
    texts = ["5.75%", "$25", "None", "$1,250"]
    pads = insets([(cell(text), False) for text in texts], room=10, size=1)
    assert pads == pytest.approx([pads[0]] * 4)


def test_nothing_is_aligned_where_a_column_is_too_narrow() -> None:
    assert insets([(cell("1,000"), False), (cell("0.8625%"), False)], room=3, size=7) == [0.0, 0.0]


def test_a_figure_never_fills_its_line() -> None:
    texts = ["(0.35%)", "0.015%", "0.86%"]
    for room in (3.5, 3.6, 4.0):
        pads = insets([(cell(text), False) for text in texts], room, size=7)
        assert all(pad / 7 + text_width(text) < room - 0.02 for pad, text in zip(pads, texts, strict=True))


def test_a_long_address_turns_no_page() -> None:
    address = "https://www.harborpointfunds.com/shareholder-services/documents/prospectuses/growth-fund"
    rows = [(cell("Lighthouse Fund Services"), cell("Transfer agent"), cell("(800) 555-0100"), cell(address))]
    grid = table_grid(Table((), tuple(rows)))
    assert not grid.setting.turned and grid.setting.size == 9.5
    assert max(text_width(part) for part in address.split("/")[2:]) < grid.room(3) < text_width(address)


def test_words_with_strokes_and_hyphens_stay_whole() -> None:
    word = "Portfolio/Manager/Analyst/Adviser/Sub-Adviser/Administrator"
    grid = table_grid(Table((), ((cell("Who"), cell(word)),)))
    assert grid.room(1) >= text_width(word)
