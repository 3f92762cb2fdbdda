"""Inlines as HTML in which every line end is a blank, and every word that may break is tagged as one word.

Why: a tag tree has no blanks at line ends. So between two runs of text there is always a blank, except inside
a word's own Span, where there never is; and a reader need not guess from positions on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from markupsafe import Markup, escape

from generator.document.canonical import canonical_text
from generator.document.figures import without_markers
from generator.document.nodes import Break, Emphasis, Field, Inline, Inlines, NoteRef, Strong, Text
from generator.patterns import late
from generator.writers.pdf.faces import text_width

#: One style's share of a word: HTML tags that are open around it, and its characters.
Piece = tuple[tuple[str, ...], str]
Word = list[Piece]

#: Words in which no line can end by UAX 14, whatever stands before or after them.
UNBREAKABLE = late(r"[\"'“‘(\[$]{0,2}[^\W_]+(?:(?:['’]|(?<=\d)[.,]|[.,](?!\d))[^\W_]+)*%?[.,;:'’\"”)\]!?]{0,3}")
#: A blank at which no line ends; what stands before and after it in a date.
NO_BREAK = "\u00a0"
_MONTH = late("(?i:january|february|march|april|may|june|july|august|september|october|november|december)")
_DAY = late(r"\d{1,2}(?!\d)")
#: Letters that lean over what stands beside them: the gap there is so wide that a reader takes it for a blank.
APART = late(r"[fſďľť][^a-z.,;:]|[(\[][fjßĵſ]")


def words_html(children: Inlines, room: float, *, whole_dates: bool = False) -> Markup:
    """The words of inlines as HTML; `room` is the width of a line in ems.

    Notes marked at the end stay on the line of the last word. Where dates are to be whole, no line ends between a month
    and its day.
    """
    bare = without_markers(children)
    marks = "".join(_mark(child.marker) for child in children[len(bare) :] if isinstance(child, NoteRef))
    lines = [_line(_with_whole_dates(words) if whole_dates else words, room) for words in _lines(bare)]
    return Markup("<br>".join(lines) + marks)


def _mark(marker: str) -> str:
    return f'<sup data-tag="Reference">{escape(marker)}</sup>'


def _lines(children: Iterable[Inline]) -> list[list[Word]]:
    """Asked-for lines, each its words, each its pieces."""
    lines: list[list[Word]] = [[]]
    apart = True
    for style, text in _runs(children, ()):
        if text == "\n":
            lines.append([])
        else:
            apart = apart or text[:1].isspace()
            for word in canonical_text(text).split():
                if apart or not lines[-1]:
                    lines[-1].append([])
                lines[-1][-1].append((style, word))
                apart = True
            apart = text[-1:].isspace() or (not text.strip() and apart)
    return [line for line in lines if line]


def _runs(children: Iterable[Inline], style: tuple[str, ...]) -> Iterator[Piece]:
    """The texts with the tags around them; an asked-for line end is a text of its own."""
    for child in children:
        match child:
            case Text(text) | Field(shown=text):
                yield style, text.replace("\n", " ")
            case Strong(inner):
                yield from _runs(inner, tuple(sorted({*style, "b"})))
            case Emphasis(inner):
                yield from _runs(inner, tuple(sorted({*style, "i"})))
            case Break():
                yield style, "\n"
            case NoteRef(marker):
                yield style, marker


def _line(words: list[Word], room: float) -> str:
    """Words with blanks between, neighbours of one style in one element."""
    shown = [(word[0][0] if _is_of_one_style(word) else (), word) for word in words]
    runs = groupby(shown, key=lambda pair: pair[0])
    return " ".join(_styled(style, " ".join(_word(word, room) for _, word in run)) for style, run in runs)


def _with_whole_dates(words: list[Word]) -> list[Word]:
    """The words, a month and its day as one, with a blank between them at which no line ends."""
    joined: list[Word] = []
    for word in words:
        before = joined[-1][0] if joined and len(joined[-1]) == len(word) == 1 else ((), "")
        style, text = word[0]
        if before[0] == style and _MONTH.fullmatch(before[1]) and _DAY.match(text):
            joined[-1] = [(style, f"{before[1]}{NO_BREAK}{text}")]
        else:
            joined.append(word)
    return joined


def _is_of_one_style(word: Word) -> bool:
    return len(word) == 1 or len({style for style, _ in word}) == 1


def _word(word: Word, room: float) -> str:
    """A word as it is, or in an element of its own where a line could end inside of it."""
    text = word[0][1] if len(word) == 1 else "".join(part for _, part in word)
    if _is_of_one_style(word):
        return _plain_word(text, room)
    html = "".join(_styled(part_style, str(escape(part))) for part_style, part in word)
    return _one_word(html, text_width(text, bold=True) <= room)


@lru_cache(maxsize=20_000)
def _plain_word(text: str, room: float) -> str:
    """A word of one style; a supplement has most of its words many times."""
    fits = text_width(text, bold=True) <= room
    if fits and UNBREAKABLE.fullmatch(text.replace(NO_BREAK, "")) and not APART.search(text):
        return str(escape(text))
    return _one_word(str(escape(text)), fits)


def _one_word(html: str, fits: bool) -> str:
    """A word in its own element; one that fits its line is never broken, `and/or` and `large-cap` neither."""
    whole = ' class="word"' if fits else ""
    return f'<span data-tag="Span"{whole}>{html}</span>'


def _styled(style: tuple[str, ...], html: str) -> str:
    opening = "".join(f"<{tag}>" for tag in style)
    closing = "".join(f"</{tag}>" for tag in reversed(style))
    return opening + html + closing
