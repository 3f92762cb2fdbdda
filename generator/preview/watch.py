"""What changes on disk, told in one go when it has stopped changing for a moment."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

#: For how long, in milliseconds, nothing may change before what changed is told; and at most.
STILL, LONGEST = 12, 250
#: How often, in milliseconds, files are looked at where the system does not say what changes.
POLL = 300
#: How often, in milliseconds, it is looked whether there are other folders to watch.
ANEW = 700
_SUFFIXES = (".yaml", ".yml", ".toml", ".md", ".html", ".css", ".txt")

Folders = Callable[[], tuple[set[Path], set[Path]]]


class _Wanted(DefaultFilter):
    """Files that a supplement can depend on, and folders; no leftovers of editors."""

    def __init__(self, alone: Iterable[Path] = ()) -> None:
        super().__init__()
        self._alone = set(alone)

    def __call__(self, change: Change, path: str) -> bool:
        """Whether a change is told."""
        file = Path(path)
        if self._alone and file.parent not in self._alone:
            return False
        return super().__call__(change, path) and (file.suffix.lower() in _SUFFIXES or not file.suffix)


class Watch:
    """Watches folders until it is ended; folders that come or go are seen to when something else changes."""

    def __init__(self, folders: Folders, changed: Callable[[set[Path]], None], poll: bool = False) -> None:
        self._folders, self._changed, self._poll = folders, changed, poll
        self._end = threading.Event()
        self._threads = [threading.Thread(target=self._run, args=(deep,), daemon=True) for deep in (True, False)]

    def start(self) -> None:
        """Afterwards changes are told."""
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        """Afterwards nothing is told.

        Why joined: a thread that is in the watcher's own code when Python ends takes the process down with it.
        """
        self._end.set()
        for thread in self._threads:
            if thread.is_alive():
                thread.join(2)

    def _run(self, deep: bool) -> None:
        seen: set[Path] | None = None
        while not self._end.is_set():
            folders = self._folders()[0 if deep else 1]
            new, seen = folders - seen if seen is not None else set(), folders
            if not folders:
                self._end.wait(ANEW / 1000)
                continue
            for changes in watch(
                *folders,
                watch_filter=_Wanted(() if deep else folders),
                debounce=LONGEST,
                step=STILL,
                stop_event=self._end,
                rust_timeout=ANEW,
                yield_on_timeout=True,
                recursive=deep,
                force_polling=self._poll or None,
                poll_delay_ms=POLL,
                raise_interrupt=False,
                ignore_permission_denied=True,
            ):
                if paths := {Path(path) for _, path in changes} | new:
                    new = set()
                    self._changed(paths)
                if self._folders()[0 if deep else 1] != folders:
                    break
