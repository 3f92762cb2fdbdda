"""Processes that are measured: how long they take, and how much memory they and their children hold at the most.

Memory is read from /proc while they run; where there is none, what the system says of ended children stands in.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PROC = Path("/proc")
#: How often the memory of a process tree is looked at, in seconds.
EVERY = 0.05
#: A process that was seen no more often than this ran for a moment only.
BRIEF = 3


@dataclass
class Watch:
    """The peak of each Python process of a tree in MB, with what it was at each moment that was looked at.

    `spent` is the time of the processor that they had spent by then, in seconds; those that have ended count too.
    """

    root: int
    peaks: dict[int, float] = field(default_factory=dict)
    seen: Counter[int] = field(default_factory=Counter)
    moments: list[tuple[float, dict[int, float]]] = field(default_factory=list)
    spent: list[tuple[float, float]] = field(default_factory=list)
    _times: dict[int, float] = field(default_factory=dict)
    _over: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Looks until it is told to stop."""
        while not self._over.wait(EVERY):
            now = {pid: peak for pid in tree(self.root) if (peak := peak_of(pid))}
            for pid in [one for one in now if one != self.root and not _is_python(one)]:
                del now[pid]
                self.peaks.pop(pid, None)
            self.peaks |= now
            self.seen.update([*now])
            self.moments.append((time.time(), now))
            self._times |= {pid: max(processor_time(pid), self._times.get(pid, 0.0)) for pid in now}
            self.spent.append((time.time(), sum(self._times.values())))

    def stop(self) -> None:
        """No more is looked at."""
        self._over.set()

    @property
    def whole(self) -> float:
        """The peaks of the command and its workers together.

        What else runs for a moment, such as a search for libraries, does not count: until it has become a program of
        its own it holds, by what the system says, all that its parent does.
        """
        return sum(peak for pid, peak in self.peaks.items() if pid == self.root or self.seen[pid] > BRIEF)

    def until(self, moment: float) -> dict[int, float]:
        """The peak of each process up to a moment, as the clock on the wall says it."""
        seen: dict[int, float] = {}
        for when, now in self.moments:
            if when > moment:
                break
            seen |= now
        return seen

    def spent_between(self, first: float, last: float) -> float:
        """The seconds of the processor that were spent between two moments; 0 where that is not known."""
        by = [seconds for when, seconds in self.spent if first <= when <= last]
        return by[-1] - by[0] if by else 0.0


def tree(root: int) -> Iterator[int]:
    """A process and all that came of it and still runs; nothing where there is no /proc."""
    yield root
    for task in _listed(PROC / str(root) / "task"):
        try:
            children = (task / "children").read_text("ascii").split()
        except OSError:
            continue
        for child in children:
            yield from tree(int(child))


def processor_time(pid: int) -> float:
    """The seconds that a process has spent on a processor; 0 where that is not known."""
    try:
        fields = (PROC / str(pid) / "stat").read_text("ascii", "replace").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _is_python(pid: int) -> bool:
    """Whether a process runs the Python that this one does; where nobody says, it does."""
    try:
        return (PROC / str(pid) / "exe").resolve() == Path(sys.executable).resolve()
    except OSError:
        return True


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def peak_of(pid: int) -> float:
    """The most memory that a process has held, in MB; 0 where that is not known."""
    try:
        status = (PROC / str(pid) / "status").read_text("ascii", "replace")
    except OSError:
        return 0.0
    found = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(found[0]) / 1024 if found else 0.0


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command took: seconds, the peaks of its processes together in MB, and how it ended."""

    seconds: float
    memory: float
    code: int
    said: str
    watch: Watch


def environment() -> dict[str, str]:
    """This environment, in which modules of the repository are found and stay compiled."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}


def command(*words: str) -> list[str]:
    """A module of the repository as a command."""
    return [sys.executable, "-m", *words]


def run(words: Sequence[str], folder: Path) -> Ran:
    """Runs a command to its end and watches it."""
    began = time.perf_counter()
    process = subprocess.Popen(
        words, cwd=folder, env=environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    watch = Watch(process.pid)
    watching = threading.Thread(target=watch.run, daemon=True)
    watching.start()
    assert process.stdout
    with process.stdout as stream:
        said = stream.read().decode("utf-8", "replace")
    code = process.wait()
    seconds = time.perf_counter() - began
    watch.stop()
    watching.join()
    return Ran(seconds, watch.whole or _of_children(), code, said, watch)


def _of_children() -> float:
    """The peak of the largest child that has ended, in MB."""
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / unit


class Server:
    """A contestant in a process of its own, which does one document after another as it is asked."""

    def __init__(self, name: str) -> None:
        self.process = subprocess.Popen(
            command("benchmarks.side_by_side.worker", name, "serve"),
            cwd=ROOT,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def ask(self, **order: str) -> dict[str, Any]:
        """The answer to an order: `ms`, or `error`."""
        assert self.process.stdin and self.process.stdout
        try:
            self.process.stdin.write(json.dumps(order) + "\n")
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except OSError:
            line = ""
        answer: dict[str, Any] = json.loads(line) if line else {"error": "its process ended"}
        return answer

    def close(self) -> float:
        """Ends it; its peak of memory in MB."""
        peak = peak_of(self.process.pid)
        assert self.process.stdin and self.process.stdout
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()
        return peak


@contextmanager
def servers(names: Sequence[str]) -> Iterator[dict[str, Server]]:
    """A server for each of some contestants."""
    started = {name: Server(name) for name in names}
    try:
        yield started
    finally:
        for server in started.values():
            if server.process.poll() is None:
                server.close()
