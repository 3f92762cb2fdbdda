"""Terms that get a meaning, or a new one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from generator.model.content import Finding, Kind
from generator.model.phrases import Phrase
from generator.model.values import Called

if TYPE_CHECKING:
    from generator.model.supplement import Change, House


class DefinedTerm(Kind):
    """A term, what it means from now on, and what it meant or was called before."""

    kind: ClassVar[str] = "defined_term"

    term: Called = Field(description="The term", examples=["Qualified Investor"])
    meaning: Phrase = Field(description="What it means", examples=["an investor who has $1 million with the Fund"])
    former: Phrase | None = Field(None, description="What it meant before", examples=["an investor who owns shares"])
    replaces: Called | None = Field(
        None, description="The term that it takes the place of", examples=["Eligible Buyer"]
    )

    def check(self, house: House, change: Change | None) -> Iterator[Finding]:
        """Findings where nothing changes."""
        if self.former == self.meaning:
            yield "former", "TRM-01", "the former meaning is the new one", "say what it meant before, or remove it"
        if self.replaces == self.term:
            yield "replaces", "TRM-02", "the term takes the place of itself", "name the former term, or remove it"
