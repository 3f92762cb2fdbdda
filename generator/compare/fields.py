"""What a file says against what its content says: value by value, each difference with the field's name."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain

from generator.document.ascii import to_ascii
from generator.document.canonical import canonical_text, shown_text
from generator.document.carried import Carries, carried
from generator.document.nodes import (
    Block,
    Break,
    Document,
    Emphasis,
    Field,
    Heading,
    Inlines,
    List,
    NoteRef,
    PageBreak,
    Paragraph,
    Strong,
    Table,
    Text,
    Title,
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where a file says something else: the field's path (or the wording around it), and both sides."""

    path: str
    wanted: str
    found: str

    def __str__(self) -> str:
        start = _alike(self.wanted, self.found)
        wanted, found = _quoted(self.wanted, start), _quoted(self.found, start)
        return f"{self.path}: the content has {wanted}, the file has {found}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many values the document shows, and where the file differs."""

    values: int
    differences: tuple[Difference, ...]


def compare(document: Document, read: Document, by: Carries) -> Comparison:
    """A composed document against one read from a file of a format; equal trees have no difference."""
    values = sum(1 for block in document.blocks for _ in fields_of(block))
    if carried(document, by).blocks == read.blocks:
        return Comparison(values, ())
    wanted = [list(_runs(block)) for block in document.blocks]
    found = [list(_runs(block)) for block in carried(read, by).blocks]
    differences = list(_compare_blocks(wanted, found, by))
    if not differences:
        differences = [_structure(document, read, by)]
    return Comparison(values, tuple(differences))


@dataclass(frozen=True, slots=True)
class _Run:
    """A paragraph, item, cell or note: where it is, its inlines."""

    place: str
    children: Inlines

    def text(self, by: Carries | None = None) -> str:
        text = canonical_text(shown_text(self.children))
        return canonical_text(to_ascii(text)) if by and not by.characters else text


def _runs(block: Block) -> Iterator[_Run]:
    """The runs of words of a block, each with what it is."""
    match block:
        case Title(children):
            yield _Run("title", children)
        case Heading(_, children, number):
            yield _Run("heading", (Text(f"{number} "), *children) if number else children)
        case Paragraph(children):
            yield _Run("paragraph", children)
        case List(items):
            yield from (_Run("item", item) for item in items)
        case Table(head, rows, caption, notes):
            if caption:
                yield _Run("caption", caption)
            yield from (_Run("cell", cell) for row in (head, *rows) for cell in row)
            yield from (_Run("note", (Text(f"{note.marker} "), *note.children)) for note in notes)
        case PageBreak():
            yield _Run("page break", ())


def _compare_blocks(wanted: list[list[_Run]], found: list[list[_Run]], by: Carries) -> Iterator[Difference]:
    texts = [tuple((run.place, run.text(by)) for run in block) for block in wanted]
    others = [tuple((run.place, run.text()) for run in block) for block in found]
    for a, b, c, d in _changed(texts, others):
        yield from _compare_runs(list(chain(*wanted[a:b])), list(chain(*found[c:d])), by)


