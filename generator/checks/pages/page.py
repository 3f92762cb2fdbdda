"""A page: what there is to say of a code, wherever its findings come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.diagnostics import Severity

#: rule: looked for in content that has been read. loading: met while reading it. file: looked for in built files.
Origin = Literal["rule", "loading", "file"]


@dataclass(frozen=True, slots=True)
class Page:
    """What is said of a code; `fails` is an example in YAML, and every part may be empty but code and title."""

    code: str
    title: str
    severity: Severity
    confidence: str
    source: str
    what: str
    why: str
    fails: str
    mend: str
    origin: Origin

    @property
    def family(self) -> str:
        """The part of the code before its number or name."""
        return self.code.partition("-")[0].partition(".")[0]
