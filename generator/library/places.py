"""Where in which file a path of the content stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Edit, Span
from generator.model.content import AT_KEY, Finding
from generator.source.edit import edit_of, find_words
from generator.source.nodes import Scalar
from generator.source.places import places_in
from generator.source.spans import Spans, steps_of

#: To prove edits of a file it is parsed so often, and until so many characters are parsed: to prove all of thousands
#: takes hours. What is left has its turn when those are made.
FEWEST_EDITS, MOST_PARSED = 20, 3_000_000


@dataclass(frozen=True, slots=True)
class Written:
    """A file with the places of its content and its text, without a byte-order mark."""

    file: str
    spans: Spans | None = None
    text: str = ""

    def place(self, path: str, words: str = "") -> Span:
        """The span of a value, of its nearest ancestor's key where it is not written down, or of words in it.

        A path that ends in `AT_KEY` is that of a key.
        """
        if self.spans is None:
            return Span()
        if path.endswith(AT_KEY):
            return self.spans.key(path.removesuffix(AT_KEY))
        spot = self.spans.spot(path)
        if len(spot.steps) < len(steps_of(path)) and not isinstance(spot.node, Scalar):
            return spot.head
        return _within(self.text, spot.node.span, words) or spot.node.span

    def edit(self, path: str, words: str, mend: str) -> Edit | None:
        """What to type so that other words stand in place of those of a value; None where it cannot be said."""
        return edit_of(self.text, self.spans.root, path, words, mend) if self.spans else None


@dataclass(frozen=True, slots=True)
class Places:
    """The supplement's file and the registrant's."""

    supplement: Written
    registrant: Written | None = None

    def place(self, path: str, words: str = "") -> tuple[str, Span]:
        """The file and span of a content path, or of its nearest ancestor that is written down."""
        written, path = self._written(path)
        return written.file, written.place(path, words)

    def edit(self, path: str, words: str, mend: str) -> Edit | None:
        """What to type in the file that `place` names."""
        written, path = self._written(path)
        return written.edit(path, words, mend)

    def file_of(self, path: str) -> Written:
        """The file that a path is about."""
        return self._written(path)[0]

    def _written(self, path: str) -> tuple[Written, str]:
        """The file that a path is about, and the path in it."""
        if self.registrant and (path == "registrant" or path.startswith("registrant.")):
            return self.registrant, path.removeprefix("registrant").lstrip(".")
        return self.supplement, path

    def diagnose(self, findings: Iterable[Finding]) -> list[Diagnostic]:
        """Findings of the model at their places."""
        diagnostics = []
        for path, code, message, help in findings:
            file, span = self.place(path)
            diagnostics.append(Diagnostic(code, message, file, span, help, path=path.removesuffix(AT_KEY)))
        return diagnostics


@dataclass(slots=True)
class Edits:
    """The edits of a supplement's files, as long as there is time to prove them; None where there is not."""

    places: Places
    proved: int = 0
    parsed: int = 0

    def __call__(self, path: str, words: str, mend: str) -> Edit | None:
        """What to type in the file that `place` names."""
        if self.proved >= FEWEST_EDITS and self.parsed >= MOST_PARSED:
            return None
        self.proved += 1
        self.parsed += len(self.places.file_of(path).text)
        return self.places.edit(path, words, mend)


def _within(text: str, span: Span, words: str) -> Span | None:
    """The span of the first place inside another where some words stand, line ends taken for blanks."""
    if not words:
        return None
    positions = places_in(text)
    start, end = positions.offset(span.line, span.column), positions.offset(span.end_line, span.end_column)
    found = find_words(text, start, end, words)
    return positions.span(*found) if found else None
