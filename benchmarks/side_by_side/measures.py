"""The measurements: all contestants on the same documents, in shuffled order, each output checked afterwards."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.side_by_side import checking
from benchmarks.side_by_side.contestants import CONTESTANTS, Contestant
from benchmarks.side_by_side.documents import Kind
from benchmarks.side_by_side.figures import Figures, Row
from benchmarks.side_by_side.prepared import Prepared, prepare
from benchmarks.side_by_side.processes import Ran, Server, command, run, servers

#: A maker is warm after so many documents of a kind.
WARM_UP: dict[Kind, int] = {"typical": 2, "small": 2, "long": 1, "wide-table": 1}
#: The calibration loop: the same work always, so that a busy machine is seen.
TURNS = 300_000
BEGAN = time.monotonic()
EDIT = ("The SAI tells", "The SAI says")
FORMATS = {".txt": "text", ".htm": "html", ".pdf": "pdf"}


@dataclass
class Bench:
    """A run: where its projects are, what it found so far, and where its chance and its seeds come from."""

    folder: Path
    figures: Figures
    random: Random
    chosen: list[Contestant]
    used: int = 0
    broken: set[str] = field(default_factory=set)

    @contextmanager
    def project(self, kind: Kind, count: int) -> Iterator[Prepared]:
        """A project that nobody has seen, gone afterwards."""
        self.used += 1
        with TemporaryDirectory(dir=self.folder) as name:
            yield prepare(Path(name), kind, count, self.figures.seed * 10_000 + self.used)

    def shuffled(self) -> list[Contestant]:
        """The contestants in an order of this moment."""
        return self.random.sample(self.chosen, len(self.chosen))

    def calibrate(self) -> None:
        """Runs the calibration loop once."""
        began = time.perf_counter()
        total = 0
        for turn in range(TURNS):
            total += turn * turn & 7
        self.figures.calibration.append((time.perf_counter() - began) * 1000)

    def check(self, row: Row, one: Contestant, project: Prepared, out: Path, names: Sequence[str]) -> None:
        """Looks for every word and row in the files that a contestant made."""
        for name in names:
            for suffix in one.suffixes:
                if fault := checking.faults(out / f"{name}{suffix}", project.documents[name]):
                    row.failed = row.failed or f"{suffix} lacks {fault}"


def missing(figures: Figures, one: Contestant, measures: Sequence[str]) -> None:
    """A contestant that is not installed has rows that say so."""
    for measure in measures:
        figures.row(measure, one.name).failed = f"not installed: {', '.join(one.lacking())}"


def tell(words: str) -> None:
    """Says on standard error how far the run is, with the seconds since it began."""
    print(f"{time.monotonic() - BEGAN:5.0f} s  {words}", file=sys.stderr, flush=True)


# --- One document --------------------------------------------------------------------------------------------------


def warm(bench: Bench, kind: Kind, count: int) -> None:
    """Each contestant at its best: one process that has done some already, timed inside, document by document."""
    tell(f"warm: {count} {kind}")
    with bench.project(kind, count + WARM_UP[kind]) as project, servers([one.name for one in bench.chosen]) as running:
        for place, name in enumerate(project.names):
            bench.calibrate()
            for one in bench.shuffled():
                row = bench.figures.row("warm", one.name, kind)
                answer = _asked(running[one.name], project, name, one)
                if "error" in answer:
                    row.failed = row.failed or str(answer["error"])
                elif place >= WARM_UP[kind]:
                    row.times.append(float(answer["ms"]))
                bench.check(row, one, project, project.folder / one.name, [name])
        if kind == "typical":
            _read_back(bench, project, running)
        for one in bench.chosen:
            bench.figures.row("warm", one.name, kind).memory = running[one.name].close()


def _asked(server: Server, project: Prepared, name: str, one: Contestant) -> dict[str, float | str]:
    return server.ask(project=str(project.folder), document=name, out=str(project.folder / one.name))


def _read_back(bench: Bench, project: Prepared, running: dict[str, Server]) -> None:
    """How long it takes to read the same PDF back: with pdfplumber, and as this tool compares it value by value."""
    both = [one for one in bench.chosen if one.name in ("script", "ours")]
    if "ours" not in running:
        return
    out = str(project.folder / "ours")
    for place, name in enumerate(project.names):
        for one in bench.random.sample(both, len(both)):
            answer = running[one.name].ask(read="yes", project=str(project.folder), document=name, out=out)
            row = bench.figures.row("read back", one.name)
            if "error" in answer:
                row.failed = str(answer["error"])
            elif place >= WARM_UP[project.kind]:
                row.times.append(float(answer["ms"]))


def cold(bench: Bench, kind: Kind, rounds: int) -> None:
    """A whole process from the shell for one document."""
    tell(f"cold: {rounds} rounds, {kind}")
    with bench.project(kind, rounds + 1) as project:
        for place, name in enumerate(project.names):
            for one in bench.shuffled():
                bench.calibrate()
                out = project.folder / one.name
                ran = run(making(one, project, out, 1, [name]), project.folder)
                row = bench.figures.row("cold", one.name, kind)
                note(row, ran, 1, timed=place > 0)
                bench.check(row, one, project, out, [name])


# --- Many documents ------------------------------------------------------------------------------------------------


def batch(bench: Bench, size: int, rounds: int) -> None:
    """So many documents from start to end, on one worker and on two; then what has changed since is built again."""
    for turn in range(rounds):
        tell(f"batch of {size}: round {turn + 1} of {rounds}")
        for jobs in bench.random.sample((1, 2), 2):
            with bench.project("typical", size) as project:
                for one in bench.shuffled():
                    bench.calibrate()
                    out = project.folder / f"out-{one.name}"
                    ran = run(making(one, project, out, jobs, project.names), project.folder)
                    row = bench.figures.row("batch", one.name, "typical", size, jobs)
                    note(row, ran, size)
                    bench.check(row, one, project, out, project.names)
                    if one.ours and jobs == 1 and not row.failed:
                        _again(bench, one, project, out)


def _again(bench: Bench, one: Contestant, project: Prepared, out: Path) -> None:
    """A build of which nothing, or one supplement, has changed; and `verify` of all that was built."""
    size = len(project.names)
    words = making(one, project, out, 1, project.names)
    note(bench.figures.row("no-op", one.name, "typical", size), run(words, project.folder))
    file = project.content(project.names[-1])
    before = file.read_text("utf-8")
    file.write_text(edited(before), encoding="utf-8")
    note(bench.figures.row("one edit", one.name, "typical", size), run(words, project.folder))
    if ".pdf" in one.suffixes:  # `verify` asks for every format
        words = command("generator", "verify", "content", "--out", str(out))
        note(bench.figures.row("verify", one.name, "typical", size), run(words, project.folder), size)
    file.write_text(before, encoding="utf-8")


def edited(text: str) -> str:
    """A supplement with one word changed that each of the typical ones has."""
    assert EDIT[0] in text
    return text.replace(*EDIT, 1)


def making(one: Contestant, project: Prepared, out: Path, jobs: int, names: Sequence[str]) -> list[str]:
    """The command with which a contestant makes documents; ours is the one that everybody types."""
    if not one.ours:
        where = [str(project.folder), str(out), str(jobs)]
        return command("benchmarks.side_by_side.worker", one.name, "do", *where, *names)
    content = ["content"] if len(names) > 1 else [f"content/{names[0]}.yaml"]
    formats = ",".join(FORMATS[suffix] for suffix in one.suffixes)
    return command("generator", "build", *content, "--out", str(out), "--to", formats, "--jobs", str(jobs))


def note(row: Row, ran: Ran, size: int = 1, timed: bool = True) -> None:
    """Adds what a command took to its row: the time of each document, and the most memory of any round."""
    if ran.code:
        row.failed = row.failed or f"exit {ran.code}: {ran.said.strip()[-200:]}"
    elif timed:
        row.times.append(ran.seconds * 1000 / size)
        row.memory = max(row.memory, ran.memory)


# --- The preview ---------------------------------------------------------------------------------------------------


def preview(bench: Bench, supplements: int, saves: int) -> None:
    """From a save to the arrival of the new draft at a client that listens as the page does."""
    tell(f"preview: {saves} saves among {supplements} supplements")
    row = bench.figures.row("preview", "ours", "tour", supplements)
    folder = bench.folder / "preview"
    try:
        from benchmarks.preview_refresh import make_project, wait_until_all_are_loaded, without_browser
        from tests.preview.running import running

        with running(make_project(folder, supplements)) as shown:
            wait_until_all_are_loaded(shown)
            row.times += without_browser(shown, saves)
    except Exception as error:  # Why all: a preview that fails is a row that failed, and no end of the run
        row.failed = f"{type(error).__name__}: {error}"[:300]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def contestants(names: Sequence[str], figures: Figures) -> list[Contestant]:
    """Those that are asked for and installed; of the others it is noted that they are not."""
    asked = [CONTESTANTS[name] for name in names]
    for one in asked:
        if one.lacking():
            missing(figures, one, ("warm", "cold"))
    return [one for one in asked if not one.lacking()]