def _changed(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> list[tuple[int, int, int, int]]:
    """The stretches in which two sequences differ; place by place where that is no more than by moving things.

    Why: words that stand twice must not make a change in one place look like one in another.
    """
    opcodes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    changed = [(a, b, c, d) for kind, a, b, c, d in opcodes if kind != "equal"]
    if len(ours) != len(theirs):
        return changed
    places = [at for at, (one, other) in enumerate(zip(ours, theirs, strict=True)) if one != other]
    if len(places) > sum(max(b - a, d - c) for a, b, c, d in changed):
        return changed
    return [(at, at + 1, at, at + 1) for at in places]


def _compare_runs(ours: list[_Run], theirs: list[_Run], by: Carries) -> Iterator[Difference]:
    if len(ours) == len(theirs):
        pairs = list(zip(ours, theirs, strict=True))
    else:
        texts, others = [run.text(by) for run in ours], [run.text() for run in theirs]
        pairs = []
        for a, b, c, d in _changed(texts, others):
            both = min(b - a, d - c)
            pairs += zip(ours[a : a + both], theirs[c : c + both], strict=True)
            yield from (Difference(_name(run), run.text(by), "") for run in ours[a + both : b])
            yield from (
                Difference(f"a {run.place} that is not in the content", "", run.text()) for run in theirs[c + both : d]
            )
    for one, other in pairs:
        if one.text(by) != other.text():
            yield from _compare_words(one, other.text(), by)


def _compare_words(run: _Run, found: str, by: Carries) -> Iterator[Difference]:
    """The fields of a run whose words differ, each with the words that stand in their place."""
    wanted, spans = _spans(run, by)
    pieces, others = re.findall(r"\w+|\W", wanted), re.findall(r"\w+|\W", found)
    starts = _starts(pieces)
    other_starts = _starts(others)
    changed = [op for op in SequenceMatcher(None, pieces, others, autojunk=False).get_opcodes() if op[0] != "equal"]
    named: set[str] = set()
    for _, a, b, c, d in changed:
        start, end = starts[a], starts[b]
        field = next((span for span in spans if span[0] < max(end, start + 1) and span[1] > start), None)
        beside = next((span for span in spans if start == end == span[1]), None)
        if field is None and beside and beside[2] not in named:  # words added where a field ends
            named.add(beside[2])
            value = wanted[beside[0] : beside[1]]
            yield Difference(beside[2], value, value + found[other_starts[c] : other_starts[d]])
        elif field is None:
            yield Difference(
                f"the wording of this {run.place}",
                wanted[start:end] or wanted,
                found[other_starts[c] : other_starts[d]] or found,
            )
        elif field[2] not in named:
            named.add(field[2])
            yield Difference(
                field[2], wanted[field[0] : field[1]], _opposite(field, changed, starts, other_starts, found)
            )


def _opposite(
    field: tuple[int, int, str],
    changed: Sequence[tuple[str, int, int, int, int]],
    starts: list[int],
    others: list[int],
    found: str,
) -> str:
    """The words of the file that stand where a field stands in the content."""

    def moved(position: int, at_end: bool) -> int:
        shift = 0
        for _, a, b, c, d in changed:
            if starts[b] <= position and not (at_end and starts[a] == starts[b] == position):
                shift = others[d] - starts[b]
            elif starts[a] < position:
                return others[d] if at_end else others[c]
        return position + shift

    return found[moved(field[0], False) : moved(field[1], True)]


def _starts(pieces: list[str]) -> list[int]:
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts


def _spans(run: _Run, by: Carries) -> tuple[str, list[tuple[int, int, str]]]:
    """The words of a run as a format shows them, and where in them each field stands."""
    text = ""
    spans: list[tuple[int, int, str]] = []
    for child in _leaves(run.children):
        words = shown_text((child,))
        words = words if by.characters else to_ascii(words)
        if isinstance(child, Field):
            spans.append((len(text), len(text) + len(words), child.path))
        text += words
    return (text, spans) if text == run.text(by) else (run.text(by), [(0, len(text), _name(run))])


def _leaves(children: Inlines) -> Iterator[Text | Field | Break | NoteRef]:
    for child in children:
        if isinstance(child, Strong | Emphasis):
            yield from _leaves(child.children)
        else:
            yield child


def fields_of(block: Block) -> Iterator[Field]:
    """The fields of a block in reading order."""
    for run in _runs(block):
        yield from (leaf for leaf in _leaves(run.children) if isinstance(leaf, Field))


def _name(run: _Run) -> str:
    """What to call a run: the path of its first field, else what it is."""
    path = next((leaf.path for leaf in _leaves(run.children) if isinstance(leaf, Field)), "")
    return path or f"the wording of this {run.place}"


def _structure(document: Document, read: Document, by: Carries) -> Difference:
    """The first block whose words agree and whose form does not."""
    ours, theirs = carried(document, by).blocks, read.blocks
    for index, (one, other) in enumerate(zip(ours, theirs, strict=False)):
        if one != other:
            name = _name(next(_runs(document.blocks[index]), _Run("block", ())))
            return Difference(name, _kind(one), _kind(other))
    return Difference("the end of the document", f"{len(ours)} blocks", f"{len(theirs)} blocks")


def _kind(block: Block) -> str:
    match block:
        case Heading(level, _, number):
            return f"a heading of level {level} {number}".strip()
        case Paragraph(_, align):
            return f"a {align} paragraph"
        case List(items, style):
            return f"a {style} list of {len(items)}"
        case Table(head, rows):
            return f"a table of {len(rows)} rows, {'with' if head else 'without'} headings"
        case _:
            return type(block).__name__.lower()


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _quoted(text: str, at: int) -> str:
    """A text in quotes; of a long one the part around a position."""
    if len(text) <= _LONG:
        return repr(text)
    start, end = max(0, at - _LONG // 3), min(len(text), at + 2 * _LONG // 3)
    return repr(("…" if start else "") + text[start:end] + ("…" if end < len(text) else ""))


#: A longer value is quoted in part.
_LONG = 120
