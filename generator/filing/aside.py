"""Files that are written beside their place and renamed into it."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

#: What the name of a file ends in that is not finished.
TEMPORARY = ".part"


def write_aside(target: Path, data: bytes) -> Path:
    """Writes bytes beside their target, under a name that no reader takes for a finished file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}{TEMPORARY}")
    try:
        with aside.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        aside.unlink(missing_ok=True)
        raise
    return aside


class Unlanded(OSError):
    """Files could not take their names; `landed` are those that did and could not be taken back."""

    def __init__(self, error: OSError, landed: list[Path]) -> None:
        super().__init__(error.errno, error.strerror, error.filename)
        self.landed = landed


def land(waiting: Sequence[tuple[Path, Path]]) -> None:
    """Files that were written aside take their names, all or none. Raises Unlanded, or OSError before any has."""
    for _, target in waiting:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder stands where this file belongs", str(target))
    landed: list[Path] = []
    held: dict[Path, Path] = {}
    try:
        for _, target in waiting[:-1]:  # when the last lands, none is left that could fail
            if target.exists():
                held[target] = _hold(target)
        for aside, target in waiting:
            aside.replace(target)
            landed.append(target)
    except OSError as error:
        raise Unlanded(error, [target for target in landed if not _taken_back(target, held.get(target))]) from None
    finally:
        for path in held.values():
            with suppress(OSError):
                path.unlink()


def _hold(target: Path) -> Path:
    """A second name of what stands in a place, which no content has: EDGAR takes no such name."""
    held = target.with_name(f".~{target.name}{TEMPORARY}")
    held.unlink(missing_ok=True)
    try:
        os.link(target, held)
    except OSError:  # not every file system can
        shutil.copy2(target, held)
    return held


def _taken_back(target: Path, held: Path | None) -> bool:
    """Whether a place is as it was before a file landed there."""
    try:
        if held:
            held.replace(target)
        else:
            target.unlink()
    except OSError:
        return False
    return True


def keep_names(folder: Path) -> None:
    """The names that files were given just now outlast a loss of power, where the machine can see to it."""
    with suppress(OSError):  # not every file system can; the files are in place all the same
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
