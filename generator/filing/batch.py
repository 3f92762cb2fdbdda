"""A season's batch: what changed is built, in several processes; what did not is left; what fails, fails alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic
from generator.filing.aside import TEMPORARY
from generator.filing.formats import FORMATS, project_formats
from generator.filing.inputs import content_now, digest, file_digest, makers, templates_state, text_of
from generator.filing.lock import LOCK, Lock, Taken, locked
from generator.filing.manifest import (
    MANIFEST,
    Entry,
    Manifest,
    Unusable,
    read_manifest,
    source_path,
    told,
    write_manifest,
)
from generator.filing.order import Order, Outcome, broken, unwritten
from generator.filing.workers import Died, default_jobs, work_through
from generator.library.find import ENDINGS, Source, near_path, registrant_file
from generator.templates import templates_folder
from generator.writers.pdf.weasy.libraries import missing_libraries

if TYPE_CHECKING:
    from generator.filing.builder import Builder

#: After so many results the manifest is written, so that a build that is killed need not begin anew.
WRITTEN_EVERY = 50
#: After so many supplements a process that WeasyPrint works in ends: of each it keeps some 0.1 MB for ever.
MOST_WEASYPRINT = 150
_LEFTOVER = re.compile(rf"\.(?:.+\.(?:txt|htm|pdf)|{re.escape(MANIFEST)}){re.escape(TEMPORARY)}")


@dataclass
class Batch:
    """What came of it. `files` are those of the content that are in place, in the order of the content.

    `notes` are about what is unchanged, and were told when it was built.
    """

    files: list[Path] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    notes: list[Diagnostic] = field(default_factory=list)
    built: int = 0
    unchanged: int = 0
    failed: int = 0
    removed: list[Path] = field(default_factory=list)
    unclaimed: int = 0
    interrupted: bool = False


def build_batch(
    sources: Sequence[Source],
    order: Order,
    report: Callable[[int, int], None] = lambda _done, _total: None,
    ready: Callable[[], object] = lambda: None,
) -> Batch:
    """The files of the content are in place and proved, or stand as they were, with a finding that says why.

    What has not changed since it was built, and whose files are as they were built, is left alone; its findings
    are told again. `report` hears how many of the files of content are done; `ready` is called before the first
    is built, if any is.
    """
    try:
        with locked(order.out) as lock:
            return _Run(sources, order, lock, report, ready).result()
    except Taken as taken:
        by = f"process {taken.process}" if taken.process else "another process"
        help = "wait until it has ended, or choose another --out"
        return Batch(diagnostics=[Diagnostic("FIL-08", f"{by} is building here", str(order.out / LOCK), help=help)])
    except OSError as error:
        return Batch(diagnostics=[unwritten(error, order.out)])


@dataclass(frozen=True, slots=True)
class _Registrant:
    """What a registrant's file said as this build began, None where it cannot be read, and how findings name it."""

    text: str | None = ""
    shown: str = ""


