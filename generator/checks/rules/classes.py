"""Rules about share classes: which are shown, in what order, and how their figures stand to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from generator.checks.breach import Breach
from generator.checks.rules._charges import Charges
from generator.checks.rules._fee_tables import charges, charges_of
from generator.checks.subject import Placed, Subject
from generator.model.by_class import WHOLE
from generator.model.content import Grid
from generator.model.kinds.class_conversion import ClassConversion
from generator.model.kinds.class_launch import ClassLaunch
from generator.model.kinds.example import Example
from generator.model.kinds.fund_closing import FundClosing
from generator.patterns import late

_CLASS = late(r"\bClass [A-Z][A-Z0-9]{0,2}\b")
_OF_OLD = late(r"\b(?:no longer|former|formerly|convert|redesignat|renam|liquidat|terminat)", re.IGNORECASE)
_CENT = Decimal("0.01")


def not_shown(subject: Subject) -> Iterator[Breach]:
    """A class of the fund is missing from its fee table.

    FEE-04 | error | likely | Form N-1A Item 3, Instruction 1(d)(ii)

    Compares the columns of all fee tables of a fund in the supplement with the classes that the fund declares. A class
    that the supplement converts or closes may be missing, and a table of new classes may show these alone.

    Why: the form asks for a separate response for every class that the prospectus offers.

    Fails:

        fee_table:
          classes: [A, C]   # the fund has A, C and I
          rows: {management_fee: 0.65%, other_expenses: 0.10%}

    Mend: add the class; where the prospectus does not offer it, waive this with that reason.
    """
    for fund in dict.fromkeys(one.fund for one in charges(subject) if not subject.read):
        tables = [one for one in charges_of(subject, fund) if one.table]
        shown = {column for one in tables for column in one.columns}
        declared = subject.registrant.funds[fund].classes if fund in subject.registrant.funds else {}
        missing = [key for key in declared if key not in shown and key not in _leaving(subject)]
        if tables and missing and not shown <= _launched(subject):
            names = " and ".join(declared[key].name for key in missing)
            yield Breach(f"{tables[0].path}.classes", f"the fee table does not show {names}")


def other_order(subject: Subject) -> Iterator[Breach]:
    """Two tables of a fund show its classes in different orders.

    CLS-02 | warning | likely | convention: one order of classes in a document

    Compares fee tables, Examples, and tables of words whose columns or rows are classes.

    Why: a reader who goes from one table to the next reads the figure of another class.

    Fails:

        - fee_table: {classes: [A, C, I], rows: {management_fee: 0.65%}}
        - example:
            rows:
              A: {total: 0.65%}
              I: {total: 0.65%}
              C: {total: 0.65%}

    Mend: bring the classes into the order of the first table.
    """
    first: dict[str | None, tuple[str, list[str]]] = {}
    for placed in subject.blocks:
        keys = _classes_in(placed, subject)
        if len(keys) < 2:
            continue
        fund = subject.house.fund_key_of(placed.change)
        path, known = first.setdefault(fund, (placed.path, keys))
        both = [key for key in keys if key in known]
        if both != [key for key in known if key in keys]:
            message = f"the order is {', '.join(both)} here, {', '.join(known)} elsewhere"
            yield Breach(placed.path, message, also=((path, "the first table"),))


def same_fee(subject: Subject) -> Iterator[Breach]:
    """Two classes have the same 12b-1 fee, and nothing else in the table tells them apart.

    CLS-03 | info | possible | Rule 18f-3: classes differ in how they are sold

    Compares the columns of a fee table with a 12b-1 fee above zero in both; in a document that was read in, where
    the table has sales charges too.

    Why: a column was probably copied.

    Fails:

        fee_table:
          rows:
            management_fee: 0.65%
            distribution_12b1: {A: 0.25%, C: 0.25%, I: None}
            other_expenses: 0.10%

    Mend: correct the figures of one class.
    """
    for one in charges(subject):
        line = one.line("distribution_12b1")
        loads = any(row.direct for row in one.lines)
        for first, second in combinations(range(len(one.columns)), 2) if line and (loads or not subject.read) else ():
            alike = all(row.cells[first].value == row.cells[second].value for row in one.lines)
            if line and line.cells[first].rate and alike:
                message = f"{one.names[first]} and {one.names[second]} have the same figures in every row"
                yield Breach(line.cells[second].path, message)


def other_difference(subject: Subject) -> Iterator[Breach]:
    """Classes differ in their 12b-1 fees only, and their totals differ by something else.

    CLS-04 | warning | likely | arithmetic

    Compares the stated totals of two classes whose other yearly expenses are the same. Looked for where rounding is
    granted by a note, or in a document that was read in; else NUM-01 finds it.

    Why: rounding cannot put classes apart that share all other figures.

    Fails:

        fee_table:
          rows:
            management_fee: 0.65%
            distribution_12b1: {A: 0.25%, C: 1.00%, I: None}
            other_expenses: {all: 0.10%, note: rounded}
            total: {A: 1.01%, C: 1.75%, I: 0.75%}   # A and I: 0.25% in fees, 0.26% in total
          notes:
            rounded: Figures are rounded and may not add up.

    Mend: correct the total that is wrong.
    """
    for one in charges(subject):
        gross, others = one.line("total"), [line for line in one.counted if line.item != "distribution_12b1"]
        if not gross or not others or not (subject.read or one.rounded):
            continue
        whole = [at for at in range(len(one.columns)) if _adds_up(one, at)]
        for first, second in combinations(whole, 2):
            alike = all(line.cells[first].value == line.cells[second].value for line in others)
            fees = one.rate("distribution_12b1", second) - one.rate("distribution_12b1", first)
            totals = one.rate("total", second) - one.rate("total", first)
            if alike and fees != totals:
                names = f"{one.names[first]} and {one.names[second]}"
                message = f"{names} differ by {abs(fees)}% in fees and by {abs(totals)}% in total"
                yield Breach(gross.cells[second].path, message, also=((gross.cells[first].path, "and this"),))
                break


def dearer_after(subject: Subject) -> Iterator[Breach]:
    """A class that costs less than another before the waiver costs more after it.

    FEE-40 | warning | possible | Rule 18f-3(a): waivers are shared, but for the expenses of a class

    Compares the totals of each two classes before and after the waiver.

    Why: it is allowed for good reasons only, and more often a waiver stands in the wrong column.

    Fails:

        fee_table:
          rows:
            management_fee: 0.65%
            distribution_12b1: {A: 0.25%, C: 1.00%, I: None}
            waiver: {A: 0.35%, C: 0.10%, I: 0.05%}   # A falls to 0.55%, I to 0.60%

    Mend: put each waiver into the column of its class; where it is meant, say why and waive this.
    """
    for one in charges(subject):
        pairs = list(zip(one.cells("total"), one.cells("net"), strict=False))
        known = [at for at, (gross, net) in enumerate(pairs) if gross.rate is not None and net.rate is not None]
        for first, second in combinations(known, 2):
            low, high = sorted((first, second), key=lambda at: one.rate("total", at))
            cheaper = one.rate("total", low) < one.rate("total", high)
            if cheaper and one.rate("net", low) > one.rate("net", high):
                message = f"{one.names[low]} costs less than {one.names[high]} before the waiver, and more after it"
                where = one.cells("waiver")[low].path if one.line("waiver") else pairs[low][1].path
                yield Breach(where, message)


def unknown_class(subject: Subject) -> Iterator[Breach]:
    """A sentence names a class that no fund of the registrant has.

    CLS-07 | warning | possible | house rule: classes are declared once

    Looks for Class with letters in the author's sentences; not where they tell of the past, and not where the
    registrant's classes are named otherwise.

    Why: the words were taken over from another family's supplement, or a letter is mistyped.

    Fails:

        - Class Y shares of the Fund are offered to institutions only.

    Mend: correct the class, or declare it in the registrant's file.
    """
    declared = {one.name for fund in subject.registrant.funds.values() for one in fund.classes.values()}
    if subject.read or not any(map(_CLASS.fullmatch, declared)):
        return
    named = " ".join(words.text for words in subject.words if words.role != "prose")
    known = {*declared, *_CLASS.findall(named)}
    for words in subject.prose:
        if words.path.startswith("registrant.") or "Class " not in words.text or _OF_OLD.search(words.text):
            continue
        for name in dict.fromkeys(_CLASS.findall(words.text)):
            if name not in known:
                yield Breach(words.path, f"no fund has a {name}", words=name)


def _leaving(subject: Subject) -> set[str]:
    """The classes that the supplement converts into others or closes."""
    given = {body.given for _, body in subject.typed(ClassConversion)}
    return given | {key for _, body in subject.typed(FundClosing) for key in body.classes}


def _launched(subject: Subject) -> set[str]:
    return {new.share_class for _, body in subject.typed(ClassLaunch) for new in body.classes}


def _classes_in(placed: Placed, subject: Subject) -> list[str]:
    """The classes that a table shows, by key, in its order."""
    match placed.body:
        case Example():
            return [key for key in placed.body.rows if key != WHOLE]
        case Grid() as grid:
            fund = subject.house.fund_of(placed.change)
            keys = {one.name: key for key, one in fund.classes.items()} if fund else {}
            across = [keys[cell.text] for cell in grid.head or grid.rows[0] if cell.text in keys]
            down = [keys[row[0].text] for row in grid.rows if row and row[0].text in keys]
            found = across if len(across) > 1 else down
            return found if len(set(found)) == len(found) else []
    return next((list(one.columns) for one in charges(subject) if one.placed is placed), [])


def _adds_up(one: Charges, at: int) -> bool:
    """Whether the total of a column is the sum of its rows, but for rounding."""
    total = one.cells("total")[at].rate
    rows = sum((line.cells[at].rate or Decimal(0) for line in one.counted), Decimal(0))
    return total is not None and abs(total - rows) <= _CENT
