"""How the command ends where nobody takes what it says, or somebody stops it: never with the code of something else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.filing.batches import ALONE, BROKEN
from tests.house.modules import ROOT

COMMAND = f"{sys.executable} -m generator"


def ended(words: str, folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """What became of a line of the shell, with `supplement` for the command."""
    (folder / "good.yaml").write_text(ALONE, "utf-8")
    (folder / "bad.yaml").write_text(BROKEN, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **settings}
    line = ["bash", "-c", f"set -o pipefail; {words.replace('supplement', COMMAND)}"]
    return subprocess.run(line, cwd=folder, env=environment, capture_output=True, text=True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
@pytest.mark.parametrize("buffered", ["", "1"])
@pytest.mark.parametrize("words", ["--help", "rules", "check good.yaml --format sarif", "read good.yaml", "schema"])
def test_output_that_cannot_be_written_is_told(words: str, buffered: str, tmp_path: Path) -> None:
    done = ended(f"supplement {words} >/dev/full", tmp_path, PYTHONUNBUFFERED=buffered)
    told = done.stderr.strip().splitlines()
    assert (done.returncode, told[-1]) == (
        2, "supplement: standard output cannot be written: No space left on device",
    )  # fmt: skip
    assert "Traceback" not in done.stderr and "Exception" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
def test_talk_that_cannot_be_written_is_no_success(tmp_path: Path) -> None:
    assert ended("supplement check good.yaml 2>/dev/full", tmp_path).returncode == 2


def test_output_that_is_closed_is_no_success(tmp_path: Path) -> None:
    done = ended("supplement rules >&-", tmp_path)
    assert done.returncode == 2 and "standard output cannot be written" in done.stderr


@pytest.mark.parametrize(("words", "code"), [("check good.yaml", 0), ("check bad.yaml", 1), ("nonsense", 2)])
def test_talk_may_be_closed(words: str, code: int, tmp_path: Path) -> None:
    assert ended(f"supplement {words} <&- 2>&-", tmp_path).returncode == code


def test_a_reader_that_is_gone_ends_it_in_silence(tmp_path: Path) -> None:
    done = ended("supplement rules | true", tmp_path)
    assert (done.returncode, done.stderr) == (141, "")


def test_ctrl_c_is_no_finding(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for words in (["rules"], ["check", str(ROOT / "content")]):
        process = subprocess.Popen(
            [sys.executable, "-c", STOPPED, *words], env=environment, cwd=tmp_path, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        talk = process.communicate()[1]
        assert (process.returncode, talk.strip()) == (130, "")


#: The command, stopped while it imports what it needs.
STOPPED = f"""
import os, signal, sys
class Stopping:
    def find_spec(self, name, *_):
        if name == "generator.checks.pages":
            os.kill(os.getpid(), signal.{signal.SIGINT.name})
sys.meta_path.insert(0, Stopping())
from generator.cli.start import run
run()
"""


def test_a_name_that_is_no_text_is_a_finding(tmp_path: Path) -> None:
    folder = tmp_path / "content" / os.fsdecode(b"a\xff")
    folder.mkdir(parents=True)
    (folder / "x.yaml").write_text(ALONE, "utf-8")
    for words in ("check", "check --format concise", "check --format sarif", "build", "verify"):
        done = ended(f"supplement {words} content", tmp_path)
        said = done.stdout + done.stderr
        assert done.returncode == 1 and "FIL-05" in said and "Traceback" not in said and "FIL-09" not in said
