"""Rules about the documents that a supplement amends: which they are, how they are called, what belongs in which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checks.breach import Breach
from generator.checks.rules._days import DAY, said_day
from generator.checks.rules._parts import documents_of, of_registrant
from generator.checks.subject import Placed, Subject
from generator.model.content import Kind
from generator.model.kinds.benchmark import Benchmark
from generator.model.kinds.example import Example
from generator.model.kinds.fee_table import FeeTable
from generator.model.kinds.manager_change import ManagerChange
from generator.model.kinds.objective import Objective
from generator.model.kinds.people import ITEM_5, People
from generator.model.kinds.restriction import Restriction
from generator.model.kinds.risk import Risk
from generator.model.kinds.strategy import Strategy
from generator.model.kinds.trustees import Trustees
from generator.model.supplement import DocumentName
from generator.patterns import late

#: What documents are called in sentences.
NAMES: dict[DocumentName, str] = {
    "summary_prospectus": "summary prospectus",
    "prospectus": "prospectus",
    "sai": "Statement of Additional Information",
}
#: From when funds could have a summary prospectus (Rule 498, effective March 2009, fully since 2010), and had to tell
#: of portfolio managers in the SAI (Release 33-8458, February 28, 2005).
FIRST_SUMMARY, FIRST_SAI = date(2010, 1, 1), date(2005, 3, 1)
_DATED = late(
    r"\b(?:(?P<summary_prospectus>Summary Prospectus(?:es)?)|(?P<prospectus>Prospectus(?:es)?)"
    rf"|(?P<sai>Statements? of Additional Information|SAIs?)),? (?:each )?dated (?:as of )?{DAY}",
    re.IGNORECASE,
)
_OTHERS = late(r"\b(?:Acquiring|Successor|Underlying|Target|Proxy|Combined)\b[^.;]*$", re.IGNORECASE)
#: Another supplement, whose own day may be the one that follows; not “This supplement to the”.
_ANOTHER_SUPPLEMENT = late(
    r"\b(?:the|any|all|each|every|prior|previous|earlier|other|existing) supplements? to (?:the |each |any )?"
    r"(?:[\w\u2019']+(?:'s|\u2019s?|s') )?$",
    re.IGNORECASE,
)
_MANY = late(r"(?<!Summary )\bProspectuses\b")
_ONE = late(r"\bthe (?:Fund's |Portfolio's )?Prospectus\b(?! and | or )")
#: Where the form has what each kind brings (Form N-1A Items 2 to 4, 9, 16 and 17).
_BELONGS: tuple[tuple[type[Kind], str, frozenset[DocumentName]], ...] = (
    (Trustees, "Item 17", frozenset({"sai"})),
    (Restriction, "Item 16", frozenset({"sai", "prospectus"})),
    (Objective, "Items 2 and 9", frozenset({"summary_prospectus", "prospectus"})),
    (Strategy, "Items 4 and 9", frozenset({"summary_prospectus", "prospectus"})),
    (Risk, "Items 4 and 9", frozenset({"summary_prospectus", "prospectus"})),
    (Benchmark, "Item 4", frozenset({"summary_prospectus", "prospectus"})),
    (FeeTable, "Item 3", frozenset({"summary_prospectus", "prospectus"})),
    (Example, "Item 3", frozenset({"summary_prospectus", "prospectus"})),
)


def another_date(subject: Subject) -> Iterator[Breach]:
    """The words give a document another date than the one that it bears.

    DOC-01 | error | likely | Rule 497(e): the supplement says which document it amends

    Looks for “Prospectus dated …” and its like in the author's own words and compares the day with `targets:`. In
    “the supplement to the Prospectus dated …” the day may be the other supplement's.

    Why: the reader looks for a document that is not there, or changes the wrong one.

    Fails:

        targets:
          - {document: prospectus, date: 2026-05-01}
        opening: This supplement changes the Prospectus dated May 1, 2025.

    Mend: correct the day in the words, or the date of the document.
    """
    known = {
        document: {
            day
            for one in subject.supplement.targets
            if one.document == document and one.date
            for day in (one.date, *one.supplements)
        }
        for document in NAMES
    }
    for words in subject.words:
        for match in () if of_registrant(words.path) else _DATED.finditer(words.text):
            document = next(name for name in NAMES if match[name])
            day, before = said_day(match), words.text[: match.start()]
            another = _OTHERS.search(before) or (words.role != "header" and _ANOTHER_SUPPLEMENT.search(before))
            if day and known[document] and day not in known[document] and not another:
                dates = " and ".join(map(str, sorted(known[document])))
                yield Breach(words.path, f"the {NAMES[document]} is dated {dates}, not {day}", words=match[0])


def managers_in_every_document(subject: Subject) -> Iterator[Breach]:
    """Portfolio managers change, and a document that names them is not amended.

    DOC-02 | warning | likely | Form N-1A Items 5(b), 10(a)(2) and 20

    The summary prospectus names the managers, the SAI has their other accounts and pay. Both have to be targets where
    managers change or their biographies are replaced. Documents that were read are not looked at: their other
    supplements are other files. What the SAI needs of somebody who joins is PM-07.

    Why: the document that is forgotten goes on naming who has left.

    Fails:

        targets:
          - {document: prospectus, date: 2026-03-01}
        changes:
          - content:
              - manager_change: {removed: [thorne], continuing: [lin]}

    Mend: add the document to `targets:`; where the fund has none, waive the finding and say so.
    """
    own, documents = subject.supplement.date, {one.document for one in subject.supplement.targets}
    if own is None or subject.read or not documents:
        return
    placed = next(iter(_of_managers(subject)), None)
    if placed and own >= FIRST_SUMMARY and "summary_prospectus" not in documents and "prospectus" in documents:
        yield Breach(placed.path, "portfolio managers change, and no summary prospectus is amended")
    joins = any(body.added for _, body in subject.typed(ManagerChange))
    if placed and own >= FIRST_SAI and "sai" not in documents and not joins:
        yield Breach(
            placed.path, "portfolio managers change, and the Statement of Additional Information is not amended"
        )


def number(subject: Subject) -> Iterator[Breach]:
    """The words speak of several prospectuses where there is one, or of one where there are several.

    DOC-03 | warning | likely | house rule: words agree with the documents

    “Prospectuses” wants more than one prospectus among the targets, or one with `plural: yes`. In openings, reasons,
    lead-ins and closings, “the Prospectus” wants a single one.

    Why: a holder of another class cannot tell whether the prospectus in hand is meant.

    Fails:

        targets:
          - {document: prospectus, date: 2026-05-01}
        opening: This supplement changes the Prospectuses.

    Mend: write “Prospectus” or “Prospectuses”, or set `plural:` of the document.
    """
    prospectuses = [one for one in subject.supplement.targets if one.document != "sai"]
    several = len(prospectuses) > 1 or any(one.plural for one in prospectuses)
    plural = sum(1 + one.plural for one in prospectuses if one.document == "prospectus") > 1
    for words in subject.prose if prospectuses else ():
        if of_registrant(words.path):
            continue
        if not several and (match := _MANY.search(words.text)):
            yield Breach(words.path, "there is one prospectus, and the words speak of several", words=match[0])
        around = words.path.startswith(("opening", "closing")) or words.path.endswith((".reason", ".lead_in"))
        if plural and around and not subject.read and (match := _ONE.search(words.text)):
            yield Breach(words.path, "there are several prospectuses, and the words speak of one", words=match[0])


def several_of_a_kind(subject: Subject) -> Iterator[Breach]:
    """Two documents of one kind are amended, and the lead-ins call both the same.

    DOC-15 | warning | likely | house rule: each document can be told from the others

    Looks for two targets of one kind that bear different dates. In the header the dates tell them apart; a lead-in
    would speak of “the Prospectus and the Prospectus”, with one page for both. Documents that were read are not
    looked at.

    Why: who holds the one cannot tell what changes in it, and where.

    Fails:

        targets:
          - {document: prospectus, date: 2026-03-01}
          - {document: prospectus, date: 2026-05-01}
        changes:
          - {operation: delete, location: {section: Buying}}

    Mend: make a supplement for each, or write one target with `plural: yes` where they bear one date.
    """
    led = any(change.operation != "notice" and not change.lead_in for _, change in subject.changes)
    kinds = [target.document for target in subject.supplement.targets]
    for index, kind in enumerate(kinds if led and not subject.read else ()):
        if kind in kinds[:index]:
            message = f"another {NAMES[kind]} is amended, and a lead-in would call both “the {NAMES[kind]}”"
            yield Breach(f"targets[{index}]", message)


def pages(subject: Subject) -> Iterator[Breach]:
    """A page is given for one document and not for another that changes at the same place.

    DOC-04 | info | likely | house rule: pages for all documents or for none

    Compares the documents that a change amends with those for which `location.page` has a page.

    Why: whoever has the other document looks for the page in vain, or on the wrong one.

    Fails:

        location: {section: Buying Shares, page: {prospectus: 12}}

    Mend: add the page in the other document, or say with `documents:` that it does not change.
    """
    for path, change in subject.changes:
        given, amended = change.location.page, documents_of(subject, change)
        missing = [name for document, name in NAMES.items() if document in amended - given.keys()]
        if given and missing and given.keys() <= amended:
            yield Breach(f"{path}.location.page", f"there is no page for the {' and the '.join(missing)}")


def page_elsewhere(subject: Subject) -> Iterator[Breach]:
    """A page is given for a document that the change does not amend.

    DOC-13 | error | certain | house rule: nothing is dropped

    Compares `location.page` with the documents that the change amends: those of its `documents:`, else all `targets:`.
    A page without a document is that in the only one, or else that in the prospectus.

    Why: the lead-in names no such document, so that it could not show the page.

    Fails:

        targets:
          - {document: summary_prospectus, date: 2026-05-01}
        changes:
          - operation: delete
            location: {section: Management, page: {prospectus: 7}}

    Mend: give the page in each document that changes, such as `page: {summary_prospectus: 7}`.
    """
    for path, change in subject.changes:
        given, amended = change.location.page, documents_of(subject, change)
        strange = [document for document in given if document not in amended]
        if not strange or change.operation == "notice" or change.lead_in:
            continue
        message = f"the change does not amend the {' or the '.join(NAMES[one] for one in strange)}"
        pages = [f"{one}: {given.get(one, given[strange[0]])}" for one in NAMES if one in amended]
        help = f"write the page in each document that it amends: page: {{{', '.join(pages)}}}"
        yield Breach(f"{path}.location.page", message, help if pages else "leave the page out, or add `targets:`")


def where_it_belongs(subject: Subject) -> Iterator[Breach]:
    """What changes stands in none of the documents that are amended.

    DOC-10 | warning | likely | Form N-1A Items 2 to 4, 9, 16 and 17

    Trustees stand in the SAI; objective, strategies, principal risks, performance and fees in the prospectus and its
    summary; investment restrictions in the SAI, where the prospectus does not repeat them.

    Why: the document that says otherwise stays as it is.

    Fails:

        targets:
          - {document: prospectus, date: 2026-05-01}
        changes:
          - content:
              - trustees:
                  changes: [{name: Ana Ruiz, event: appointed, role: Trustee, date: 2026-10-01}]

    Mend: add the document to `targets:`, and to `documents:` of the change.
    """
    for placed in subject.blocks:
        if isinstance(placed.body, Risk) and placed.body.principal is not True:
            continue
        amended = documents_of(subject, placed.change)
        for kind, item, documents in _BELONGS:
            if isinstance(placed.body, kind) and amended and not amended & documents:
                names = " or the ".join(NAMES[one] for one in NAMES if one in documents)
                yield Breach(placed.path, f"this belongs in the {names} ({item}), which is not amended here")


def _of_managers(subject: Subject) -> Iterator[Placed]:
    """The blocks that change what documents say of portfolio managers."""
    for placed in subject.blocks:
        if isinstance(placed.body, ManagerChange) or (
            isinstance(placed.body, People) and placed.body.form not in ITEM_5
        ):
            yield placed
