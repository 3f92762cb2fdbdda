"""Whether EDGAR attaches a file of this name (5.1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.conformance.file_rules import FILE_RULES
from generator.checks.conformance.rules import Finding

LONGEST_NAME = 32
#: Lower or upper case: the manual allows both in a name and says nothing else of the suffix.
SUFFIXES = ("htm", "txt", "pdf", "fil", "jpg", "gif", "xsd", "xml")

_FIRST = re.compile(r"[A-Za-z0-9]")
_FOREIGN = re.compile(r"[^A-Za-z0-9._-]")


def base_name(name: str) -> str:
    """The name without the folders before it."""
    return re.split(r"[/\\]", name)[-1]


def suffix(name: str) -> str:
    """What follows the name's last dot, in lower case; empty without a dot."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def is_attachable(name: str) -> bool:
    """Whether a name breaks no part of the rule."""
    return not list(_faults(name))


def check_name(name: str, document: str = "") -> Iterator[Finding]:
    """What is wrong with the name, part by part."""
    for fault in _faults(name):
        yield Finding(FILE_RULES["file.name"], f"the file name {name!r} {fault}", document=document)


def _faults(name: str) -> Iterator[str]:
    if len(name) > LONGEST_NAME:
        yield f"has {len(name)} characters; {LONGEST_NAME} is the most"
    if not _FIRST.match(name):
        yield "does not start with a letter or digit"
    if foreign := _FOREIGN.search(name):
        yield f"holds {foreign.group()!r}; letters, digits, `.`, `-` and `_` are allowed"
    if suffix(name) not in SUFFIXES:
        yield f"does not end in one of .{' .'.join(SUFFIXES)}"
