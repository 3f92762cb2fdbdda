"""What damaged and hostile input does: each case ends in findings, never in a traceback, a hang or a blow-up.

    python benchmarks/fuzz.py [--count 1000] [--seed 1] [--kind yaml,text,html,pdf] [--only NUMBER] [--save FOLDER]

The shipped content and the files that are built of it are changed at random, and go the ways of `check` and `read`. A
case is told by kind, seed and number, and is the same on every run. Each runs in a child process: one that takes over
5 seconds of the processor, grows by over 500 MB or ends the process is a failure. Exit 1 where anything failed.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

ROOT = Path(__file__).resolve().parents[1]
TOUR = ROOT / "content" / "tour"
REGISTRANT = TOUR / "registrants" / "harbor.yaml"
KINDS = ("yaml", "text", "html", "pdf")
SUFFIXES = {"text": ".txt", "html": ".htm", "pdf": ".pdf"}
#: A PDF takes some time to set: so many supplements are enough to damage.
PDFS = 6
SECONDS = 5
#: pdfium hears no alarm: the child is ended from outside after so many seconds by the clock.
PATIENCE = 6 * SECONDS
GROWTH = 500 << 20
#: More than this no child gets, whatever it asks for.
MOST = 4 << 30
FAILED = ("traceback", "hang", "memory", "died")

#: What somebody who means harm would insert.
HOSTILE = tuple(
    snippet if isinstance(snippet, bytes) else snippet.encode()
    for snippet in (
        "&a [*a, *a]", "*a", "<<: *a", "!!python/object/apply:os.system ['true']", "{{ 7 * 7 }}", "{% for x in y %}",
        "{{ ''.__class__ }}", "\u202e", "\u200b", "\u0301", "\x00", "\x07", "\ufeff", "[" * 3000, "{a: " * 500,
        "- " * 900, "\n---\n", "? ", "|\n", ">-9\n", "'", '"', "#", "\t", "\r", "../../../../etc/passwd",
        "C:\\CON", "1" * 5000,
        "9" * 400 + "%", "1e999999", "-0.00%", "$" + "9" * 50 + " billion", "9999-12-31", "0000-00-00", "2026-02-30",
        "a" * 20000, "ab " * 5000, "<div>" * 2000, "</p>" * 50, "<table><tr><td>" * 200, "<td colspan=99999999>",
        "<td rowspan=99999999>", "<td colspan=-1>", "<li value=99999999>", "<!--", "<![CDATA[", "&#x202e;", "&#0;",
        "&#xFFFFFFFF;", "&lol;" * 9, '<!DOCTYPE x [<!ENTITY a "&b;&b;">]>', "<script>", '<img src="file:///etc/passwd">',
        '<p style="text-indent: 1e309em">', '<font size="99999999999999999999">', "<TABLE>\n<S> <C>\n", "</TABLE>",
        "<PAGE>", "<FN>", "<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\n", "</TEXT>", "-" * 5000, "(1) " * 900, "* " * 900,
        "/Kids [3 0 R 3 0 R]", "/Parent 1 0 R", "/Length 999999999", "stream\n", "endstream", "endobj", "/Count -1",
        "/S /P /K [0 1 2 3]", "/MediaBox [0 0 1e38 1e38]", "/MCID 99999999", "<<" * 900, "99999 0 R", "%%EOF",
        "startxref\n0\n", "/Encrypt 1 0 R", "/ActualText (x)", b"\xff\xfe", b"\xc3", b"\x80" * 40, b"PK\x03\x04",
    )
)  # fmt: skip
_TOKEN = re.compile(rb"\w+|[^\w\s]|\s+")
Change: TypeAlias = Callable[[bytearray, Random, bytes], bytes | bytearray]


def _flip(data: bytearray, random: Random, _other: bytes) -> bytearray:
    for _ in range(random.choice((1, 1, 2, 8, 64))):
        data[random.randrange(len(data))] = random.randrange(256)
    return data


def _swap(data: bytearray, random: Random, _other: bytes) -> bytes:
    tokens = _TOKEN.findall(data)
    for _ in range(random.choice((1, 1, 2, 5))):
        one, two = random.randrange(len(tokens)), random.randrange(len(tokens))
        tokens[one], tokens[two] = tokens[two], tokens[one]
    return b"".join(tokens)


def _delete_lines(data: bytearray, random: Random, _other: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    at = random.randrange(len(lines))
    del lines[at : at + random.choice((1, 1, 2, 5))]
    return b"".join(lines)


def _repeat_lines(data: bytearray, random: Random, _other: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    at = random.randrange(len(lines))
    some = lines[at : at + random.choice((1, 1, 3, 8))]
    lines[at:at] = some * random.choice((1, 1, 2, 40))
    return b"".join(lines)


def _move_lines(data: bytearray, random: Random, _other: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    line = lines.pop(random.randrange(len(lines)))
    lines.insert(random.randrange(len(lines) + 1), random.choice((b"", b"  ", b"    ")) + line)
    return b"".join(lines)


def _truncate(data: bytearray, random: Random, _other: bytes) -> bytearray:
    return data[: random.randrange(len(data))]


def _splice(data: bytearray, random: Random, other: bytes) -> bytes:
    at, start = random.randrange(len(data)), random.randrange(max(1, len(other)))
    end = at + random.choice((0, 0, 20, 500))
    return bytes(data[:at]) + other[start : start + random.choice((10, 100, 1000, 100_000))] + bytes(data[end:])


def _insert(data: bytearray, random: Random, _other: bytes) -> bytes:
    at = random.randrange(len(data))
    return bytes(data[:at]) + random.choice(HOSTILE) + bytes(data[at:])


def _replace_token(data: bytearray, random: Random, _other: bytes) -> bytes:
    tokens = _TOKEN.findall(data)
    tokens[random.randrange(len(tokens))] = random.choice(HOSTILE)
    return b"".join(tokens)


def _stutter(data: bytearray, random: Random, _other: bytes) -> bytes:
    """Some words within a line many times over: a sentence that can be read in many ways."""
    tokens = _TOKEN.findall(data)
    at = random.randrange(len(tokens))
    some = tokens[at : at + random.choice((2, 4, 12, 60))]
    tokens[at:at] = [token if token.strip() else b" " for token in some] * random.choice((3, 30, 300))
    return b"".join(tokens)


CHANGES: tuple[Change, ...] = (
    _flip, _swap, _delete_lines, _repeat_lines, _move_lines, _truncate, _splice, _insert, _replace_token, _stutter,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """One damaged input: of which file it was made, and its bytes."""

    kind: str
    number: int
    origin: str
    data: bytes


@dataclass
class Tally:
    """How often each outcome came for each kind, and the failures in full."""

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    failures: list[tuple[Case, str, str]] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")

    def add(self, case: Case, outcome: str, details: str, seconds: float) -> None:
        """Counts a case."""
        self.outcomes[case.kind, outcome] += 1
        self.slowest = max(self.slowest, (seconds, f"{case.kind} {case.number}"))
        if outcome in FAILED:
            self.failures.append((case, outcome, details))


def make_case(kind: str, seed: int, number: int, originals: Sequence[tuple[str, bytes]]) -> Case:
    """The case of a kind, a seed and a number: always the same for the same originals."""
    random = Random(f"{seed}:{kind}:{number}")
    name, data = random.choice(originals)
    other = random.choice(originals)[1]
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        if data:
            data = bytes(random.choice(CHANGES)(bytearray(data), random, other))
    return Case(kind, number, name, data)


@cache
def originals_of(kind: str) -> tuple[tuple[str, bytes], ...]:
    """The undamaged inputs of a kind, by name: the shipped content, or what is built of it."""
    content = [*sorted(TOUR.glob("*.yaml")), *sorted((ROOT / "content").glob("*.yaml"))]
    if kind == "yaml":
        return tuple((path.relative_to(ROOT).as_posix(), path.read_bytes()) for path in (*content, REGISTRANT))
    from generator.filing.formats import FORMATS
    from generator.library.find import Source, output_name
    from generator.library.load import Library
    from generator.wording.environment import load_wording

    library = Library(load_wording())
    chosen = content[:: max(1, len(content) // PDFS)] if kind == "pdf" else content
    loaded = [library.load(Source(path, output_name(path))) for path in chosen]
    suffix = SUFFIXES[kind]
    return tuple(
        (f"{Path(one.source.name).name}{suffix}", FORMATS[kind].write(one.document)) for one in loaded if one.document
    )


def go(case: Case, folder: Path) -> str:
    """Takes a case the ways of `check` and `read`; says what came of it."""
    return _go_yaml(case) if case.kind == "yaml" else _go_file(case, folder)


def _go_yaml(case: Case) -> str:
    """The file takes the place of the one that it was made of; a registrant's is read by a supplement of it."""
    from generator import report
    from generator.filing.build import prove
    from generator.filing.faults import writing_faults
    from generator.filing.formats import FORMATS
    from generator.library.find import Source, output_name
    from generator.library.load import Library
    from generator.wording.environment import load_wording

    path = ROOT / case.origin
    supplement = TOUR / "fee-table.yaml" if path == REGISTRANT else path
    library = Library(load_wording(), drafts={path: case.data})
    outcome = "clean"
    proved = False
    for loaded in library.load_each(Source(supplement, output_name(supplement))):
        found = list(loaded.diagnostics)
        formats = (FORMATS["text"], FORMATS["html"])
        if loaded.document is not None:
            faults = [one for format in FORMATS.values() for one in writing_faults(loaded, loaded.document, format)]
            found += faults
            for format in formats if not faults else ():
                proved = True
                found += prove(loaded.document, format, format.write(loaded.document), "x")
        report.full(found, library.texts, colour=False, width=100)
        outcome = "findings" if found else outcome
    return "built" if proved and outcome == "findings" else outcome


