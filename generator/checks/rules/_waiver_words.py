"""Waivers told in sentences: who is bound, what is waived, how far, until when, and what a limit leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from generator.checks.rules._days import DAY, said_day
from generator.checks.sentences import sentences
from generator.checks.subject import Subject
from generator.model.kinds.waiver import Waiver
from generator.patterns import late

#: How a waiver is told. agreed: neither as a contract nor as voluntary. conditional: under some circumstances.
Manner: TypeAlias = Literal["voluntary", "contractual", "conditional", "agreed"]
#: What is waived.
Part: TypeAlias = Literal["management fee", "12b-1 fee", "expenses"]


def _words(*patterns: str) -> re.Pattern[str]:
    """A pattern for any of some words, in small letters or capitals."""
    return late("|".join(patterns), re.IGNORECASE)


_WAIVES = _words(r"\bwaiv(?:e|es|ing)\b", r"\breimburs(?:e|es|ing)\b", r"\blimit(?:s|ed)? (?:the|its|total|operating) ")
_NOW = _words(r"\bagreed?s?\b", r"\bundert(?:akes|aken|ook)\b", r"\bcommit(?:s|ted)?\b", r"\bwill\b", r"\bwaives\b")
_OTHER = _words(
    "sales (?:charge|load)",
    "deferred",
    "redemption fee",
    r"\bCDSC\b",
    "minimum",
    r"\bnotice\b",
    r"\bpenalt",
    "right to waive",
)
_BESIDES = _words(
    r"\bin addition\b", r"\badditional(?:ly)?\b", r"\balso\b", r"\bfurther\b", r"\bseparate(?:ly)?\b", r"\bmay\b"
)
_MANNERS: dict[Manner, re.Pattern[str]] = {
    "voluntary": _words(r"\bvoluntar", r"\bof its own accord\b", r"\bwithout being (?:bound|obliged|required)"),
    "contractual": _words(r"\bcontractual", r"\bby contract\b", r"\bwritten (?:agreement|contract)"),
    "conditional": _words(r"\b(?:under|in) (?:certain|some) circumstances\b", r"\bfrom time to time\b"),
    "agreed": _words(r"\bagreed?s?\b", r"\bunderta", r"\bcommit", r"\bwill\b"),
}
_PARTS: dict[Part, re.Pattern[str]] = {
    "management fee": _words(r"\b(?:management|advisory)\s+fees?\b"),
    "12b-1 fee": _words(r"\b12b-1\b", r"\bdistribution (?:and/or service )?fees?\b"),
    "expenses": _words(r"\bexpenses?\b"),
}
_HOW_MUCH = _words(
    r"\d\s?%", r"\$\s?\d", r"\bequal to\b", r"\bentire\b", r"\ball of\b", r"\bin full\b", r"\bso that\b",
    r"\bto the extent\b", r"\bbasis points\b",
)  # fmt: skip
_UNTIL = _words(rf"\b(?:through|until|to|before|than|ends? on|expires? on|of)\s+(?:at least\s+)?{DAY}")
_ENDS = _words(
    r"\bany time\b", r"\bterminat", r"\bdiscontinu", r"\bBoard\b", r"\bTrustees\b", r"\bDirectors\b", r"\bconsent\b",
    r"\brevok", r"\b(?:one|a) year\b",
)  # fmt: skip
_LEAVES_OUT = _words(
    r"\b(?:excluding|exclusive of|excludes?|other than|not including|except(?: for)?|does not (?:count|include))"
    r"[:,]?\s+(?P<list>[^.;)]{5,600})"
)
_LIMITS = _words(r"\bexpenses?\b", r"\blimit")
#: Expenses that a limit may leave out, by the names of the typed ones.
_ITEMS = {
    "taxes": r"\btax",
    "interest": r"\binterest\b(?! on securities sold)|\bborrowing",
    "brokerage": r"\bbrokerage|\btransaction costs|\bportfolio transaction",
    "acquired_fund_fees": r"\bacquired fund",
    "distribution_12b1": r"\b12b-1\b|\bdistribution and",
    "short_dividends": r"\bshort sales?\b|\bsold short\b|\bshort dividend",
    "litigation": r"\blitigation\b",
    "extraordinary": r"\bextraordinary\b",
}
_ITEM = {name: _words(pattern) for name, pattern in _ITEMS.items()}


@dataclass(frozen=True, slots=True)
class Told:
    """A waiver as a sentence or a block tells it; `rest` are its words and those after them in the same text."""

    path: str
    fund: str | None
    manner: Manner
    part: Part
    words: str = ""
    rest: str = ""
    besides: bool = False  # it is told as one of several

    @property
    def amount(self) -> bool:
        """Whether it is said how much is waived."""
        return bool(_HOW_MUCH.search(self.rest))

    @property
    def last_day(self) -> date | None:
        """The day through which it lasts, where that is said."""
        found = _UNTIL.search(self.rest)
        return said_day(found) if found else None

    @property
    def bounded(self) -> bool:
        """Whether it is said how long it lasts, or who may end it."""
        return bool(_UNTIL.search(self.rest) or _ENDS.search(self.rest))


def told_waivers(subject: Subject) -> tuple[Told, ...]:
    """The waivers that sentences tell, in reading order; what was waived in the past aside."""
    return subject.once(_told_waivers)


def _told_waivers(subject: Subject) -> tuple[Told, ...]:
    return tuple(told for one in subject.prose for told in _told(one.path, one.text, fund_at(subject, one.path)))


def _told(path: str, text: str, fund: str | None) -> Iterator[Told]:
    if not _WAIVES.search(text):
        return
    parts = sentences(text)
    for at, sentence in enumerate(parts):
        start = _WAIVES.search(sentence)
        if not start or not _NOW.search(sentence) or _OTHER.search(sentence):
            continue
        manners = [manner for manner, pattern in _MANNERS.items() if pattern.search(sentence)]
        found = {
            part: match.start()
            for part, pattern in _PARTS.items()
            if (match := pattern.search(sentence, start.start()))
        }
        if found and manners and not {"voluntary", "contractual"} <= set(manners):
            part = min(found, key=lambda one: found[one])
            besides = bool(_BESIDES.search(sentence))
            yield Told(path, fund, manners[0], part, sentence, " ".join(parts[at:]), besides)


def stated_waivers(subject: Subject) -> Iterator[Told]:
    """The waivers that are data, told in the same terms."""
    for placed, waiver in subject.typed(Waiver):
        part: Part = "expenses" if waiver.limits else "management fee"
        yield Told(placed.path, subject.house.fund_key_of(placed.change), waiver.agreement, part)


def fund_at(subject: Subject, path: str) -> str | None:
    """The key of the fund that the text at a path is about; of the supplement's only one outside of changes."""
    changes = subject.supplement.changes
    number = re.match(r"changes\[(\d+)\]", path)
    return subject.house.fund_key_of(changes[int(number[1])] if number else None)


def left_out(text: str) -> tuple[frozenset[str], str]:
    """The expenses that a sentence about a limit leaves out, and the words that list them; none without a list."""
    for sentence in sentences(text) if _LEAVES_OUT.search(text) else ():
        found = _LEAVES_OUT.search(sentence)
        if found and _LIMITS.search(sentence[: found.start()]):
            items = frozenset(item for item, pattern in _ITEM.items() if pattern.search(found["list"]))
            if len(items) > 1:
                return items, found["list"]
    return frozenset(), ""
