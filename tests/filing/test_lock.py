"""One build at a time: the second is told who the first is, and a killed one holds nothing."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.filing.lock import LOCK, Taken, locked
from tests.filing.batches import ENVIRONMENT, run, write_project

#: A process that locks a folder, says so, and waits until its input ends.
HOLDER = """
import sys
from pathlib import Path
from generator.filing.lock import locked
with locked(Path(sys.argv[1])):
    print("locked", flush=True)
    sys.stdin.read()
"""


def holder(out: Path) -> subprocess.Popen[str]:
    """A process that holds a folder's lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(out)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENVIRONMENT, text=True,
    )  # fmt: skip
    assert process.stdout is not None and process.stdout.readline() == "locked\n"
    return process


def test_a_second_build_is_told_who_the_first_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write_project(tmp_path, 1))
    with holder(tmp_path / "build") as first:
        result = run("build")
        assert result.exit_code == 1
        assert "FIL-08" in result.stderr and f"process {first.pid} is building here" in result.stderr
        assert [path.name for path in Path("build").iterdir()] == [LOCK]
        assert first.stdin is not None
        first.stdin.close()
    assert run("build").exit_code == 0
    assert not Path("build", LOCK).exists()


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    with holder(tmp_path) as first:
        first.kill()
    assert (tmp_path / LOCK).exists()
    with locked(tmp_path):
        assert (tmp_path / LOCK).read_text("ascii") == f"{os.getpid()}\n"
    assert list(tmp_path.iterdir()) == []


def test_within_a_process_too(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(Taken) as told, locked(tmp_path):
        pass
    assert told.value.process == os.getpid()


def test_a_folder_that_was_made_for_nothing_is_gone(tmp_path: Path) -> None:
    with locked(tmp_path / "a"):
        assert (tmp_path / "a").is_dir()
    assert not (tmp_path / "a").exists()
    (tmp_path / "b").mkdir()
    with locked(tmp_path / "b"):
        pass
    assert (tmp_path / "b").is_dir()


def test_a_folder_that_cannot_be_made_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write_project(tmp_path, 1))
    Path("build").write_text("a file", "utf-8")
    result = run("build", "--out", "build/below")
    assert result.exit_code == 1 and "FIL-04" in result.stderr


def test_a_lock_that_cannot_be_written_holds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(OSError, match="No space left"):
        patch.setattr("os.pwrite", full)
        locked(tmp_path).__enter__()
    assert list(tmp_path.iterdir()) == []
    with locked(tmp_path):
        pass


def test_a_lock_with_the_id_of_no_process_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.filing.lock.PATIENCE", 0.1)
    with holder(tmp_path) as first:
        (tmp_path / LOCK).write_text("9" * 30, "ascii")
        with pytest.raises(Taken), locked(tmp_path):
            pass
        first.kill()
