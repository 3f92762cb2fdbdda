"""The repository holds its own work, and nothing about the machine or the errand that it was written on."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from tests.house.modules import ROOT, repository_files

SHARED = ROOT.parent / "shared"
TOP_LEVEL = {
    ".ci", ".gitignore", "ARCHITECTURE.md", "CHANGELOG.md", "LICENSE", "Makefile", "README.md", "benchmarks",
    "constraints.txt", "content", "docs", "generator", "pyproject.toml", "templates", "tests",
}  # fmt: skip
#: What no file says: folders of one machine, hosts of package indexes, numbers of somebody's list.
UNSAID = re.compile(
    r"(?<![\w.<])/(?:work|root|tmp|home|Users|opt|mnt)/"
    r"|[A-Z]:\\Users"
    r"|pypi\.(?:org|python)|pythonhosted\.|npmjs\.|deb\.debian|brew\.sh"
    r"|\b(?:issue|ticket|pull request) #?\d"
    r"|\b(?:co-authored|generated)-by\b",
    re.IGNORECASE,
)

pytestmark = pytest.mark.skipif(not repository_files(), reason="not a checkout")


def name(path: Path) -> str:
    """A file's path in the repository."""
    return path.relative_to(ROOT).as_posix()


def digest(path: Path) -> str:
    """What a file's bytes are, in short."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_top_level_is_as_planned() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in repository_files()} <= TOP_LEVEL


def test_no_file_names_a_machine_or_an_errand() -> None:
    found = {}
    for path in repository_files():
        text = path.read_bytes().decode("utf-8", "replace")
        for number, line in enumerate(text.splitlines(), 1):
            if match := UNSAID.search(line):
                found[f"{name(path)}:{number}"] = match.group()
    assert found == {}


def test_no_file_is_copied_from_what_is_shared() -> None:
    if not SHARED.is_dir():
        pytest.skip("there is no folder ../shared")
    shared = {digest(path): path for path in SHARED.rglob("*") if path.is_file() and path.stat().st_size}
    copied = {name(path): str(shared[digest(path)]) for path in repository_files() if digest(path) in shared}
    assert copied == {}
