"""How far a build is: a bar on a terminal, elsewhere a line for every hundred."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TextIO

WIDTH = 24
EVERY = 100


def elapsed() -> float:
    """Seconds since some moment, whatever the clock on the wall says.

    Why: a rate needs them. They are shown on a terminal and go nowhere else.
    """
    return os.times().elapsed


@dataclass
class Progress:
    """Says on a stream how many of a build's files of content are done."""

    stream: TextIO
    began: float = field(default_factory=elapsed)
    shown: int = 0

    def __call__(self, done: int, total: int) -> None:
        """Shows that so many of the total are done."""
        if self.stream.isatty():
            line = bar(done, total, elapsed() - self.began)
            self.stream.write("\r" + line.ljust(self.shown))
            self.shown = len(line)
        elif done and done % EVERY == 0:
            self.stream.write(f"{done} of {total} done\n")
        self.stream.flush()

    def close(self) -> None:
        """Takes the bar away."""
        if self.shown:
            self.stream.write("\r" + " " * self.shown + "\r")
            self.stream.flush()
            self.shown = 0


def bar(done: int, total: int, seconds: float) -> str:
    """A bar with the count, the rate, and the time that is left if it goes on so; both once something is done."""
    full = WIDTH * done // max(total, 1)
    line = f"[{'#' * full}{'.' * (WIDTH - full)}] {done}/{total}"
    if not done or seconds <= 0:
        return line
    left = round((total - done) * seconds / done)
    return f"{line}  {done / seconds:.1f}/s  {left // 60}:{left % 60:02} left"
