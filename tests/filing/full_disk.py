"""Builds on a small disk that is full at some point, in a mount namespace of this process's own.

    unshare -rm python -m tests.filing.full_disk FOLDER COUNT

Prints for each point, as a line of JSON, what a build on the full disk and the next one, with room, came to.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

from click.testing import Result

from tests.filing.batches import files_in, run, write_project

SIZE = 1 << 20
COUNT = 3
PAGE = os.sysconf("SC_PAGE_SIZE")


def said(result: Result) -> str:
    """What a command said; what it raised, where that was no way to end."""
    failed = result.exception is not None and not isinstance(result.exception, SystemExit)
    return f"RAISED {result.exception!r}" if failed else result.output + result.stderr


def fill(disk: Path, pages: int) -> None:
    """The disk has so many pages left."""
    free = os.statvfs(disk)
    with (disk / "filler").open("wb") as stream:
        stream.truncate(0)
        os.posix_fallocate(stream.fileno(), 0, max(1, free.f_bavail * free.f_frsize - pages * PAGE))


def point(number: int, folder: Path, wanted: list[dict[str, bytes]]) -> dict[str, object]:
    """What becomes of a build that finds so much room, and of the next."""
    chance, disk = random.Random(number), folder / "disk"
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "none", disk], check=True, capture_output=True)
    try:
        words = ("build", "--out", disk / "build", "--jobs", chance.choice(["1", "1", "1", "2"]))
        if number % 2:
            write_project(folder, COUNT, "0.81%")
            assert run(*words).exit_code == 0
        write_project(folder, COUNT, "0.79%")
        fill(disk, chance.randrange(0, 4 if number % 2 else 22))
        full = run(*words)
        between = files_in(disk / "build")
        torn = [name for name, data in between.items() if data not in (wanted[0][name], wanted[1][name])]
        left = [path.name for path in (disk / "build").rglob("*.part")]
        (disk / "filler").unlink()
        after = run(*words)
        hidden = sorted(path.name for path in (disk / "build").iterdir() if path.name.startswith("."))
        return {
            "number": number, "code": full.exit_code, "said": said(full), "torn": torn, "left": left,
            "after": after.exit_code, "said after": said(after), "new": files_in(disk / "build") == wanted[1],
            "hidden": hidden, "files": len(between),
        }  # fmt: skip
    finally:
        subprocess.run(["umount", disk], check=True)


def main() -> None:
    """Does what the command line asks for."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    (folder / "disk").mkdir(parents=True)
    os.chdir(folder)
    wanted = []
    for words in ("0.81%", "0.79%"):
        write_project(folder, COUNT, words)
        assert run("build", "--out", folder / "wanted").exit_code == 0
        wanted.append(files_in(folder / "wanted"))
    for number in range(count):
        print(json.dumps(point(number, folder, wanted)), flush=True)


if __name__ == "__main__":
    main()
