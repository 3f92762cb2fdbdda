"""Rules about portfolio managers: who joins is listed, who leaves is not, and each has a beginning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.checks.breach import Breach
from generator.checks.career import managing
from generator.checks.rules._serving import Left, Served, family_of, is_own, left, name_of, served
from generator.checks.sentences import sentences
from generator.checks.subject import Placed, Subject
from generator.checks.words import Words
from generator.model.kinds.manager_change import ManagerChange
from generator.model.kinds.people import ITEM_5, People
from generator.model.supplement import Change, Target
from generator.patterns import late

_JOINS = late(r"\b(?:join\w*|co-manag\w*|together with|jointly)\b", re.I)
_LEAVES = late(
    r"\b(?:retir\w+|leav\w+|left|resign\w*|no longer|replac\w+|succe\w+|step\w* down|depart\w*|in place of|former\w*"
    r"|takes the place)\b",
    re.I,
)
_TOGETHER = late(r"\b(?:jointly|joint|lead|leads|team|together|primarily responsible|co-manag\w+)\b", re.I)
_SERVES = late(r"manag(?:ed|es|ing)|\bjoin|\bserv|\bbec[oa]m|\bbeen\b|\bis\b")
#: The end of a heading that a reader took for a person: `Stock market risk`.
_NO_NAME = late(r" [a-z]+$")
#: As many as need be named (instruction 2 to Item 5(b)).
_MOST = 5


def no_biography(subject: Subject) -> Iterator[Breach]:
    """Somebody who manages a fund from now on has no biography, or has one and is not among those who do.

    PPL-04 | error | likely | Form N-1A Items 5(b) and 10(a)(2)

    Compares a change of managers and the sentence before a lead-in with the list of portfolio managers for the same
    fund: who joins or stays is in the list; where it is said who stays, nobody else is. Who joins has a biography,
    unless the supplement amends no prospectus but a summary: that tells names, titles and years (Item 5(b)).

    Why: the list replaces the old one, and whoever is not in it is no portfolio manager in the document.

    Fails:

        - manager_change: {removed: [rowan], added: [quill]}
        - people: [{person: ames, since: 2019-05}]

    Mend: add the person to the list, or take them out of the change; to one without a biography, give a `bio:` where
    they are declared.
    """
    everybody, tells = served(subject), _tells_of_careers(subject.supplement.targets)
    listed = [one for one in everybody if one.part == "persons"]
    changed = [one for one in everybody if one.part != "persons"]
    for one in changed:
        funds = one.funds & {fund for other in listed for fund in other.funds}
        key, name = one.one.person, name_of(one.one.person, subject)
        person = subject.registrant.people.get(key)
        if funds - {fund for other in listed if other.one.person == key for fund in other.funds}:
            yield Breach(one.path, f"{name} manages the fund, and is not in the list of portfolio managers")
        elif person and one.part == "added" and tells and not person.bio and not _told_of(key, subject):
            message, help = f"{name} joins, and nothing is told of their experience", f"add `bio:` to people.{key}"
            yield Breach(
                one.path, message, f"{help} of the registrant, with the years and posts of the last five years"
            )
    yield from _unmentioned(listed, subject)
    for number, change in enumerate(subject.supplement.changes):
        yield from _joined_in_prose(number, change, subject)


def _tells_of_careers(targets: Iterable[Target]) -> bool:
    """Whether one of the documents tells of careers and roles: a prospectus does, by Item 10; so may an unknown one."""
    documents = {target.document for target in targets}
    return not documents or "prospectus" in documents


def _told_of(key: str, subject: Subject) -> bool:
    """Whether some prose tells of a person: names them and a year."""
    family = family_of(key, subject)
    return any(family in one.text and re.search(r"\b(?:19|20)\d\d\b", one.text) for one in subject.prose)


def _unmentioned(listed: list[Served], subject: Subject) -> Iterator[Breach]:
    """Breaches where a list has somebody whom a change that says who stays does not mention."""
    named = {one.path: one for one in served(subject) if one.part != "persons"}
    for placed, body in subject.typed(ManagerChange):
        if not body.continuing:
            continue
        own = [one for path, one in named.items() if path.startswith(f"{placed.path}.")]
        keys = {one.one.person for one in own} | {one.person for one in body.removed}
        for one in listed:
            if one.funds <= own[0].funds and one.one.person not in keys:
                also = ((placed.path, "who joins and stays"),)
                yield Breach(
                    one.path, f"{name_of(one.one.person, subject)} is listed, and neither joins nor stays", also=also
                )


def _joined_in_prose(number: int, change: Change, subject: Subject) -> Iterator[Breach]:
    """Breaches where the reason of a change has somebody join who is not in the list that it brings."""
    lists = [block.body for block in change.content if isinstance(block.body, People)]
    keys = {one.person for body in lists for one in body.persons}
    for sentence in sentences(change.reason) if lists else ():
        if _JOINS.search(sentence) and not _LEAVES.search(sentence):
            for key, person in subject.registrant.people.items():
                if person.name in sentence and key not in keys:
                    message = f"{person.name} manages the fund, and is not in the list below"
                    yield Breach(f"changes[{number}].reason", message, words=person.name)


def nobody_leads(subject: Subject) -> Iterator[Breach]:
    """Several people manage a fund, and it is not told who leads, or that they act together.

    PPL-11 | info | possible | Form N-1A Item 10(a)(2), instruction 2

    Looks at lists of two and more without any `role:`, where no change of managers says `responsibility:` and no
    sentence speaks of leading, of a team or of acting jointly; not at lists for a summary prospectus or an SAI alone.

    Why: the form asks for the role of each member of a team, such as the lead member.

    Fails:

        - people: [{person: quill, since: 2019-05}, {person: ames, since: 2021}]

    Mend: state `role: lead` for who leads, or say in a sentence that they act jointly.
    """
    if any(body.responsibility for _, body in subject.typed(ManagerChange)):
        return
    for placed, body in subject.typed(People):
        several = len(body.persons) > 1 and not any(one.role for one in body.persons)
        targets = subject.house.targets_of(placed.change) if placed.change else subject.supplement.targets
        if several and _tells_of_careers(targets) and not any(_TOGETHER.search(words.text) for words in subject.prose):
            yield Breach(placed.path, f"{len(body.persons)} people manage the fund, and nothing is told of their roles")


def still_listed(subject: Subject) -> Iterator[Breach]:
    """Somebody who leaves is still listed as a portfolio manager.

    PPL-16 | error | likely | Form N-1A Item 5(b)

    Compares who leaves with the lists of portfolio managers of the same funds.

    Why: the two changes contradict each other, and the document ends up with the person in it.

    Fails:

        - manager_change: {removed: [rowan], added: [quill]}
        - people: [{person: rowan, since: 2015}, {person: quill, since: 2026-09}]

    Mend: take the person out of the list.
    """
    gone = {(one.person, fund): one for one in left(subject) for fund in one.funds}
    for one in served(subject):
        leaving = next((gone[one.one.person, fund] for fund in one.funds if (one.one.person, fund) in gone), None)
        if leaving and one.part == "persons":
            also = ((leaving.path, "leaves here"),)
            yield Breach(one.path, f"{name_of(one.one.person, subject)} leaves, and is still listed", also=also)


def no_beginning(subject: Subject) -> Iterator[Breach]:
    """It is not told since when somebody manages the fund.

    PM-01 | warning | likely | Form N-1A Item 5(b)

    Looks at lists with biographies. The beginning may stand in `since:`, in a change of managers, in the biography
    or in a sentence that has the person manage the fund since a day. With the firm since a day is something else.

    Why: the form asks for name, title and length of service of each portfolio manager.

    Fails:

        bio: Ms. Quill has been with the Adviser since 2014.
        - people: [quill]

    Mend: add `since:`, such as `{person: quill, since: 2019-05}`.
    """
    everybody = served(subject)
    known = {one.one.person for one in everybody if one.since}
    for placed, body in subject.typed(People):
        for at, one in enumerate(body.persons if body.form not in ITEM_5 else ()):
            strange = subject.read and _NO_NAME.search(name_of(one.person, subject))
            if one.person not in known and not strange and not _begins_in_prose(one.person, subject):
                message = f"it is not told since when {name_of(one.person, subject)} manages the fund"
                yield Breach(f"{placed.path}.persons[{at}]", message)


def _begins_in_prose(key: str, subject: Subject) -> bool:
    """Whether a sentence, or the person's biography, tells since when they manage the fund."""
    return any(_begins_in(words, key, subject) for words in subject.prose)