class _Run:
    """One build, the folder being locked."""

    def __init__(
        self,
        sources: Sequence[Source],
        order: Order,
        lock: Lock,
        report: Callable[[int, int], None],
        ready: Callable[[], object],
    ) -> None:
        self.sources, self.order, self.lock, self.report, self.ready = sources, order, lock, report, ready
        self.batch = Batch()
        self.templates = templates_state(order.templates)  # before their digest: what changes after it is noticed
        self.makers = makers(order.formats, order.settings, order.templates)
        self.registrants: dict[tuple[Path, str], _Registrant] = {}
        self.folders: dict[Path, str] = {}
        self.manifest = self._manifest()
        self.done: dict[int, Outcome] = {}
        self.unreached: set[int] = set()
        self.weasyprint = False

    def result(self) -> Batch:
        """What came of the build."""
        remove_leftovers(self.order.out)
        if clashes := _clashes(self.sources, self._builder):
            self.batch.diagnostics += clashes
            return self.batch
        stale = [number for number in range(len(self.sources)) if not self._is_current(number)]
        self.unreached = set(stale)
        self.weasyprint = bool(stale) and self._needs_weasyprint()
        if self.weasyprint and (missing := missing_libraries()):
            self.batch.diagnostics.append(_lacking(missing, self.order.out))
            stale = []
        if stale:
            self.ready()
            try:
                self._build(stale)
            except KeyboardInterrupt:
                self.batch.interrupted = True
                remove_leftovers(self.order.out)
        self._gather()
        if self.done and self._doubt():
            self.batch.diagnostics += self.order.settings.selection.settled([_changed(self.order)])
        self._settle()
        return self.batch

    def _needs_weasyprint(self) -> bool:
        """Whether WeasyPrint sets every PDF of this build; a single page that needs it does not count."""
        if "pdf" not in self.order.formats:
            return False
        from generator.writers.pdf import needs_weasyprint

        return needs_weasyprint(project_formats(self.order.templates)["pdf"].looks)

    def _builder(self) -> Builder:
        """What builds. Why imported so late: where nothing has changed it is not needed, and takes half the time."""
        from generator.filing.builder import Builder

        return Builder(self.order, self.makers)

    def _manifest(self) -> Manifest:
        try:
            return read_manifest(self.order.out)
        except Unusable as error:
            message = f"what was built before is not known: {error}"
            help = "nothing to do: everything is built again, and the file written anew"
            found = Diagnostic("FIL-11", message, str(self.order.out / MANIFEST), help=help, severity="warning")
            self.batch.diagnostics += self.order.settings.selection.settled([found])
            return Manifest()

    def _is_current(self, number: int) -> bool:
        """Whether a file of content need not be built: nothing that makes its files has changed, nor have they."""
        source = self.sources[number]
        entry = self.manifest.entries.get(source.name)
        if self.order.force or entry is None or entry.source != self._place(source):
            return False
        content = content_now(source, entry.registrant, self._registrant(source, entry.registrant).text)
        if content is None or not entry.names:
            return False
        for name in entry.names:
            for format in self.order.formats:
                file = f"{name}{FORMATS[format].suffix}"
                made = entry.files.get(file)
                if made is None or made.inputs != digest(content, self.makers[format]):
                    return False
                if made.sha256 != file_digest(self.order.out / file):
                    return False
        return True

    def _place(self, source: Source) -> str:
        """A file of content's path from the output folder; those of one folder begin in the same way."""
        if source.path.is_symlink():
            return source_path(self.order.out, source.path)
        folder = source.path.parent
        if folder not in self.folders:
            self.folders[folder] = source_path(self.order.out, folder)
        return PurePosixPath(self.folders[folder], source.path.name).as_posix()

    def _registrant(self, source: Source, key: str) -> _Registrant:
        """The file of a supplement's registrant; that of another supplement in the same folder is the same."""
        place = source.path.parent, key
        if place not in self.registrants:
            path = registrant_file(source.path, key) if key else None
            known = _Registrant(text_of(path), str(near_path(path, source.path))) if path else _Registrant()
            self.registrants[place] = known
        return self.registrants[place]

    def _build(self, stale: list[int]) -> None:
        tasks = [self.sources[number] for number in stale]
        jobs = self.order.jobs or default_jobs(len(tasks))
        most = MOST_WEASYPRINT if self.weasyprint else 0
        results = work_through(tasks, self._builder(), jobs, self.lock, forked=not self.weasyprint, most=most)
        before = len(self.sources) - len(stale)
        self.report(before, len(self.sources))
        try:
            for place, result in results:
                outcome = self._lost(tasks[place], result) if isinstance(result, Died) else result
                self.done[stale[place]] = outcome
                self.unreached.discard(stale[place])
                self._record(tasks[place], outcome)
                self.report(before + len(self.done), len(self.sources))
                if len(self.done) % WRITTEN_EVERY == 0:
                    self._doubt()
                    with suppress(OSError):  # told when it is written last
                        write_manifest(self.order.out, self.manifest)
                if outcome.failed and self.order.fail_fast:
                    break
        finally:
            results.close()

    def _lost(self, source: Source, died: Died) -> Outcome:
        help = "it may have run out of memory: try fewer --jobs; if it fails again, please report it"
        return broken(source, self.order.out, f"the process that built it ended: {died.how}", help)

    def _record(self, source: Source, outcome: Outcome) -> None:
        """The manifest knows what came of a file of content; where that failed, what stood before is still claimed."""
        if not outcome.failed:
            self.manifest.record(source.name, outcome.entry)
        elif before := self.manifest.entries.get(source.name):
            self.manifest.entries[source.name] = replace(before, files=before.files | outcome.entry.files)
        elif outcome.entry.files:
            self.manifest.record(source.name, outcome.entry)

    def _doubt(self) -> bool:
        """Whether a template was touched since this build began: nobody knows then what was built with which.

        What was built counts as out of date, also where the template is as it was before.
        """
        if templates_state(self.order.templates) == self.templates:
            return False
        for number in self.done:
            if entry := self.manifest.entries.get(self.sources[number].name):
                files = {file: replace(made, inputs="") for file, made in entry.files.items()}
                self.manifest.entries[self.sources[number].name] = replace(entry, files=files)
        return True

    def _gather(self) -> None:
        """What is told, in the order of the content, whichever was done first."""
        batch = self.batch
        for number, source in enumerate(self.sources):
            if outcome := self.done.get(number):
                batch.diagnostics += outcome.diagnostics
                batch.built += outcome.built
                batch.failed += outcome.failed
                batch.files += self._files(outcome.entry)
            elif number not in self.unreached:
                self._gather_unchanged(source)

    def _gather_unchanged(self, source: Source) -> None:
        entry = self.manifest.entries[source.name]
        self.batch.unchanged += len(entry.names)
        self.batch.files += self._files(entry)
        if entry.findings:
            for one in told(entry.findings, source.path, self._registrant(source, entry.registrant).shown):
                (self.batch.notes if one.severity == "info" else self.batch.diagnostics).append(one)

    def _files(self, entry: Entry) -> list[Path]:
        files = (f"{name}{FORMATS[format].suffix}" for name in entry.names for format in self.order.formats)
        return [self.order.out / file for file in files if file in entry.files]

    def _settle(self) -> None:
        """What no content claims is removed where that is asked, and the manifest says what is there now."""
        try:
            numbered = enumerate(self.sources)
            current = {one.name for at, one in numbered if at not in self.done and at not in self.unreached}
            self.manifest.forget_gone(self.order.out, current)
            if self.order.clean and not self.batch.interrupted:
                self.batch.removed, kept = self.manifest.clean(self.order.out)
                self.batch.diagnostics += self.order.settings.selection.settled(_kept(kept))
            self.batch.unclaimed = len(self.manifest.unclaimed)
            write_manifest(self.order.out, self.manifest)
        except OSError as error:
            self.batch.diagnostics.append(unwritten(error, self.order.out))


