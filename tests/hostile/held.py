"""Hostile work in this very process: bounded in seconds of the processor and in memory."""

from __future__ import annotations

import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS = 10
GROWTH = 600 << 20


class TooSlow(BaseException):
    """The time is up: no `except Exception` of the tool stops it."""


def _alarm(*_: object) -> None:
    raise TooSlow


@contextmanager
def held(seconds: int = SECONDS, growth: int = GROWTH) -> Iterator[None]:
    """TooSlow or MemoryError where what is done takes more of the processor or of memory than this."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    before = signal.signal(signal.SIGPROF, _alarm)
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + growth, hard))
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
