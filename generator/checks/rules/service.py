"""Rules that compare what is stated of somebody's service and title with what the prose says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.breach import Breach
from generator.checks.career import Moment, managing, moments, with_firm
from generator.checks.rules._serving import Served, family_of, is_own, name_of, served
from generator.checks.sentences import sentences
from generator.checks.subject import Subject
from generator.checks.words import Words
from generator.model.content import Grid
from generator.model.entities import Person
from generator.patterns import late

#: Words by which a biography explains service before the firm: the fund, or its adviser, was somebody else's.
_TAKEN_OVER = late(r"\b(?:predecessor|acqui\w+|merge\w*|formerly|sub-?advis\w+|reorgani[sz]\w+)", re.I)
_RANK = r"(?:(?:Senior|Executive|First|Assistant)\s+)?Vice President|(?:Senior\s+)?Managing Director|Executive Director"
_RANKS = late(_RANK)
_IS_A = late(rf"\b(?:is|serves as|has been)\s+(?:currently\s+|also\s+)?(?:an?\s+|the\s+)?({_RANK})\b")


def serves_before_joining(subject: Subject) -> Iterator[Breach]:
    """Somebody manages a fund since before they joined the firm.

    PPL-05 | error | likely | Form N-1A Items 5(b) and 10(a)(2)

    Compares `since:` with the year in which the biography has the person join the Adviser. Biographies that tell of
    a predecessor, an acquisition or a sub-adviser are let pass.

    Why: one of the two years is wrong, unless the fund had another adviser then, and the biography has to say so.

    Fails:

        bio: Ms. Quill joined the Adviser in 2021.
        - people: [{person: quill, since: 2019-05}]

    Mend: correct the year that is wrong, or tell in the biography where the person managed the fund before.
    """
    for one in served(subject):
        person, since = subject.registrant.people.get(one.one.person), one.since
        if person and since and one.one.since and not _TAKEN_OVER.search(person.bio):
            joined = min(with_firm(person.bio), key=lambda told: told.start, default=None)
            if joined and since.before(joined.start):
                also = ((f"registrant.people.{one.one.person}.bio", f"{joined.words} here"),)
                message = f"{person.name} serves since {since}, and is with the firm since {joined.start}"
                yield Breach(f"{one.path}.since", message, also=also)


def two_beginnings(subject: Subject) -> Iterator[Breach]:
    """Somebody serves a fund since one day in one place, and since another in another.

    PPL-08 | error | likely | Form N-1A Item 5(b)

    Compares what is stated of a person and a fund in every list and change of managers, the day on which who joins
    takes over, and sentences such as "Ms. Quill has managed the Fund since May 2019". A year and a month of that
    year agree.

    Why: the length of service is the figure that a reader looks for, and two of them leave none.

    Fails:

        - manager_change: {removed: [rowan], continuing: [{person: quill, since: 2019-05}]}
        - people: [{person: quill, since: 2018-05}]

    Mend: state the same beginning everywhere.
    """
    first: dict[tuple[str, str], Served] = {}
    for one in served(subject):
        since = one.since
        for fund in sorted(one.funds) if since else ():
            before = first.setdefault((one.one.person, fund), one)
            if before.since and since and since.differs(before.since):
                also = ((before.path, f"{before.since} here"),)
                message = (
                    f"{name_of(one.one.person, subject)} serves since {since} here, since {before.since} elsewhere"
                )
                yield Breach(f"{one.path}.since" if one.one.since else one.path, message, also=also)
                break
    for words in subject.prose if first else ():
        yield from _told_otherwise(words, list(first.values()), subject)


def _told_otherwise(words: Words, stated: list[Served], subject: Subject) -> Iterator[Breach]:
    """Breaches where a sentence has somebody manage a fund since another day than is stated of any fund."""
    if "since" not in words.text and "ince " not in words.text and " in " not in words.text:
        return
    for sentence in sentences(words.text):
        told = next((one for one in managing(sentence) if is_own(one.words, subject)), None)
        key = _whose(sentence, words, {one.one.person for one in stated}, subject) if told else None
        own = [one for one in stated if one.one.person == key and one.since]
        if told and own and all(one.since and told.start.differs(one.since) for one in own):
            also = ((own[0].path, f"{own[0].since} here"),)
            message = (
                f"{name_of(own[0].one.person, subject)} serves since {told.start} here, since {own[0].since} there"
            )
            yield Breach(words.path, message, also=also, words=told.words)


def _whose(sentence: str, words: Words, keys: set[str], subject: Subject) -> str | None:
    """The person whom a sentence names first; whose biography it is, where it names nobody."""
    named = {at: key for key in sorted(keys) if (at := sentence.find(family_of(key, subject))) >= 0}
    if named:
        return named[min(named)]
    bio = re.fullmatch(r"registrant\.people\.(.+)\.bio", words.path)
    return bio[1] if bio else None


def two_titles(subject: Subject) -> Iterator[Breach]:
    """A person has one title in one place and another in another.

    PPL-09 | warning | likely | Form N-1A Item 5(b)

    Compares the rank in a person's `title:` (Vice President, Managing Director and the like) with the rank that the
    biography says they have, and with the rank beside the name in a table.

    Why: a promotion reaches one place and not the other.

    Fails:

        title: Managing Director
        bio: Ms. Quill is a Vice President of the Adviser.

    Mend: write the present title in both places.
    """
    for key, person in subject.people.items():
        rank, path = _rank(person), f"registrant.people.{key}"
        said = _IS_A.search(person.bio) if rank else None
        if said and said[1] != rank:
            message = f"{person.name} is {said[1]!r} here and {rank!r} by title"
            yield Breach(f"{path}.bio", message, also=((f"{path}.title", "the title"),), words=said[0])
        for at, cell in _beside(person.name, subject) if rank else ():
            if (other := _RANKS.match(cell)) and other[0] != rank:
                message = f"{person.name} is {other[0]!r} here and {rank!r} by title"
                yield Breach(at, message, also=((f"{path}.title", "the title"),), words=other[0])


def _rank(person: Person) -> str:
    found = _RANKS.search(person.title or "")
    return found[0] if found else ""


def _beside(name: str, subject: Subject) -> Iterator[tuple[str, str]]:
    """The cells that stand in a row with a name, with their paths."""
    for placed in subject.blocks:
        for at, row in enumerate(placed.body.rows) if isinstance(placed.body, Grid) else ():
            if any(cell.text.startswith(name) for cell in row):
                yield from ((f"{placed.path}.rows[{at}][{to}]", cell.text) for to, cell in enumerate(row))


def not_yet(subject: Subject) -> Iterator[Breach]:
    """Somebody serves since a day that lies ahead.

    PPL-15 | warning | likely | Form N-1A Item 5(b)

    Compares `since:` with the day on which the change takes effect, and the years of a biography with the year of
    the supplement.

    Why: "has served since" is not true on the day on which it is read; a year such as 2062 is a slip.

    Fails:

        effective: 2026-09-30
        - people: [{person: quill, since: 2027-01}]

    Mend: correct the year, or give the change the day from which it is true.
    """
    for one in served(subject):
        since = one.since
        if one.one.since and since and one.starts and Moment(one.starts.year, one.starts.month).before(since):
            message = f"{name_of(one.one.person, subject)} serves since {since}, and this holds from {one.starts}"
            yield Breach(f"{one.path}.since", message)
    today = subject.supplement.date
    for key, person in subject.people.items() if today else ():
        for told in moments(person.bio):
            if today and told.start.year > today.year + 1:
                message = f"{told.words!r} lies ahead of the supplement, which is of {today.year}"
                yield Breach(f"registrant.people.{key}.bio", message, words=told.words)
