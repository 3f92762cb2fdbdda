"""What the package says it needs is what it imports, at versions that are all written down."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, distribution, packages_distributions

from tests.house.modules import ROOT, imports, modules

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
#: Packages that come with another and are of its very version.
PART_OF = {"pydantic-core": "pydantic"}


def plain(name: str) -> str:
    """A distribution's name as the index writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def names(requirements: list[str]) -> set[str]:
    """The distributions that some requirements name."""
    return {plain(re.split(r"[^\w.-]", requirement)[0]) for requirement in requirements}


def pins() -> dict[str, str]:
    """The version of every distribution in `constraints.txt`."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("==") for line in lines if not line.startswith("#"))
    return {plain(name): version for name, version in pairs}


def needed_by(wanted: set[str]) -> set[str]:
    """Some distributions and all that they need here."""
    found: set[str] = set()
    waiting = sorted(wanted)
    while waiting:
        name = waiting.pop()
        try:
            requirements = distribution(name).requires or []
        except PackageNotFoundError:
            continue  # needed only on another platform
        found.add(name)
        waiting += names([one for one in requirements if "extra ==" not in one]) - found
    return found


def test_dependencies_are_what_is_imported() -> None:
    sources = packages_distributions()
    outside = {name.partition(".")[0] for module in modules().values() for _, name in imports(module)}
    outside -= {*sys.stdlib_module_names, "generator"}
    imported = {PART_OF.get(name, name) for package in outside for name in map(plain, sources[package])}
    assert imported == names(PROJECT["project"]["dependencies"])


def test_every_version_is_pinned() -> None:
    wanted = names(PROJECT["project"]["dependencies"])
    for group in PROJECT["dependency-groups"].values():
        wanted |= names(group)
    assert (wanted | needed_by(wanted)) - pins().keys() == set()


def test_pins_are_what_is_installed() -> None:
    wanted = names(PROJECT["project"]["dependencies"])
    assert {name: distribution(name).version for name in needed_by(wanted)}.items() <= pins().items()
