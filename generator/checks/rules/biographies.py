"""Rules about what one biography says of years: firm, industry, periods and experience."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from generator.checks.breach import Breach
from generator.checks.career import in_industry, periods, with_firm
from generator.checks.persons import titled
from generator.checks.sentences import sentences
from generator.checks.subject import Subject
from generator.checks.words import Words
from generator.patterns import late

_BETWEEN = late(
    r"\b(?:prior to|before|between|in the meantime|meanwhile|interim|most recently|thereafter|then)\b", re.I
)
_AGAIN = late(r"\b(?:rejoin\w*|re-join\w*|returned to|came back to|previous tenure)\b", re.I)
_YEAR = late(r"\b(?:19|20)\d\d\b")
_EXPERIENCE = late(r"\b(\d{1,2})\+?\s+years(?:'|\u2019)?\s+(?:of\s+)?(?:[a-z-]+\s+){0,3}experience\b")


def firm_before_industry(subject: Subject) -> Iterator[Breach]:
    """A biography has somebody at the firm before they came into the industry, or in two posts at a time.

    PPL-06 | warning | possible | Form N-1A Item 10(a)(2)

    Compares since when somebody is with the firm with when they came into the industry, and the periods of a
    biography with one another: one that begins within another and ends after it overlaps.

    Why: it can be true, and reads as a contradiction: one of the years is often a slip.

    Fails:

        bio: Ms. Quill has been with the Adviser since 1988, having joined the investment business in 1996.

    Mend: check the years; where they are right, say what the person did at the firm before.
    """
    for words in _told_of_people(subject):
        for text in _parts(words):
            industry = next(iter(in_industry(text)), None)
            firms = with_firm(text) if industry else ()
            firm = next((one for one in firms if industry and one.start.before(industry.start)), None)
            if firm and industry:
                message = f"with the firm since {firm.start}, and in the industry since {industry.start} only"
                yield Breach(words.path, message, words=firm.words)
        if words.path.endswith(".bio"):
            yield from _overlaps(words)


def _overlaps(words: Words) -> Iterator[Breach]:
    """Breaches where two periods of a text share more than a year, and neither holds the other."""
    for one, other in combinations(sorted(periods(words.text), key=lambda told: told.start), 2):
        assert one.end and other.end
        if one.start.year < other.start.year < one.end.year - 1 and one.end.before(other.end):
            message = f"{other.words!r} overlaps with {one.words!r}"
            yield Breach(words.path, message, words=other.words)


def gap_before_return(subject: Subject) -> Iterator[Breach]:
    """Somebody returned to the firm, and the time in between is not told.

    PPL-07 | warning | likely | Form N-1A Item 10(a)(2)

    Where a biography tells of a return, compares the end of the earlier period with the return. More than a year
    between them needs another period, or a sentence that says "before", "prior to" or "between".

    Why: the form asks for the business experience of five years, and the gap may lie in them.

    Fails:

        bio: >
          Ms. Quill worked for the Adviser from 2010 to 2019. She returned to the Adviser in 2023.

    Mend: say what the person did in between.
    """
    for words in _told_of_people(subject):
        if not _AGAIN.search(words.text) or _BETWEEN.search(words.text):
            continue
        ended, since = periods(words.text), with_firm(words.text)
        if not (ended and since):
            continue
        back = max(since, key=lambda told: told.start)
        before = [one for one in ended if one.end and one.end.before(back.start)]
        last = max((one.end for one in before if one.end), default=None)
        if last and back.start.year - last.year > 1:
            message = f"nothing is told of the time from {last} to {back.start}"
            yield Breach(words.path, message, words=back.words)


def ends_before_it_begins(subject: Subject) -> Iterator[Breach]:
    """A period ends before it begins.

    PPL-14 | error | likely | house rule: a period runs forwards

    Compares the two ends of every period in prose that is written `from 2004 to 2011`, `between 2004 and 2011` or
    `2004-2011`.

    Why: one of the years is a slip, and nobody but the author knows which.

    Fails:

        bio: Ms. Quill was an analyst at another asset manager from 2014 to 2010.

    Mend: set the years right.
    """
    for words in subject.prose:
        for one in periods(words.text):
            if one.end and one.end.before(one.start):
                yield Breach(words.path, f"{one.words!r} ends before it begins", words=one.words)


def more_experience_than_years(subject: Subject) -> Iterator[Breach]:
    """More years of experience are told than have passed.

    PPL-17 | warning | likely | Form N-1A Item 10(a)(2)

    Where a biography says how many years of experience somebody has and when they came into the industry, counts
    the years from then to the date of the supplement; one year more is let pass.

    Why: the number is often carried on from last year's document, or from another person's.

    Fails:

        date: 2026-09-14
        bio: Ms. Quill has 25 years of investment experience. She entered the investment industry in 2009.

    Mend: correct the number, or leave it out: it is wrong again next year.
    """
    today = subject.supplement.date
    for words in _told_of_people(subject) if today else ():
        years = _EXPERIENCE.search(words.text) if "experience" in words.text else None
        industry = in_industry(words.text) if years else ()
        if today and years and industry and words.path.endswith(".bio"):
            passed = today.year - min(industry, key=lambda told: told.start).start.year
            if int(years[1]) > passed + 1:
                message = f"{years[1]} years of experience, and {passed} since {industry[0].words!r}"
                yield Breach(words.path, message, words=years[0])


def _told_of_people(subject: Subject) -> Iterator[Words]:
    """The texts in which years of a career may stand: biographies, and prose with a year after `Mr.` or `Ms.`."""
    return (one for one in subject.prose if one.path.endswith(".bio") or (titled(one.text) and _YEAR.search(one.text)))


def _parts(words: Words) -> tuple[str, ...]:
    """A biography as a whole, for it is about one person; of other prose each sentence."""
    return (words.text,) if words.path.endswith(".bio") else sentences(words.text)
