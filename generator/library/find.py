"""Which files a path means, and what their outputs are called."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic
from generator.source.decode import read_source

if TYPE_CHECKING:
    from generator.model.content import Finding

REGISTRANTS = "registrants"
CONTENT = "content"
SUFFIXES = (".yaml", ".yml")
#: What the names of files end in that were built, or filed by anybody.
FILED = (".txt", ".htm", ".html", ".pdf")
#: What the names of files end in that are for one target document.
ENDINGS = {"summary_prospectus": "sp", "prospectus": "p", "sai": "sai"}
#: The longest name of an output without its suffix: 32 characters with it.
LONGEST_STEM = 28
#: The categories of characters that no list of names can show: control characters, bytes that are no UTF-8, line ends.
_UNSEEN = ("Cc", "Cs", "Zl", "Zp")


@dataclass(frozen=True, slots=True)
class Source:
    """A file of content, as the user gave its path, and the name of its outputs below the output folder."""

    path: Path
    name: str


def is_yaml(path: PurePath) -> bool:
    """Whether a file's name ends as those of content do, in capitals or not."""
    return path.suffix.lower() in SUFFIXES


def find_sources(paths: Iterable[Path], *, registrants: bool = False) -> tuple[list[Source], list[Diagnostic]]:
    """The supplements that some files and folders hold, in order, each once; a folder without any is a finding.

    `registrants`: behind them the registrants that the folders hold. One that is itself named is given in any case:
    whoever loads it as a supplement is told that it is none.
    """
    found: dict[Path, Source] = {}
    folders: dict[Path, Path] = {}
    diagnostics: list[Diagnostic] = []
    for path in paths:
        folder = path.resolve() if path.is_dir() else None
        files = list(_content(path, registrants)) if folder else [path]
        if not files:
            diagnostics.append(nothing_in(path))
        for file in files:
            whole = _resolved(file, folders)
            if folder and not whole.is_relative_to(folder):
                diagnostics.append(_leading_out(file))
                continue
            found.setdefault(whole, Source(file, _name_of(whole)))
    supplements = [source for whole, source in found.items() if not _declares(whole.parent)]
    names: dict[str, Source] = {}
    for source in supplements:
        if other := names.get(source.name.lower()):
            message = f"its outputs would have the same name as those of {other.path}: {source.name}"
            diagnostics.append(Diagnostic("FIL-02", message, str(source.path), help="rename one of the two files"))
        names.setdefault(source.name.lower(), source)
    return [*supplements, *(source for whole, source in found.items() if _declares(whole.parent))], diagnostics


def _resolved(path: Path, folders: dict[Path, Path]) -> Path:
    """What `path.resolve()` gives, each folder asked for once: a season has a thousand files in one."""
    if os.path.islink(path) or path.name in ("", ".."):  # noqa: PTH114 - pathlib fails for a name that is too long
        return path.resolve()
    if path.parent not in folders:
        folders[path.parent] = path.parent.resolve()
    return folders[path.parent] / path.name


def _content(folder: Path, registrants: bool) -> Iterator[Path]:
    """The files below a folder that are supplements: YAML, not hidden. Where they are asked for, registrants too."""
    name = folder.resolve().name
    for path in sorted(folder.rglob("*")):
        below = Path(name) / path.relative_to(folder)
        hidden = any(part.startswith(".") for part in below.parts[1:])
        wanted = REGISTRANTS not in below.parts[:-1] or (registrants and is_registrant(path))
        if wanted and is_yaml(path) and path.is_file() and not hidden:
            yield path


def is_registrant(path: Path) -> bool:
    """Whether a file declares a registrant: it is in a folder `registrants`, or below one of the content folder."""
    return _declares(path.parent.resolve())


def _declares(folder: Path) -> bool:
    folders = folder.parts[::-1]
    return REGISTRANTS in (folders[: folders.index(CONTENT)] if CONTENT in folders else folders[:1])


def nothing_in(folder: Path) -> Diagnostic:
    """The finding about a folder without supplements, with what begins one."""
    beside = folder / ".." if folder.resolve().name == REGISTRANTS else folder
    file = os.path.normpath(beside / "fee-waiver.yaml")
    help = f"to begin one, type: supplement new fee-waiver {file}; supplement new alone lists the other kinds"
    return Diagnostic("FIL-01", "there is no supplement in this folder", str(folder), help=help)


