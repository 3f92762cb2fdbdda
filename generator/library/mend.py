"""Mending content: the edits of its findings are made, and each is proved before it is kept."""

from __future__ import annotations

import codecs
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path

from generator.diagnostics import Diagnostic, Edit, in_order
from generator.library.find import Source
from generator.library.load import Library, Loaded
from generator.settings.selection import Selection
from generator.source.places import Places
from generator.wording.environment import Wording

#: How often mended content is looked at again: a mend may bring to light what the next one mends.
MOST_ROUNDS = 100
_TEMPORARY = ".part"


@dataclass(frozen=True, slots=True)
class Undone:
    """A finding whose mend was not kept, and why."""

    finding: Diagnostic
    reason: str


@dataclass(slots=True)
class Mended:
    """Files as they were and as they are mended, the findings that are gone, and those whose mend was not kept."""

    before: dict[Path, bytes] = field(default_factory=dict)
    after: dict[Path, bytes] = field(default_factory=dict)
    done: list[Diagnostic] = field(default_factory=list)
    undone: list[Undone] = field(default_factory=list)

    def diff(self) -> str:
        """What changes, as a unified diff."""
        return "".join(_diff(path, self.before[path], self.after[path]) for path in sorted(self.after))


@dataclass(frozen=True, slots=True)
class _State:
    """What is found in the content as it stands: by supplement."""

    loaded: dict[Source, list[Loaded]]
    found: dict[Source, list[Diagnostic]]

    def files(self) -> dict[str, list[Source]]:
        """The supplements that depend on each file, in order."""
        files: dict[str, list[Source]] = {}
        for source, (first, *_) in self.loaded.items():
            for written in (first.places.supplement, first.places.registrant):
                if written:
                    files.setdefault(written.file, []).append(source)
        return files

    def with_edits(self) -> list[Diagnostic]:
        """The findings that can be mended."""
        return [one for one in in_order(one for found in self.found.values() for one in found) if one.edit]


class Mending:
    """Supplements that are being mended; nothing is written."""

    def __init__(
        self, wording: Wording, selection: Selection, further: Callable[[Loaded], Iterable[Diagnostic]] = lambda _: ()
    ) -> None:
        """`further` finds what loading does not, such as what the formats cannot show."""
        self._wording, self._selection, self._further = wording, selection, further
        self._refused: set[tuple[str, str, str, str]] = set()
        self._singly: set[str] = set()
        self.mended = Mended()

    def mend(self, sources: Iterable[Source]) -> Mended:
        """Every finding that can be mended is, or there is a reason why not."""
        sources = list(sources)
        for _ in range(MOST_ROUNDS):
            state = self._look(sources)
            waiting: dict[str, list[Diagnostic]] = {}
            for one in state.with_edits():
                if _key(one) not in self._refused:
                    waiting.setdefault(one.file, []).append(one)
            if not waiting:
                break
            for file, findings in waiting.items():
                self._try(file, list(_apart(findings, file in self._singly)), state)
        return self.mended

    def _look(self, sources: Iterable[Source]) -> _State:
        """What is found in supplements, their files mended as far as they are."""
        library = Library(self._wording, drafts=self.mended.after.copy(), selection=self._selection)
        loaded = {source: library.load_each(source) for source in sources}
        found = {
            source: [one for each in group for one in (*each.diagnostics, *self._further(each))]
            for source, group in loaded.items()
        }
        return _State(loaded, found)

    def _try(self, file: str, findings: list[Diagnostic], state: _State) -> None:
        """Makes the edits of some findings of a file; takes them all back where one of them is no good."""
        path, after = Path(file), self.mended.after
        known = self.mended.before.setdefault(path, path.read_bytes())
        old = after.get(path, known)
        after[path], regions = _edited(old, [one.edit for one in findings if one.edit])
        sources = state.files()[file]
        reasons = list(_reasons(findings, regions, (state, self._look(sources)), sources))
        if not reasons:
            self.mended.done += findings
            return
        after[path] = old
        if old == known:
            del after[path]
        self._singly.add(file)
        if len(findings) == 1:
            self._refused.add(_key(findings[0]))
            self.mended.undone.append(Undone(findings[0], reasons[0]))