def _go_file(case: Case, folder: Path) -> str:
    from generator import report
    from generator.document.outline import print_outline
    from generator.errors import UnreadableFile
    from generator.library.reading import check_file
    from generator.library.spelling import write_yaml
    from generator.readers.files import read_file
    from generator.recover.recover import recover
    from generator.wording.environment import load_wording

    file = folder / f"case{SUFFIXES[case.kind]}"
    file.write_bytes(case.data)
    found = check_file(file, load_wording()).diagnostics
    report.full(found, {}, colour=False, width=100)
    try:
        document = read_file(file.name, case.data).document
    except UnreadableFile:
        return "refused"
    print_outline(document)
    write_yaml(recover(document, load_wording()))
    return "findings" if found else "clean"


class TooSlow(BaseException):
    """The alarm: no `except Exception` of the tool stops it."""


def _alarm(*_: object) -> None:
    raise TooSlow


def watched(case: Case, folder: Path, way: Callable[[Case, Path], str] = go) -> tuple[str, str]:
    """The outcome of a case under the alarm and the watch on memory, and what is to be said of a failure."""
    before = _peak()
    signal.signal(signal.SIGPROF, _alarm)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)  # of the processor: others may be at work on the machine
    try:
        outcome, details = way(case, folder), ""
    except TooSlow:
        outcome, details = "hang", traceback.format_exc(limit=-12)
    except MemoryError:
        outcome, details = "memory", traceback.format_exc(limit=-12)
    except Exception:
        outcome, details = "traceback", traceback.format_exc(limit=-12)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    grown = _peak() - before
    if outcome not in FAILED and grown > GROWTH:
        outcome, details = "memory", f"grew by {grown >> 20} MB"
    return outcome, details


