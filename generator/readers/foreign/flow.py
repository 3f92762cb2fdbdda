"""Words as they stream out of markup, gathered to passages."""

from __future__ import annotations

from collections import Counter

from generator.document.canonical import shown_text
from generator.readers.foreign.decoding import without_invisible
from generator.readers.foreign.pieces import PageEdge, Passage, Piece
from generator.readers.foreign.runs import LINE_END, Run, inlines_of, is_strong
from generator.readers.foreign.styles import Style

#: What a passage is that no list has: the mark before it, and the list without marks that it is in.
NO_ITEM = ("", 0)


class Flow:
    """Takes text in its look and block ends in reading order; `pieces` is what a person sees of them.

    A sink is where passages go: the page, or the cell that is open.
    """

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.sizes: Counter[float] = Counter()
        self._sinks: list[list[Piece]] = [self.pieces]
        self._runs: list[Run] = []
        self._style = Style()
        self._item = NO_ITEM

    def add(self, text: str, style: Style) -> None:
        """More words of the open passage."""
        if style.hidden or not text:
            return
        shown = without_invisible(text.upper() if style.upper else text)
        if shown.strip() and not any(run.text.strip() for run in self._runs):
            self._style = style
        lines = shown.split("\n") if style.pre else [shown]
        for at, line in enumerate(lines):
            if at:
                self.end_line()
            self._runs.append(Run(line, style.bold, style.italic, style.raised, style.underlined, style.size))

    def end_line(self) -> None:
        """A line end inside the passage; an empty line ends the passage."""
        kept = [run for run in self._runs[-8:] if run is LINE_END or run.text.strip()]
        if not kept or kept[-1] is LINE_END:
            self.end_passage()
        else:
            self._runs.append(LINE_END)

    def end_passage(self) -> None:
        """The open passage is complete; an empty one is nothing."""
        if any(run.text.strip() for run in self._runs):
            self._sinks[-1].append(self._passage())
            self._item = NO_ITEM
        self._runs.clear()

    def mark_next(self, mark: str, unmarked: int = 0) -> None:
        """The next passage has a list mark before it, or is an item of so many-eth list without marks."""
        self.end_passage()
        self._item = (mark, unmarked)

    def end_page(self) -> None:
        """A page ends here."""
        self.end_passage()
        self._sinks[-1].append(PageEdge())

    def open_sink(self) -> list[Piece]:
        """A new place for passages, until it is closed."""
        self.end_passage()
        self._item = NO_ITEM
        self._sinks.append([])
        return self._sinks[-1]

    def close_sink(self) -> None:
        """Passages go again where they went before."""
        self.end_passage()
        self._item = NO_ITEM
        if len(self._sinks) > 1:
            self._sinks.pop()

    def put(self, pieces: list[Piece]) -> None:
        """Pieces that were made elsewhere, in their place."""
        self.end_passage()
        self._sinks[-1].extend(pieces)

    def _passage(self) -> Passage:
        seen = [run for run in self._runs if run.text.strip()]
        sizes: Counter[float] = Counter()
        for run in seen:
            sizes[round(run.size * 2) / 2] += len(run.text.strip())
        self.sizes.update(sizes)
        words = inlines_of(self._runs)
        apart = is_strong(words) or all(run.underlined for run in seen)
        size = sizes.most_common(1)[0][0]
        align = self._style.align if shown_text(words) else "left"
        mark, unmarked = self._item
        return Passage(words, align, mark, apart=apart, size=size, unmarked=unmarked)
