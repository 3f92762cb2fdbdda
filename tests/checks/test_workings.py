"""How figures came about: the working of every figure of the shipped samples ends in what the document shows."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from generator.checks.workings import Working, all_workings, workings
from generator.compare.fields import fields_of
from generator.document.nodes import Field
from generator.library.find import find_sources
from generator.library.load import Library, Loaded
from generator.model.supplement import House
from generator.model.values import Dollars, spell
from generator.model.working import show, value_at
from generator.wording.environment import load_wording
from tests.kinds.round import house_of

CONTENT = Path(__file__).resolve().parents[2] / "content"
LIBRARY = Library(load_wording())
SHIPPED = {source.name: LIBRARY.load(source) for source in find_sources([CONTENT])[0]}
FIGURE = re.compile(r"\$[\d,.]+( [a-z]+illion)?|-?\d+(\.\d+)?%")
#: Prose has no workings, nor have tables of words.
UNEXPLAINED = re.compile(r"\]\.table\.|\.notes\.|\.text$")
BLOCK = "changes[0].content[0]"


def figures(loaded: Loaded) -> list[Field]:
    """The fields of a document that show a figure."""
    assert loaded.document is not None
    fields = (field for block in loaded.document.blocks for field in fields_of(block))
    return [one for one in fields if FIGURE.fullmatch(one.value) and not UNEXPLAINED.search(one.path)]


def explained(kind: str, body: object, path: str, **parts: object) -> Working:
    """The working of a figure in a supplement of one block."""
    found = workings(house_of(kind, body, **parts), f"{BLOCK}.{kind}.{path}")
    assert found
    return found


@pytest.mark.parametrize("name", SHIPPED)
def test_a_working_ends_in_what_the_document_shows(name: str) -> None:
    loaded = SHIPPED[name]
    assert loaded.house is not None
    for field in figures(loaded):
        working = workings(loaded.house, field.path)
        assert working, field.path
        ends = [working.result]
        if re.search(
            r"tiers.*\.up_to$|bands.*\.rate$", field.path
        ):  # shown in two ways: by end and width, of price and net
            ends += [figure for _, figure in working.lines]
        assert field.value in map(spell, ends), field.path


@pytest.mark.parametrize("name", SHIPPED)
def test_all_workings_are_those_of_the_figures_shown(name: str) -> None:
    loaded = SHIPPED[name]
    assert loaded.house is not None
    found = dict(all_workings(loaded.house))
    assert all(workings(loaded.house, path) == working for path, working in found.items())
    shown = {field.path for field in figures(loaded)}
    assert shown <= found.keys()


def test_a_total_is_the_rows_that_count_and_no_others() -> None:
    rows = {
        "front_load": {"A": "5.75%", "C": "None", "I": "None"},
        "management_fee": "0.65%",
        "distribution_12b1": {"A": "0.25%", "C": "1.00%", "I": "None"},
        "other_expenses": {"components": {"interest": "0.02%", "remaining": "0.11%"}},
        "waiver": "0.10%",
    }
    assert str(explained("fee_table", {"rows": rows}, "rows.total.I")) == (
        "Total Annual Operating Expenses, Class I\n"
        "\n"
        "  Management Fees  0.65%\n"
        "  12b-1 Fees        None\n"
        "  Other Expenses   0.13%\n"
        "                   -----\n"
        "  result           0.78%"
    )
    net = explained("fee_table", {"rows": rows}, "rows.net.A")
    assert [show(figure) for _, figure in net.lines] == ["1.03%", "0.10%"] and net.result == Decimal("0.93")
    parts = explained("fee_table", {"rows": rows}, "rows.other_expenses.C")
    assert [show(figure) for _, figure in parts.lines] == ["0.02%", "0.11%"]
    assert explained("fee_table", {"rows": rows}, "rows.other_expenses.components.interest.C").result == Decimal("0.02")


def test_a_total_that_is_stated_says_so_beside_its_sum() -> None:
    rows = {"management_fee": "0.65%", "other_expenses": "0.10%", "total": {"A": "0.76%"}}
    working = explained("fee_table", {"rows": rows}, "rows.total.A")
    assert working.lines[-1] == ("as stated", Decimal("0.76")) and working.result == Decimal("0.76")


def test_an_amount_is_told_year_by_year() -> None:
    row = {"total": "1.26%", "net": "1.07%", "front_load": "5.75%", "deferred_load": {"3": "1.00%"}}
    body = {"waiver_years": "1", "rows": {"A": row}}
    assert str(explained("example", body, "rows.A.amounts.3")) == (
        "3 years, Class A, sold\n"
        "\n"
        "  invested                                          $10,000\n"
        "  sales charge of 5.75% at purchase                 $575.00\n"
        "  year 1: opening balance                         $9,425.00\n"
        "  year 1: closing balance, 5% up and 1.07% down   $9,795.40\n"
        "  year 1: 1.07% of their average                    $102.83\n"
        "  year 2: opening balance                         $9,795.40\n"
        "  year 2: closing balance, 5% up and 1.26% down  $10,161.75\n"
        "  year 2: 1.26% of their average                    $125.73\n"
        "  year 3: opening balance                        $10,161.75\n"
        "  year 3: closing balance, 5% up and 1.26% down  $10,541.80\n"
        "  year 3: 1.26% of their average                    $130.43\n"
        "  sales charge of 1.00% at sale, on $9,425           $94.25\n"
        "  sum, exact to the last digit                    $1,028.24\n"
        "                                                 ----------\n"
        "  result                                             $1,028"
    )
    kept = explained("example", body, "rows.A.no_redemption.3")
    assert kept.title == "3 years, Class A, kept" and kept.result == Dollars(934)


def test_an_amount_that_is_stated_says_so_beside_the_computed_one() -> None:
    amounts = {"1": "$90", "3": "$284", "5": "$493", "10": "$1,096"}
    working = explained("example", {"rows": {"A": {"total": "0.89%", "amounts": amounts}}}, "rows.A.amounts.1")
    assert working.lines[-2:] == (("rounded once, half up", Dollars(91)), ("as stated", Dollars(90)))
    alone = explained("example", {"rows": {"A": amounts}}, "rows.A.amounts.1")
    assert alone.lines == (("as stated", Dollars(90)),) and alone.result == 90


TIERS = [{"up_to": "$500 million", "rate": "0.70%"}, {"up_to": "$1 billion", "rate": "0.65%"}, {"rate": "0.60%"}]
FORMER = [{"up_to": "$500 million", "rate": "0.75%"}, {"rate": "0.70%"}]


def test_a_rate_is_told_with_what_the_schedule_comes_to_and_how_it_changed() -> None:
    body = {"tiers": TIERS, "previous": {"before": "2026-10-01", "tiers": FORMER}}
    assert str(explained("fee_schedule", body, "tiers[1].rate")) == (
        "0.65% of the next $500 million\n"
        "\n"
        "  0.70% of $500 million       $3,500,000\n"
        "  0.65% of $500 million       $3,250,000\n"
        "  fee a year on $1 billion    $6,750,000\n"
        "  effective rate there           0.6750%\n"
        "  above $500 million, before       0.70%\n"
        "  above $500 million, now          0.65%\n"
        "  less by                          0.05%\n"
        "                              ----------\n"
        "  result                           0.65%"
    )
    assert explained("fee_schedule", body, "previous.tiers[0].rate").result == Decimal("0.75")
    assert explained("fee_schedule", body, "tiers").result == "0.7000% to 0.6375%"


def test_a_cliff_is_told_by_all_assets() -> None:
    working = explained("fee_schedule", {"tiers": TIERS, "method": "cliff"}, "tiers[1].rate")
    assert working.title == "0.65% of all, up to $1 billion"
    assert dict(working.lines)["0.65% of $1 billion"] == Dollars(6_500_000)


def test_a_management_fee_is_told_with_the_assets_that_the_schedule_beside_it_implies() -> None:
    schedule = {"tiers": [{"up_to": "$500 million", "rate": "0.88%"}, {"rate": "0.83%"}]}
    change = {"content": [{"fee_table": {"rows": {"management_fee": "0.86%"}}}, {"fee_schedule": schedule}]}
    working = explained("fee_table", {}, "rows.management_fee.A", change=change)
    assert working.lines[-1] == (
        "net assets at which the schedule comes to 0.86%",
        "$714 million to $1,000 million",
    )


@pytest.mark.parametrize(
    ("kind", "body", "path", "lines"),
    [
        (
            "waiver_change",
            {"limits": {"A": {"previous": "1.25%", "new": "1.15%"}}},
            "limits.A.new",
            ["1.25%", "1.15%", "0.10%"],
        ),
        ("waiver", {"limits": {"A": "1.25%"}, "ends": "2027-09-30"}, "limits.A", ["1.25%"]),
        ("waiver_end", {"ends": "2026-10-31", "ratios": {"A": "1.42%"}}, "ratios.A", ["1.42%"]),
    ],
)
def test_what_is_stated_says_so_and_a_pair_how_it_differs(kind: str, body: object, path: str, lines: list[str]) -> None:
    working = explained(kind, body, path)
    assert [show(figure) for _, figure in working.lines] == lines


@pytest.mark.parametrize(
    "path",
    [
        "",
        "date",
        "changes[9].content[0].fee_table",
        f"{BLOCK}.fee_table.rows.total.B",
        f"{BLOCK}.example.rows",
        "funds",
    ],
)
def test_what_is_no_figure_has_no_working(path: str) -> None:
    assert workings(house_of("fee_table", {"rows": {"management_fee": "0.65%"}}), path) is None


def test_the_kind_may_be_left_out_of_the_path() -> None:
    house: House = house_of("fee_table", {"rows": {"management_fee": "0.65%"}})
    assert workings(house, f"{BLOCK}.rows.total.A") == workings(house, f"{BLOCK}.fee_table.rows.total.A")


def test_keys_may_have_dots_and_quotes() -> None:
    value = {"a.b": {"c": ("x", "y")}}
    assert value_at(value, "a.b.c[1]") == "y"
    assert value_at(value, '["a.b"].c[0]') == "x"
    assert value_at(value, "a.b.c[2]") is value_at(value, "a.d") is None