def no_supplement(registrant: Path) -> Diagnostic:
    """The finding about a registrant's file that stands where a supplement is wanted."""
    folders = [folder for folder in registrant.parents if folder.name == REGISTRANTS]
    help = f"name a supplement that says `registrant: {registrant.stem}`, or the folder of them"
    if folders:
        help += f": {folders[-1].parent}"
    return Diagnostic("FIL-14", "this file declares a registrant: it is no supplement", str(registrant), help=help)


def _within(path: Path, folder: Path) -> bool:
    """Whether a file, all links followed, is in a folder."""
    return path.resolve().is_relative_to(folder.resolve())


def _leading_out(path: Path) -> Diagnostic:
    message = "this link leads to a file outside of the folder: it was not read"
    return Diagnostic("FIL-13", message, str(path), help="put the file itself here, or name it on the command line")


def content_bytes(path: Path) -> bytes:
    """The bytes of a file of content; of one that is too large so many that it is refused."""
    return read_source(path)


def output_name(path: Path) -> str:
    """The name of a file's outputs without suffix: its path below the content folder, else its stem."""
    return _name_of(path.resolve())


def _name_of(whole: Path) -> str:
    for folder in whole.parents:
        if folder.name == CONTENT:
            return whole.relative_to(folder).with_suffix("").as_posix()
    return whole.stem


def check_name(source: Source) -> Iterator[Finding]:
    """A finding where EDGAR would refuse the names of a supplement's outputs, with a name that it would take.

    And for each folder, below the content folder, whose name would break the list of what was built.

    Source: EDGAR Filer Manual II (June 2025) 5.1.1: at most 32 characters with the suffix, letters, digits, `.`, `-`
    and `_`, the first a letter or digit.
    """
    *folders, name = source.name.split("/")
    for folder in folders:
        if any(unicodedata.category(sign) in _UNSEEN for sign in folder):
            message = f"the folder {folder!a} has a name that no list of files can show"
            yield "", "FIL-05", message, f"call the folder {_plain(folder)}: letters, digits, - or _"
    if re.fullmatch(rf"[A-Za-z0-9][A-Za-z0-9._-]{{0,{LONGEST_STEM - 1}}}", name):
        return
    shown = ascii(f"{name}.txt") if any(unicodedata.category(sign) in _UNSEEN for sign in name) else f"{name}.txt"
    help = f"call the content {_plain(name)}{source.path.suffix}: {LONGEST_STEM} letters, digits, - or _"
    yield "", "FIL-05", f"EDGAR takes no file called {shown}", help


def _plain(name: str) -> str:
    """A name that EDGAR would take, of the words of another."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain) or ["supplement"]
    while len("-".join(words)) > LONGEST_STEM and len(words) > 1:
        del words[-2 if words[-1].isdigit() else -1]
    return "-".join(words)[:LONGEST_STEM].strip("-")


def registrant_file(supplement: Path, key: str) -> Path | None:
    """The file of a registrant: `registrants/KEY.yaml` in the supplement's folder or the nearest one above.

    A link that leads out of that folder, or where there is a content folder out of that, is not followed.
    """
    for folder in supplement.resolve().parents:
        for path in _called(folder / REGISTRANTS, key):
            if _is_file(path) and _within(path, _project(folder)):
                return path
        if folder.name == CONTENT:
            break
    return None


def _called(folder: Path, key: str) -> Iterator[Path]:
    """What the file of a key may be called; last those that are there whose names end in capitals."""
    yield from (folder / f"{key}{suffix}" for suffix in SUFFIXES)
    yield from sorted(path for path in folder.glob("*") if path.stem == key and is_yaml(path))


def _is_file(path: Path) -> bool:
    """Whether there is a file; no system has one whose name is too long for it."""
    try:
        return path.is_file()
    except OSError:
        return False


def _project(folder: Path) -> Path:
    """The content folder that a folder is in, else the folder itself."""
    return next((one for one in (folder, *folder.parents) if one.name == CONTENT), folder)


def known_registrants(supplement: Path) -> list[str]:
    """The keys of the registrants that a supplement can refer to."""
    keys: list[str] = []
    for folder in supplement.resolve().parents:
        keys += sorted(path.stem for path in (folder / REGISTRANTS).glob("*") if is_yaml(path))
        if folder.name == CONTENT:
            break
    return keys


def near_path(path: Path, supplement: Path) -> Path:
    """A path as the user would write it: relative in the way that the supplement's path is."""
    for folder, shown in zip(supplement.resolve().parents, supplement.parents, strict=False):
        if path.is_relative_to(folder):
            return shown / path.relative_to(folder)
    return path
