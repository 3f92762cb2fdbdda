"""The words that lines of EDGAR text say: line ends are blanks, escapes are undone, marks of notes are marks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.document.nodes import Inline, Inlines, NoteRef, Text
from generator.errors import NotHouseForm

_ESCAPE = re.compile(r"&(lt|amp);")
_TAG = re.compile(r"<[A-Za-z/!?]")


def unescaped(text: str) -> str:
    """Text with `&lt;` as `<` and `&amp;` as `&`, in one pass; no other reference is one."""
    if "&" not in text:
        return text
    return _ESCAPE.sub(lambda found: "<" if found[1] == "lt" else "&", text)


def joined(lines: Iterable[str], number: int) -> str:
    """What lines say, still escaped; NotHouseForm where they hold a tag or two blanks in a row."""
    text = " ".join(lines)
    if "  " in text:
        raise NotHouseForm("two blanks in a row inside of the words", number)
    if "<" in text and (tag := _TAG.search(text)):
        raise NotHouseForm(f"a tag in the words: {text[tag.start() : tag.start() + 20]!r}", number)
    return text


def words(text: str) -> Inlines:
    """Inlines that say an escaped text; none for an empty one."""
    return (Text(unescaped(text)),) if text else ()


def cell_words(text: str, markers: list[str], number: int) -> Inlines:
    """The words of a cell and the marks of notes at its end, of these markers, the longest first."""
    refs: list[Inline] = []
    ending = tuple(markers)
    while ending and text.endswith(ending):
        marker = max(filter(text.endswith, markers), key=len)
        text = text[: -len(marker)]
        refs.append(NoteRef(marker))
        if text.endswith(" "):
            text = text.rstrip(" ")
            if not text.endswith(ending):
                raise NotHouseForm(f"the mark {marker} stands apart from its words", number)
    if refs and not text:
        raise NotHouseForm("the mark of a note without words", number)
    return (*words(text), *reversed(refs))
