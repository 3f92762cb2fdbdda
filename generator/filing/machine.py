"""What a machine has of what the tool needs, and what to type for the rest."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from generator.filing.inputs import native_versions
from generator.writers.pdf.weasy.libraries import INSTALL, missing_libraries

PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is needed, or useful where not `needed`: what there is of it, and what mends its want."""

    name: str
    good: bool
    found: str
    mend: str = ""
    needed: bool = True


def examine(out: Path) -> list[Check]:
    """All that the tool needs of this machine; `out` is the folder that is built into."""
    return [_python(), *_packages(), _libraries(), _fonts(), _folder(out), _git()]


def _python() -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    return Check("Python", sys.version_info >= PYTHON, version, "install Python 3.11 or newer")


def _packages() -> Iterator[Check]:
    """A check for each package that the tool asks for, and one for all where it has none of its own to read."""
    for requirement in metadata.requires("supplement") or ():
        if ";" in requirement:
            continue
        name = re.split(r"[^\w.-]", requirement)[0]
        mend = f"type: pip install '{requirement}'"
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            yield Check(name, False, "is not installed", mend)
            continue
        yield Check(name, fits(version, requirement.removeprefix(name)), version, mend)


def fits(version: str, bounds: str) -> bool:
    """Whether a version is within bounds such as `>=70,<71`; other ways of saying so are taken to be kept."""
    ours = _numbers(version)
    for bound in re.findall(r"(>=|<)\s*([\d.]+)", bounds):
        other = _numbers(bound[1])
        if (ours < other) if bound[0] == ">=" else (ours >= other):
            return False
    return True


def _numbers(version: str) -> tuple[int, ...]:
    """The numbers of a version, without zeros at its end."""
    numbers = [int(part) for part in re.match(r"[\d.]*", version)[0].split(".") if part]  # type: ignore[index]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def _libraries() -> Check:
    """The libraries of the system that WeasyPrint needs; without them all is set that `typeset` sets."""
    name = "Pango and HarfBuzz"
    if missing := missing_libraries():
        mend = f"{INSTALL}; only a redline as PDF, and a print.css of your own, may need them"
        return Check(name, False, f"missing: {', '.join(missing)}", mend, needed=False)
    versions = (one.replace("_version_string", "") for one in native_versions())
    return Check(name, True, ", ".join(versions) or "found", needed=False)


def _fonts() -> Check:
    """The packaged faces; without the package none is there."""
    mend = "type: pip install --force-reinstall font-source-serif-pro"
    try:
        from generator.typeset.faces import FAMILY, FILES, faces_folder

        missing = [name for name in FILES.values() if not (faces_folder() / name).is_file()]
    except ImportError as error:
        return Check("fonts", False, f"missing: {error}", mend)
    if missing:
        return Check("fonts", False, f"missing: {', '.join(missing)}", mend)
    return Check("fonts", True, f"{FAMILY}, {len(FILES)} faces")


def _folder(out: Path) -> Check:
    """Whether the output folder can be written, or made where it is not there yet."""
    there = next(folder for folder in (out.absolute(), *out.absolute().parents) if folder.exists())
    good = there.is_dir() and os.access(there, os.W_OK | os.X_OK)
    found = "can be written" if good else "cannot be written"
    return Check(f"{out}/", good, found, f"type: chmod u+wx {there}; or build with --out FOLDER")


def _git() -> Check:
    path = shutil.which("git")
    mend = "install it for `supplement diff REV:PATH`; nothing else needs it"
    return Check("git", path is not None, path or "is not installed", mend, needed=False)
