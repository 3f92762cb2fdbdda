"""What was measured: rows of times and peaks of memory, and the facts of the machine that matter to them."""

from __future__ import annotations

import ctypes.util
import json
import os
import platform
import shutil
import subprocess
from dataclasses import asdict, dataclass, field
from importlib import metadata
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.side_by_side.contestants import BASE

LIBRARIES = ("weasyprint", "pypdfium2", "lxml", "Jinja2", "PyYAML", "pdfplumber", "typst", "reportlab")


@dataclass
class Row:
    """One thing measured of one contestant: milliseconds a document, or of the whole where `size` is 0."""

    measure: str
    contestant: str
    kind: str = "typical"
    size: int = 1
    jobs: int = 1
    times: list[float] = field(default_factory=list)
    memory: float = 0.0
    failed: str = ""

    @property
    def key(self) -> tuple[str, str, int, int]:
        """What is measured, whoever does it."""
        return self.measure, self.kind, self.size, self.jobs

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.times) if self.times else 0.0


@dataclass
class Figures:
    """All rows, how long the calibration loop took, and what it all ran on."""

    machine: dict[str, str] = field(default_factory=dict)
    calibration: list[float] = field(default_factory=list)
    words: int = 0
    pages: float = 0.0
    seed: int = 0
    rows: list[Row] = field(default_factory=list)

    def row(self, measure: str, contestant: str, kind: str = "typical", size: int = 1, jobs: int = 1) -> Row:
        """The row of a measure and a contestant; a new one where there is none yet."""
        for row in self.rows:
            if row.key == (measure, kind, size, jobs) and row.contestant == contestant:
                return row
        self.rows.append(Row(measure, contestant, kind, size, jobs))
        return self.rows[-1]

    def found(self, measure: str, contestant: str, kind: str = "typical", size: int = 1, jobs: int = 1) -> Row | None:
        """The row of a measure and a contestant, if there is one."""
        wanted = (measure, kind, size, jobs)
        return next((row for row in self.rows if row.key == wanted and row.contestant == contestant), None)

    def ratio(self, row: Row) -> float:
        """How many times as fast as the usual script; 0 where that is not known."""
        base = self.found(row.measure, BASE, row.kind, row.size, row.jobs)
        if base is None or base.failed or row.failed or not row.middle:
            return 0.0
        return base.middle / row.middle

    @property
    def largest(self) -> int:
        """The largest size of batch that was measured."""
        return max((row.size for row in self.rows if row.measure == "batch"), default=0)


def write(figures: Figures, path: Path) -> None:
    """Keeps figures as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(asdict(figures), indent=1) + "\n", encoding="utf-8")


def read(path: Path) -> Figures:
    """Figures that were kept."""
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return Figures(**data | {"rows": [Row(**row) for row in data["rows"]]})


def machine() -> dict[str, str]:
    """What the times depend on, without a name of anything: processors, Python, libraries, fonts."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    found = {"processors": str(processors), "Python": platform.python_version()}
    for name in LIBRARIES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "not installed"
    found["libharfbuzz-subset"] = "present" if ctypes.util.find_library("harfbuzz-subset") else "absent"
    found["fonts of the system"] = _fonts()
    return found


def _fonts() -> str:
    if not (lister := shutil.which("fc-list")):
        return "not known"
    return str(len(subprocess.run([lister], capture_output=True, check=False).stdout.splitlines()))