def _key(one: Diagnostic) -> tuple[str, str, str, str]:
    """What stays the same of a finding when others around it are mended."""
    return one.code, one.file, one.path, one.message


def _apart(findings: list[Diagnostic], singly: bool) -> Iterator[Diagnostic]:
    """Of some findings in order of their edits those that do not touch one another; the first only, if `singly`."""
    end = (0, 0)
    for one in sorted(findings, key=lambda one: one.edit.span if one.edit else one.span):
        span = one.edit.span if one.edit else one.span
        if (span.line, span.column) > end or end == (0, 0):
            yield one
            if singly:
                return
            end = (span.end_line, span.end_column)


def _edited(data: bytes, edits: list[Edit]) -> tuple[bytes, list[tuple[int, int]]]:
    """A file with edits made, from the last to the first, and where in its text what they typed stands now."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = data.removeprefix(mark).decode()
    places, moved, regions, spots = Places(text), 0, [], []
    for edit in edits:
        span = edit.span
        start, end = places.offset(span.line, span.column), places.offset(span.end_line, span.end_column)
        spots.append((start, end, edit.text))
        regions.append((start + moved, start + moved + len(edit.text)))
        moved += len(edit.text) - (end - start)
    for start, end, typed in reversed(spots):
        text = text[:start] + typed + text[end:]
    return mark + text.encode(), regions


def _reasons(
    findings: list[Diagnostic], regions: list[tuple[int, int]], states: tuple[_State, _State], sources: list[Source]
) -> Iterator[str]:
    """Why edits cannot be kept: a finding is still there, or another has come."""
    before, after = states
    paths = {one.path for one in findings}
    for source in sources:
        known = {(one.code, one.path) for one in before.found[source]}
        # An error of composing is no news where nothing could be composed before.
        composed = before.loaded[source][0].document is not None or after.loaded[source][0].document is None
        for one in after.found[source]:
            new = (one.code, one.path) not in known
            if new and ((one.severity == "error" and composed) or one.path in paths):
                yield f"it would bring {one.code}: {one.message}"
        for finding, region in zip(findings, regions, strict=True):
            text = _text(after.loaded[source][0], finding.file)
            if any(_is_still(finding, one, text, region) for one in after.found[source]):
                yield "what is found would still be there"


def _text(loaded: Loaded, file: str) -> str:
    """The text of one of a supplement's files."""
    places = loaded.places
    return places.registrant.text if places.registrant and places.registrant.file == file else places.supplement.text


def _is_still(old: Diagnostic, new: Diagnostic, text: str, region: tuple[int, int]) -> bool:
    """Whether a finding is an old one, in the words that were typed to mend it."""
    if (old.code, old.file, old.path) != (new.code, new.file, new.path):
        return False
    places = Places(text)
    start = places.offset(new.span.line, new.span.column)
    end = places.offset(new.span.end_line, new.span.end_column)
    return start <= region[1] and region[0] <= end


def _diff(path: Path, before: bytes, after: bytes) -> str:
    old, new = (data.decode("utf-8", "replace").splitlines(keepends=True) for data in (before, after))
    lines = unified_diff(old, new, path.as_posix(), path.as_posix())
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def write_mended(mended: Mended) -> list[Diagnostic]:
    """Mended files take the place of the old ones; a finding for each that cannot, or was changed meanwhile."""
    found = []
    for path, data in sorted(mended.after.items()):
        try:
            if path.read_bytes() == mended.before[path]:
                _replace(path.resolve(), data)
                continue
            message = "the file was changed while it was being mended: nothing was written to it"
        except OSError as error:
            message = f"the file cannot be written: {error.strerror or error}"
        found.append(Diagnostic("FIL-07", message, str(path), help="check its permissions, and mend it again"))
    return found


def _replace(path: Path, data: bytes) -> None:
    """Writes a file beside its place, with the old one's permissions, and renames it."""
    aside = path.with_name(f".{path.name}{_TEMPORARY}")
    try:
        with aside.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copymode(path, aside)
        aside.replace(path)
    finally:
        with suppress(OSError):
            aside.unlink()
