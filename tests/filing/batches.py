"""A small project to build in batches: one registrant, some supplements of it, one without."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli.main import main
from tests.house.modules import ROOT

REGISTRANT = """\
name: Harbor Point Funds
funds:
  growth: {name: Harbor Point Growth Fund, classes: {A: Class A, C: Class C}}
"""
SUPPLEMENT = """\
registrant: harbor
date: 2026-09-30
funds: growth
targets:
  - {document: prospectus, date: 2026-05-01}
changes:
  - operation: notice
    content:
      - paragraph: The Fund reduces its fee to WORDS as of today.
"""
ALONE = SUPPLEMENT.replace(
    "registrant: harbor\n",
    "registrant:\n  name: Lone Funds\n  funds:\n    growth: {name: Lone Growth Fund, classes: {A: Class A}}\n",
)
BROKEN = SUPPLEMENT.replace("2026-09-30", "2026-02-30")
#: The command in a process of its own.
COMMAND = [sys.executable, "-m", "generator", "build", "content"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def write_project(folder: Path, count: int, words: str = "0.81%") -> Path:
    """A folder with `content/`: so many supplements of a registrant, and one that declares its own."""
    content = folder / "content"
    (content / "registrants").mkdir(parents=True, exist_ok=True)
    (content / "registrants" / "harbor.yaml").write_text(REGISTRANT, "utf-8")
    for number in range(count):
        (content / f"s{number:02}.yaml").write_text(SUPPLEMENT.replace("WORDS", f"{words} in year {number}"), "utf-8")
    (content / "alone.yaml").write_text(ALONE.replace("WORDS", words), "utf-8")
    return folder


def run(*words: str | Path) -> Result:
    """The command in this process, with text and HTML for its formats where it builds."""
    formats = ("--to", "text,html") if words[0] == "build" else ()
    return CliRunner().invoke(main, [*(str(word) for word in words), *formats])


def counts(result: Result) -> tuple[int, int]:
    """How many supplements a build built, and how many it left unchanged."""
    built = [line for line in result.stderr.splitlines() if "supplements built and proved" in line]
    left = [line for line in result.stderr.splitlines() if line.endswith(" unchanged")]
    assert len(built) <= 1 and len(left) <= 1 and built + left
    return int(built[0].split()[0]) if built else 0, int(left[0].split()[-2]) if left else 0


def files_in(out: Path) -> dict[str, bytes]:
    """The built files of a folder, by path, without what is hidden."""
    found = (path for path in out.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}


def copy_templates(folder: Path) -> Path:
    """The project's own copy of the templates of text."""
    own = folder / "templates" / "text"
    shutil.copytree(ROOT / "templates" / "text", own)
    return own
