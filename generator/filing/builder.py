"""Building one file of content, in this process or in a worker: what it gave, or what went wrong with it alone."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property

from generator.diagnostics import Diagnostic
from generator.errors import SupplementError
from generator.filing.build import build
from generator.filing.formats import Format, project_formats
from generator.filing.inputs import content_digest, decoded, digest, file_digest
from generator.filing.manifest import Entry, Made, source_path, stored
from generator.filing.order import Order, Outcome, broken
from generator.library.find import Source, content_bytes
from generator.library.load import Library, Loaded
from generator.wording.environment import load_wording


@dataclass
class Builder:
    """Builds the supplements of a file of content; it is sent to workers before it has opened its library."""

    order: Order
    makers: dict[str, str]

    @cached_property
    def library(self) -> Library:
        """The library of this process."""
        return Library(load_wording(self.order.templates), selection=self.order.settings.selection)

    @cached_property
    def formats(self) -> tuple[Format, ...]:
        """The formats that are built."""
        known = project_formats(self.order.templates)
        return tuple(known[name] for name in self.order.formats)

    def __call__(self, source: Source) -> Outcome:
        """What building a file of content gave. Whatever goes wrong is a finding about this file alone."""
        try:
            return self._build(source)
        except SupplementError as error:
            return broken(source, self.order.out, str(error), "see what this machine lacks: supplement doctor")
        except Exception as error:  # Why all: the other supplements of the batch are no worse for it
            message = f"the tool failed: {type(error).__name__}: {error}"
            return broken(source, self.order.out, message, _REPORT)
        finally:
            self.library.drafts.pop(source.path, None)
            self.library.texts.clear()

    def _build(self, source: Source) -> Outcome:
        with suppress(OSError):  # the library says what is wrong
            self.library.drafts[source.path] = content_bytes(source.path)
        loaded = self.library.load_each(source)
        content, key = self._content(source, loaded[0])
        made: dict[str, Made] = {}
        diagnostics: list[Diagnostic] = []
        failed = 0
        for one in loaded:
            built = build(one, self.formats, self.order.out, self.order.settings)
            diagnostics += built.diagnostics
            failed += not built.files
            makers = {format.suffix: self.makers[format.name] for format in self.formats}
            for file in (*built.files, *built.left):
                inputs = digest(content, makers[file.suffix])
                made[file.relative_to(self.order.out).as_posix()] = Made(file_digest(file) or "", inputs)
        if failed:
            made = {file: replace(one, inputs="") for file, one in made.items()}
        registrant = loaded[0].places.registrant
        shown = registrant.file if registrant else ""
        found = stored(tuple(dict.fromkeys(diagnostics)), source.path, shown)
        names = tuple(one.source.name for one in loaded)
        return Outcome(
            Entry(source_path(self.order.out, source.path), key, names, made, () if failed else found),
            tuple(diagnostics),
            len(loaded) - failed,
            failed,
        )

    def _content(self, source: Source, loaded: Loaded) -> tuple[str, str]:
        """The digest of the bytes that were loaded, and the key of the registrant that they name."""
        text = decoded(self.library.drafts.get(source.path, b""))
        key = loaded.house.supplement.registrant if loaded.house else ""
        if not isinstance(key, str):
            key = ""
        registrant = loaded.places.registrant
        return content_digest(source, text, key, registrant.text if registrant else ""), key


_REPORT = "this is a fault of the tool, not of your content: nothing of it was written; please report it"
