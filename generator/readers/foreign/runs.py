"""Runs of words with their look, and the inlines that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.document.canonical import canonical_inlines, shown_text
from generator.document.nodes import Break, Emphasis, Inline, Inlines, NoteRef, Strong, Text
from generator.readers.foreign.marks import MARKER, shown_mark


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in one look."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    underlined: bool = False
    size: float = 0.0


LINE_END = Run("\n")
_NUMERATOR = re.compile(r"[0-9]{1,2}\s?[/\u2044\u2215]\s?[0-9][^\n]?")


def inlines_of(runs: Iterable[Run]) -> Inlines:
    """The inlines that runs show: bold and italics, line ends as breaks, raised marks as raw NoteRefs."""
    children: list[Inline] = []
    whole = _whole_runs(runs)
    for at, run in enumerate(whole):
        if run is LINE_END:
            children.append(Break())
        elif run.raised and _is_numerator(run, whole[at + 1 : at + 3]):
            children.append(Text(f" {run.text.strip()}"))
        elif run.raised and (marks := _raised_marks(run.text)):
            children.extend(NoteRef(mark) for mark in marks)
            children.extend([Text(" ")] if run.text[-1].isspace() else [])
        else:
            inner: Inline = Text(run.text)
            inner = Emphasis((inner,)) if run.italic else inner
            children.append(Strong((inner,)) if run.bold else inner)
    return settled(children)


def _whole_runs(runs: Iterable[Run]) -> list[Run]:
    """Runs in one look as one run, blanks between them too.

    Why: filers' software begins a new element at every line; that is no change of look.
    """
    whole: list[tuple[Run, list[str]]] = []
    for run in runs:
        last = whole[-1][0] if whole else LINE_END
        same = (last.bold, last.italic, last.raised) == (run.bold, run.italic, run.raised)
        apart = run is LINE_END or last is LINE_END or (run.raised and run.text.strip())
        if not apart and (same or not run.text.strip()):
            whole[-1][1].append(run.text)
        else:
            whole.append((run, [run.text]))
    return [run if len(texts) == 1 else replace(run, text="".join(texts)) for run, texts in whole]


def settled(children: Iterable[Inline]) -> Inlines:
    """Inlines in canonical form, or their bare words where no form is canonical."""
    words = canonical_inlines(children)
    for _ in range(4):
        again = canonical_inlines(words)
        if again == words:
            return words
        words = again
    return canonical_inlines([Text(shown_text(words))])


def joined(parts: Iterable[Inlines], between: Inline | None) -> Inlines:
    """Several runs of words as one, with a break, a blank or nothing between them."""
    children: list[Inline] = []
    for part in parts:
        if part:
            children.extend([between] if children and between else [])
            children.extend(part)
    return settled(children)


def is_strong(words: Inlines) -> bool:
    """Whether every visible word is bold."""
    strong = [child for child in words if isinstance(child, Strong)]
    rest = [child for child in words if not isinstance(child, Strong | Break | NoteRef)]
    return bool(strong) and not shown_text(rest).strip()


def without_strong(words: Inlines) -> Inlines:
    """The words of a heading without the bold that says only that it is one."""
    if not is_strong(words):
        return words
    children: list[Inline] = []
    for child in words:
        children.extend(child.children if isinstance(child, Strong) else (child,))
    return settled(children)


def without_refs(words: Inlines) -> Inlines:
    """The words with each raised mark as text, for a place where no note is."""
    if not has_refs(words):
        return words
    return settled(Text(shown_mark(child.marker)) if isinstance(child, NoteRef) else child for child in words)


def has_refs(words: Sequence[Inline]) -> bool:
    """Whether a raised mark is among the words; they stand outside of bold and italics."""
    return any(isinstance(child, NoteRef) for child in words)


def _is_numerator(run: Run, following: Sequence[Run]) -> bool:
    """Whether a raised figure is the upper one of a fraction: `33` and a raised 1 before `/3%` are not `33(1)/3%`."""
    return bool(_NUMERATOR.fullmatch(run.text.strip() + "".join(after.text for after in following)[:3]))


def _raised_marks(text: str) -> list[str]:
    marks = [part for part in text.replace(",", " ").split() if part]
    return marks if marks and all(MARKER.fullmatch(mark) for mark in marks) else []
