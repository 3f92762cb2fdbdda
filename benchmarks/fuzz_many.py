"""Many cheap cases in one process: small inputs with a few bytes or words changed, read as far as their form goes.

    python -m benchmarks.fuzz_many [--count 20000] [--seed 7] [--from 0]

Content goes through the source and the model, files through readers and EDGAR's rules; one case of `WHOLE` goes all
the way of `benchmarks/fuzz.py`, by which outcomes are told and failures meant. Of a hundred cases fifty are content,
twenty text, twenty HTML and ten PDF. A case is told by seed and number, and is the same on every run.
"""

from __future__ import annotations

import argparse
import faulthandler
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.fuzz import FAILED, SUFFIXES, TOUR, Case, go, make_case, watched

SHARES = {"yaml": 50, "text": 20, "html": 20, "pdf": 10}
WHOLE = 100
#: The blocks of a document behind its titles that a small file has.
BLOCKS = 3
#: pdfium hears no alarm: the process is ended after so many seconds of a case, with a word about where it was.
PATIENCE = 60
MEMORY = 1 << 30


@cache
def small(kind: str) -> tuple[tuple[str, bytes], ...]:
    """Small inputs of a kind, by the name of the sample that each was cut from."""
    if kind == "yaml":
        return tuple(_small_contents())
    from dataclasses import replace

    from generator.document.nodes import Title
    from generator.filing.formats import FORMATS
    from generator.library.find import Source, output_name
    from generator.library.load import Library
    from generator.wording.environment import load_wording

    library = Library(load_wording())
    found = []
    for path in sorted(TOUR.glob("*.yaml"))[:: 12 if kind == "pdf" else 1]:
        document = library.load(Source(path, output_name(path))).document
        assert document is not None
        titles = [block for block in document.blocks if isinstance(block, Title)]
        first = next(at for at, block in enumerate(document.blocks) if isinstance(block, Title)) + len(titles)
        cut = replace(document, blocks=(*titles, *document.blocks[first : first + BLOCKS]))
        found.append((f"{path.stem}{SUFFIXES[kind]}", FORMATS[kind].write(cut)))
    return tuple(found)


def _small_contents() -> Iterator[tuple[str, bytes]]:
    """Each change of each sample, as content of its own."""
    from generator.library.spelling import write_yaml
    from generator.source.nodes import to_plain
    from generator.source.parse import parse_source

    for path in sorted(TOUR.glob("*.yaml")):
        node, _ = parse_source(path.read_bytes(), path.name)
        assert node is not None
        content = to_plain(node)
        for change in content["changes"]:
            data = write_yaml({"registrant": "harbor", "date": content["date"], "changes": [change]})
            yield f"content/tour/{path.name}", data.encode()


def small_case(seed: int, number: int) -> Case:
    """The case of a seed and a number: always the same."""
    at = number % 100
    kind = next(kind for kind, end in _ends() if at < end)
    return make_case(kind, seed, number, small(kind))


def _ends() -> Iterator[tuple[str, int]]:
    end = 0
    for kind, share in SHARES.items():
        end += share
        yield kind, end


def _goes_all_the_way(number: int) -> bool:
    return Random(number).randrange(WHOLE) == 0


def light(case: Case, folder: Path) -> str:
    """Takes a case through the layers that read its form; says what came of it."""
    return _light_content(case) if case.kind == "yaml" else _light_file(case)


def _light_content(case: Case) -> str:
    from generator import report
    from generator.library.load import Library
    from generator.model.supplement import Supplement
    from generator.wording.environment import load_wording

    path = TOUR / Path(case.origin).name
    library = Library(load_wording(), drafts={path: case.data})
    _typed, found, _ = library.read_typed(path, Supplement)
    report.full(found[:3], library.texts, colour=False, width=100)
    return "findings" if found else "clean"


def _light_file(case: Case) -> str:
    from generator.checks.conformance import check_conformance
    from generator.document.outline import print_outline
    from generator.errors import UnreadableFile
    from generator.readers.files import read_file

    name = f"case{SUFFIXES[case.kind]}"
    try:
        document = read_file(name, case.data).document
    except UnreadableFile:
        return "refused"
    print_outline(document)
    return "findings" if check_conformance(name, case.data) else "clean"


@contextmanager
def little_memory() -> Iterator[None]:
    """No more than `MEMORY` beyond what there is: MemoryError, where a machine can see to it."""
    limits = resource.getrlimit(resource.RLIMIT_AS)
    if sys.platform == "linux":
        used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, limits)


def fuzz_here(seed: int, numbers: Sequence[int]) -> Iterator[tuple[Case, str, str]]:
    """Each case in this process, with its outcome and what is to be said of it."""
    with tempfile.TemporaryDirectory() as folder, little_memory():
        for number in numbers:
            case = small_case(seed, number)
            way: Callable[[Case, Path], str] = go if _goes_all_the_way(number) else light
            faulthandler.dump_traceback_later(PATIENCE, exit=True)
            try:
                yield case, *watched(case, Path(folder), way)
            finally:
                faulthandler.cancel_dump_traceback_later()


def main() -> None:
    """Runs what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--from", type=int, default=0, dest="start", help="the number of the first case")
    options = parser.parse_args()
    tally, failures, begun = Counter[str](), 0, time.process_time()
    for case, outcome, details in fuzz_here(options.seed, range(options.start, options.start + options.count)):
        tally[f"{case.kind} {outcome}"] += 1
        if outcome in FAILED:
            failures += 1
            print(f"{outcome}: {case.kind} {case.number} of {case.origin}\n{details}", flush=True)
    print(", ".join(f"{count} {what}" for what, count in sorted(tally.items())))
    print(f"{options.count} cases, {failures} failures, {time.process_time() - begun:.0f} s of the processor")
    raise SystemExit(bool(failures))


if __name__ == "__main__":
    main()
