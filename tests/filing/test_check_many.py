"""Many files checked in several processes: the same findings in the same order, and one that fails, fails alone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Diagnostic
from generator.filing.checker import WORTH, Checker, check_each
from generator.filing.workers import default_jobs
from generator.library.find import Source, find_sources
from tests.filing.batches import BROKEN, run, write_project


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of five supplements, one of them broken, in the folder where the command runs."""
    monkeypatch.chdir(write_project(tmp_path, 3))
    Path("content/broken.yaml").write_text(BROKEN, "utf-8")
    return tmp_path


def test_the_number_of_processes_makes_no_difference() -> None:
    one, two = run("check", "--jobs", "1"), run("check", "--jobs", "2")
    assert "content/broken.yaml:2:7" in one.stdout
    assert (one.exit_code, one.stdout, one.stderr) == (two.exit_code, two.stdout, two.stderr)
    assert one.exit_code == 1


class Fatal(Checker):
    """Breaks at one supplement, and ends its process at another."""

    def __call__(self, source: Source) -> tuple[Diagnostic, ...]:
        """The findings in the others."""
        if source.name == "s01":
            os._exit(9)
        return super().__call__(source)

    def found(self, loaded: Any) -> list[Diagnostic]:
        """What is found in the others."""
        if loaded.source.name == "s00":
            raise ZeroDivisionError("of the tool's own")
        return super().found(loaded)


def test_a_file_that_the_tool_fails_at_is_told_and_the_others_are_checked() -> None:
    sources, _ = find_sources([Path("content")])
    found = {one.name: each for one, each in zip(sources, check_each(sources, Fatal(), 2), strict=True)}
    failed = {name: each[0].message for name, each in found.items() if each and each[0].code == "FIL-09"}
    assert failed == {
        "s00": "the tool failed: ZeroDivisionError: of the tool's own",
        "s01": "the process that checked it ended: exit code 9",
    }
    assert found["broken"][0].code == "DAT-06"


def test_workers_can_be_sent_a_checker_that_has_worked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "another")  # where workers are not forked
    sources, _ = find_sources([Path("content")])
    checker = Checker()
    alone = check_each(sources, checker, 1)
    assert checker.library is checker.library
    assert check_each(sources, checker, 2) == alone


def test_few_files_are_checked_in_one_process() -> None:
    assert default_jobs(2 * WORTH - 1, WORTH) == 1
