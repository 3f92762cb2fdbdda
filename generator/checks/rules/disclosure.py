"""Rules about what the form asks to be told with a new portfolio manager or adviser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checks.breach import Breach
from generator.checks.career import Moment, moments, periods
from generator.checks.rules._serving import name_of, served
from generator.checks.subject import Placed, Subject
from generator.model.kinds.adviser_change import AdviserChange
from generator.model.kinds.people import ITEM_5, People
from generator.patterns import late

#: From here on the SAI tells of pay, other accounts and ownership (Release 33-8458, compliance from February 28, 2005).
_SINCE_2005 = date(2005, 2, 28)
#: Words by which a biography tells of an earlier time, or counts years.
_EARLIER = late(
    r"\b(?:prior|before|previous\w*|former\w*|earlier|began|begun|started|career|after|graduat\w+|years|between|until"
    r"|rejoin\w*|return\w*)\b",
    re.I,
)
_SAI = late(r"\bSAI\b|statement of additional information", re.I)
_SAI_TELLS = late(r"\bcompensat\w+|\bpaid\b|\bother accounts?\b|\bown(?:s|ed|ership)?\b", re.I)
_ZIP = late(r"\b[A-Z][a-z]+,? (?:[A-Z]{2}|[A-Z][a-z]+) \d{5}\b")


def five_years(subject: Subject) -> Iterator[Breach]:
    """A biography does not cover the past five years.

    PM-02 | warning | likely | Form N-1A Item 10(a)(2)

    Looks at the years in the biographies that a prospectus gets. Something has to be told of every year from five
    years before the supplement on; "before that" or "previously" counts, and so does a number of years.

    Why: the form asks for the business experience during the past five years.

    Fails:

        date: 2026-09-14
        bio: Ms. Quill joined the Adviser in 2024.
        - people: [{person: quill, since: 2024}]

    Mend: say where the person worked before.
    """
    today = subject.supplement.date
    told = set()
    for placed, body in subject.typed(People):
        if not today or body.form in ITEM_5 or "prospectus" not in _documents(placed, subject):
            continue
        for key in (one.person for one in body.persons):
            person = subject.registrant.people.get(key)
            begins = person and person.bio and key not in told and _untold(person.bio, today)
            if person and begins:
                told.add(key)
                message = f"the biography of {person.name} tells nothing of the time from {begins[0]} to {begins[1]}"
                yield Breach(f"registrant.people.{key}.bio", message)


def _untold(bio: str, today: date) -> tuple[Moment, Moment] | None:
    """The first and last moment of the past five years that a biography does not cover; None where it covers all.

    Years count as whole: a gap of less than a year is none.
    """
    reached, now = Moment(today.year - 5, today.month), Moment(today.year, today.month)
    if _EARLIER.search(bio):
        return None
    ended = [one for one in periods(bio) if one.end]
    for one in sorted(ended, key=lambda told: told.start):
        if one.end and one.start.year <= reached.year + 1 and reached.before(one.end):
            reached = one.end
    open_ended = [one.start for one in moments(bio) if one.start not in {other.start for other in ended}]
    first = min((start for start in open_ended if not now.before(start)), default=now)
    return (
        (reached, first)
        if first.year > reached.year + (first.month == 0 or bool(first.month > reached.month))
        else None
    )


def sai_tells_more(subject: Subject) -> Iterator[Breach]:
    """The prospectus no longer says that the SAI tells how portfolio managers are paid and what they own.

    PM-04 | warning | likely | Form N-1A Item 10(a)(2)

    Where a list with biographies replaces a whole section of a prospectus, looks for a sentence that names the SAI
    and pay, other accounts or ownership. Supplements before March 2005 are let pass.

    Why: the sentence stands beside the biographies, and goes with the section that is replaced.

    Fails:

        operation: replace_section
        content:
          - people: [{person: quill, since: 2019-05}]

    Mend: add the sentence below the list.
    """
    for placed, body in () if _early(subject) else subject.typed(People):
        replaces = placed.change and placed.change.operation == "replace_section"
        asked = replaces and body.form not in ITEM_5 and "prospectus" in _documents(placed, subject)
        if asked and not any(_SAI.search(words.text) and _SAI_TELLS.search(words.text) for words in subject.words):
            yield Breach(
                placed.path, "the section that is replaced pointed to the SAI for pay, other accounts and ownership"
            )


def no_address(subject: Subject) -> Iterator[Breach]:
    """A new adviser or sub-adviser has no address.

    PM-05 | warning | likely | Form N-1A Item 10(a)(1)(i)

    Looks at changes of adviser in a prospectus: `address:`, or an address in the prose of the same change.

    Why: the form asks for the name and address of each adviser, with its experience and services.

    Fails:

        - adviser_change: {role: sub_adviser, outgoing: Old Mill Partners LLC, incoming: Fern Hollow Capital LLC}

    Mend: add `address:`.
    """
    for placed, body in subject.typed(AdviserChange):
        near = f"changes[{placed.number}]."
        asked = body.incoming and not body.address and "prospectus" in _documents(placed, subject)
        if asked and not any(_ZIP.search(one.text) for one in subject.prose if one.path.startswith(near)):
            yield Breach(placed.path, f"the address of {body.incoming} is missing")


def no_basis(subject: Subject) -> Iterator[Breach]:
    """It is not told where the board's reasons for a new adviser can be found.

    PM-06 | info | likely | Form N-1A Item 10(a)(1)(iii)

    Looks at changes of adviser in a prospectus for `basis:`, or for prose about the basis of the board's approval.

    Why: the form asks for the report in which the board's reasons are discussed, and the period that it covers.

    Fails:

        - adviser_change: {role: sub_adviser, outgoing: Old Mill Partners LLC, incoming: Fern Hollow Capital LLC}

    Mend: add `basis: {report: annual, ended: 2026-12-31}`.
    """
    for placed, body in subject.typed(AdviserChange):
        asked = body.incoming and not body.basis and "prospectus" in _documents(placed, subject)
        if asked and not any("basis for" in words.text for words in subject.prose):
            yield Breach(placed.path, f"where the board's reasons for {body.incoming} are discussed is not told")


def not_in_the_sai(subject: Subject) -> Iterator[Breach]:
    """A portfolio manager joins, and the SAI is not supplemented.

    PM-07 | warning | likely | Form N-1A Item 20

    Looks at who joins in a supplement that does not amend the SAI. Supplements before March 2005 are let pass.

    Why: the SAI lists each portfolio manager's other accounts, pay and ownership.

    Fails:

        targets: [{document: prospectus, date: 2026-03-01}]
        - manager_change: {removed: [rowan], added: [quill]}

    Mend: add the SAI to `targets:` with a change of its tables, or supplement it at the same time.
    """
    if _early(subject) or any(target.document == "sai" for target in subject.supplement.targets):
        return
    for one in served(subject):
        if one.part == "added" and subject.supplement.targets:
            name = name_of(one.one.person, subject)
            yield Breach(one.path, f"{name} joins, and the SAI does not tell of other accounts, pay and ownership")


def _early(subject: Subject) -> bool:
    """Whether a supplement is older than what the SAI has to tell of portfolio managers."""
    return subject.supplement.date is not None and subject.supplement.date < _SINCE_2005


def _documents(placed: Placed, subject: Subject) -> set[str]:
    targets = subject.house.targets_of(placed.change) if placed.change else subject.supplement.targets
    return {target.document for target in targets}
