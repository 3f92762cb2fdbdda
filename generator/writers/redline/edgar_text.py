"""The marks of EDGAR in text: before and after each paragraph, item, row or note that changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.compare.redline.changes import STANDS, Entry, Redline, TableChange
from generator.document.nodes import Block, Document, List, PageBreak, Table
from generator.patterns import late
from generator.writers.redline.edgar import BEGIN, DELETED, END, deletion, pair
from generator.writers.redline.edgar_tables import mark_table


def mark_text(document: Document, redline: Redline, write: Callable[[Document], str]) -> str:
    """The text of the new document with marks on lines of their own; `without_marks` gives the text back.

    `write` gives the text of a document. Raises ValueError where the text is not that of its blocks one by one.
    Why rows are marked and not their table: tags within a pair of marks cancel it (5.2.1.3.3).
    """
    units = _Units(redline)
    texts = [write(Document((block,))) for block in document.blocks]
    if "\n".join(texts) != write(document):
        raise ValueError("the text is not that of its blocks, one by one")
    marked = "\n".join("".join(_block(block, text, units)) for block, text in zip(document.blocks, texts, strict=True))
    marked += f"{DELETED}\n" if units.gone_at_end() else ""
    return _BETWEEN.sub("", marked)


#: Two pairs of marks with nothing between them are one.
_BETWEEN = late(rf"(?<!{BEGIN}){END}\n{BEGIN}\n")


@dataclass(frozen=True, slots=True)
class _Unit:
    """An entry of the new side, and whether something was deleted before it."""

    entry: Entry
    after_deletion: bool


class _Units:
    """The entries of the new side one by one; a paragraph that was split is as many as it was split into."""

    def __init__(self, redline: Redline) -> None:
        self._units: list[_Unit] = []
        self._gone = False
        for entry in redline.entries:
            if "new" not in STANDS[entry.status]:
                self._gone = True
                continue
            for _ in entry.place.new if entry.place else ():
                self._units.append(_Unit(entry, self._gone))
                self._gone = False
        self._units.reverse()

    def next(self) -> _Unit:
        """The next entry."""
        return self._units.pop()

    def gone_at_end(self) -> bool:
        """Whether something was deleted after the last entry; ValueError where entries are left."""
        if self._units:
            raise ValueError("the document does not have every block of the redline")
        return self._gone


def _block(block: Block, text: str, units: _Units) -> Iterator[str]:
    if isinstance(block, PageBreak):
        yield text
    elif isinstance(block, List):
        between = "" if block.style == "plain" else "\n"
        yield between.join("".join(_passage([item], units.next())) for item in _items(block, text))
    elif isinstance(block, Table):
        unit = units.next()
        assert isinstance(unit.entry, TableChange)
        yield from deletion(unit.after_deletion)
        yield from mark_table(text.splitlines(keepends=True), unit.entry)
    else:
        yield from _passage([text], units.next())


def _items(block: List, text: str) -> list[str]:
    """The lines of each item; one without a mark begins where the first does, and goes on further in."""
    if block.style != "plain":
        return [f"{item}\n" for item in text.removesuffix("\n").split("\n\n")]
    indent = len(text) - len(text.lstrip(" "))
    items: list[str] = []
    for line in text.splitlines(keepends=True):
        begins = not line[indent].isspace()
        items += [line] if begins else []
        items[-1] += "" if begins else line
    return items


def _passage(lines: list[str], unit: _Unit) -> Iterator[str]:
    yield from deletion(unit.after_deletion)
    yield from pair(lines, unit.entry.status != "same")
