"""Rules about days that sentences name: whether there are such days, and whether the verbs fit them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checks.breach import Breach
from generator.checks.holidays import weekday_of
from generator.checks.rules._days import DAY, MONTHS, said_day
from generator.checks.rules._parts import of_registrant
from generator.checks.sentences import sentence_of
from generator.checks.subject import Subject
from generator.patterns import late

_LENGTHS = dict(zip(MONTHS, (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), strict=True))
_SAID_DAY = late(DAY)
_SHORT_DAY = late(rf"\b(?P<month>{'|'.join(MONTHS)}) (?P<day>3[01])\b(?![%,.:]?\d|,? \d{{4}})")
_WEEKDAY = late(rf"\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? {DAY}")
_BEGINS = late(rf"(?:^|(?<=[.!?] ))(?:Effective(?: as of| on)?|On) {DAY}, (?P<rest>[^.]*)")
_EFFECTIVE = late(rf"\bwill [^.;]{{0,80}}?\beffective (?:as of |on )?{DAY}")
_WILL = late(r"\bwill\b")
_PAST = late(r"^(?:\S+ ){1,12}?(?P<verb>has been|have been|was|were|has|became|resigned|left|joined|approved)\b")
#: Where content quotes what was printed before, and sentences that do.
_WAS_WRONG = late(r"\.(?:wrong|old|former|previous)$")
_OF_A_SLIP = late(
    r"\b(?:incorrect|erroneous|misprint|typographical|misstate|in error|instead of|should (?:read|be)|corrected)", re.I
)
#: At once; immediately after, before or on something is another time.
_IMMEDIATELY = late(
    r"\b(?:effective immediately(?! (?:after|upon|following|prior to|before|on|at)\b)|immediately effective|"
    r"with immediate effect)\b",
    re.IGNORECASE,
)


def tense(subject: Subject) -> Iterator[Breach]:
    """A sentence says “will” of a day that is past, or “has” of one that is to come.

    DAT-08 | info | possible | house rule: a supplement speaks from its own date

    Looks at sentences that begin with a day (“Effective May 4, 2026, …”, “On May 4, 2026, …”) and at “will … effective”
    with a day, and compares the day with the supplement's own date.

    Why: such a sentence was usually copied from an earlier supplement, with its day or without.

    Fails:

        date: 2026-09-30
        changes:
          - content: The Fund will be closed to new investors effective May 4, 2026.

    Mend: correct the day, or the verb.
    """
    own = subject.supplement.date
    if own is None:
        return
    for words in subject.prose:
        for match in () if of_registrant(words.path) else _BEGINS.finditer(words.text):
            day, rest = said_day(match), match["rest"]
            past, will = _PAST.match(rest), _WILL.search(rest)
            if day and day < own and will and not (past and past.start("verb") < will.start()):
                yield Breach(words.path, f"“will” is said of {day}, which is past", words=_opening(match))
            if day and day > own and past and not (will and will.start() < past.start("verb")):
                yield Breach(words.path, f"“{past['verb']}” is said of {day}, which is to come", words=_opening(match))
        for match in () if of_registrant(words.path) else _EFFECTIVE.finditer(words.text):
            if (day := said_day(match)) and day < own:
                yield Breach(words.path, f"“will” is said of {day}, which is past", words=match[0])


def no_such_day(subject: Subject) -> Iterator[Breach]:
    """A sentence names a day that no calendar has, or another day of the week.

    DAT-13 | error | certain | arithmetic of the calendar

    Looks at days in words with a year or without (“September 31”), and at days of the week before them. What is
    corrected or renamed, and sentences that speak of a slip, are left alone.

    Why: a reader cannot know which day is meant.

    Fails:

        - content: The Fund is closed to new investors from Monday, October 30, 2026.

    Mend: correct the day, or the day of the week.
    """
    for words in subject.words:
        for found, message in _no_days(words.text) if not _WAS_WRONG.search(words.path) else ():
            if not _OF_A_SLIP.search(sentence_of(words.text, found.start())):
                yield Breach(words.path, message, words=found[0])


def _no_days(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The days of a text that there are not, each with what is wrong with it."""
    for match in _SAID_DAY.finditer(text):
        if said_day(match) is None:
            yield match, f"there is no {match[0]}"
    for match in _SHORT_DAY.finditer(text):
        if int(match["day"]) > _LENGTHS[match["month"]]:
            yield match, f"there is no {match[0]}"
    for match in _WEEKDAY.finditer(text):
        day = said_day(match)
        if day and weekday_of(day) != match["weekday"]:
            yield match, f"{day} is a {weekday_of(day)}, no {match['weekday']}"


def immediately(subject: Subject) -> Iterator[Breach]:
    """A change is said to be effective immediately, and takes effect later.

    DAT-16 | error | likely | house rule: one day for one change

    Compares “effective immediately” in an author's own words with the day of the change, where that is after the
    supplement's own date. “Effective immediately after the close of business” is another time.

    Why: two days for one change, and each reader takes the one that suits.

    Fails:

        date: 2026-09-30
        changes:
          - effective: 2026-12-01
            content: Effective immediately, the Fund's transfer agent has a new address.

    Mend: name the day in these words; where they do hold at once, put them into a change of their own that has
    `effective: immediately`.
    """
    own = subject.supplement.date
    if own is None:
        return
    for path, change in subject.changes:
        effective = change.effective or subject.supplement.effective
        day: date | None = effective.date if effective else None
        if day is None or day <= own:
            continue
        for words in subject.prose:
            if words.path.startswith(f"{path}.") and (match := _IMMEDIATELY.search(words.text)):
                at = f"{path}.effective" if change.effective else "effective"
                message = f"these words say that it holds at once, the content that it holds from {day}"
                yield Breach(words.path, message, words=match[0], also=((at, "from this day"),))


def _opening(match: re.Match[str]) -> str:
    """The words of a sentence up to its day."""
    return match[0][: match.start("rest") - match.start()].rstrip(", ")
