"""A file that was filed, checked as if its author had typed what it says."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.checks.conformance import check_conformance
from generator.checks.run import check_content
from generator.checks.words import words_of
from generator.diagnostics import Diagnostic, Span, in_order
from generator.document.carried import EVERYWHERE, carried
from generator.errors import UnreadableFile
from generator.library.proof import recovered_house
from generator.model.supplement import House
from generator.model.values import spell
from generator.readers.files import file_bytes, kind_of, read_file
from generator.readers.foreign.decoding import decode
from generator.readers.lines import spelled_words, word_lines
from generator.settings.selection import EVERYTHING, Selection
from generator.source.spans import steps_of
from generator.wording.environment import Wording


@dataclass(frozen=True, slots=True)
class ReadIn:
    """What is wrong with a file, and the text that its lines are quoted from: none of a PDF."""

    diagnostics: list[Diagnostic]
    text: str = ""


def check_file(path: Path, wording: Wording, selection: Selection = EVERYTHING) -> ReadIn:
    """What is wrong with a .txt, .htm or .pdf of a supplement: with the file, and with what it says.

    A finding's line is that of the file, in a PDF the page; 1 where the words are not found again.
    """
    file = str(path)
    try:
        data = file_bytes(path)
        read = read_file(path.name, data)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}"
        return ReadIn([Diagnostic("FIL-03", message, file, help="check its name and permissions")])
    except UnreadableFile as error:
        return ReadIn([Diagnostic("RD-01", error.message, file, Span(error.line, 1, error.line, 1), error.help)])
    house = recovered_house(carried(read.document, EVERYWHERE), wording)
    text = "" if kind_of(path.name, data) == "pdf" else decode(data)
    places = FilePlaces(file, house, word_lines(path.name, data), text.split("\n"))
    found = selection.applied(check_conformance(file, data, house=read.house))
    return ReadIn(in_order([*found, *check_content(house, places.place, read=True, selection=selection)]), text)


@dataclass
class FilePlaces:
    """Where what was read from a file stands in it."""

    file: str
    house: House
    words: list[tuple[str, int]]
    lines: list[str] = field(default_factory=list)  # of the file, where it has lines

    def __post_init__(self) -> None:
        lengths = (len(word) + 1 for word, _ in self.words)
        self.starts = list(accumulate(lengths, initial=0))
        self.text = " ".join(["", *(word for word, _ in self.words), ""])
        self._spelled = cache(_spelled)  # a long paragraph is asked for by each of its findings
        self._reached: dict[tuple[str | int, ...], tuple[Any, int]] = {}  # where each value stands

    def place(self, path: str, words: str = "") -> tuple[str, Span]:
        """The file and line of a value: its words are looked for after those of what it is part of."""
        at = self._reach(tuple(steps_of(path)))[1]
        if words and (found := self._find(words, at)) is not None:
            at = found
        line = self._line(at) if at else 1
        shown = self.lines[line - 1].rstrip() if line <= len(self.lines) else ""
        return self.file, Span(line, len(shown) - len(shown.lstrip()) + 1, line, len(shown) + 1)

    def _reach(self, steps: tuple[str | int, ...]) -> tuple[Any, int]:
        """The value that some steps lead to, and where it stands: 0 where it is not found."""
        if not steps:
            return {"registrant": self.house.registrant, **dict(self.house.supplement)}, 0
        if steps not in self._reached:
            above, at = self._reach(steps[:-1])
            value = _below(above, steps[-1])
            found = self._find(_first_words(steps[-1], value), at)
            self._reached[steps] = value, at if found is None else found
        return self._reached[steps]

    def _find(self, words: str, at: int) -> int | None:
        """The position of some words, from a position on or else anywhere."""
        wanted = self._spelled(words)
        if not wanted.strip():
            return None
        found = self.text.find(wanted, at)
        found = found if found >= 0 else self.text.find(wanted)
        return found if found >= 0 else None

    def _line(self, at: int) -> int:
        return self.words[min(bisect_right(self.starts, at), len(self.words)) - 1][1]


def _spelled(words: str) -> str:
    """Some words as they stand in the text of a file."""
    return " ".join(["", *spelled_words(words), ""])


def _below(value: Any, step: str | int) -> Any:
    """What a step of a path leads to, None where it leads nowhere."""
    match value:
        case dict():
            return value.get(step)
        case BaseModel():
            return getattr(value, str(step), None)
        case list() | tuple() if isinstance(step, int) and step < len(value):
            return value[step]
    return None


def _first_words(step: str | int, value: Any) -> str:
    """The words by which a value is known: its own, else the first text or figure in it, else its key in words."""
    match value:
        case None:
            return ""
        case str():
            return value
        case Decimal():
            return spell(value)
        case BaseModel() | dict() | list() | tuple():
            first = next((one.text for one in words_of(value, "") if len(one.text) > 2), "")
            return first or str(step).replace("_", " ")
        case _:
            return spell(value)
