"""One thread that loads supplements: what is looked at first, everything else when there is time."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.preview.draft import Draft, State, findings_data
from generator.preview.project import Supplements, is_settings, is_template


@dataclass(frozen=True, slots=True)
class Entry:
    """What the list says of a supplement."""

    key: str
    name: str
    file: str
    state: State = "waiting"
    title: str = ""
    errors: int = 0
    warnings: int = 0
    serial: int = field(default=0, compare=False)

    def data(self) -> dict[str, Any]:
        """The entry as the page takes it."""
        return {name: getattr(self, name) for name in self.__slots__}


#: Takes the name of an event and what it says; called in the loader's thread.
Listener = Callable[[str, dict[str, Any]], None]


@dataclass
class Loader:
    """Loads in a thread of its own, one after the other, so that no older draft can follow a newer one.

    `tell` hears `list` (entries that are new, changed or gone), `draft` (a supplement was loaded), `project` (what
    is wrong beyond single supplements).
    """

    supplements: Supplements
    tell: Listener
    entries: dict[str, Entry] = field(default_factory=dict)
    _urgent: OrderedDict[str, list[Future[Draft | None]]] = field(default_factory=OrderedDict)
    _later: OrderedDict[str, None] = field(default_factory=OrderedDict)
    _changed: set[Path] = field(default_factory=set)
    _wake: threading.Condition = field(default_factory=threading.Condition)
    _thread: threading.Thread | None = None
    _serial: int = 0
    _ended: bool = False
    _project: dict[str, Any] = field(default_factory=dict)

    def start(self) -> None:
        """Afterwards the thread runs."""
        self._thread = threading.Thread(target=self._run, name="loader", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Afterwards the thread has ended, with what it was loading."""
        with self._wake:
            self._ended = True
            self._wake.notify()
        if self._thread:
            self._thread.join(3)

    def changed(self, paths: Iterable[Path]) -> None:
        """Afterwards what depends on these files will be loaded again."""
        with self._wake:
            self._changed |= set(paths)
            self._wake.notify()

    def draft(self, key: str) -> Future[Draft | None]:
        """The draft of a key as it is known, loaded at once where it is not; None where there is no such key."""
        future: Future[Draft | None] = Future()
        with self._wake:
            if (kept := self.supplements.kept.get(key)) is not None:
                with suppress(KeyError):
                    self.supplements.kept.move_to_end(key)
                future.set_result(kept)
            else:
                self._urgent.setdefault(key, []).append(future)
                self._wake.notify()
        return future

    @property
    def project(self) -> dict[str, Any]:
        """What is wrong beyond single supplements, as the page takes it."""
        return self._project

    def _run(self) -> None:
        self._list()
        self.supplements.read_settings()
        self.supplements.read_templates()
        self._say_project()
        no_one: list[Future[Draft | None]] = []
        while True:
            with self._wake:
                while not (self._ended or self._changed or self._urgent or self._later):
                    self._wake.wait()
                if self._ended:
                    return
                changed, self._changed = self._changed, set()
                if changed:
                    key, asked = "", no_one
                elif self._urgent:
                    key, asked = self._urgent.popitem(last=False)
                else:
                    (key, _), asked = self._later.popitem(last=False), no_one
            if changed:
                self._take(changed)
            else:
                self._load(key, asked)

    def _take(self, changed: set[Path]) -> None:
        """Afterwards the supplements that depend on some files wait to be loaded, those being looked at first."""
        supplements = self.supplements
        everything = False
        if any(map(is_settings, changed)):
            before = supplements.settings
            supplements.read_settings()
            everything = supplements.settings != before
        if any(map(is_template, changed)):
            supplements.read_templates()
            everything = True
        if supplements.is_rearranged(changed):
            self._list()
        again = supplements.touched(changed)
        again |= set(supplements.sources) if everything else {k for k in supplements.sources if k not in self.entries}
        self._say_project()
        with self._wake:
            for key in again:
                if key in supplements.kept:
                    self._urgent.setdefault(key, [])
            if len(self._urgent) > 1:  # what was looked at last comes first
                for key in supplements.kept:
                    if key in self._urgent:
                        self._urgent.move_to_end(key, last=False)
            self._later.update(dict.fromkeys(key for key in supplements.sources if key in again))

    def _list(self) -> None:
        """Afterwards the entries are those of the supplements on disk."""
        self.supplements.find()
        gone = [key for key in self.entries if key not in self.supplements.sources]
        come = {
            key: Entry(key, source.name, str(source.path))
            for key, source in self.supplements.sources.items()
            if key not in self.entries
        }
        found = {**self.entries, **come}
        self.entries = {key: found[key] for key in self.supplements.sources}
        with self._wake:
            self._later.update(dict.fromkeys(come))
        if gone or come:
            self.tell("list", {"entries": [one.data() for one in come.values()], "gone": gone})
        self._say_project()

    def _say_project(self) -> None:
        said = {"findings": findings_data(self.supplements.diagnostics)}
        if said != self._project:
            self._project = said
            self.tell("project", said)

    def _load(self, key: str, asked: list[Future[Draft | None]]) -> None:
        self._later.pop(key, None)
        if key not in self.supplements.sources:
            _answer(asked, None)
            return
        self._serial += 1
        draft = self.supplements.load(key, self._serial, keep=bool(asked))
        entry = _entry_of(key, draft)
        if entry != self.entries.get(key):
            self.entries[key] = entry
            self.tell("list", {"entries": [entry.data()], "gone": []})
        self.tell("draft", {"key": key, "serial": draft.serial})
        _answer(asked, draft)


def _answer(asked: Iterable[Future[Draft | None]], draft: Draft | None) -> None:
    """Tells a draft to those who asked for it and still wait: a request may have ended meanwhile."""
    for future in asked:
        if future.set_running_or_notify_cancel():
            future.set_result(draft)


def _entry_of(key: str, draft: Draft) -> Entry:
    count = {one: sum(found.severity == one for found in draft.findings) for one in ("error", "warning")}
    title = draft.views[0].document.title if draft.views else ""
    return Entry(
        key,
        draft.source.name,
        str(draft.source.path),
        draft.state,
        title,
        count["error"],
        count["warning"],
        draft.serial,
    )
