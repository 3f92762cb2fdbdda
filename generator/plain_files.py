"""Files that have an end: a pipe or a device in a file's place would be waited for, or never be read through."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def read_at_most(path: Path, most: int) -> bytes:
    """A file's first bytes, so many at most; OSError where it cannot be read, or is a pipe, a socket or a device."""
    with open(path, "rb", opener=_open_plain) as stream:
        return stream.read(most)


def _open_plain(path: str, flags: int) -> int:
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))  # a pipe that nobody writes to opens at once
    mode = os.fstat(descriptor).st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # Python itself refuses a folder
        os.close(descriptor)
        raise OSError(errno.EINVAL, "it is a pipe or a device", path)
    return descriptor
