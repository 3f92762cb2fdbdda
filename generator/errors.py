"""The exceptions that carry a fault from a reader or writer to the command that reports it.

SupplementError              anything a user can cause; never a bug
├── UnreadableFile           the bytes are not a document of the kind that the name says
├── NotHouseForm             a document, but not in the form that our writers give it
└── Unwritable               a tree that a format cannot show; carries every fault
"""

from __future__ import annotations

from dataclasses import dataclass


class SupplementError(Exception):
    """Anything a user can cause. Catch it where a file's findings are collected."""


class UnreadableFile(SupplementError):
    """The bytes are no document: empty, truncated, encrypted, binary. `help` says what to do."""

    def __init__(self, message: str, help: str = "", line: int = 1) -> None:
        super().__init__(message)
        self.message, self.help, self.line = message, help, line


class NotHouseForm(SupplementError):
    """A document that our writers did not write, or that was altered since. `line` counts from 1."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(f"line {line}: {message}")
        self.message, self.line = message, line


@dataclass(frozen=True, slots=True)
class Fault:
    """Words that a format cannot show: which block, the path of the field that has them, why, what to do."""

    block: int
    path: str
    message: str
    help: str


class Unwritable(SupplementError):
    """A tree that a format cannot show, with every reason."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults


class FaultyRule(Exception):
    """A rule of the checks does not say what it is; a fault of whoever wrote the rule."""
