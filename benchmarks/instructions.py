"""How many instructions a text-and-HTML build takes: to start, and a supplement once it runs.

    python benchmarks/instructions.py [--accept]

Counted by valgrind's callgrind with a fixed hash seed, so that no other work on the machine shows in the figures. They
are told in loops: the instructions of a fixed piece of Python, counted beside them, so that they hold for other builds
of a Python that is much the same; they are kept for each version and compiler. `--accept` writes them to
`instructions.toml`, which `tests/speed/` holds the tool to.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import which

ROOT = Path(__file__).resolve().parents[1]
ACCEPTED = Path(__file__).with_name("instructions.toml")
#: How much more than was accepted is too much, in hundredths.
TOLERANCE = 5
#: How often the supplements are built to tell a build from the start.
TIMES = 3
LOOPS = 200
_COLLECTED = re.compile(rb"Collected : (\d+)")


def figures() -> dict[str, float]:
    """`start`: the command up to its first supplements built; `supplement`: each one more. In loops."""
    runs = [("build", 1), ("build", 1 + TIMES), ("loop", 0), ("loop", LOOPS)]
    _run([], *runs[0])  # so that every module is compiled
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        once, often, bare, looped = pool.map(lambda run: _count(*run), runs)
    loop = (looped - bare) / LOOPS
    built = len(_content())
    return {"start": round(once / loop, 1), "supplement": round((often - once) / TIMES / built / loop, 2)}


def accepted() -> dict[str, float] | None:
    """What was accepted for this Python, None where nothing was."""
    return _accepted().get(_version())


def accept(found: dict[str, float]) -> None:
    """Afterwards these figures are the accepted ones for this Python."""
    table = _accepted() | {_version(): found}
    lines = ["# Written by `python benchmarks/instructions.py --accept`. In loops: see there."]
    for version, known in sorted(table.items()):
        lines += ["", f'[python."{version}"]', *(f"{name} = {value}" for name, value in known.items())]
    ACCEPTED.write_text("\n".join(lines) + "\n", "utf-8")


def _accepted() -> dict[str, dict[str, float]]:
    """The figures by version of Python."""
    table = tomllib.loads(ACCEPTED.read_text("utf-8")) if ACCEPTED.exists() else {}
    return dict(table.get("python", {}))


def too_many(found: dict[str, float], known: dict[str, float]) -> list[str]:
    """What takes more instructions than it may."""
    return [
        f"{name}: {found[name]} loops, accepted are {value} and {TOLERANCE} % more"
        for name, value in known.items()
        if found[name] > value * (1 + TOLERANCE / 100)
    ]


def _version() -> str:
    """The Python that runs this, as far as the number of its instructions depends on it."""
    optimized = "--enable-optimizations" in str(sysconfig.get_config_var("CONFIG_ARGS"))
    return f"{platform.python_version()} {platform.python_compiler()} {'optimized' if optimized else 'plain'}"


def _content() -> list[Path]:
    return sorted((ROOT / "content").glob("*.yaml"))


def _count(work: str, times: int) -> int:
    """The instructions of a piece of work in a process of its own."""
    said = _run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"], work, times)
    if not (found := _COLLECTED.search(said)):
        raise RuntimeError(said.decode("utf-8", "replace")[-2000:])
    return int(found[1])


def _run(under: list[str], work: str, times: int) -> bytes:
    """What a piece of work says on standard error, in the same surroundings on every machine."""
    words = [*under, sys.executable, __file__, "--work", work, "--times", str(times)]
    surroundings = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "LD_LIBRARY_PATH")}
    surroundings |= {"PYTHONHASHSEED": "0", "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    done = subprocess.run(words, env=surroundings, cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", "replace")[-2000:])
    return done.stderr


def build(times: int) -> None:
    """Builds the supplements of `content/` so often, in text and HTML, as the command does in one process."""
    from generator.cli.main import main

    with tempfile.TemporaryDirectory() as folder:
        for number in range(times):
            words = ["build", *map(str, _content()), "--to", "text,html", "--out", f"{folder}/{number}", "--jobs", "1"]
            try:
                main(words, standalone_mode=True)
            except SystemExit as end:
                if end.code:
                    raise


def loop(times: int) -> None:
    """A fixed piece of Python: calls, mappings, texts and patterns, as most of the tool's own work is."""
    word = re.compile(r"[a-z]+")
    for number in range(times):
        counts: dict[str, int] = {}
        for found in word.findall("the fund pays the adviser a fee of the assets of the fund " * 40):
            counts[found] = counts.get(found, number) + len(found)
        " ".join(f"{key}={value:,}" for key, value in sorted(counts.items())).split()


def main() -> None:
    """Counts and prints, and accepts where that is asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--accept", action="store_true")
    parser.add_argument("--work", choices=["build", "loop"], help=argparse.SUPPRESS)
    parser.add_argument("--times", type=int, default=1, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.work:
        {"build": build, "loop": loop}[wanted.work](wanted.times)
        return
    if which("valgrind") is None:
        sys.exit("valgrind is needed (Debian: apt-get install valgrind)")
    found, known = figures(), accepted()
    for name, value in found.items():
        print(f"{name}: {value} loops" + (f", accepted {known[name]}" if known else ""))
    if wanted.accept:
        accept(found)
    elif known and (faults := too_many(found, known)):
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
