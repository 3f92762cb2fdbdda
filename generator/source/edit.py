"""Words of a source put in place of others, so that the YAML around them stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Edit
from generator.document.canonical import canonical_text
from generator.source.nodes import Scalar, SourceNode, to_plain
from generator.source.parse import parse_source
from generator.source.places import places_in
from generator.source.spans import Spans, Step


def edit_of(text: str, root: SourceNode, path: str, words: str, mend: str) -> Edit | None:
    """The edit that puts `mend` in place of the first such words of a value, of the whole value without words.

    A short form (`fee: 0.65%` for `fee: {all: 0.65%}`) is the value of the paths below it. None where the value is no
    text of the source, does not have the words, or could not be spelled in its place: the edited text is read again,
    and nothing but that value may have changed. `text` is without a byte-order mark.
    """
    spot = Spans(root).spot(path)
    if not isinstance(spot.node, Scalar):
        return None
    places, span = places_in(text), spot.node.span
    start, end = places.offset(span.line, span.column), places.offset(span.end_line, span.end_column)
    found = find_words(text, start, end, words) if words else (start, end)
    if found is None:
        return None
    expected = _said(spot.node.text, words, mend)
    for first, last, typed in _spellings(text, (start, end), found, mend):
        if _says_else_the_same(text[:first] + typed + text[last:], text, root, spot.steps, expected):
            return Edit(places.span(first, last), typed)
    return None


def find_words(text: str, start: int, end: int, words: str) -> tuple[int, int] | None:
    """Where in a stretch of a source some words stand first, however they are broken over lines or quoted."""
    quote = text[start : start + 1]
    parts = (r"\s+" if part.isspace() else re.escape(_escaped(part, quote)) for part in re.split(r"(\s+)", words))
    match = re.compile("".join(parts)).search(text, start, end)
    return match.span() if match and words else None


def _escaped(text: str, quote: str) -> str:
    """A text as it is typed inside quotes of a kind; as it is anywhere else."""
    if quote == "'":
        return text.replace("'", "''")
    return text.replace("\\", "\\\\").replace('"', '\\"') if quote == '"' else text


def _said(text: str, words: str, mend: str) -> str:
    """What the value says afterwards."""
    return canonical_text(text.replace(" ".join(re.split(r"\s+", words)), mend, 1) if words else mend)


def _spellings(text: str, value: tuple[int, int], words: tuple[int, int], mend: str) -> Iterator[tuple[int, int, str]]:
    """The ways to type it, the smallest first: where it begins and ends, and what stands there then."""
    start, end = value
    quote, whole = text[start : start + 1], words == value
    if quote in ("'", '"'):
        first, last = (start + 1, end - 1) if whole else words
        yield first, last, _escaped(mend, quote)
        return
    if quote not in ("|", ">"):
        yield *words, mend
    elif not whole:
        yield *words, mend
        return
    elif "#" in text[start:end].splitlines()[0]:
        return
    else:
        yield start, end, mend
    replaced = text[start : words[0]] + mend + text[words[1] : end]
    yield from ((start, end, f"{one}{_escaped(replaced, one)}{one}") for one in ("'", '"'))


def _says_else_the_same(edited: str, text: str, root: SourceNode, steps: tuple[Step, ...], expected: str) -> bool:
    """Whether an edited source says what is expected at one place, and everywhere else what it said before."""
    tree, faults = parse_source(edited.encode(), "")
    if tree is None or (faults and len(faults) > len(parse_source(text.encode(), "")[1])):
        return False
    wanted: Any = {"": to_plain(root)}
    holder: Any = wanted
    last: Step = ""
    for step in steps:
        holder, last = holder[last], step
    holder[last] = expected
    return bool(to_plain(tree) == wanted[""])
