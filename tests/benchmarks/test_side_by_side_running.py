"""Contestants at work in processes of their own: what they make is whole, and what they took is known."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

from benchmarks.side_by_side.contestants import CONTESTANTS
from benchmarks.side_by_side.documents import write_project
from benchmarks.side_by_side.figures import Figures, Row
from benchmarks.side_by_side.measures import Bench, edited, making, note, warm
from benchmarks.side_by_side.prepared import Prepared
from benchmarks.side_by_side.processes import Ran, Watch, run

FAST = ("ours-edgar",)


def bench(folder: Path) -> Bench:
    """A run of the fastest contestant of those that are always there."""
    return Bench(folder, Figures(seed=4), Random(4), [CONTESTANTS[name] for name in FAST])


def test_a_warm_contestant_is_timed_and_checked(tmp_path: Path) -> None:
    running = bench(tmp_path)
    warm(running, "small", 2)
    (row,) = running.figures.rows
    assert (row.failed, len(row.times), row.measure) == ("", 2, "warm")
    assert running.figures.calibration and [*tmp_path.iterdir()] == []


def test_the_command_of_a_batch_is_the_one_that_is_typed(tmp_path: Path) -> None:
    project = Prepared(tmp_path, "typical", {"one": {}, "two": {}})
    out = tmp_path / "out"
    words = making(CONTESTANTS["ours"], project, out, 2, project.names)[2:]
    assert words == ["generator", "build", "content", "--out", str(out), "--to", "text,html,pdf", "--jobs", "2"]
    words = making(CONTESTANTS["typst"], project, out, 1, ["one"])[2:]
    assert words == ["benchmarks.side_by_side.worker", "typst", "do", str(tmp_path), str(out), "1", "one"]


def test_what_a_command_took_is_shared_by_its_documents() -> None:
    row = Row("batch", "ours", size=10)
    note(row, Ran(2.0, 50.0, 0, "", Watch(1)), 10)
    note(row, Ran(3.0, 40.0, 0, "", Watch(1)), 10)
    assert (row.times, row.memory, row.failed) == ([200.0, 300.0], 50.0, "")
    note(row, Ran(3.0, 40.0, 2, "a reason", Watch(1)), 10)
    assert (row.times, row.failed) == ([200.0, 300.0], "exit 2: a reason")


def test_every_typical_supplement_can_be_edited(tmp_path: Path) -> None:
    for path in write_project(tmp_path, "typical", 3, 11):
        text = path.read_text("utf-8")
        assert edited(text) != text


def test_the_memory_of_a_command_counts_its_children(tmp_path: Path) -> None:
    child = "import time; held = bytearray(60 << 20); time.sleep(0.6)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    ran = run([sys.executable, "-c", parent], tmp_path)
    assert ran.code == 0
    assert ran.memory > 60


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    ran = run([sys.executable, "-c", "raise SystemExit('a reason')"], tmp_path)
    assert (ran.code, ran.said.strip()) == (1, "a reason")
