"""Which files a path means, and what their outputs are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic

REGISTRANTS = "registrants"
CONTENT = "content"
SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Source:
    """A supplement's file, as the user gave its path, and the name of its outputs below the output folder."""

    path: Path
    name: str


def find_sources(paths: Iterable[Path]) -> tuple[list[Source], list[Diagnostic]]:
    """The supplements that some files and folders hold, in order, each once; a folder without any is a finding."""
    found: dict[Path, Source] = {}
    diagnostics: list[Diagnostic] = []
    for path in paths:
        files = list(_supplements(path)) if path.is_dir() else [path]
        if not files:
            diagnostics.append(
                Diagnostic("FIL-01", "there is no supplement in this folder", str(path), help="put a .yaml file in it")
            )
        for file in files:
            found.setdefault(file.resolve(), Source(file, output_name(file)))
    names: dict[str, Source] = {}
    for source in found.values():
        if other := names.get(source.name.lower()):
            message = f"its outputs would have the same name as those of {other.path}: {source.name}"
            diagnostics.append(Diagnostic("FIL-02", message, str(source.path), help="rename one of the two files"))
        names.setdefault(source.name.lower(), source)
    return list(found.values()), diagnostics


def _supplements(folder: Path) -> Iterator[Path]:
    """The files below a folder that are supplements: YAML, not hidden, not among the registrants."""
    for path in sorted(folder.rglob("*")):
        below = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in below.parts)
        if path.suffix in SUFFIXES and path.is_file() and not hidden and REGISTRANTS not in below.parts[:-1]:
            yield path


def output_name(path: Path) -> str:
    """The name of a file's outputs without suffix: its path below the content folder, else its stem."""
    whole = path.resolve()
    for folder in whole.parents:
        if folder.name == CONTENT:
            return whole.relative_to(folder).with_suffix("").as_posix()
    return whole.stem


def registrant_file(supplement: Path, key: str) -> Path | None:
    """The file of a registrant: `registrants/KEY.yaml` in the supplement's folder or the nearest one above."""
    for folder in supplement.resolve().parents:
        for suffix in SUFFIXES:
            path = folder / REGISTRANTS / f"{key}{suffix}"
            if path.is_file():
                return path
        if folder.name == CONTENT:
            break
    return None


def known_registrants(supplement: Path) -> list[str]:
    """The keys of the registrants that a supplement can refer to."""
    keys: list[str] = []
    for folder in supplement.resolve().parents:
        keys += sorted(path.stem for path in (folder / REGISTRANTS).glob("*") if path.suffix in SUFFIXES)
        if folder.name == CONTENT:
            break
    return keys
