"""Documents made up by seed: valid content of every kind, no two alike, the same again for the same seed."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.side_by_side.checking import texts
from benchmarks.side_by_side.documents import CLASSES, KINDS, ROWS_OF_WIDE, Kind, write_project
from benchmarks.side_by_side.prepared import prepare
from generator import Library, load_wording
from generator.library.find import Source

every_kind = pytest.mark.parametrize("kind", KINDS)


@every_kind
def test_each_is_valid_and_nothing_is_to_be_said_of_it(kind: Kind, tmp_path: Path) -> None:
    library = Library(load_wording())
    for path in write_project(tmp_path, kind, 2, 3):
        loaded = library.load(Source(path, path.stem))
        assert loaded.document
        assert [str(one) for one in loaded.diagnostics if one.severity != "info"] == []


@every_kind
def test_they_differ_and_are_the_same_for_the_same_seed(kind: Kind, tmp_path: Path) -> None:
    written = [[path.read_bytes() for path in write_project(tmp_path / f"{at}", kind, 3, at // 2)] for at in (0, 1, 2)]
    assert written[0] == written[1] != written[2]
    assert len({*written[0], *written[2]}) == 6


def test_more_of_them_change_none(tmp_path: Path) -> None:
    few, many = (write_project(tmp_path / f"{count}", "small", count, 7) for count in (2, 12))
    assert [path.read_bytes() for path in few] == [path.read_bytes() for path in many[:2]]
    assert len({path.read_bytes() for path in many}) == 12


def test_kinds_stand_side_by_side_in_one_project(tmp_path: Path) -> None:
    for kind in KINDS:
        write_project(tmp_path, kind, 1, 3)
    assert len([*(tmp_path / "content").glob("*.yaml")]) == len(KINDS)
    assert len([*(tmp_path / "content" / "registrants").glob("*.yaml")]) == len(KINDS)


def test_a_typical_one_has_what_is_typical(tmp_path: Path) -> None:
    (document,) = prepare(tmp_path, "typical", 1, 5).documents.values()
    fees, tiers = [block for block in document["blocks"] if block["kind"] == "table"]
    assert (len(fees["head"]), len(fees["rows"]), len(fees["notes"])) == (4, 6, 2)
    assert len(tiers["rows"]) == 1
    people = next(block for block in document["blocks"] if block["kind"] == "list")
    assert [len(item.split()) > 40 for item in people["items"]] == [True, True]
    assert 700 < len(" ".join(texts(document)).split()) < 1000


def test_a_wide_one_is_wide_and_a_long_one_long(tmp_path: Path) -> None:
    (wide,) = prepare(tmp_path / "wide", "wide-table", 1, 5).documents.values()
    fees, holdings = [block for block in wide["blocks"] if block["kind"] == "table"]
    assert len(fees["head"]) == len(CLASSES["wide-table"]) + 1 == 13
    assert len(holdings["rows"]) == ROWS_OF_WIDE
    (long,) = prepare(tmp_path / "long", "long", 1, 5).documents.values()
    assert len(" ".join(texts(long)).split()) > 10_000
