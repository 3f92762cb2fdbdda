"""Checking one file of content, in this process or in a worker: all that is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from generator.diagnostics import Diagnostic, in_order
from generator.filing.faults import writing_faults
from generator.filing.formats import Format, project_formats
from generator.filing.workers import Died, default_jobs, work_through
from generator.library.find import Source, is_registrant
from generator.library.load import Library, Loaded
from generator.settings.selection import EVERYTHING, Selection
from generator.wording.environment import load_wording

#: So many files are worth the start of a process: it takes as long as they do.
WORTH = 40


@dataclass
class Checker:
    """Checks files of content; it is sent to workers before it has opened its library.

    `templates` is the project's own folder, `selection` the findings that are wanted.
    """

    templates: Path | None = None
    selection: Selection = EVERYTHING

    @cached_property
    def library(self) -> Library:
        """The library of this process."""
        return Library(load_wording(self.templates), selection=self.selection)

    @cached_property
    def formats(self) -> tuple[Format, ...]:
        """The formats that a supplement has to be shown in."""
        return tuple(project_formats(self.templates).values())

    def __call__(self, source: Source) -> tuple[Diagnostic, ...]:
        """All that is wrong with a file of content: a supplement or a registrant."""
        try:
            if is_registrant(source.path):
                return tuple(in_order(self.library.check_registrant(source.path)))
            return tuple(one for loaded in self.library.load_each(source) for one in self.found(loaded))
        except Exception as error:  # Why all: the other files of content are no worse for it
            return (_failed(source, error),)
        finally:
            self.library.texts.clear()

    def found(self, loaded: Loaded) -> list[Diagnostic]:
        """What was found while a supplement was loaded, and what the formats cannot show of it."""
        return [*loaded.diagnostics, *self.unwritable(loaded)]

    def unwritable(self, loaded: Loaded) -> list[Diagnostic]:
        """What the formats cannot show of a supplement."""
        if loaded.document is None:
            return []
        return [fault for format in self.formats for fault in writing_faults(loaded, loaded.document, format)]


def check_each(sources: Sequence[Source], checker: Checker, jobs: int = 0) -> list[tuple[Diagnostic, ...]]:
    """What was found in each file of content, in their order; in so many processes, 0 for as many as are worth it."""
    results: dict[int, tuple[Diagnostic, ...]] = {}
    fresh = replace(checker)  # without an open library, which no worker could be sent
    for number, result in work_through(sources, fresh, jobs or default_jobs(len(sources), WORTH), forked=True):
        results[number] = _lost(sources[number], result) if isinstance(result, Died) else result
    return [results[number] for number in range(len(sources))]


def _lost(source: Source, died: Died) -> tuple[Diagnostic, ...]:
    help = "it may have run out of memory: try fewer --jobs; if it fails again, please report it"
    return (Diagnostic("FIL-09", f"the process that checked it ended: {died.how}", str(source.path), help=help),)


def _failed(source: Source, error: Exception) -> Diagnostic:
    message = f"the tool failed: {type(error).__name__}: {error}"
    help = "this is a fault of the tool, not of your content; please report it"
    return Diagnostic("FIL-09", message, str(source.path), help=help)
