"""A season's batch: many typical supplements built at once, built again, and built after one edit.

    python -m benchmarks.season [--documents 1000] [--jobs 0] [--pdf] [--seed 1]

Prints how long each build takes, the peak memory of each process after the first hundred documents and after all, and
what a document of the second hundred and of the last costs. When a document landed is what its file says. Nothing is
asserted about any time.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.side_by_side.documents import write_project
from benchmarks.side_by_side.measures import edited
from benchmarks.side_by_side.processes import BRIEF, Ran, command, run

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Season:
    """What a season took: three builds, and when each document of the first had landed."""

    whole: Ran
    again: Ran
    edit: Ran
    landed: list[float]

    def each(self, first: int, count: int) -> float:
        """Milliseconds for each of so many documents, from one on in the order in which they landed."""
        return (self.landed[first + count - 1] - self.landed[first - 1]) * 1000 / count

    def spent(self, first: int, count: int) -> float:
        """The same in time of the processor, which neighbours on the machine hardly change; 0 where not known."""
        watch = self.whole.watch
        return watch.spent_between(self.landed[first - 1], self.landed[first + count - 1]) * 1000 / count


def season(folder: Path, documents: int, formats: str, jobs: int, seed: int) -> Season:
    """Writes a project and builds it three times. RuntimeError where a build fails."""
    files = write_project(folder, "typical", documents, seed)
    words = command("generator", "build", "content", "--to", formats, *(["--jobs", str(jobs)] if jobs else []))
    whole = _built(words, folder)
    landed = _landed(folder, formats.split(",")[-1])
    again = _built(words, folder)
    if _landed(folder, formats.split(",")[-1]) != landed:
        raise RuntimeError("a build of which nothing had changed wrote a file anew")
    files[-1].write_text(edited(files[-1].read_text("utf-8")), encoding="utf-8")
    edit = _built(words, folder)
    return Season(whole, again, edit, landed)


def _built(words: list[str], folder: Path) -> Ran:
    ran = run(words, folder)
    if ran.code:
        raise RuntimeError(ran.said[-500:])
    return ran


def _landed(folder: Path, format: str) -> list[float]:
    """When each document's file of a format was written, in order."""
    suffix = {"text": ".txt", "html": ".htm", "pdf": ".pdf"}[format]
    return sorted(file.stat().st_mtime for file in (folder / "build").rglob(f"*{suffix}"))


def told(one: Season) -> list[str]:
    """The figures as lines."""
    count = len(one.landed)
    lines = [
        f"build of {count}: {one.whole.seconds:.1f} s, {one.whole.seconds * 1000 / count:.1f} ms a document",
        f"again, nothing changed: {one.again.seconds:.2f} s",
        f"again, one edit: {one.edit.seconds:.2f} s",
    ]
    part = min(HUNDRED, count // 3)
    if part:
        for words, each in (("by the clock", one.each), ("of the processor", one.spent)):
            second, last = each(part, part), each(count - part, part)
            lines.append(
                f"a document {words}: {second:.1f} ms of the second {part}, {last:.1f} ms of the last {part}; "
                f"ratio {last / second if second else 0:.3f}"
            )
        lines += _memory(one, part)
    return lines


def _memory(one: Season, part: int) -> list[str]:
    """The peak of each process when so many documents had landed, and at the end."""
    watch = one.whole.watch
    early = watch.until(one.landed[part - 1])
    lines = []
    for pid, peak in watch.peaks.items():
        if watch.seen[pid] > BRIEF:
            which = "the command" if pid == watch.root else "a worker"
            then = f"{early[pid]:.1f} MB after {part}, " if pid in early else ""
            lines.append(f"memory of {which}: {then}{peak:.1f} MB after all")
    return lines


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--documents", type=int, default=1000)
    options.add_argument("--jobs", type=int, default=0, help="processes; as many as are worth it if left out")
    options.add_argument("--pdf", action="store_true", help="PDFs too")
    options.add_argument("--seed", type=int, default=1)
    wanted = options.parse_args()
    formats = "text,html,pdf" if wanted.pdf else "text,html"
    with TemporaryDirectory(prefix="season-") as folder:
        print(*told(season(Path(folder), wanted.documents, formats, wanted.jobs, wanted.seed)), sep="\n")


if __name__ == "__main__":
    main()
