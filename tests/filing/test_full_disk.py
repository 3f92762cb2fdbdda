"""A disk that is full, a real one: what cannot be written is a finding, and nothing is torn.

`SUPPLEMENT_FULL_DISKS` says at how many points; in continuous integration at a few.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.filing.batches import ENVIRONMENT
from tests.house.modules import ROOT

POINTS = int(os.environ.get("SUPPLEMENT_FULL_DISKS", "8"))


def own_mounts(folder: Path) -> list[str]:
    """The command before which what follows can mount a disk of its own; skips where the machine has none."""
    if shutil.which("unshare") is None:
        pytest.skip("unshare is not installed: no disk can be mounted for a test")
    told = ""
    for options in ("-rm", "-m"):
        mount = ["unshare", options, "mount", "-t", "tmpfs", "-o", "size=64k", "none", str(folder)]
        done = subprocess.run(mount, capture_output=True, text=True)
        if done.returncode == 0:
            return mount[:2]
        told = done.stderr.strip()
    pytest.skip(f"no disk can be mounted for a test: {told}")


def test_a_disk_that_is_full_at_any_point_tears_nothing(tmp_path: Path) -> None:
    command = [*own_mounts(tmp_path), sys.executable, "-m", "tests.filing.full_disk", str(tmp_path / "x"), str(POINTS)]
    done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    points = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(points) == POINTS
    for one in points:
        assert one["code"] == 0 or (one["code"] == 1 and "FIL-04" in one["said"] and "No space left" in one["said"])
        assert "Traceback" not in one["said"] + one["said after"] and "the tool failed" not in one["said"]
        assert one["torn"] == one["left"] == []
        assert one["after"] == 0 and one["new"] and one["hidden"] == [".supplement.json"], one["said after"]
    assert {one["code"] for one in points} == {0, 1}