def _begins_in(words: Words, key: str, subject: Subject) -> bool:
    if words.path == f"registrant.people.{key}.bio":
        return any(is_own(told.words, subject) for told in managing(words.text))
    family = family_of(key, subject)
    if family not in words.text:
        return False
    return any(
        _begins_with(family, sentence) and any(is_own(told.words, subject) for told in managing(sentence))
        for sentence in sentences(words.text)
    )


def _begins_with(family: str, sentence: str) -> bool:
    """Whether a sentence names somebody before its verb: who is named after it has somebody beside them."""
    verb = _SERVES.search(sentence)
    return verb is not None and 0 <= sentence.find(family) < verb.start()


def more_than_need_be(subject: Subject) -> Iterator[Breach]:
    """More than five portfolio managers are listed.

    PM-03 | info | certain | Form N-1A Item 5(b), instruction 2

    Counts the people of each list.

    Why: where a team has more than five members, only the five with the most responsibility need be named, and the
    list has to be supplemented whenever one of them changes.

    Fails:

        - people: [a1, a2, a3, a4, a5, a6]

    Mend: name the five with the most significant responsibility, or keep them all.
    """
    for placed, body in subject.typed(People):
        if len(body.persons) > _MOST:
            yield Breach(placed.path, f"{len(body.persons)} portfolio managers are listed; five need be")


