"""Rules about fees that sentences state: against the fee table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.checks.breach import Breach
from generator.checks.rules._charges import NAMES, Cell, Charges, spell_figure
from generator.checks.rules._days import DAY, said_day
from generator.checks.rules._fee_tables import charges
from generator.checks.rules._row_names import NAMED
from generator.checks.sentences import sentences
from generator.checks.subject import Subject
from generator.checks.words import Words
from generator.model.kinds.fee_schedule import FeeSchedule
from generator.patterns import late

_NUMBER = r"\d{1,3}(?:\.\d{1,5})?"
_DAY = late(DAY)
_UNIT = r"\s?(?P<unit>%|percent\b|per cent\b|basis points\b)"
_IN_PERCENT = late(r"%|\bper ?cent\b|\bbasis points\b")
#: What stands between a row's name and its figure: a verb, at most with a move from an old figure; or a colon.
_FIGURE = late(
    rf"(?P<between>[^%;:.]{{0,60}}?\b(?:of|is|are|at|be|to|equals?|from {_NUMBER}\s?% to)"
    rf"|(?: (?:for|of) Class \w{{1,3}})?:)\s+(?P<figure>(?<![\d.]){_NUMBER}){_UNIT}(?P<after>[^.;]{{0,40}})"
)
#: A figure before the name of its row: `0.85% of its net assets as a management fee`.
_FIGURE_BEFORE = late(
    rf"(?P<before>[^.;]{{0,30}})(?<![\d.$])(?P<figure>{_NUMBER}){_UNIT}"
    r"(?P<between>(?:(?!first|next|excess|over)[^%;:.$]){0,80}? as (?:an?|its|the)(?: annual| yearly)? )$"
)
#: Words between name and figure, or after it, with which the figure is not what the row shows.
_OTHER_MEANING = late(
    r"\b(?:limit|exceed|cap|waiv|reimburs|above|more than|less than|up to|by|exclu|portion|part|percentage|other)",
    re.IGNORECASE,
)
_OF_A_SLICE = late(r"\b(?:first|next|excess|over|up to|above|between|assets of)\b|\$", re.IGNORECASE)
_COMPARED = late(r"\s*(?:higher|lower|less|more|below|above)\b", re.IGNORECASE)
#: Sentences about another time, or about what might be.
_OF_OTHER_TIME = late(
    r"\b(?:previous|prior|former|until|was|were|had been|before|printed|instead|incorrect|erroneous|fiscal|paid|if|"
    r"would|could|may|range|example|sub-?advis|underlying|acquiring|another)",
    re.IGNORECASE,
)
_OF_LIMITS = late(r"\b(?:limit|exceed|cap|waiv|reimburs|exclu|not to)", re.IGNORECASE)
_A_CLASS = late(r"\bClass [A-Z]\w{0,2}\b")


@dataclass(frozen=True, slots=True)
class _Claim:
    """A sentence's figure for a row, in percent, with the words that say it."""

    item: str
    rate: Decimal
    words: str
    sentence: str
    after: str


def not_in_table(subject: Subject) -> Iterator[Breach]:
    """A sentence states another figure for a row than the fee table.

    NUM-11 | error | likely | Form N-1A Item 3: one figure, wherever it is told

    Looks for sentences that name a row and its figure, such as a management fee of 0.85% or of 85 basis points, and
    compares with the fee tables of the same fund: the class that the sentence names, else any. Rates of a schedule,
    limits, figures of another day and what sentences tell of the past are left alone.

    Why: the one that was mistyped is quoted as often as the other.

    Fails:

        - fee_table: {rows: {management_fee: 0.86%, other_expenses: 0.03%}}
        - The Fund pays the Adviser a management fee of 0.85% of its average daily net assets.

    Mend: correct the sentence, or the table.
    """
    tables = charges(subject)
    if not tables:
        return
    rates = _schedule_rates(subject)
    for words in subject.prose:
        if not _IN_PERCENT.search(words.text) or not NAMED.search(words.text):
            continue
        fund = _fund_of(words, subject)
        about = [one for one in tables if one.fund is not None and one.fund == fund]
        for claim in _claims(words.text) if about else ():
            found = [cells for one in about if (cells := _cells(one, claim, subject))]
            said = [Decimal(0) if cell.nothing else cell.value for cells in found for cell in cells]
            if found and claim.rate not in rates and claim.rate not in said:
                shown = " or ".join(dict.fromkeys(spell_figure(cell.value) for cell in found[0]))
                message = f"{NAMES[claim.item]} are {spell_figure(claim.rate)} here, and {shown} in the fee table"
                also = ((found[0][0].path, "the table here"),)
                yield Breach(words.path, message, f"write {shown}, or correct the table", also, claim.words)


def _claims(text: str) -> Iterator[_Claim]:
    """The figures that a text states for rows, as far as they can be what a table shows."""
    for sentence in sentences(text):
        if not _IN_PERCENT.search(sentence) or _OF_OTHER_TIME.search(sentence):
            continue
        limits = _OF_LIMITS.search(sentence)
        for name in NAMED.finditer(sentence):
            item, found = name.lastgroup or "", _figure_of(sentence, name)
            if not found or (limits and item != "distribution_12b1"):
                continue
            figure, said, after = found
            if _OTHER_MEANING.search(figure["between"]) or NAMED.search(figure["between"]):
                continue
            if _OF_A_SLICE.search(after) or _COMPARED.match(after):
                continue
            rate = Decimal(figure["figure"]) / (100 if figure["unit"].startswith("b") else 1)
            yield _Claim(item, rate, said, sentence, after)


def _figure_of(sentence: str, name: re.Match[str]) -> tuple[re.Match[str], str, str] | None:
    """The figure that is said of a row, the words that say it and those that follow, where it is said of one."""
    if figure := _FIGURE.match(sentence, name.end()):
        return figure, sentence[name.start() : figure.start("after")], figure["after"]
    before = _FIGURE_BEFORE.search(sentence[: name.start()])
    after = sentence[name.end() : name.end() + 40]
    other = before and (_OTHER_MEANING.search(before["before"]) or _OF_A_SLICE.search(before["before"]))
    if before and not other and not _OTHER_MEANING.match(after.lstrip()):
        return before, sentence[before.start("figure") : name.end()], after
    return None


def _cells(one: Charges, claim: _Claim, subject: Subject) -> list[Cell]:
    """The table's figures that a claim is about; none where it is about another day or class."""
    known = (subject.effective(one.placed.change), subject.supplement.date)
    if any(said_day(found) not in known for found in _DAY.finditer(claim.sentence)):
        return []
    cells = dict(zip(one.names, one.cells(claim.item), strict=False))
    near = [name for name in cells if name and re.match(rf"\s*(?:for|of|on) {re.escape(name)}\b", claim.after)]
    named = near or [name for name in cells if name and re.search(rf"\b{re.escape(name)}\b", claim.sentence)]
    if len(named) > 1 or (not named and _A_CLASS.search(claim.sentence)):
        return []
    return [cells[name] for name in named] or list(cells.values())


def _fund_of(words: Words, subject: Subject) -> str | None:
    """The fund that a text is about: its change's, else the supplement's only one."""
    number = re.match(r"changes\[(\d+)\]", words.path)
    return subject.house.fund_key_of(subject.supplement.changes[int(number[1])] if number else None)


def _schedule_rates(subject: Subject) -> set[Decimal]:
    """The rates of the schedules that the supplement states."""
    rates = (tier.rate for _, schedule in subject.typed(FeeSchedule) for tier in schedule.tiers)
    return {rate for rate in rates if isinstance(rate, Decimal)}
