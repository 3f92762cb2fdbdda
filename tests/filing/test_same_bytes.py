"""Same input, same bytes: in another process, time zone, locale, hash seed and folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def built(out: Path, folder: Path, **surroundings: str) -> dict[str, bytes]:
    """The files that the shipped content gives in a process of its own."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(out), "PYTHONPATH": str(ROOT)} | surroundings
    command = [sys.executable, "-m", "generator", "build", str(ROOT / "content"), "--out", str(out)]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("[!.]*.*")}


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    one = built(tmp_path / "one", ROOT, TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1")
    other = built(tmp_path / "other", tmp_path, TZ="Asia/Tokyo", LC_ALL="C.UTF-8", PYTHONHASHSEED="77")
    assert {Path(name).suffix for name in one} == {".txt", ".htm", ".pdf"}
    assert one == other
