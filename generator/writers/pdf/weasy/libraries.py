"""The native libraries that setting a PDF needs, looked for before anything is imported."""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import cache

from generator.errors import SupplementError

INSTALL = (
    "install them with `apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0` (Debian, Ubuntu) "
    "or `brew install pango` (macOS)"
)
#: Each library under the names that the platforms have for it; the first is the one to tell a user.
LIBRARIES = (
    ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
)
#: All that the engine loads, under the names that Linux has for them.
BY_NAME = (
    "libgobject-2.0.so.0",
    "libpango-1.0.so.0",
    "libpangoft2-1.0.so.0",
    "libharfbuzz.so.0",
    "libharfbuzz-subset.so.0",
    "libfontconfig.so.1",
)


def missing_libraries() -> list[str]:
    """The names of the libraries that cannot be loaded here; empty where a PDF can be set.

    Why the subsetter counts: without it the engine falls back to a slower one, and the bytes differ.
    """
    return [names[0] for names in LIBRARIES if not any(map(_loads, names)) and not _found(names[0])]


@cache
def load_engine() -> None:
    """WeasyPrint is imported. Raises SupplementError in one line where a library that it needs is missing."""
    missing = missing_libraries()
    if missing:
        raise SupplementError(f"a PDF cannot be set without {', '.join(missing)}: {INSTALL}")
    with _without_search() if all(map(_loads, BY_NAME)) else nullcontext():
        import weasyprint  # noqa: F401


@contextmanager
def _without_search() -> Iterator[None]:
    """Native libraries are loaded by the very names that they have, and nowhere else looked for.

    Why: WeasyPrint asks for each library under other systems' names first, and to search for one that is not there
    takes a compiler and a linker, some sixteen times: as long as all else that a command takes to start.
    """
    search = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _found(name: str) -> bool:
    """Whether the platform's own search finds the library, as it does in a package manager's folder."""
    path = ctypes.util.find_library(name.removeprefix("lib").split(".so")[0])
    return path is not None and _loads(path)
