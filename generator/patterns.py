"""Patterns that are compiled when they are first used.

Why: the rules alone have some three hundred, and a supplement of one kind asks for a few of them. To compile all takes
a tenth of the time that a command takes to start.
"""

from __future__ import annotations

import re
from typing import Any, cast


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, at its first use: its methods are what it is for, it is no argument for `re.sub`."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


class _Late:
    """A pattern that compiles itself when anything of it is asked for, and keeps what was asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._pattern, self._flags), name)  # `re` keeps what it compiled
        setattr(self, name, value)
        return value
