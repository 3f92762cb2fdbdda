"""Inlines as words: what a comparison counts, each with how it is set and the blank before it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from generator.compare.redline.changes import Word, Words
from generator.document.ascii import to_ascii
from generator.document.nodes import Break, Emphasis, Field, Inlines, NoteRef, Strong, Text
from generator.patterns import late

#: A figure in parentheses, a number with strokes (of a file, a telephone, a day), a figure, a word with what may stand
#: inside of it, what ASCII writes for a sign, a sign.
_TOKEN = (
    r"\(\$?\d[\d,]*(?:\.\d+)?%?\)%?"
    r"|\d{1,12}(?:[-/\u2013]\d{1,12}){1,5}(?!\w|[%.,]\d|%)"
    r"|(?:(?<!\S)[-+])?\$?\d(?:[\d,]*\d)?(?:\.\d+)?%?(?!\w|-[A-Za-z])"
    r"|\w+(?:[-'\u2019./&@]\w+)*"
    r"|\((?:R|C|TM|SM)\)|\.{3}|-{2,}|\S"
)
TOKEN = late(rf"(\s*)({_TOKEN})")
_SPACE = late(r"\s")

#: Where a stretch of text begins to be bold or italic.
Styles = list[tuple[int, bool, bool]]
Leaf = Text | Field | Break | NoteRef


def words_of(children: Inlines, in_ascii: bool = False) -> Words:
    """The words of inlines; `in_ascii` compares them by their spelling in ASCII. A note's mark is one word."""
    words: list[Word] = []
    blank = ""
    for text, styles, marker in _stretches(children):
        if text:
            words.extend(_words(blank + text, _shifted(styles, len(blank)), in_ascii, first=not words))
            blank = text[len(text.rstrip()) :][:1] if words else ""
        if marker:
            words.append(Word(blank, marker, marker, mark=True))
            blank = ""
    return tuple(words)


def marked(marker: str, words: Words) -> Words:
    """Words behind a heading's number or a note's marker, which is a word by itself."""
    if not marker:
        return words
    return (Word("", marker, marker, mark=True), *(w._replace(before=" ") for w in words[:1]), *words[1:])


def _words(text: str, styles: Styles, in_ascii: bool, first: bool) -> Iterator[Word]:
    plain = not any(bold or italic for _, bold, italic in styles)
    style, at = 0, 0
    for gap, shown in TOKEN.findall(text):
        at += len(gap)
        while not plain and style + 1 < len(styles) and styles[style + 1][0] <= at:
            style += 1
        at += len(shown)
        before = "" if not gap or first else "\n" if "\n" in gap else " "
        key = to_ascii(shown).strip() if in_ascii else shown
        first = False
        yield Word(before, shown, key) if plain else Word(before, shown, key, *styles[style][1:])


def _shifted(styles: Styles, by: int) -> Styles:
    return [(start + by, bold, italic) for start, bold, italic in styles] if by else styles


def _stretches(children: Inlines) -> Iterator[tuple[str, Styles, str]]:
    """Texts, where in them bold and italics begin, and the note's mark after each."""
    text, styles = "", [(0, False, False)]
    for leaf, bold, italic in _leaves(children, False, False):
        if isinstance(leaf, NoteRef):
            yield text, styles, leaf.marker
            text, styles = "", [(0, False, False)]
        else:
            styles.append((len(text), bold, italic))
            text += _text(leaf)
    yield text, styles, ""


def _text(leaf: Text | Field | Break) -> str:
    if isinstance(leaf, Break):
        return "\n"
    text = leaf.text if isinstance(leaf, Text) else leaf.shown
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text))


def _leaves(children: Iterable[object], bold: bool, italic: bool) -> Iterator[tuple[Leaf, bool, bool]]:
    for child in children:
        match child:
            case Strong(inner):
                yield from _leaves(inner, True, italic)
            case Emphasis(inner):
                yield from _leaves(inner, bold, True)
            case Text() | Field() | Break() | NoteRef():
                yield child, bold, italic
