"""Rules about the names of people: one person is spelled in one way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from generator.checks.breach import Breach
from generator.checks.likeness import misspelled
from generator.checks.persons import HONORIFICS, Likeness, Mention, PersonName, mentions, person_name, titled
from generator.checks.subject import Subject
from generator.checks.words import Words
from generator.model.kinds.trustees import Trustees
from generator.patterns import late

#: A full name that is not spelled as before: how alike, where, and the known name with its place.
_Spelling: TypeAlias = tuple[Likeness, Words, Mention, tuple[PersonName, str]]
_LETTERS = late(r",\s+(CFA|CPA|CFP|CAIA|FRM|Ph\.?D\.?|M\.?D\.?)\b")
_PRONOUN = {"male": re.compile(r"\b(?:She|she|Her|her|herself)\b"), "female": re.compile(r"\b(?:He|he|His|his|him)\b")}
_OPENING = late(r"(?:^|[.!?]\s+)(He|She|His|Her)\b")
_GENDER = {"He": "male", "His": "male", "She": "female", "Her": "female"}


def two_spellings(subject: Subject) -> Iterator[Breach]:
    """One person stands under two spellings of the forename.

    PPL-01 | error | likely | Form N-1A Item 5(b); house rule: a person is declared once

    Compares the forenames of people with one family name, over the declared names, prose and tables: spellings that
    are a slip or two apart, nicknames, and one name with two different initials. Two people who are both declared
    are two people.

    Why: a reader cannot tell whether the Stephen of one sentence is the Steven of the next, and the file then names
    a manager whom nobody employs.

    Fails:

        people:
          quill: {name: Katharine L. Quill}
        reason: Since June 2026, Katherine Quill has co-managed the Fund.

    Mend: write the name as it is declared; where they are two people, declare both.
    """
    for likeness, words, mention, (name, path) in _spellings(subject):
        if likeness == "near":
            message = f"{mention.words!r} and {_shown(name)!r} look like one person in two spellings"
            yield Breach(words.path, message, "", ((path, f"{_shown(name)} here"),), mention.words)


def fuller_elsewhere(subject: Subject) -> Iterator[Breach]:
    """A middle initial or letters after a name are used in one place only.

    PPL-02 | info | likely | house rule: a person is spelled one way everywhere

    Compares every full name in prose and tables with the name and the credentials that are declared, or else with
    the place where the name stands first.

    Why: two forms of a name raise the question whether they are two people.

    Fails:

        people:
          quill: {name: Katharine L. Quill}
        reason: Since June 2026, Katharine Quill has co-managed the Fund.

    Mend: write the name as it is declared, or declare it as it is to be written.
    """
    told = set()
    for likeness, words, mention, (name, path) in _spellings(subject):
        first = mention.name.forenames[0].casefold() == (name.forenames or ("",))[0].casefold()
        if likeness == "short" and first and mention.words not in told:
            told.add(mention.words)
            yield Breach(
                words.path,
                f"{mention.words!r} is {_shown(name)!r} elsewhere",
                also=((path, f"{_shown(name)} here"),),
                words=mention.words,
            )
    yield from _letters_not_declared(subject)


def _letters_not_declared(subject: Subject) -> Iterator[Breach]:
    for key, person in subject.people.items():
        for words in subject.prose:
            at = words.text.find(person.name)
            letters = _LETTERS.match(words.text, at + len(person.name)) if at >= 0 else None
            if letters and letters[1].replace(".", "") not in (person.credentials or "").replace(".", ""):
                declared = person.credentials or "none"
                path = f"registrant.people.{key}.name"
                message = f"{person.name} has the letters {letters[1]} here; declared are: {declared}"
                yield Breach(words.path, message, "", ((path, "declared here"),), person.name + letters[0])


def another_gender(subject: Subject) -> Iterator[Breach]:
    """A person is Ms. in one place and he, or Mr., in another.

    PPL-03 | warning | likely | house rule: words agree with the person they are about

    In a text about one person only, looks at `Mr.` and `Ms.` and at the pronouns; over all texts, at one family name
    with both.

    Why: it is the mark of a biography that was made from somebody else's.

    Fails:

        bio: Ms. Quill joined the Adviser in 2019. He was an analyst before that.

    Mend: set the honorific or the pronoun right.
    """
    first: dict[str, tuple[Mention, Words]] = {}
    for words in subject.prose:
        known = [one for one in titled(words.text) if one.honorific in HONORIFICS]
        for one in known:
            before, where = first.setdefault(one.name.family, (one, words))
            unlike = HONORIFICS[one.honorific] != HONORIFICS[before.honorific]
            if unlike and one.name.likeness(before.name) != "other" and not _several(subject, one.name.family):
                also = ((where.path, f"{before.words} here"),)
                yield Breach(words.path, f"{one.words!r} is {before.words!r} elsewhere", also=also, words=one.words)
        yield from _other_pronoun(words, known)


def _other_pronoun(words: Words, known: list[Mention]) -> Iterator[Breach]:
    """A breach at the first pronoun that does not go with the only person of a text."""
    if len({one.name.family for one in known}) != 1 or len({HONORIFICS[one.honorific] for one in known}) != 1:
        return
    gender = HONORIFICS[known[0].honorific]
    if words.path.endswith(".bio"):
        found = _PRONOUN[gender].search(words.text)
        wrong = found[0] if found else ""
    else:
        wrong = next((one[1] for one in _OPENING.finditer(words.text) if _GENDER[one[1]] != gender), "")
    if wrong:
        yield Breach(words.path, f"{wrong!r} does not go with {known[0].words!r}", words=wrong)


def family_name_misspelled(subject: Subject) -> Iterator[Breach]:
    """A family name after Mr. or Ms. is nearly that of a declared person.

    PPL-12 | warning | likely | Form N-1A Item 5(b); house rule: a person is declared once

    Compares the names after an honorific with the declared family names; a slip or two apart is a spelling of the
    same name, unless somebody of that very name is declared.

    Why: like a second spelling of a forename, it makes two people of one.

    Fails:

        people:
          quill:
            name: Katharine L. Quill
            bio: Ms. Quil joined the Adviser in 2019.

    Mend: write the name as it is declared.
    """
    declared = {person_name(one.name).family: key for key, one in subject.registrant.people.items()}
    declared_here = {person_name(person.name).family for person in subject.people.values()}
    for words in subject.prose if declared_here else ():
        for one in titled(words.text):
            family = one.name.family
            near = next((name for name in declared_here if misspelled(name, family)), None)
            if near and family not in declared and _may_be(one.name, near, subject):
                also = ((f"registrant.people.{declared[near]}.name", "declared here"),)
                yield Breach(words.path, f"{family!r} is nearly {near!r}", also=also, words=one.words)


def anothers_biography(subject: Subject) -> Iterator[Breach]:
    """A biography names somebody else, and not the person it is about.

    PPL-13 | warning | likely | Form N-1A Item 10(a)(2)

    Looks for the family names after `Mr.` and `Ms.` in a declared biography.

    Why: a biography that was copied to start from keeps the other name in the middle.

    Fails:

        rowan:
          name: Peter Rowan
          bio: Ms. Quill joined the Adviser in 2019.

    Mend: put the person's own name and history there.
    """
    for key, person in subject.people.items():
        family = person_name(person.name).family
        named = [one for one in titled(person.bio) if not misspelled(one.name.family, family)]
        if named and family not in person.bio:
            message = f"the biography of {person.name} speaks of {named[0].words!r} only"
            yield Breach(f"registrant.people.{key}.bio", message, words=named[0].words)


def _spellings(subject: Subject) -> list[_Spelling]:
    """Every full name that is not spelled as before, with its likeness to the known name of the same person."""
    return subject.once(_all_spellings)


def _all_spellings(subject: Subject) -> list[_Spelling]:
    found: list[_Spelling] = []
    known = _declared(subject)
    own = {path for _, path in known}
    titles = (one.name.family for words in subject.prose for one in titled(words.text))
    families = dict.fromkeys([*(name.family for name, _ in known), *titles])
    for words in subject.words if families else ():
        if words.path in own:
            continue
        for one in mentions(words.text, families):
            if one.name.forenames:
                likeness, nearest = _nearest(one.name, known)
                if nearest:
                    found.append((likeness, words, one, nearest))
                elif likeness == "other":
                    known.append((one.name, words.path))
    return found


def _declared(subject: Subject) -> list[tuple[PersonName, str]]:
    """The people who are declared, and the trustees, with the paths of their names."""
    people = [
        (person_name(one.name), f"registrant.people.{key}.name") for key, one in subject.registrant.people.items()
    ]
    for placed, body in subject.typed(Trustees):
        for part in ("changes", "members"):
            names = [person_name(one.name) for one in getattr(body, part)]
            people += [(name, f"{placed.path}.{part}[{at}].name") for at, name in enumerate(names)]
    return people


def _nearest(name: PersonName, known: list[tuple[PersonName, str]]) -> tuple[Likeness, tuple[PersonName, str] | None]:
    """The likeness to the known name that a name is most like; none where it is spelled just so, or is nobody's."""
    found: dict[Likeness, tuple[PersonName, str]] = {}
    for one in known:
        found.setdefault(name.likeness(one[0]), one)
    if "same" in found:
        return "same", None
    likeness: Likeness = "short" if "short" in found else "near" if "near" in found else "other"
    return likeness, None if likeness == "other" else found[likeness]


def _several(subject: Subject, family: str) -> bool:
    """Whether several people of a family name are declared."""
    return sum(person_name(one.name).family == family for one in subject.registrant.people.values()) > 1


def _may_be(name: PersonName, family: str, subject: Subject) -> bool:
    """Whether a name with its family name put right may be that of a declared person."""
    right = PersonName(name.forenames, family)
    return any(person_name(one.name).likeness(right) != "other" for one in subject.people.values())


def _shown(name: PersonName) -> str:
    return " ".join((*name.forenames, name.family))
