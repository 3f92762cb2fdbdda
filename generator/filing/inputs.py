"""Digests of all that can change a built file."""

from __future__ import annotations

import ctypes
import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib import metadata
from pathlib import Path

from generator.library.find import Source, content_bytes
from generator.library.overrides import REPLACEABLE
from generator.settings.selection import Settings
from generator.templates import templates_folder

#: The distributions that have a hand in every format, and those of a format alone.
ALL = ("jinja2", "markupsafe", "pydantic", "pyyaml")
ALONE = {
    "text": (),
    "html": ("lxml",),
    "pdf": ("uharfbuzz", "weasyprint", "pydyf", "pypdfium2", "font-source-serif-pro", "lxml", "tinycss2", "pyphen"),
}
#: The functions that say the versions of the native libraries, by library.
_NATIVE = {
    ("libpango-1.0.so.0", "libpango-1.0.dylib"): "pango_version_string",
    ("libharfbuzz.so.0", "libharfbuzz.0.dylib"): "hb_version_string",
}
_RULES = "supplement.rules"


def digest(*parts: str | bytes) -> str:
    """The SHA-256 of some parts; where one part ends and the next begins counts."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        total.update(b"%d:" % len(data))
        total.update(data)
    return total.hexdigest()


def file_digest(path: Path) -> str | None:
    """The SHA-256 of a file's bytes, as other programs give it; None where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def makers(formats: Iterable[str], settings: Settings, templates: Path | None) -> dict[str, str]:
    """The digest, by format, of all that makes its files besides the content.

    The tool and the packages that it uses, the shipped templates and the project's own, and its settings. Where
    one of them is another, every file is built anew.
    """
    looks = (_folder_digest(folder) for folder in _template_folders(templates))
    common = [_tool(), repr(settings), *looks, *_plugged_in(), *_versions(ALL)]
    return {
        name: digest(name, *common, *_versions(ALONE[name]), *(native_versions() if name == "pdf" else ()))
        for name in formats
    }


def content_digest(source: Source, text: str, key: str, registrant: str) -> str:
    """The digest of what a supplement says: its file, and its registrant's where `key` names one."""
    return digest(source.name, source.path.name, text, key, registrant)


def content_now(source: Source, key: str, registrant: str | None) -> str | None:
    """The digest of a supplement's content as it is on disk now, with the text of its registrant's file.

    None where a file of it cannot be read.
    """
    text = text_of(source.path)
    if text is None or registrant is None:
        return None
    return content_digest(source, text, key, registrant)


def text_of(path: Path) -> str | None:
    """A file of content as the library reads it; None where it cannot be read."""
    try:
        return decoded(content_bytes(path))
    except OSError:
        return None


def decoded(data: bytes) -> str:
    """The bytes of a file of content as the library's text; what is no UTF-8 stands as it would in an excerpt."""
    return data.decode("utf-8", "replace").removeprefix("\ufeff")


@cache
def native_versions() -> tuple[str, ...]:
    """The versions of the native libraries that set a PDF, as `pango_version_string 1.50.12`."""
    found = []
    for names, function in _NATIVE.items():
        for name in names:
            with suppress(OSError, AttributeError):
                said = getattr(ctypes.CDLL(name), function)
                said.restype = ctypes.c_char_p
                found.append(f"{function} {said().decode()}")
                break
    return tuple(found)


@cache
def _tool() -> str:
    """The digest of this package's own files and of the Python that runs them."""
    package = Path(__file__).resolve().parents[1]
    files = sorted(path for suffix in ("py", "toml") for path in package.rglob(f"*.{suffix}"))
    parts = [part for path in files for part in (path.relative_to(package).as_posix(), path.read_bytes())]
    return digest(metadata.version("supplement"), f"{sys.version_info[:3]}", *parts)


def templates_state(templates: Path | None) -> frozenset[tuple[str, ...]]:
    """Which templates there are, and when each was last touched: another state is another moment.

    Unlike a digest it tells what was changed and changed back, too. A folder's own time tells what came and went.
    """
    found = set()
    for folder in _template_folders(templates):
        for name, path in (("", folder), *_entries(folder, folders=True)):
            with suppress(OSError):
                for one in (path.stat(), path.lstat()):
                    found.add((str(folder), name, f"{one.st_ino} {one.st_size} {one.st_mtime_ns} {one.st_ctime_ns}"))
    return frozenset(found)


def _template_folders(templates: Path | None) -> list[Path]:
    return [templates_folder(), *([templates] if templates else [])]


def _folder_digest(folder: Path) -> str:
    """The digest of a folder's templates: their names and bytes."""
    return digest(*(part for name, path in _entries(folder) for part in (name, file_digest(path) or "")))


def _entries(folder: Path, folders: bool = False) -> Iterator[tuple[str, Path]]:
    """The files of a folder of templates by name, in order, wherever links lead: those who load them follow links too.

    A folder that is reached a second time stands for what it was the first time, and one outside of its part, which
    no loader opens, for itself: links can lead round and round, and anywhere.
    """
    seen: dict[str, str] = {}
    for part in REPLACEABLE:
        root = os.path.realpath(folder / part)
        for at, inside, files in os.walk(folder / part, followlinks=True):
            below, whole = Path(at), os.path.realpath(at)
            name = below.relative_to(folder).as_posix()
            known = seen.setdefault(whole, name) if Path(whole).is_relative_to(root) else whole
            if folders or known != name:
                yield f"{name} is {known}", below
            inside[:] = sorted(inside) if known == name else []
            for file in sorted(files) if known == name else ():
                if (below / file).is_file():
                    yield f"{name}/{file}", below / file


def _versions(names: Iterable[str]) -> list[str]:
    """The versions of some distributions; one that is not installed has none."""
    found = []
    for name in names:
        with suppress(metadata.PackageNotFoundError):
            found.append(f"{name} {metadata.version(name)}")
    return found


def _plugged_in() -> list[str]:
    """The modules with rules that other packages bring, with the versions of those."""
    points = metadata.entry_points(group=_RULES)
    return sorted(f"{one.value} {one.dist.name} {one.dist.version}" for one in points if one.dist)