def _peak() -> int:
    """The most memory that this process has ever held, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _serve(orders: Connection, results: Connection, folder: str) -> None:
    """The child: does case after case until there is none."""
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST, MOST))
    with Path(os.devnull).open("w") as null:  # lxml and pdfium may talk
        os.dup2(null.fileno(), 2)
    with suppress(EOFError, OSError):
        while True:
            results.send(watched(orders.recv(), Path(folder)))


class Child:
    """The process that runs cases; another takes its place when it hangs or dies."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.process: Any = None

    def _start(self) -> None:
        context = get_context("spawn")
        orders, self.orders = context.Pipe(duplex=False)
        self.results, results = context.Pipe(duplex=False)
        self.process = context.Process(target=_serve, args=(orders, results, self.folder), daemon=True)
        self.process.start()
        orders.close()
        results.close()
        self.fresh = True

    def run(self, case: Case) -> tuple[str, str]:
        """The outcome of a case, whatever becomes of the child."""
        if self.process is None:
            self._start()
        try:
            self.orders.send(case)
            if not self.results.poll(PATIENCE + 20 * self.fresh):  # a new one imports first
                self.end()
                return "hang", "the child heard no alarm"
            self.fresh = False
            outcome: tuple[str, str] = self.results.recv()
        except (EOFError, OSError):
            self.process.join()
            code = self.process.exitcode
            self.end()
            return "died", f"exit code {code}"
        if outcome[0] in ("hang", "memory"):
            self.end()
        return outcome

    def end(self) -> None:
        """No child is left."""
        if self.process is not None:
            self.process.kill()
            self.process.join()
            self.orders.close()
            self.results.close()
            self.process = None


def fuzz(kinds: Sequence[str], seed: int, numbers: Sequence[int]) -> Iterator[tuple[Case, str, str, float]]:
    """Each case of some kinds with its outcome, what is to be said of it, and its seconds."""
    with tempfile.TemporaryDirectory() as folder:
        child = Child(folder)
        try:
            for kind in kinds:
                originals = originals_of(kind)
                for number in numbers:
                    case = make_case(kind, seed, number, originals)
                    begun = time.monotonic()
                    outcome, details = child.run(case)
                    yield case, outcome, details, time.monotonic() - begun
        finally:
            child.end()


def main() -> None:
    """Runs what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=1000, help="cases of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", default=",".join(KINDS))
    parser.add_argument("--only", type=int, help="the number of one case")
    parser.add_argument("--save", type=Path, help="a folder for the inputs that failed")
    options = parser.parse_args()
    kinds = options.kind.split(",")
    if unknown := set(kinds) - set(KINDS):
        parser.error(f"no kind is called {unknown.pop()}")
    numbers = range(options.count) if options.only is None else [options.only]
    tally, begun = Tally(), time.monotonic()
    for case, outcome, details, seconds in fuzz(kinds, options.seed, numbers):
        tally.add(case, outcome, details, seconds)
        if outcome in FAILED:
            again = f"--kind {case.kind} --seed {options.seed} --only {case.number}"
            print(f"{outcome}: {case.origin}: python benchmarks/fuzz.py {again}\n{details}", flush=True)
            if options.save:
                options.save.mkdir(parents=True, exist_ok=True)
                (options.save / f"{case.kind}-{options.seed}-{case.number}").write_bytes(case.data)
    for kind in kinds:
        counts = ", ".join(f"{count} {what}" for (one, what), count in sorted(tally.outcomes.items()) if one == kind)
        print(f"{kind}: {counts}")
    print(f"{time.monotonic() - begun:.0f} s; the slowest {tally.slowest[0]:.1f} s: {tally.slowest[1]}")
    raise SystemExit(bool(tally.failures))


if __name__ == "__main__":
    main()
