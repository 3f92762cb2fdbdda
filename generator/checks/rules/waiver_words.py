"""Rules about waivers that are told in sentences: in notes, in paragraphs, in documents from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from generator.checks.breach import Breach
from generator.checks.rules._fee_tables import charges, charges_of
from generator.checks.rules._waiver_terms import waiver_ends
from generator.checks.rules._waiver_words import Told, fund_at, left_out, stated_waivers, told_waivers
from generator.checks.sentences import sentences
from generator.checks.subject import Subject
from generator.model.kinds.waiver import EXCLUDED, Waiver
from generator.patterns import late

_RECOVERS = late(r"\brecoup|\brecaptur|\brecover(?:s|ed|y)?\b|\brepa(?:y|id)", re.IGNORECASE)
_NUMBERS = {"four": "4", "five": "5", "six": "6", "seven": "7", "ten": "10"}
_LONG = late(
    rf"\b(?P<number>{'|'.join(_NUMBERS)}|[4-9]|1\d)[- ](?:\(\d+\) )?(?:full )?(?:fiscal )?years?\b", re.IGNORECASE
)
#: Two manners that one waiver cannot have.
_UNLIKE = {
    ("voluntary", "contractual"),
    ("voluntary", "agreed"),
    ("voluntary", "conditional"),
    ("contractual", "conditional"),
}
#: What tells two waivers apart: the classes that they are of, and how far they go.
_OWN = (re.compile(r"\bClass(?:es)? [A-Z]\w{0,2}\b"), re.compile(r"\d+(?:\.\d+)?%"))


def past_in_words(subject: Subject) -> Iterator[Breach]:
    """A sentence tells of a waiver through a day that has passed.

    WVR-02a | warning | likely | arithmetic of the calendar

    Compares the day in a sentence about a waiver in force with the supplement's own date. The note at the waiver's row
    in a fee table is the matter of WVR-02.

    Why: the sentence was carried over from last year.

    Fails:

        - The Adviser has agreed to waive 0.05% of its management fee through April 30, 2026.

    Mend: write the new last day, or take the sentence out.
    """
    day = subject.supplement.date
    noted = {f"{end.path}.text" for one in charges(subject) for end in waiver_ends(subject, one.fund)}
    for told in told_waivers(subject):
        if day and told.path not in noted and told.last_day and told.last_day < day:
            message = f"the waiver ended on {told.last_day}, before the supplement's date, {day}"
            yield Breach(told.path, message, words=told.words)


def vague(subject: Subject) -> Iterator[Breach]:
    """A waiver is told without how much is waived and without how long it lasts, or a contract without its end.

    WVR-03 | warning | likely | Form N-1A Item 3, Instruction 3(e): expected termination, and who may end it

    Looks at sentences that tell of a waiver in force, and at what follows them: a contract needs its last day; any
    other waiver its amount, or its end, or who may end it. What the supplement states as data, or in its fee table,
    needs no repeating. A contractual `waiver:` needs `ended_by:`.

    Why: a reader cannot tell what the promise is worth.

    Fails:

        - The Adviser has agreed to voluntarily waive a part of its management fee.

    Mend: say how much, until when, and who may end it earlier.
    """
    stated = {(one.fund, one.part) for one in stated_waivers(subject)}
    first = {one.path: one for one in reversed(told_waivers(subject))}
    for path, told in reversed(first.items()):
        netted = any(table.line("waiver") for table in charges_of(subject, told.fund))
        if (told.fund, told.part) in stated or netted:
            continue
        if told.manner == "contractual" and told.last_day is None and not told.bounded:
            yield Breach(path, f"a contract to waive {_of(told)} has no end", words=told.words)
        elif told.manner != "contractual" and not told.amount and not told.bounded:
            message = f"nothing says how much of {_of(told)} is waived, nor for how long"
            yield Breach(path, message, words=told.words)
    for placed, waiver in subject.typed(Waiver) if not subject.read else ():
        if waiver.agreement == "contractual" and waiver.ended_by is None:
            message = "nothing says who may end the agreement earlier"
            yield Breach(f"{placed.path}.agreement", message, "add ended_by: board, or who else may")


def two_ways(subject: Subject) -> Iterator[Breach]:
    """One waiver is told in two ways: as voluntary and as agreed, or as a contract and as conditional.

    WVR-04 | warning | likely | house rule: a fact has one value in a supplement

    Compares the sentences and blocks that tell of a waiver of the same fee of the same fund. Sentences that tell of a
    further waiver ("in addition", "may also") are left alone.

    Why: whether the adviser is bound is what the reader wants to know.

    Fails:

        - The Adviser has agreed to voluntarily waive 0.05% of its management fee.
        - The Adviser has agreed, under certain circumstances, to waive 0.05% of its management fee.

    Mend: tell it in the same words in both places.
    """
    several = len(subject.house.fund_keys) > 1
    told = [one for one in (*told_waivers(subject), *stated_waivers(subject)) if not one.besides]
    found: set[str] = set()
    for one, other in combinations(told, 2):
        alike = (one.fund, one.part) == (other.fund, other.part) and (one.fund is not None or not several)
        data = not one.words and not other.words
        if not alike or data or one.path == other.path or other.path in found:
            continue
        if {(one.manner, other.manner), (other.manner, one.manner)} & _UNLIKE and not _apart(one, other):
            found.add(other.path)
            message = f"the waiver of {_of(one)} is {_as(other)} here, {_as(one)} elsewhere"
            yield Breach(other.path, message, also=((one.path, f"{_as(one)} here"),), words=other.words)


def recouped_in_words(subject: Subject) -> Iterator[Breach]:
    """A sentence lets waived amounts be recovered for more than three years.

    WVR-05a | warning | likely | accounting practice: recoupment within three years

    Looks for a number of years above three in sentences about amounts waived that are recovered, recouped or repaid.

    Why: what may be recovered for longer is a liability of the fund, and funds avoid it.

    Fails:

        - The Adviser may recoup amounts that it waived within five years of the waiver.

    Mend: write three years or fewer, if that is what was agreed.
    """
    for one in subject.prose:
        for sentence in sentences(one.text) if _RECOVERS.search(one.text) and "waive" in one.text else ():
            found = _LONG.search(sentence) if _RECOVERS.search(sentence) and "waive" in sentence else None
            if found:
                number = found["number"].lower()
                message = f"amounts may be recovered for {_NUMBERS.get(number, number)} years, three are usual"
                yield Breach(one.path, message, words=found[0])


def left_out_otherwise(subject: Subject) -> Iterator[Breach]:
    """Two places list different expenses that a limit leaves out.

    WVR-06 | warning | likely | house rule: a fact has one value in a supplement

    Compares `excludes:` of the limits of a fund, and the lists in sentences about a limit ("excluding", "other
    than"), by the expenses that the tool knows.

    Why: an item that was dropped in one place is a promise that was not meant.

    Fails:

        - waiver: {limits: 0.95%, excludes: [taxes, interest, litigation], ends: 2028-04-30, ended_by: board}
        - waiver: {limits: 0.95%, excludes: [taxes, litigation], ends: 2028-04-30, ended_by: board}

    Mend: list the same in both places.
    """
    lists = [*_stated_lists(subject), *_told_lists(subject)]
    for at, (path, fund, items, words) in enumerate(lists):
        other = next((one for one in lists[:at] if one[1] == fund and one[2] != items), None)
        if other and (fund is not None or len(subject.house.fund_keys) <= 1):
            missing, more = sorted(other[2] - items), sorted(items - other[2])
            parts = [f"{_list(missing)} is not left out here"] if missing else []
            parts += [f"{_list(more)} is not left out elsewhere"] if more else []
            yield Breach(path, "; ".join(parts), also=((other[0], "the other list"),), words=words)


def _stated_lists(subject: Subject) -> Iterator[tuple[str, str | None, frozenset[str], str]]:
    for placed, waiver in subject.typed(Waiver):
        if waiver.excludes:
            known = frozenset(item for item in waiver.excludes if item in EXCLUDED)
            yield f"{placed.path}.excludes", subject.house.fund_key_of(placed.change), known, ""


def _told_lists(subject: Subject) -> Iterator[tuple[str, str | None, frozenset[str], str]]:
    for one in subject.prose:
        items, words = left_out(one.text) if "limit" in one.text or "waive" in one.text else (frozenset(), "")
        if items:
            yield one.path, fund_at(subject, one.path), items, words


def _apart(one: Told, other: Told) -> bool:
    """Whether two sentences are about other classes, or about other rates."""
    named = [(set(pattern.findall(one.words)), set(pattern.findall(other.words))) for pattern in _OWN]
    return any(mine and theirs and not mine & theirs for mine, theirs in named)


def _of(told: Told) -> str:
    return "expenses" if told.part == "expenses" else f"the {told.part}"


def _as(told: Told) -> str:
    return {"agreed": "agreed", "conditional": "told as depending on circumstances"}.get(told.manner, told.manner)


def _list(items: list[str]) -> str:
    return " and ".join(item.replace("_", " ") for item in items)
