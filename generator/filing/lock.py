"""One build at a time in an output folder."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any

from generator.errors import SupplementError

LOCK = ".supplement.lock"
#: How long the workers of a build that was killed are waited for, and how often they are looked for, in seconds.
PATIENCE, PAUSE = 60.0, 0.05


class Taken(SupplementError):
    """Another build holds the folder; `process` is its id, 0 where it has not said so yet."""

    def __init__(self, process: int) -> None:
        super().__init__(f"process {process} builds into this folder")
        self.process = process


@dataclass
class Lock:
    """A lock that is held. A worker that it is handed to holds it too, until that worker ends.

    Why: where a build is killed, its workers finish the supplement that they are at; the next build waits for them.
    """

    descriptor: int

    def __getstate__(self) -> Any:
        from multiprocessing import reduction

        return reduction.DupFd(self.descriptor)

    def __setstate__(self, handed: Any) -> None:
        self.descriptor = handed.detach()


@contextmanager
def locked(out: Path) -> Iterator[Lock]:
    """The output folder is this process's own, and is there. Raises Taken, or OSError where it cannot be written.

    Afterwards the lock's file is gone, and so is the folder where it was made for nothing.
    """
    made = not out.exists()
    descriptor = _acquired(out)
    try:
        yield Lock(descriptor)
    finally:
        with suppress(OSError):
            (out / LOCK).unlink()
        os.close(descriptor)
        if made:
            with suppress(OSError):
                out.rmdir()


def _acquired(out: Path) -> int:
    """The descriptor of the locked file, which holds this process's id."""
    path, pause, waited = out / LOCK, Event(), 0.0
    while True:
        out.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except FileNotFoundError:  # the folder was removed by the build that ended just now
            continue
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = _process(descriptor)
            os.close(descriptor)
            if _lives(holder) or waited > PATIENCE:
                raise Taken(holder) from None
            pause.wait(PAUSE)
            waited += PAUSE
            continue
        if _is(descriptor, path):
            try:
                os.ftruncate(descriptor, 0)
                os.pwrite(descriptor, b"%d\n" % os.getpid(), 0)
            except OSError:  # the disk is full
                with suppress(OSError):
                    path.unlink()
                os.close(descriptor)
                raise
            return descriptor
        os.close(descriptor)  # the build that ended just now has removed this file


def _process(descriptor: int) -> int:
    """The id that a lock's file holds; 0 where it holds none."""
    text = os.pread(descriptor, 32, 0).strip()
    return int(text) if text.isdigit() else 0


def _lives(process: int) -> bool:
    """Whether a process is there; one whose id is not known is taken to be."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _is(descriptor: int, path: Path) -> bool:
    """Whether an open file is still the one that bears a name."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False
