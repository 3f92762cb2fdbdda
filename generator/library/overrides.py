"""A project's own templates in place of shipped ones, each with the digest of what it took the place of.

Why: whoever replaces a template keeps it while the shipped one is mended, and nobody would notice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from generator.diagnostics import Diagnostic, Span
from generator.templates import RECORD, templates_folder, without_record

#: The folders whose files a project can replace.
REPLACEABLE = ("wording", "text", "html", "pdf")
#: More characters than this no first line has that says what was replaced.
LONGEST_RECORD = 200


def project_templates(folder: Path) -> Path | None:
    """A project's own templates folder as an absolute path; None where it has none, or where it is the shipped one."""
    own = folder.resolve()
    return own if own.is_dir() and own != templates_folder().resolve() else None


def replaceable() -> list[str]:
    """The shipped templates that a project can replace, by their path below `templates/`."""
    shipped = templates_folder()
    found = (path for name in REPLACEABLE for path in (shipped / name).rglob("*.*") if path.is_file())
    return sorted(path.relative_to(shipped).as_posix() for path in found)


def replacement_text(name: str) -> str:
    """A shipped template with the line on top that says what it was copied from."""
    comment = ("/*", "*/") if name.endswith(".css") else ("{#", "#}")
    record = f"{comment[0]} replaces sha256:{_digest(name)} {comment[1]}"
    return f"{record}\n{_shipped_text(name)}"


def renewed_text(name: str, text: str) -> str:
    """A replacement whose first line says that it takes the place of the template as shipped today."""
    return replacement_text(name).partition("\n")[0] + "\n" + _own_lines(text)


def differences(name: str, text: str) -> str:
    """What a replacement changes of the template as shipped today, line by line; empty where it changes nothing."""
    shipped, own = _shipped_text(name).splitlines(keepends=True), _own_lines(text).splitlines(keepends=True)
    return "".join(unified_diff(shipped, own, f"shipped/{name}", f"templates/{name}"))


def check_overrides(folder: Path) -> Iterator[Diagnostic]:
    """Warnings about a project's templates that take the place of others than those shipped today.

    `folder` is the project's `templates/`, as the user would write it.
    """
    if project_templates(folder) is None:
        return
    for name in replaceable():
        own = folder / name
        if not own.is_file():
            continue
        with own.open(encoding="utf-8-sig", errors="replace") as stream:
            first = stream.readline(LONGEST_RECORD).rstrip("\n")
        record = RECORD.fullmatch(first)
        compare = f"compare: supplement override --diff {name}; then: supplement override --renew {name}"
        span = Span(1, 1, 1, len(first) + 1)
        if record is None:
            message = f"this replaces the shipped {name}, and does not say which version of it"
            yield Diagnostic("OVR-02", message, str(own), span, compare, "warning")
        elif record[1] != _digest(name):
            message = f"the shipped {name} has changed since this file took its place"
            yield Diagnostic("OVR-01", message, str(own), span, compare, "warning")


def _own_lines(text: str) -> str:
    """A replacement's own words: all that follows its record."""
    own = without_record(text)
    return own if own is text else own.removeprefix("\n")


def _shipped_text(name: str) -> str:
    return (templates_folder() / name).read_text("utf-8")


def _digest(name: str) -> str:
    """The digest of a shipped template; line ends do not count, which version control may change."""
    return hashlib.sha256(_shipped_text(name).encode()).hexdigest()
