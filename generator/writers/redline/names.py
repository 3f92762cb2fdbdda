"""What the two documents of a redline are called."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """How the reader knows the two documents: file names, or a revision and a path."""

    old: str
    new: str
