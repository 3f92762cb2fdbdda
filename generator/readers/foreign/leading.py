"""Marks at the beginning of words, taken off them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.document.canonical import shown_text
from generator.document.nodes import Emphasis, Inlines, NoteRef, Strong, Text
from generator.readers.foreign.marks import BULLETS
from generator.readers.foreign.pieces import Grid, Passage
from generator.readers.foreign.runs import joined, settled

_BULLET = re.compile(rf"([{''.join(sorted(BULLETS))}])\s*(?=\S)")
_NUMBER = re.compile(
    r"(\((?:[0-9]{1,2}|[a-z]|[ivx]{1,5})\)|[0-9]{1,2}[.)]|[ivx]{1,5}[.)]|[IVXLC]{1,6}\.|[A-Za-z][.)])\s+(?=\S)"
)
_NOTE = re.compile(r"(\([0-9a-z]{1,2}\)|\*{1,5}|[†‡]{1,3}|[#+^](?=\s))\s*(?=[^\s*†‡])|([0-9]{1,2}|[a-z])\.?\s+(?=\S)")
#: What stands alone before a note; a bare figure may as well be the number of a page.
_LONE = re.compile(r"\([0-9]{1,2}\)|\([a-z]{1,2}\)|\*{1,5}|[†‡]{1,3}")


def with_leading_mark(passage: Passage) -> Passage:
    """The passage with the bullet or number that its words begin with as its mark."""
    if passage.mark or not passage.words:
        return passage
    text = shown_text(passage.words)
    found = _BULLET.match(text) or _NUMBER.match(text)
    rest = without_first(passage.words, found.end()) if found else ()
    return replace(passage, mark=found[1], words=rest) if found and rest else passage


def with_lone_marks(pieces: Sequence[Passage | Grid]) -> list[Passage | Grid]:
    """The pieces with every bullet or marker that is a passage by itself as the mark of the passage after it."""
    out: list[Passage | Grid] = []
    lone = ""
    for piece in pieces:
        mark = _lone_mark(piece)
        if lone and not mark and isinstance(piece, Passage) and not piece.mark:
            out[-1] = replace(piece, mark=lone)
        else:
            out.append(piece)
        lone = mark
    return out


def _lone_mark(piece: Passage | Grid) -> str:
    """The bullet or marker that is all that a passage says, or nothing."""
    text = shown_text(piece.words) if isinstance(piece, Passage) and not piece.mark else ""
    return text if text in BULLETS or _LONE.fullmatch(text) else ""


def with_mark_in_words(passage: Passage) -> Inlines:
    """The passage's words after the mark that stands before them, as a person reads the line."""
    return joined([(Text(passage.mark),) if passage.mark else (), passage.words], Text(" "))


def note_marker(passage: Passage) -> tuple[str, Inlines]:
    """The marker that a passage begins with, as it is printed, and the words after it; or nothing."""
    if passage.mark:
        return passage.mark, passage.words
    if passage.words and isinstance(passage.words[0], NoteRef):
        return passage.words[0].marker, settled(passage.words[1:])
    text = shown_text(passage.words)
    found = _NOTE.match(text)
    return (found[1] or found[2], without_first(passage.words, found.end())) if found else ("", ())


def without_first(words: Inlines, count: int) -> Inlines:
    """The words without their first characters."""
    children = list(words)
    while children and count > 0:
        first = children.pop(0)
        length = len(shown_text((first,)))
        if length > count and isinstance(first, Text):
            children.insert(0, Text(first.text[count:]))
        elif length > count and isinstance(first, Strong | Emphasis):
            children.insert(0, type(first)(without_first(first.children, count)))
        count -= length
    return settled(children)
