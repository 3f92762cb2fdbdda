"""What the lines of one value say that would be lost once they are one: paragraphs, items, rows, lines of an address.

Why: a value is one text, in which a line end is a blank. Whoever does not know that types a list or a table into it
and gets a sentence; and files that all say the same sentence prove nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.patterns import late

_BLANK = r"[^\S\r\n]"
_ITEM = rf"(?:[-*o]{_BLANK}+|[•·●▪■◦‣]{_BLANK}*|(?P<number>\d{{1,2}})[.)]{_BLANK}+)(?=\S)"
_DASH = rf"[–—]{_BLANK}+(?=\S)"
#: What begins an item of a list as people type it. A number begins one only in its order.
_BEGINS = late(_ITEM)
#: What begins an item, or goes on with a sentence, as the line above has ended or not.
_MAY_BEGIN = late(_DASH)
#: Where a line must not be broken, lest it begin as an item does.
AFTER_BLANK = late(f" (?:{_ITEM}|{_DASH})")
_ENDS = (".", ":", ";")
#: What is longer is a text that an editor broke, and so is what runs on in the next line or ends as a sentence does.
_SHORT = 60
_ANEW, _SENTENCE = late(r"[(\"\u201c]?(?:c/o\b|[^\W_a-z])"), late(r"[.,:;!?]['\"\u2019\u201d)]?$")
_TAB = late(r"\S *(\t)\s*\S")
#: Cells that blanks keep apart: two wide gaps, or one before a figure at the end.
_ALIGNED = late(r"\S {3,}\S+(?: {1,2}\S+)* {3,}\S|\S {3,}\$?\d[\d.,]*%?$")


@dataclass(frozen=True, slots=True)
class Lost:
    """What is lost: the code, what stands there, what to type, and from which position to which it stands.

    `likely` says that the lines may be one text all the same.
    """

    code: str
    message: str
    help: str
    start: int
    end: int
    likely: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    words: str

    @property
    def end(self) -> int:
        return self.start + len(self.words)


def lost_lines(text: str, start: int, end: int, block: bool, column: int = 0) -> Iterator[Lost]:
    """The first paragraph, the first item of a list and the first row of a table that a value would lose; else lines.

    `block` is true for text after `|` or `>`; `column` is that of the items which a value without quotes is one of.
    """
    lines = _lines(text, start, end)[1:] if block else _lines(text, start, end)
    filled = [number for number, line in enumerate(lines) if line.words]
    if not filled:
        return
    shown = [lines[number] for number in filled]
    lost = [*_paragraph(lines[filled[0] : filled[-1] + 1]), *_item(shown, block, column), *_row(shown)]
    yield from lost or (_kept_apart(shown) if block and text[start] == "|" else ())


def _lines(text: str, start: int, end: int) -> list[_Line]:
    """The lines of a stretch of text, without the blanks around each."""
    lines = []
    for line in text[start:end].splitlines(keepends=True):
        words = line.strip()
        lines.append(_Line(start + line.index(words), words))
        start += len(line)
    return lines


def _paragraph(lines: list[_Line]) -> Iterator[Lost]:
    """The first line after an empty one."""
    for above, line in pairwise(lines):
        if not above.words and line.words:
            message = "a paragraph begins here, and would be joined to the one above"
            help = "make each paragraph an item of its own, after `- `, and lines that stay lines items of `lines:`"
            help += "; where one text is meant, delete the empty line"
            yield Lost("SRC-15", message, help, line.start, line.end)
            return


def _item(lines: list[_Line], block: bool, column: int) -> Iterator[Lost]:
    """The first line that begins as an item of a list does."""
    last = 0
    for number, line in enumerate(lines):
        found = _BEGINS.match(line.words)
        count = int(found["number"] or 0) if found else 0
        follows = count == last + 1 and (number or count > 1)
        last = count or last
        dash = number and lines[number - 1].words.endswith(_ENDS) and _MAY_BEGIN.match(line.words)
        if (found and not count and (number or block)) or (count and follows) or dash:
            mark = line.words.split(maxsplit=1)[0][:3]
            message = f"an item of a list begins here with `{mark}`, and would be joined to the words before it"
            apart = f"begin it in column {column}, where the list above does; or " if column and mark == "-" else ""
            kind = "numbered" if count else "bullets"
            help = f"{apart}write a list as `- {kind}:` and below it, indented, each item after `- `"
            help += "; where a sentence goes on, type these words on the line above"
            yield Lost("SRC-16", message, help, line.start, line.end)
            return


def _row(lines: list[_Line]) -> Iterator[Lost]:
    """The first line in which a tab, or blanks below other lines, keep words apart."""
    for line in lines:
        tab = _TAB.search(line.words)
        if tab or (len(lines) > 1 and _ALIGNED.search(line.words)):
            message = f"{'a tab' if tab else 'blanks'} between words would become one blank"
            help = "write a row of figures as a row of a `table:`; in a sentence, type one blank"
            yield Lost("SRC-17", message, help, line.start, line.end)
            return


def _kept_apart(lines: list[_Line]) -> Iterator[Lost]:
    """Lines after `|`, all but the first, that are not what a text looks like which an editor broke."""
    texts = [line.words for line in lines]
    short = all(len(one) <= _SHORT for one in texts)
    if len(lines) > 1 and short and all(map(_ANEW.match, texts[1:])) and not _SENTENCE.search(texts[-1]):
        message = "a line begins here, and would be joined to the one above"
        help = "write lines that are to stay lines as `- lines:` and below it, indented, each after `- `"
        help += "; where one text is meant, type `>` in the place of `|`"
        yield Lost("SRC-31", message, help, lines[1].start, lines[-1].end, likely=True)