def leaves_one_document_only(subject: Subject) -> Iterator[Breach]:
    """Somebody leaves one of the documents, and stays in another.

    PM-09 | error | likely | house rule: the documents of a fund agree

    For each person who leaves, compares the documents that the change is for with those that the supplement amends.
    A document in which another change names the person is taken to be dealt with.

    Why: the summary prospectus then has another portfolio manager than the SAI.

    Fails:

        targets: [{document: summary_prospectus, date: 2026-03-01}, {document: sai, date: 2026-03-01}]
        documents: summary_prospectus

    Mend: leave out `documents:`, or add the change for the other document.
    """
    targets = [target.document for target in subject.supplement.targets]
    for (key, _), some in groupby(left(subject), key=lambda one: (one.person, sorted(one.funds))):
        ones = [*some]
        covered = {document for one in ones for document in _documents(one.placed, subject)}
        missing = [one for one in targets if one not in covered | _named_in(family_of(key, subject), subject)]
        if missing:
            where = " and ".join("SAI" if one == "sai" else one.replace("_", " ") for one in missing)
            yield Breach(ones[0].path, f"{name_of(key, subject)} leaves, and stays in the {where}")


def _documents(placed: Placed, subject: Subject) -> set[str]:
    """The documents that a block changes: what stands in the opening or closing, all of them."""
    targets = subject.house.targets_of(placed.change) if placed.change else subject.supplement.targets
    return {one.document for one in targets}


def deleted_and_serving(subject: Subject) -> Iterator[Breach]:
    """All references to somebody are deleted, who manages another fund of the same supplement.

    PM-12 | error | likely | house rule: the changes of a supplement agree

    For each person who leaves and references to whom are deleted (`references_deleted:`, yes unless stated), looks for
    another fund of the supplement whose managers they join, or among whom they stay or are listed.

    Why: the sentence that deletes the references names no fund, so it deletes the person there too.

    Fails:

        - manager_change: {funds: [growth], removed: [rowan], continuing: [quill]}
        - manager_change: {funds: [income], added: [rowan], continuing: [quill]}

    Mend: write `references_deleted: no` in the change in which the person leaves.
    """
    deletes = {placed.path for placed, body in subject.typed(ManagerChange) if body.references_deleted}
    for one in left(subject):
        elsewhere = next((other for other in served(subject) if _serves_elsewhere(one, other)), None)
        if one.placed.path in deletes and elsewhere:
            name = name_of(one.person, subject)
            also = ((elsewhere.path, "manages another fund here"),)
            yield Breach(one.path, f"all references to {name} are deleted, who manages another fund", also=also)


def _serves_elsewhere(gone: Left, one: Served) -> bool:
    return one.one.person == gone.person and bool(one.funds - gone.funds)


def _named_in(family: str, subject: Subject) -> set[str]:
    """The documents for which some change has words with a family name."""
    found: set[str] = set()
    for words in subject.words:
        number = re.match(r"changes\[(\d+)\]", words.path)
        if number and family in words.text:
            found.update(one.document for one in subject.house.targets_of(subject.supplement.changes[int(number[1])]))
    return found
