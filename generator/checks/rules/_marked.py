"""The texts in which something may be found at all: cheap to tell before anything is looked for in earnest."""

from __future__ import annotations

from collections.abc import Iterable

from generator.checks.subject import Subject
from generator.checks.words import Words

#: What is longer was taken for a name in a damaged file; to look for its like would take for ever.
LONGEST_NAME = 400


def marked(subject: Subject, *marks: str) -> Iterable[Words]:
    """The texts of a supplement that have one of some marks."""
    present = _present(subject, marks)
    return [one for one in subject.words if any(mark in one.text for mark in present)] if present else ()


def marked_prose(subject: Subject, *marks: str) -> Iterable[Words]:
    """The sentences of a supplement that have one of some marks."""
    return (one for one in marked(subject, *marks) if one.role == "prose")


def whole(subject: Subject) -> str:
    """All texts of a supplement, one a line."""
    return subject.once(_joined)


def _present(subject: Subject, marks: Iterable[str]) -> list[str]:
    text = whole(subject)
    return [mark for mark in marks if mark in text]


def _joined(subject: Subject) -> str:
    return "\n".join(one.text for one in subject.words)
