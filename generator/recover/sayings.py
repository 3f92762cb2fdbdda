"""What was read, said again: the proof of each step of reading backwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from generator.compose.compose import compose_kind, lead_in_values, root_view, say
from generator.document.carried import EVERYWHERE, carried_block
from generator.document.nodes import Document
from generator.model.content import Kind
from generator.model.supplement import House, Supplement
from generator.recover.found import Declarations
from generator.wording import effort
from generator.wording.dump import dump_block
from generator.wording.environment import Wording
from generator.wording.grammar import compile_backwards

Content = dict[str, Any]


@dataclass
class Sayings:
    """A document as one text to match, what was found in it so far, and how that would be said."""

    document: Document
    wording: Wording
    found: Declarations = field(default_factory=Declarations)
    head: Content = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.starts: list[int] = []
        self.text = ""
        self._words: dict[int, str] = {}
        for block in self.document.blocks:
            self.starts.append(len(self.text))
            self.text += dump_block(block)
        self.indexes = {start: index for index, start in enumerate([*self.starts, len(self.text)])}

    def match(self, part: str, form: str, at: int, accept: Callable[[int, Content], bool]) -> int | None:
        """The index of the block at which a part's words end that begin at a block, read in an accepted way."""
        ends: list[int] = []
        if at >= len(self.starts):
            return None
        effort.at_part(at)

        def accepted(position: int, values: Content) -> bool:
            if position not in self.indexes:  # between a caption and its table
                return False
            ends.append(self.indexes[position])
            return accept(ends[-1], values)

        read = compile_backwards(self.wording, part, form)
        return ends[-1] if read(self.text, self.starts[at], accepted) else None

    def house(self, change: Content | None = None) -> House:
        """What was read so far, as the model has it, with one change."""
        parts = {key: self.head.get(key) for key in ("date", "funds", "targets", "supersedes") if self.head.get(key)}
        supplement = {"registrant": "found", "header": ["-"], **parts, "changes": [] if change is None else [change]}
        return House(registrant=self.found.registrant(), supplement=Supplement.model_validate(supplement))

    def said(self, part: str, form: str, values: Any) -> list[str]:
        """The words of a part, said again."""
        return [dump_block(carried_block(block, EVERYWHERE)) for block in say(self.wording, part, form, values)]

    def said_part(self, part: str, form: str) -> list[str] | None:
        """The words of a part that speaks of the whole supplement, said again; None where too little of it was read."""
        try:
            return self.said(part, form, root_view(self.house()))
        except ValidationError:
            return None

    def said_lead_in(self, content: Content) -> list[str] | None:
        """The words of a change's lead-in, said again; None where it cannot be said."""
        parts = {key: value for key, value in content.items() if key not in ("introduction", "content")}
        try:
            house = self.house(parts)
        except ValidationError:
            return None
        change = house.supplement.changes[0]
        if change.operation == "notice":
            return []
        return self.said("lead_in", change.form, lead_in_values(house, change, "changes[0]"))

    def contents(self, kind: type[Kind], values: Content) -> Iterator[Content]:
        """What an author may have written for the words of a kind; nothing where a part is not among them that it has.

        Why so late: a condition that no branch of fits says nothing, and counsel may leave a part out of a wording.
        """
        with suppress(KeyError):
            yield from kind.from_view(values, self.found)

    def said_kind(self, block: Content, fund: str | None) -> list[str] | None:
        """The words of typed content about a fund, said again; None where it is at odds with what is known."""
        try:
            house = self.house({"fund": fund, "content": [block]})
            change = house.supplement.changes[0]
            if list(change.content[0].body.check(house, change)):
                return None
        except ValidationError:
            return None
        said = compose_kind(house, self.wording, change, change.content[0].body, "")
        return [dump_block(carried_block(one, EVERYWHERE)) for one in said]

    def slice(self, start: int, end: int) -> list[str]:
        """The words of some blocks, as every format carries them."""
        for index in range(start, end):
            if index not in self._words:
                self._words[index] = dump_block(carried_block(self.document.blocks[index], EVERYWHERE))
        return [self._words[index] for index in range(start, end)]
