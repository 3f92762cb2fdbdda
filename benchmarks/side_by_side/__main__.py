"""Measures this tool beside what else there is, and writes the README's table, the drawing and every figure.

    python -m benchmarks.side_by_side [--full] [--sizes 1,10,100,1000] [--contestants ours,script] [--seed 1] [--dry]
    python -m benchmarks.side_by_side --redraw

The quick way, which `make bench` goes, takes some minutes; `--full` takes an hour or two: sizes up to 1,000, and more
rounds of everything. The order of all that is measured is shuffled by the seed. Nothing is asserted about any time.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import mean
from tempfile import TemporaryDirectory

from benchmarks.side_by_side import figures as kept
from benchmarks.side_by_side import measures, plot, table
from benchmarks.side_by_side.checking import texts
from benchmarks.side_by_side.contestants import CONTESTANTS
from benchmarks.side_by_side.documents import Kind
from benchmarks.side_by_side.figures import Figures
from benchmarks.side_by_side.processes import ROOT

KEPT = Path("build", "benchmark.json")


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured: documents of each kind, rounds of each size of batch (1 is a process of its own)."""

    warm: dict[Kind, int]
    rounds: dict[int, int]
    saves: int


QUICK = Plan({"typical": 12, "small": 8, "wide-table": 3, "long": 1}, {1: 4, 10: 2, 100: 1}, 10)
FULL = Plan({"typical": 40, "small": 30, "wide-table": 12, "long": 8}, {1: 9, 10: 5, 100: 3, 1000: 1}, 40)


def main(words: Sequence[str] | None = None) -> None:
    """Measures and writes."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--full", action="store_true", help="sizes up to 1,000 and more rounds")
    options.add_argument("--sizes", default="", help="sizes of batches, such as 1,10,100,1000")
    options.add_argument("--contestants", default=",".join(CONTESTANTS), help="whom to measure")
    options.add_argument("--kinds", default="", help="kinds of documents to measure warm")
    options.add_argument("--seed", type=int, default=1, help="of the documents and of the order")
    options.add_argument("--dry", action="store_true", help="print, and write no file of the repository")
    options.add_argument("--redraw", action="store_true", help="measure nothing: write anew what was found last")
    wanted = options.parse_args(words)
    if wanted.redraw:
        publish(kept.read(ROOT / KEPT), ROOT)
        return
    plan = FULL if wanted.full else QUICK
    sizes = [int(one) for one in wanted.sizes.split(",") if one] or [*plan.rounds]
    kinds = [one for one in plan.warm if not wanted.kinds or one in wanted.kinds.split(",")]
    with TemporaryDirectory(prefix="side-by-side-") as folder:
        found = measured(Path(folder), plan, sizes, kinds, wanted.contestants.split(","), wanted.seed)
    measures.tell("done")
    print(table.short(found) + "\n\n" + table.full(found))
    if not wanted.dry:
        publish(found, ROOT)
    if any(row.failed and not row.failed.startswith("not installed") for row in found.rows):
        sys.exit(1)


def measured(
    folder: Path, plan: Plan, sizes: Sequence[int], kinds: Sequence[Kind], names: Sequence[str], seed: int
) -> Figures:
    """All that the plan asks for."""
    found = Figures(machine=kept.machine(), seed=seed)
    bench = measures.Bench(folder, found, Random(seed), measures.contestants(names, found))
    _describe(bench)
    for kind in kinds:
        measures.warm(bench, kind, plan.warm[kind])
    for size in sizes:
        if size == 1:
            measures.cold(bench, "typical", plan.rounds[1])
        else:
            measures.batch(bench, size, plan.rounds.get(size, 1))
    measures.preview(bench, 20, plan.saves)
    return found


def _describe(bench: measures.Bench) -> None:
    """How long a typical document is: words of the finished text, pages of this tool's PDF where it can make one."""
    with bench.project("typical", 5) as project:
        documents = project.documents
        bench.figures.words = round(mean(len(" ".join(texts(one)).split()) for one in documents.values()))
        one = CONTESTANTS["ours"]
        if one.lacking():
            return
        import pypdfium2

        maker = one.maker()
        pages = []
        for name in project.names:
            maker(project.folder, name, project.folder / "out")
            pages.append(len(pypdfium2.PdfDocument((project.folder / "out" / f"{name}.pdf").read_bytes())))
        bench.figures.pages = mean(pages)


def publish(found: Figures, root: Path) -> None:
    """Writes the README's table, the drawing, every row, and the figures as they are."""
    kept.write(found, root / KEPT)
    table.place(
        f"![Bars: how many times as fast as the usual script](docs/benchmark.svg)\n\n{table.short(found)}",
        root / "README.md",
    )
    (root / "docs" / "benchmark.svg").write_text(plot.draw(found), encoding="utf-8")
    (root / "docs" / "benchmark.md").write_text(table.full(found), encoding="utf-8")


if __name__ == "__main__":
    main()
