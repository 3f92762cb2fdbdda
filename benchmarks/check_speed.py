"""How long `supplement check` takes: on one file from the shell, and a file in a folder of five hundred.

    python benchmarks/check_speed.py [--files 500] [--rounds 7]

Prints medians in milliseconds. Nothing is asserted: machines differ.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

CONTENT = Path(__file__).resolve().parents[1] / "content"
SAMPLE = CONTENT / "tour" / "fee-table.yaml"


def milliseconds(words: list[str], folder: Path) -> float:
    """The wall time of a command."""
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "generator", *words], cwd=folder, capture_output=True, check=False, env=_environment()
    )
    return (time.perf_counter() - started) * 1000


def _environment() -> dict[str, str]:
    """This environment, with compiled modules kept."""
    path = os.pathsep.join([str(CONTENT.parent), os.environ.get("PYTHONPATH", "")])
    return {**{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}, "PYTHONPATH": path}


def many(folder: Path, count: int) -> None:
    """So many supplements in a folder: the tour's over and over, each with a date of its own."""
    samples = sorted(SAMPLE.parent.glob("*.yaml"))
    (folder / "content" / "registrants").mkdir(parents=True)
    for path in (SAMPLE.parent / "registrants").iterdir():
        (folder / "content" / "registrants" / path.name).write_bytes(path.read_bytes())
    for number in range(count):
        text = samples[number % len(samples)].read_text("utf-8")
        (folder / "content" / f"s{number}.yaml").write_text(f"# Number {number}\n{text}", "utf-8")


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=7)
    wanted = parser.parse_args()
    milliseconds(["check", str(SAMPLE)], CONTENT.parent)
    one = median(milliseconds(["check", str(SAMPLE)], CONTENT.parent) for _ in range(wanted.rounds))
    print(f"check, one file, from the shell: {one:.0f} ms")
    with tempfile.TemporaryDirectory() as name:
        many(Path(name), wanted.files)
        whole = milliseconds(["check"], Path(name))
        each = (whole - one) / wanted.files
        print(f"check, {wanted.files} files: {whole:.0f} ms, {each:.1f} ms a file beyond the start")


if __name__ == "__main__":
    main()
