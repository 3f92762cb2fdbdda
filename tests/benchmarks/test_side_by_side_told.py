"""The table, the drawing and the lines of a season, made of figures that are fixed."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from benchmarks.season import Season, told
from benchmarks.side_by_side import figures as kept
from benchmarks.side_by_side import table
from benchmarks.side_by_side.contestants import CONTESTANTS, Contestant
from benchmarks.side_by_side.figures import Figures, Row
from benchmarks.side_by_side.measures import contestants
from benchmarks.side_by_side.plot import draw
from benchmarks.side_by_side.processes import Ran, Watch


@pytest.fixture
def fixed() -> Figures:
    """Round figures: one contestant failed, one is not installed, one is as fast as the script."""
    rows = []
    for measure, size, jobs in (("warm", 1, 1), ("cold", 1, 1), ("batch", 10, 1), ("batch", 10, 2)):
        for name, time in (("script", 400.0), ("ours", 50.0), ("ours-edgar", 8.0), ("weasyprint", 410.0)):
            times = [time * 0.9, time, time * 1.2]
            rows.append(Row(measure, name, "typical", size, jobs, times, 80.0))
        rows.append(Row(measure, "typst", "typical", size, jobs, [20.0], 40.0, ".pdf lacks 3 | words"))
    rows.append(Row("warm", "reportlab", failed="not installed: reportlab"))
    rows.append(Row("no-op", "ours", "typical", 10, 1, [600.0]))
    rows.append(Row("verify", "ours", "typical", 10, 1, [150.0]))
    rows.append(Row("preview", "ours", "tour", 20, 1, [41.0]))
    machine = {"processors": "2", "Python": "3.11", "libharfbuzz-subset": "present"}
    return Figures(machine, [20.0, 22.0], 840, 2.0, 1, rows)


def test_ratios_come_first(fixed: Figures) -> None:
    lines = table.short(fixed).splitlines()
    ours = next(line for line in lines if line.startswith("| supplement |"))
    assert ours.count("**×8.0** 50 ms") == 4
    assert next(line for line in lines if line.startswith("| WeasyPrint")).count("**×1** 410 ms") == 4


def test_what_failed_and_what_is_not_installed_say_so(fixed: Figures) -> None:
    for text in (table.short(fixed), table.full(fixed)):
        assert "failed: .pdf lacks 3 / words" in text
        assert "not installed" in text
    assert {line.count("|") for line in table.short(fixed).splitlines() if line.startswith("|")} == {8}


def test_a_failure_names_no_path_of_the_machine(fixed: Figures) -> None:
    fixed.row("warm", "typst").failed = "OSError: /a/folder/x.pdf is gone, 3 of and/or"
    assert "failed: OSError: … is gone, 3 of and/or" in table.short(fixed)


def test_the_subsetter_and_the_rebuilds_are_told(fixed: Figures) -> None:
    text = table.short(fixed)
    assert "2 processors" in text and "libharfbuzz-subset present" in text and "nothing changed: 600 ms" in text
    assert "`supplement verify`: 1.5 s" in text and "a fixed loop beside them took 21 ms (20 to 22)" in text


def test_the_drawing_is_xml_and_stays_the_same(fixed: Figures) -> None:
    drawing = draw(fixed)
    root = etree.fromstring(drawing.encode())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    words = " ".join(root.itertext())
    assert "×8.0, 50 ms" in words and "failed" in words and "not installed" in words
    assert "prefers-color-scheme: dark" in drawing and "http" not in drawing.replace("http://www.w3.org/2000/svg", "")
    width = float(root.get("width", "0"))
    bars = [(float(bar.get("x")) + float(bar.get("width"))) for bar in root.iter("{*}rect")]
    assert bars and max(bars) < width - 90
    assert draw(fixed) == drawing


def test_figures_come_back_as_they_were_kept(fixed: Figures, tmp_path: Path) -> None:
    kept.write(fixed, tmp_path / "kept" / "figures.json")
    assert kept.read(tmp_path / "kept" / "figures.json") == fixed


def test_the_table_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "README.md"
    file.write_text(f"before\n\n{table.BEGIN}\nold\n{table.END}\n\nafter\n", "utf-8")
    for words in ("new", "newer \\1"):
        table.place(words, file)
    assert file.read_text("utf-8") == f"before\n\n{table.BEGIN}\n\nnewer \\1\n\n{table.END}\n\nafter\n"
    file.write_text("no markers", "utf-8")
    with pytest.raises(ValueError, match="has no line"):
        table.place("new", file)


def test_a_contestant_that_is_not_there_is_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = Contestant("gone", "Gone", "PDF", "gone", (".pdf",), ("no_such_package",))
    monkeypatch.setitem(CONTESTANTS, "gone", missing)
    figures = Figures()
    assert contestants(["ours", "gone"], figures) == [CONTESTANTS["ours"]]
    assert [row.failed for row in figures.rows] == ["not installed: no_such_package"] * 2


def test_a_season_is_told() -> None:
    watch = Watch(1, peaks={1: 40.0, 2: 70.0, 3: 30.0}, moments=[(9.0, {1: 39.0, 2: 60.0}), (50.0, {1: 40.0, 2: 70.0})])
    watch.seen.update({1: 9, 2: 9, 3: 1})
    watch.spent += [(0.5, 1.0), (1.5, 2.0), (1.9, 3.0), (2.5, 5.0), (3.2, 8.0)]
    built = Ran(6.0, 110.0, 0, "", watch)
    landed = [number / 100 for number in range(1, 201)] + [2 + number / 50 for number in range(1, 101)]
    lines = told(Season(built, built, built, landed))
    assert lines[0] == "build of 300: 6.0 s, 20.0 ms a document"
    assert lines[3:5] == [
        "a document by the clock: 10.0 ms of the second 100, 20.0 ms of the last 100; ratio 2.000",
        "a document of the processor: 10.0 ms of the second 100, 30.0 ms of the last 100; ratio 3.000",
    ]
    assert lines[5:] == ["memory of the command: 40.0 MB after all", "memory of a worker: 70.0 MB after all"]
