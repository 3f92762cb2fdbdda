"""All at once: what is written wrongly in one change does not hide what is wrong in another."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic
from generator.library.find import Source
from generator.library.load import Library
from generator.wording.environment import load_wording

HEAD = """\
registrant:
  name: Harbor Point Funds
  funds:
    growth: {name: Harbor Point Growth Fund, classes: {A: Class A, C: Class C}}
date: 2026-09-30
funds: growth
targets:
  - {document: prospectus, date: 2026-05-01}
"""
WRONG_DAY = """\
  - operation: replace_section
    location: {section: Fees}
    effective: tomorrow
    content: The fee falls.
"""
RIGHT = WRONG_DAY.replace("tomorrow", "2026-10-30")
WRONG_TOTAL = """\
  - operation: replace_table
    location: {table: Fees}
    content:
      - fee_table:
          rows:
            management_fee: 0.86%
            other_expenses: 0.10%
            total: 0.97%
"""
STRANGE_FUND = WRONG_TOTAL.replace("    location", "    fund: groth\n    location")


def found(tmp_path: Path, *changes: str, head: str = HEAD) -> list[Diagnostic]:
    path = tmp_path / "x.yaml"
    path.write_text(head + "changes:\n" + "".join(changes), "utf-8")
    return list(Library(load_wording()).load(Source(path, "x")).diagnostics)


def told(diagnostics: list[Diagnostic]) -> list[tuple[str, str]]:
    return [(one.code, one.path.partition(".")[0]) for one in diagnostics]


def test_a_wrong_day_does_not_hide_a_wrong_total(tmp_path: Path) -> None:
    both = found(tmp_path, WRONG_DAY, WRONG_TOTAL)
    assert told(both) == [("DAT-06", "changes[0]"), ("NUM-01", "changes[1]")]
    (alone,) = [one for one in found(tmp_path, RIGHT, WRONG_TOTAL) if one.code == "NUM-01"]
    assert both[1] == alone


def test_nor_does_one_of_the_whole_supplement(tmp_path: Path) -> None:
    both = found(tmp_path, WRONG_TOTAL, head=HEAD + "effective: soon\n")
    assert told(both) == [("DAT-06", "effective"), ("NUM-01", "changes[0]")]


def test_where_the_whole_cannot_be_judged_nothing_is(tmp_path: Path) -> None:
    both = found(tmp_path, WRONG_TOTAL, head=HEAD.replace("2026-09-30", "2026-02-30"))
    assert told(both) == [("DAT-06", "date")]


def test_what_is_missing_for_the_fault_alone_is_not_told(tmp_path: Path) -> None:
    assert told(found(tmp_path, WRONG_DAY, RIGHT)) == [("DAT-06", "changes[0]")]


def test_of_a_fund_that_nobody_declared_no_class_is_missed(tmp_path: Path) -> None:
    codes = [one.code for one in found(tmp_path, STRANGE_FUND)]
    assert "CMB-01" in codes and "CLS-01" not in codes


def test_what_is_misspelt_is_told_with_what_was_meant(tmp_path: Path) -> None:
    (soon,) = found(tmp_path, WRONG_DAY)
    assert (soon.message, soon.help) == (
        "'tomorrow' is not a date",
        "write year-month-day, such as 2009-11-12, or: immediately",
    )
    (item,) = [one for one in found(tmp_path, WRONG_TOTAL.replace("management", "managment")) if one.code == "FEE-27"]
    assert item.help == "write management_fee; an item of your own needs a caption"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Management Fees", "management_fee"),
        ("Other Expenses", "other_expenses"),
        ("12b-1", "distribution_12b1"),
        ("OTHER_EXPENSES", "other_expenses"),
    ],
)
def test_an_item_by_the_forms_caption_is_told_at_its_key_with_what_was_meant(
    tmp_path: Path, name: str, meant: str
) -> None:
    (item,) = [one for one in found(tmp_path, WRONG_TOTAL.replace("management_fee", name)) if one.code == "FEE-27"]
    assert item.help == f"write {meant}; an item of your own needs a caption"
    assert item.span.end_column - item.span.column == len(name)


def test_a_class_that_nobody_declared_is_told_at_its_key(tmp_path: Path) -> None:
    strange = WRONG_TOTAL.replace("0.86%", "{Q: 0.10%, all: 0.86%}")
    (one,) = [one for one in found(tmp_path, strange) if one.code == "CLS-01"]
    assert (one.span.end_column - one.span.column, one.path.rpartition(".")[2]) == (1, "Q")


def test_a_comma_in_an_amount_is_told_and_does_not_spoil_the_years_beside_it(tmp_path: Path) -> None:
    example = """\
  - operation: replace_section
    location: {section: Example}
    content:
      - example: {rows: {A: {1: $91, 3: $284, 5: $493, 10: $1,096}}}
"""
    faults = found(tmp_path, example)
    assert {one.code for one in faults} == {"SRC-18"}
