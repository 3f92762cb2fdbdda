"""Files that are written beside their place and renamed into it."""

from __future__ import annotations

import os
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


def keep_names(folder: Path) -> None:
    """The names that files were given just now outlast a loss of power, where the machine can see to it."""
    with suppress(OSError):  # not every file system can; the files are in place all the same
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
