"""Rules about what the notes and words around a fee table must say: restated, estimated, other fees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checks.breach import Breach
from generator.checks.rules._charges import Charges
from generator.checks.rules._fee_tables import charges, charges_of
from generator.checks.subject import Subject
from generator.model.kinds.class_launch import ClassLaunch
from generator.model.kinds.correction import Correction
from generator.model.kinds.diversification import Diversification
from generator.model.kinds.example import Example
from generator.model.kinds.waiver import Waiver
from generator.model.kinds.waiver_change import WaiverChange
from generator.model.kinds.waiver_end import WaiverEnd
from generator.patterns import late

_FEEDER = late(r"\b(?:feeder (?:fund|portfolio)|master[-/ ]feeder|master (?:fund|portfolio|trust))\b", re.IGNORECASE)
_NO_FEEDER = late(r"\bno longer\b|\bcease|\bstand-?alone\b|\bwithdr[ae]w", re.IGNORECASE)
_RESTATED = late(r"\brestat", re.IGNORECASE)
_CORRECTED = late(r"\bcorrect|\berror\b|\berroneous", re.IGNORECASE)
_ESTIMATED = late(r"\bestimat", re.IGNORECASE)
_MOVES = r"\b(?:reduc|increas|lower|rais|chang|decreas)"
_FEES = r"\b(?:management|advisory|12b-1|distribution|service) fees?\b"
_FEE_CHANGES = late(rf"{_MOVES}\w* [^.]{{0,60}}{_FEES}|{_FEES} [^.]{{0,60}}{_MOVES}", re.IGNORECASE)
_GROWTH = late(
    r"\b(?:growth|increase|rise) (?:in|of) (?:the \w+.s |its |net |average )*assets|\basset growth|\bbreakpoint"
    r"|\b(?:larger|higher|greater) (?:net |average )*assets",
    re.IGNORECASE,
)
_CORRELATES = late(r"\bcorrelate|\bfinancial highlights\b", re.IGNORECASE)
_OTHER_FEES = late(r"\bbrokerage commissions?\b", re.IGNORECASE)
_FEES_SECTION = late(r"fees and expenses(?: of .*)?", re.IGNORECASE)
#: From this day on prospectuses say that investors may pay other fees (amendment of Item 3 with Rule 6c-11).
_OTHER_FEES_SINCE = date(2020, 12, 23)


def feeder(subject: Subject) -> Iterator[Breach]:
    """A fund invests through a master fund, and the fee table does not say that it counts the expenses of both.

    FEE-05 | warning | possible | Form N-1A Item 3, Instruction 1(d)(i)

    Looks for words on a feeder or master fund, or a change into a feeder, beside a fee table whose notes do not name
    the master.

    Why: an investor pays both, and the form asks for one table with a note that says so.

    Fails:

        - The Fund is a feeder fund and invests all of its assets in the Harbor Master Portfolio.
        - fee_table: {rows: {management_fee: 0.65%, other_expenses: 0.10%}}

    Mend: add a note to the table: it reflects the expenses of both the Fund and the Master Portfolio.
    """
    tables = [one for one in charges(subject) if not any("master" in note.text.lower() for note in one.notes)]
    if not tables:
        return
    said = [one.path for one in subject.prose if _FEEDER.search(one.text) and not _NO_FEEDER.search(one.text)]
    turned = (placed for placed, body in subject.typed(Diversification) if body.structure == "feeder")
    said += [f"{placed.path}.structure" for placed in turned]
    for table in tables if said else ():
        also = ((said[0], "the master here"),)
        yield Breach(table.path, "no note says that the table counts the master fund", also=also)


def restated(subject: Subject) -> Iterator[Breach]:
    """A fee table is revised, and no note says that expenses are restated to show current fees.

    FEE-16 | warning | possible | Form N-1A Item 3, Instruction 3(d)(ii)

    Looks for such a note at each fee table that a change brings. Not asked of corrections, estimates, new classes, or
    a supplement that changes a waiver alone; in a document that was read in, only where its words tell of a fee that
    changes.

    Why: the figures are otherwise those of the past year, and a change of fees would not show in them.

    Fails:

        - operation: replace_table
          location: {table: Annual Fund Operating Expenses}
          content:
            fee_table: {rows: {management_fee: 0.65%, other_expenses: 0.10%}}

    Mend: add a note of `kind: restated`; where nothing had to be restated, waive this with that reason.
    """
    if not charges(subject) or any(_RESTATED.search(words.text) for words in subject.words):
        return
    if subject.read and not any(_FEE_CHANGES.search(words.text) for words in subject.prose):
        return
    other = any(isinstance(placed.body, ClassLaunch | Correction) for placed in subject.blocks)
    for one in charges(subject) if not other else ():
        if one.placed.change and one.line("management_fee") and not _needs_no_restating(one, subject):
            yield Breach(one.path, "no note says that expenses are restated")


def restated_for_growth(subject: Subject) -> Iterator[Breach]:
    """Expenses are restated because assets grew.

    FEE-17 | info | possible | Form N-1A Item 3, Instruction 3(d)(iii)

    Looks for a note on restating that speaks of assets that grew, or of a breakpoint that was reached.

    Why: a ratio that falls with growing assets is no change of fees, and the form does not let it be restated.

    Fails:

        notes:
          restated: {kind: restated, text: Restated to reflect the growth of net assets during the year.}

    Mend: show the expenses of the past year, or name the change of fees that is the reason.
    """
    for one in charges(subject):
        for note in one.notes:
            if (note.kind == "restated" or _RESTATED.search(note.text)) and _GROWTH.search(note.text):
                yield Breach(note.path, "expenses are restated because assets grew")


def estimated(subject: Subject) -> Iterator[Breach]:
    """The expenses of a new fund are not said to be estimated.

    FEE-18 | error | likely | Form N-1A Item 3, Instructions 6(a) and 3(f)(vi)

    Where the Example is that of a new fund, with one and three years only, the fee table of the fund needs a note that
    other expenses are estimated, and one for acquired fund fees where it has them.

    Why: a new fund has no past year; the figures are guesses, and the form asks to call them so.

    Fails:

        - fee_table: {rows: {management_fee: 0.65%, other_expenses: 0.30%}}
        - example: {new_fund: yes, rows: {A: {total: 0.95%}, I: {total: 0.95%}}}

    Mend: mark a note of `kind: other_estimated` at `other_expenses`, of `kind: affe_estimated` at acquired fund fees.
    """
    new = {subject.house.fund_key_of(placed.change): placed for placed, body in subject.typed(Example) if body.new_fund}
    for fund, placed in new.items():
        for one in charges_of(subject, fund):
            texts = [note for note in one.notes if _ESTIMATED.search(note.text)]
            for item, kind in (("other_expenses", "other_estimated"), ("acquired_fund_fees", "affe_estimated")):
                line = one.line(item)
                if line and line.charged and not texts and not any(note.kind == kind for note in one.notes):
                    also = ((f"{placed.path}.new_fund", "a new fund here"),)
                    yield Breach(line.path, f"no note says that {line.name} are estimated", also=also)


def no_correlation(subject: Subject) -> Iterator[Breach]:
    """A note says why the total is not the ratio in the Financial Highlights, and the reason is not there.

    FEE-19 | info | likely | Form N-1A Item 3, Instruction 3(f)(vii)

    Looks for that note in a fee table without acquired fund fees and expenses.

    Why: the form allows the note where these fees are the difference.

    Fails:

        fee_table:
          rows:
            management_fee: 0.65%
            total: {note: ratio}
          notes:
            ratio: {kind: affe_no_correlation}

    Mend: delete the note, or add the row.
    """
    for one in charges(subject):
        line = one.line("acquired_fund_fees")
        for note in one.notes if not (line and line.charged) else ():
            if note.kind == "affe_no_correlation" or (note.kind == "free" and _about_acquired(note.text)):
                yield Breach(note.path, "the table has no acquired fund fees that the note could be about")


def other_fees(subject: Subject) -> Iterator[Breach]:
    """The section on fees is replaced without the sentence that investors may pay other fees.

    FEE-23 | info | possible | Form N-1A Item 3, narrative above the table

    Looks for brokerage commissions in the words that take the place of a whole section Fees and Expenses with a fee
    table, in supplements since December 23, 2020.

    Why: the form asks for it: such as brokerage commissions and other fees to financial intermediaries, which are not
    reflected in the table.

    Fails:

        - operation: replace_section
          location: {section: Fees and Expenses of the Fund}
          content:
            - This table describes the fees and expenses that you may pay if you buy, hold, and sell shares.
            - fee_table: {rows: {management_fee: 0.65%, other_expenses: 0.10%}}

    Mend: add the sentence above the table.
    """
    day = subject.supplement.date
    for one in charges(subject) if day and day >= _OTHER_FEES_SINCE else ():
        change, number = one.placed.change, one.placed.number
        section = change.location.section[-1:] if change and change.operation == "replace_section" else ()
        within = (words for words in subject.prose if words.path.startswith(f"changes[{number}]."))
        if any(map(_FEES_SECTION.fullmatch, section)) and not any(_OTHER_FEES.search(words.text) for words in within):
            yield Breach(one.path, "nothing says that investors may pay other fees")


def _about_acquired(text: str) -> bool:
    return bool(_CORRELATES.search(text)) and "acquired fund" in text.lower()


def _needs_no_restating(one: Charges, subject: Subject) -> bool:
    """Whether a table is estimated, restated or corrected, or a waiver of its fund changes beside it."""
    if any(note.kind in ("restated", "other_estimated") or _ESTIMATED.search(note.text) for note in one.notes):
        return True
    change, house = one.placed.change, subject.house
    if change and _CORRECTED.search(" ".join((change.reason, change.lead_in, change.section or ""))):
        return True
    waivers = [at for kind in (Waiver, WaiverChange, WaiverEnd) for at, _ in subject.typed(kind)]
    return any(house.fund_key_of(placed.change) == one.fund for placed in waivers)
