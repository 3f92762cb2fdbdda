"""Rules about the sums of a fee table: totals, what a waiver leaves, parts that are counted twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from generator.checks.breach import Breach
from generator.checks.rules._charges import Charges, Line, one_a_place, spell_figure
from generator.checks.rules._fee_tables import charges
from generator.checks.subject import Subject
from generator.model.values import Dollars
from generator.patterns import late

_CENT = Decimal("0.01")
_SUBTOTAL = late(r"(?:sub-?)?total\b", re.IGNORECASE)


def total(subject: Subject) -> Iterator[Breach]:
    """A total is not the sum of the rows above it.

    NUM-01 | error | likely | Form N-1A Item 3; the calculation of the SEC taxonomy

    Adds up the yearly expenses of each class, those of parts once, and compares with the total that is stated. A
    difference of 0.01% is taken where a note of the table says that figures are rounded, or where a row has three
    decimals. Shareholder fees, the waiver and amounts in dollars are in no total. A table of words is added up where
    it has management fees and other expenses.

    Why: it is the figure that investors compare, and the one that the tagged data recompute.

    Fails:

        fee_table:
          rows:
            management_fee: 0.86%
            distribution_12b1: {A: 0.25%, I: None}
            other_expenses: 0.03%
            total: {A: 1.15%, I: 0.89%}   # 0.86% + 0.25% + 0.03% is 1.14%

    Mend: leave `total` out, and it is computed; or correct the row that is wrong.
    """
    yield from one_a_place(_totals(subject))


def net(subject: Subject) -> Iterator[Breach]:
    """What is left after a waiver is not the total less the waiver.

    NUM-02 | error | likely | Form N-1A Item 3, Instruction 3(e); the calculation of the SEC taxonomy

    Compares, class by class, the stated total after the waiver with the total less the waiver, with the same leave
    for rounding as NUM-01.

    Why: the net figure is the one that the Example and the sales material take up.

    Fails:

        fee_table:
          rows:
            management_fee: 1.26%
            waiver: 0.19%
            net: 1.06%   # 1.26% - 0.19% is 1.07%

    Mend: leave `net` out, and it is computed; or correct the waiver.
    """
    yield from one_a_place(_nets(subject))


def parts(subject: Subject) -> Iterator[Breach]:
    """The parts of other expenses do not add up to their total.

    NUM-03 | error | likely | Form N-1A Item 3, Instruction 3(c)(iii)

    Adds up the parts of other expenses of each class and compares with the figure that is stated for them together,
    with the same leave for rounding as NUM-01.

    Why: one of the parts, or the figure that goes into the total, is wrong.

    Fails:

        fee_table:
          rows:
            other_expenses:
              A: 0.25%   # 0.10% + 0.11% is 0.21%
              I: 0.21%
              components: {shareholder_servicing: 0.10%, remaining: 0.11%}

    Mend: leave the figures of `other_expenses` out, and they are computed; or correct the part that is wrong.
    """
    yield from one_a_place(_part_sums(subject))


def counted_twice(subject: Subject) -> Iterator[Breach]:
    """Some rows and the row that is their total are both counted in the grand total.

    NUM-04 | error | likely | Form N-1A Item 3, Instruction 3(c)(iii)

    Looks for a row called a total whose figures are the sum of the two to four rows above it, in every class, while
    the grand total is computed from all of them, or stated as if it were.

    Why: other expenses are then charged twice on paper.

    Fails:

        fee_table:
          rows:
            management_fee: 0.65%
            custody: {all: 0.12%, caption: Custody Fees}
            audit: {all: 0.03%, caption: Audit Fees}
            other_expenses: {all: 0.15%, caption: Total Other Expenses}

    Mend: state the rows as `components` of `other_expenses`; they are shown above its total and counted once.
    """
    for one in charges(subject):
        found, gross = _subtotal(one), one.line("total")
        if not found or not gross:
            continue
        line, above = found
        wrong = [at for at, cell in enumerate(gross.cells) if cell.rate == _sum(one.counted, at)]
        if wrong:
            names = " and ".join(part.name for part in above)
            message = f"{line.name} is the sum of {names}, and the total counts them all"
            yield Breach(line.path, message, also=((gross.cells[wrong[0]].path, "the total here"),))


def without_rows(subject: Subject) -> Iterator[Breach]:
    """A fee table has yearly expenses without a total, or a total without them, or one that rounding put off.

    FEE-06 | warning | likely | Form N-1A Item 3: Total Annual Fund Operating Expenses

    A table of words with two or more yearly expenses needs the total; a total needs the rows that it adds up. In a
    document that was read in, a difference of exactly 0.01% is reported here, and larger ones by NUM-01.

    Why: the form asks for both, and a reader cannot check one without the other.

    Fails:

        table:
          head: ["", Class A, Class I]
          rows:
            - [Management Fees, 0.65%, 0.65%]
            - [Other Expenses, 0.11%, 0.09%]

    Mend: add the row Total Annual Fund Operating Expenses, or use a `fee_table`, which computes it.
    """
    for one in charges(subject):
        gross, rows = one.line("total"), [line for line in one.counted if line.charged]
        if gross is None and len(rows) > 1:
            yield Breach(rows[-1].path, "the yearly expenses have no total")
        elif gross and gross.charged and not one.counted:
            yield Breach(gross.path, "the total stands without the rows that it adds up", "add the rows above it")
        elif gross and subject.read and not one.rounded and _is_whole(one):
            known = [at for at in range(len(gross.cells)) if not _unread(one.counted, at)]
            for cell, wanted in ((gross.cells[at], _sum(one.counted, at)) for at in known):
                if cell.stated and cell.rate is not None and abs(cell.rate - wanted) == _CENT:
                    message = f"{spell_figure(cell.value)} is stated, the rows add up to {spell_figure(wanted)}"
                    yield Breach(cell.path, message, "if it is rounded, say so in a note")


def waiver_above_total(subject: Subject) -> Iterator[Breach]:
    """A waiver is larger than the expenses that it takes away from.

    FEE-14 | error | certain | Form N-1A Item 3, Instruction 3(e): net = total less waiver

    Compares the waiver of each class with its total; what is left cannot be below zero.

    Why: nobody can be spared more than there is to pay; a decimal point or a class is mixed up.

    Fails:

        fee_table:
          rows:
            management_fee: 0.65%
            other_expenses: 0.10%
            waiver: {A: 0.90%, I: 0.09%}   # of 0.75%

    Mend: correct the waiver, or the rows above it.
    """
    yield from one_a_place(_waivers_above(subject))


def _totals(subject: Subject) -> Iterator[Breach]:
    for one in charges(subject):
        lines = one.counted
        typed = lines and one.table and not subject.read
        for at, cell, name in one.each("total") if typed or _is_whole(one) else ():
            wanted = _sum(lines, at)
            if not cell.stated or cell.value == "" or cell.strange or _unread(lines, at):
                continue
            if _differ(cell.value, wanted, one, subject) and not _subtotal_explains(one, at):
                message = f"{name}{spell_figure(cell.value)} is stated, the rows add up to {spell_figure(wanted)}"
                yield Breach(cell.path, message, _write(wanted), also=_addends(lines, at))


def _is_whole(one: Charges) -> bool:
    """Whether a table has the rows that every fund has: without them it shows what changes, and no more."""
    return bool(one.line("management_fee") and one.line("other_expenses"))


def _nets(subject: Subject) -> Iterator[Breach]:
    for one in charges(subject):
        totals = one.cells("total") if one.line("waiver") else ()
        for at, cell, name in one.each("net") if totals else ():
            before = totals[at]
            if not cell.stated or before.rate is None or cell.strange or cell.value == "":
                continue
            wanted = before.rate - one.rate("waiver", at)
            if _differ(cell.value, wanted, one, subject):
                message = (
                    f"{name}{spell_figure(cell.value)} is stated, {spell_figure(before.rate)} less "
                    f"{spell_figure(one.rate('waiver', at))} is {spell_figure(wanted)}"
                )
                yield Breach(cell.path, message, _write(wanted), also=((before.path, "the total here"),))


def _part_sums(subject: Subject) -> Iterator[Breach]:
    for one in charges(subject):
        lines = [line for line in one.lines if line.part]
        for at, cell, name in one.each("other_expenses") if lines else ():
            wanted = _sum(lines, at)
            known = cell.stated and cell.rate is not None and not _unread(lines, at)
            if known and _differ(cell.value, wanted, one, subject):
                message = f"{name}{spell_figure(cell.value)} is stated, the parts add up to {spell_figure(wanted)}"
                yield Breach(cell.path, message, _write(wanted), also=_addends(lines, at))


def _waivers_above(subject: Subject) -> Iterator[Breach]:
    for one in charges(subject):
        totals = one.cells("total")
        for at, waived, name in one.each("waiver") if totals else ():
            total, less = totals[at], one.rate("waiver", at)
            if total.rate is not None and less > total.rate:
                message = f"{name}{spell_figure(less)} is waived, of {spell_figure(total.rate)}"
                yield Breach(waived.path, message, also=((total.path, "the total here"),))


def _sum(lines: tuple[Line, ...] | list[Line], at: int) -> Decimal:
    return sum((line.cells[at].rate or Decimal(0) for line in lines), Decimal("0.00"))


def _unread(lines: tuple[Line, ...] | list[Line], at: int) -> bool:
    """Whether a row has nothing in a column, or something that is no figure, so that nobody can add it up."""
    return any(line.cells[at].strange or line.cells[at].value == "" for line in lines)


def _number(value: Any) -> Decimal:
    """A stated figure as a number: a word for nothing is zero."""
    return value if isinstance(value, Decimal) and not isinstance(value, Dollars) else Decimal(0)


def _differ(stated: Any, wanted: Decimal, one: Charges, subject: Subject) -> bool:
    """Whether a stated figure is neither the computed one, nor that rounded, nor off as rounding puts it."""
    value = _number(stated)
    if value in (wanted, wanted.quantize(_CENT, ROUND_HALF_UP)):
        return False
    return abs(value - wanted) > _CENT or not (subject.read or one.rounded)


def _subtotal(one: Charges) -> tuple[Line, tuple[Line, ...]] | None:
    """A row called a total that is the sum of the rows right above it, and those rows."""
    lines = one.counted
    for end, line in enumerate(lines):
        if not (_SUBTOTAL.match(line.caption) and line.charged):
            continue
        for count in range(2, min(4, end) + 1):
            above = lines[end - count : end]
            if all((cell.rate or 0) == _sum(above, at) for at, cell in enumerate(line.cells)):
                return line, above
    return None


def _subtotal_explains(one: Charges, at: int) -> bool:
    """Whether a total that is not the sum of all rows is that without the rows which another row adds up."""
    found, gross = _subtotal(one), one.line("total")
    return bool(found and gross and gross.cells[at].rate == _sum(one.counted, at) - _sum(found[1], at))


def _addends(lines: tuple[Line, ...] | list[Line], at: int) -> tuple[tuple[str, str], ...]:
    """The figures that were added up, for labels beside them."""
    cells = [line.cells[at] for line in lines]
    return tuple((cell.path, f"{spell_figure(cell.value)} here") for cell in cells if cell.rate)[:4]


def _write(wanted: Decimal) -> str:
    return f"write {spell_figure(wanted)}, or delete the figure and it will be computed"
