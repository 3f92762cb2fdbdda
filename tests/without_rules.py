"""A library that proves what it loads, and does not judge it: for tests of the way, whatever the content."""

from __future__ import annotations

from typing import Any

from generator.library.load import Library
from generator.settings.selection import Selection
from generator.wording.environment import Wording

#: Only findings about reading back; errors of loading come whatever is selected.
PROOF = Selection(select=("OUT",))


def plain_library(wording: Wording, **parts: Any) -> Library:
    """A library whose rules are off."""
    return Library(wording, selection=PROOF, **parts)
