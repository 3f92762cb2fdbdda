"""Never torn: whenever a build is killed, stopped, or out of space, each file is the old one or the new one.

`SUPPLEMENT_KILLS` says how often; in continuous integration a few times.
"""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.filing.batches import COMMAND, ENVIRONMENT, counts, files_in, run, write_project

KILLS = int(os.environ.get("SUPPLEMENT_KILLS", "8"))
COUNT = 19


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """The files of two states of the content."""
    found = []
    for words in ("0.81%", "0.79%"):
        folder = write_project(tmp_path_factory.mktemp("wanted"), COUNT, words)
        subprocess.run([*COMMAND, "--jobs", "1"], cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)
        found.append(files_in(folder / "build"))
    assert len(found[0]) == 3 * (COUNT + 1) and found[0].keys() == found[1].keys()
    return found


def started(folder: Path, jobs: str) -> subprocess.Popen[str]:
    """A build in a process group of its own."""
    return subprocess.Popen(
        [*COMMAND, "--jobs", jobs], cwd=folder, env=ENVIRONMENT, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def wait_for_change(out: Path, old: dict[str, bytes], process: subprocess.Popen[str]) -> None:
    """Returns when a build has begun to put files in their places, or has ended."""
    before = {name: (out / name).stat().st_ino for name in old if (out / name).exists()}
    while process.poll() is None:
        names = [name for name in old if (out / name).exists()]
        if any((out / name).stat().st_ino != before.get(name) for name in names):
            return
        time.sleep(0.002)


def kill_all(process: subprocess.Popen[str]) -> None:
    """Ends a build with all its workers; one that was quicker is left to have ended."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def assert_whole(out: Path, wanted: list[dict[str, bytes]]) -> None:
    """Every file that bears a file's name is one of the two that were proved."""
    for name, data in files_in(out).items():
        assert data in (wanted[0][name], wanted[1][name]), name


@pytest.mark.parametrize("kill", range(KILLS))
def test_a_killed_build_leaves_old_or_new(kill: int, wanted: list[dict[str, bytes]], tmp_path: Path) -> None:
    chance = random.Random(kill)
    write_project(tmp_path, COUNT, "0.79%")
    out = tmp_path / "build"
    for name, data in wanted[0].items() if kill % 2 else ():
        out.mkdir(exist_ok=True)
        (out / name).write_bytes(data)
    process = started(tmp_path, chance.choice(["1", "2"]))
    if chance.random() < 0.8:
        wait_for_change(out, wanted[0], process)
    time.sleep(chance.random() * 0.3)
    process.kill()  # the parent alone: its workers find out
    if chance.random() < 0.5:
        kill_all(process)
    assert_whole(out, wanted)
    process.communicate()
    done = subprocess.run(COMMAND, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert files_in(out) == wanted[1]
    assert [path.name for path in out.iterdir() if path.name.startswith(".")] == [".supplement.json"]


def test_what_a_killed_build_left_verifies(
    wanted: list[dict[str, bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_project(tmp_path, COUNT, "0.79%"))
    process = started(tmp_path, "2")
    wait_for_change(tmp_path / "build", wanted[0], process)
    kill_all(process)
    process.communicate()
    result = run("verify")
    files = files_in(tmp_path / "build")
    assert files and [name for name in files if f"build/{name}: " not in result.stdout] == []


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_without_a_traceback(jobs: str, wanted: list[dict[str, bytes]], tmp_path: Path) -> None:
    write_project(tmp_path, COUNT, "0.79%")
    process = started(tmp_path, jobs)
    wait_for_change(tmp_path / "build", wanted[0], process)
    os.killpg(process.pid, signal.SIGINT)
    told = process.communicate(timeout=60)[1]
    assert "Traceback" not in told
    assert process.returncode in (0, 130), told
    assert_whole(tmp_path / "build", wanted)
    hidden = {path.name for path in (tmp_path / "build").iterdir() if path.name.startswith(".")}
    assert hidden <= {".supplement.json"}  # none where the one that was under way had not been told of
    if process.returncode == 130:
        assert "every file in place is whole" in told
        done = subprocess.run(COMMAND, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, check=True)
        assert "unchanged" in done.stderr or not hidden


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_old_files_as_they_were(
    call: str, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_project(tmp_path, 2))
    assert run("build").exit_code == 0
    old = files_in(tmp_path / "build")
    write_project(tmp_path, 2, "0.79%")
    first, calls = random.Random(seed).randrange(7), 0
    real = getattr(os, call)

    def full(*arguments: object) -> object:
        nonlocal calls
        calls += 1
        if calls > first:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*arguments)

    monkeypatch.setattr(f"os.{call}", full)
    result = run("build")
    monkeypatch.setattr(f"os.{call}", real)
    assert result.exit_code == 1 and "FIL-04" in result.stderr and "No space left" in result.stderr
    between = files_in(tmp_path / "build")
    assert [path.name for path in (tmp_path / "build").iterdir() if path.name.endswith(".part")] == []
    assert counts(run("build"))[0] >= 1
    new = files_in(tmp_path / "build")
    assert [name for name, data in between.items() if data not in (old[name], new[name])] == []
