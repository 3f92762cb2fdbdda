"""Rules about people and funds whose names, lists or years do not fit those in another place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from generator.checks.breach import Breach
from generator.checks.likeness import misspelled, slips
from generator.checks.rules._days import DAY, said_day
from generator.checks.rules._marked import LONGEST_NAME, marked
from generator.checks.rules._parts import documents_of, of_registrant
from generator.checks.rules._serving import Served, family_of, name_of, served
from generator.checks.sentences import sentences
from generator.checks.subject import Placed, Subject
from generator.checks.words import Words
from generator.model.funds import fund_keys
from generator.model.kinds.people import ITEM_5, People
from generator.patterns import late

_YEAR = late(r"\b(?:in|since|from|until|to)(?: [A-Z][a-z]+)? (?P<year>\d{4,5})\b")
_A_DAY = late(DAY)
_GONE = (
    r"(?:will |has )?(?:no longer (?:serv|manag|act|is|be)|resign|retir|leav|left|depart|step(?:s|ped)? down|ceas)\w*"
)
#: Of another part, or of one who stays.
_OTHER_PART = late(
    r"\b(?:lead|sole|chief|head|but|join\w*|continu\w+|remain\w*|until|analyst|director|president)\b", re.IGNORECASE
)
_WORD = late(r"[A-Z][\w\u2019'-]*")


def last_word_misspelled(subject: Subject) -> Iterator[Breach]:
    """The last word of a fund's or the registrant's name has a slip.

    NAM-12 | error | likely | Form N-1A Item 1(a)(1)

    Looks for all words of a declared name but the last, and compares the word that follows. A slip in one of the
    other words is NAM-01. Of a registrant that is called “… Funds”, “any other … Fund” speaks of one fund: no slip.

    Why: a search for the name does not find the other, and a plural may be another registrant.

    Fails:

        content: The Thornbury Growth Fnud is closed to new investors.

    Mend: write the name as it is declared.
    """
    names = {subject.registrant.name: "registrant.name"}
    names |= {fund.name: f"registrant.funds.{key}.name" for key, fund in subject.registrant.funds.items()}
    for name, path in names.items():
        start, _, last = name.rpartition(" ")
        told_apart = " " in start and len(last) > 3 and last.isalpha()  # not Trust I and Trust IV
        told_apart = told_apart and len(name) <= LONGEST_NAME
        for words in marked(subject, f"{start} ") if told_apart else ():
            for at in re.finditer(rf"\b{re.escape(start)} (?=(\w+))", words.text):
                found = f"{start} {at[1]}"
                known = any(re.match(rf"{re.escape(other)}\b", words.text[at.start() :]) for other in names)
                one_of_them = path == "registrant.name" and _of_other_number(at[1], last)
                if words.role != "name" and not known and not one_of_them and _nearly(at[1], last):
                    message = f"{found!r} is declared as {name!r}"
                    yield Breach(words.path, message, "", ((path, "declared here"),), found)


def family_name_after_forename(subject: Subject) -> Iterator[Breach]:
    """A declared person's forename stands before a family name that is nearly theirs.

    PPL-25 | warning | likely | Form N-1A Item 5(b); house rule: a person is declared once

    Looks for the forenames and initials of the people whom the supplement is about, and compares the word that
    follows with their family names. A family name after Mr. or Ms. is PPL-12.

    Why: it makes two people of one.

    Fails:

        - Katharine L. Quil has managed the Fund since 2019.

    Mend: write the name as it is declared.
    """
    declared = {person.name for person in subject.registrant.people.values()}
    for key, person in subject.people.items():
        forenames, _, family = person.name.rpartition(" ")
        for words in marked(subject, f"{forenames} ") if forenames else ():
            for at in re.finditer(rf"\b{re.escape(forenames)} ", words.text):
                found = _WORD.match(words.text, at.end())
                other = found[0].removesuffix("'s").removesuffix("\u2019s") if found else ""
                whole = f"{forenames} {other}"
                if _nearly(other, family) and whole not in declared and not of_registrant(words.path):
                    also = ((f"registrant.people.{key}.name", "declared here"),)
                    yield Breach(words.path, f"{whole!r} is nearly {person.name!r}", "", also, whole)


def _of_other_number(word: str, other: str) -> bool:
    """Whether two words are singular and plural of one."""
    return word.casefold() != other.casefold() and word.casefold().rstrip("s") == other.casefold().rstrip("s")


def _nearly(word: str, other: str) -> bool:
    """Whether a word is another with a slip; short ones too, for what stands before them is the same."""
    short = len(word) > 1 and word[0] == other[0] and word != other and slips(word, other, 1) <= 1
    return short or misspelled(word, other)


def lists_differ(subject: Subject) -> Iterator[Breach]:
    """Two lists of the portfolio managers of a fund are not of the same people.

    PPL-26 | warning | likely | Form N-1A Items 5(b) and 10(a)(2)

    Compares the lists that replace a section or a table in different documents of the same funds.

    Why: the documents of a fund then name different portfolio managers.

    Fails:

        - operation: replace_section
          documents: summary_prospectus
          content:
            - people: {form: table, persons: [{person: quill, since: 2019-05}]}
        - operation: replace_section
          documents: prospectus
          content:
            - people: [{person: quill, since: 2019-05}, {person: ames, since: 2021}]

    Mend: add the person who is missing, or take them out of the other list.
    """
    lists = [(placed, body) for placed, body in subject.typed(People) if _is_whole(placed)]
    for (first, one), (second, other) in combinations(lists, 2):
        apart = not documents_of(subject, first.change) & documents_of(subject, second.change)
        if not apart or fund_keys((), subject.house, first.change) != fund_keys((), subject.house, second.change):
            continue
        here, there = ({serving.person for serving in body.persons} for body in (one, other))
        for placed, key, path in (
            *((second, key, first.path) for key in sorted(here - there)),
            *((first, key, second.path) for key in sorted(there - here)),
        ):
            also = ((path, "listed here"),)
            yield Breach(placed.path, f"{name_of(key, subject)} is in the other list, and not in this one", also=also)


def told_to_leave(subject: Subject) -> Iterator[Breach]:
    """A sentence says that somebody no longer manages the fund, and a list has them.

    PPL-16a | warning | likely | Form N-1A Item 5(b)

    Looks for the people of lists that replace a section or a table, and for sentences in which they resign, retire,
    leave or no longer serve. Sentences about another fund, another part or a later day are left alone.

    Why: the two changes contradict each other, and the document ends up with the person in it.

    Fails:

        - content: Peter Rowan no longer serves as a portfolio manager of the Fund.
        - operation: replace_section
          content:
            - people: [{person: rowan, since: 2015}, {person: quill, since: 2026-09}]

    Mend: take the person out of the list, or correct the sentence.
    """
    listed = [one for one in served(subject) if one.part == "persons" and _is_whole(one.placed)]
    for one in listed:
        family = family_of(one.one.person, subject)
        texts = [words for words in subject.prose if family in words.text and not of_registrant(words.path)]
        gone = ((words.path, found) for words in texts for found in _gone_in(words, one, subject))
        if also := next(gone, None):
            yield Breach(one.path, f"{name_of(one.one.person, subject)} leaves, and is still listed", also=(also,))


def _gone_in(words: Words, one: Served, subject: Subject) -> Iterator[str]:
    """The words of a text that say that somebody in a list leaves its funds by the day of the list."""
    number, day = re.match(r"changes\[(\d+)\]", words.path), subject.effective(one.placed.change)
    change = subject.supplement.changes[int(number[1])] if number else None
    family = re.escape(family_of(one.one.person, subject))
    for sentence in sentences(words.text):
        found = re.search(rf"\b{family}(?:, [^,.;]{{1,40}},)? {_GONE}", sentence)
        named = {key for key, fund in subject.registrant.funds.items() if fund.name in sentence}
        about = named or set(fund_keys((), subject.house, change))
        days = [said_day(match) for match in _A_DAY.finditer(sentence)]
        later = day is not None and any(other and other > day for other in days)
        if found and about & one.funds and not later and not _OTHER_PART.search(sentence):
            yield f"“{found[0]}” here"


def _is_whole(placed: Placed) -> bool:
    """Whether a block replaces all that stood at its place."""
    return placed.change is not None and placed.change.operation in ("replace_section", "replace_table")


def without_biography(subject: Subject) -> Iterator[Breach]:
    """Somebody in a list with biographies has none.

    PPL-27 | warning | likely | Form N-1A Item 10(a)(2): business experience during the past five years

    Looks at lists in which others have a biography; a sentence that names the person and a year is taken for one. Who
    joins without a biography is PPL-04.

    Why: the form asks for it of each portfolio manager, and the list shows what is missing.

    Fails:

        people:
          quill: {name: Katharine L. Quill, title: Managing Director, bio: Ms. Quill joined the Adviser in 2014.}
          ames: {name: Susan Ames, title: Vice President}
        changes:
          - content:
              - people: [{person: quill, since: 2019-05}, {person: ames, since: 2021}]

    Mend: add `bio:` to the person.
    """
    people = subject.registrant.people
    for placed, body in subject.typed(People):
        bios = [bool(people[one.person].bio) if one.person in people else True for one in body.persons]
        if subject.read or body.form in ITEM_5 or not any(bios):
            continue
        for at, one in enumerate(body.persons):
            if not bios[at] and not _told_of(family_of(one.person, subject), subject):
                yield Breach(f"{placed.path}.persons[{at}]", f"nothing is told of {name_of(one.person, subject)}")


def _told_of(family: str, subject: Subject) -> bool:
    """Whether a sentence of the supplement tells of a person: has the family name, and a year."""
    return any(
        family in words.text and re.search(r"\b(?:19|20)\d\d\b", words.text)
        for words in subject.prose
        if not words.path.endswith((".bio", ".reason"))
    )


def year_to_come(subject: Subject) -> Iterator[Breach]:
    """A biography tells of a year that is still to come, or is none.

    DAT-19 | warning | likely | arithmetic of the calendar

    Looks for years after `in`, `since`, `from`, `until` and `to` in the biographies that the supplement shows, and
    compares with its own date.

    Why: a biography tells what somebody has done, so a digit is wrong.

    Fails:

        bio: Ms. Quill has been with the Adviser since 2104.

    Mend: correct the year.
    """
    own = subject.supplement.date
    for key, person in subject.people.items() if own else ():
        for one in _YEAR.finditer(person.bio):
            if own and int(one["year"]) > own.year:
                yield Breach(f"registrant.people.{key}.bio", f"{one['year']} is still to come", words=one[0])