def remove_leftovers(out: Path) -> None:
    """The folder has no temporary files of a build that was killed; it must be locked."""
    for path in out.rglob(f".*{TEMPORARY}"):
        if _LEFTOVER.fullmatch(path.name):
            with suppress(OSError):
                path.unlink()


def _clashes(sources: Iterable[Source], builder: Callable[[], Builder]) -> list[Diagnostic]:
    """Findings where a supplement has the name of a part of another that is split by its target documents."""
    names = {source.name.lower(): source for source in sources}
    found = []
    for name, source in names.items():
        parts = (name.removesuffix(f"-{one}") for one in ENDINGS.values() if name.endswith(f"-{one}"))
        whole = next((names[part] for part in parts if part in names), None)
        if whole is None:
            continue
        house = builder().library.load(whole).house
        if house is not None and house.supplement.split:
            message = f"its outputs would have the same name as those that {whole.path} is split into"
            found.append(Diagnostic("FIL-02", message, str(source.path), help="rename one of the two files"))
    return found


def _changed(order: Order) -> Diagnostic:
    message = "a template changed while this was built: nobody knows which files have the old words"
    folder = str(order.templates or templates_folder())
    help = "type: supplement build; it builds them again"
    return Diagnostic("FIL-15", message, folder, help=help, severity="warning")


def _kept(paths: Iterable[Path]) -> list[Diagnostic]:
    message = "no content claims this file, but it was altered since it was built: it is kept"
    help = "remove it yourself, if you do not want it"
    return [Diagnostic("FIL-10", message, str(path), help=help, severity="warning") for path in paths]


def _lacking(libraries: list[str], out: Path) -> Diagnostic:
    message = f"a PDF cannot be set without {', '.join(libraries)}"
    return Diagnostic("FIL-12", message, str(out), help="type: supplement doctor; or build --to text,html meanwhile")
