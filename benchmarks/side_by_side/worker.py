"""A contestant at work in a process of its own.

    python -m benchmarks.side_by_side.worker NAME serve
    python -m benchmarks.side_by_side.worker NAME do PROJECT OUT JOBS DOCUMENT…

`serve` takes orders as lines of JSON and says what each took; `do` makes all the documents and ends.
"""

from __future__ import annotations

import json
import sys
import time
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks.side_by_side.contestants import CONTESTANTS, Maker

_MAKER: list[Maker] = []


def main(words: list[str]) -> None:
    """Serves, or does."""
    name, what, *rest = words
    if what == "serve":
        serve(name)
    else:
        project, out, jobs, *documents = rest
        do(name, Path(project), Path(out), int(jobs), documents)


def serve(name: str) -> None:
    """Answers orders until there are no more."""
    answers, sys.stdout = sys.stdout, sys.stderr  # what a package prints is no answer
    maker: Maker | None = None
    for line in sys.stdin:
        order = json.loads(line)
        try:
            if order.get("read"):
                took = read_back(name, Path(order["project"]), order["document"], Path(order["out"]))
            else:
                maker = maker or CONTESTANTS[name].maker()
                began = time.perf_counter()
                maker(Path(order["project"]), order["document"], Path(order["out"]))
                took = time.perf_counter() - began
            answer: dict[str, Any] = {"ms": took * 1000}
        except Exception as error:  # Why all: it is the contestant that failed, and its row says so
            answer = {"error": f"{type(error).__name__}: {error}"[:300]}
        print(json.dumps(answer), file=answers, flush=True)


def read_back(name: str, project: Path, document: str, out: Path) -> float:
    """The seconds that a contestant takes to read a PDF back."""
    data = (out / f"{document}.pdf").read_bytes()
    if name == "script":
        from benchmarks.side_by_side.contestants.script import read_back as read

        began = time.perf_counter()
        read(data)
        return time.perf_counter() - began
    from generator import FORMATS, Library, compare_documents, find_sources, load_wording

    loaded = Library(load_wording()).load(find_sources([project / "content" / f"{document}.yaml"])[0][0])
    assert loaded.document
    began = time.perf_counter()
    different = compare_documents(loaded.document, FORMATS["pdf"].read(data), FORMATS["pdf"].carries).differences
    took = time.perf_counter() - began
    if different:
        raise ValueError(f"{different[0]}")
    return took


def do(name: str, project: Path, out: Path, jobs: int, documents: list[str]) -> None:
    """Makes documents in this process, or in so many others."""
    if jobs <= 1:
        maker = CONTESTANTS[name].maker()
        for document in documents:
            maker(project, document, out)
        return
    tasks = [(project, document, out) for document in documents]
    with get_context("spawn").Pool(jobs, _prepare, (name,)) as pool:
        pool.starmap(_make, tasks, chunksize=1)


def _prepare(name: str) -> None:
    _MAKER.append(CONTESTANTS[name].maker())


def _make(project: Path, document: str, out: Path) -> None:
    _MAKER[0](project, document, out)


if __name__ == "__main__":
    main(sys.argv[1:])
