"""Rules about fees that a supplement states in several places: tables, changes of fees, corrections, sales charges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Any

from generator.checks.breach import Breach
from generator.checks.rules._charges import NAMES, Cell, Charges, spell_figure
from generator.checks.rules._fee_tables import charges, charges_of
from generator.checks.rules._row_names import row_of
from generator.checks.subject import Placed, Subject
from generator.model.kinds.correction import Correction
from generator.model.kinds.distribution_fee_change import DistributionFeeChange
from generator.model.kinds.fee_schedule import FeeSchedule
from generator.model.kinds.sales_charges import SalesCharges
from generator.model.kinds.waiver_end import WaiverEnd
from generator.patterns import late

_OF_OTHER_TIME = late(r"\b(?:current|pro forma|prior|previous|before|former|old)\b", re.IGNORECASE)


def two_tables(subject: Subject) -> Iterator[Breach]:
    """Two fee tables of one fund show different figures for a class in the same row.

    FEE-31 | error | likely | Form N-1A Item 3; Rule 498(b)(2): the summary prospectus has what the prospectus has

    Compares the tables of a fund that take effect on the same day, unless a caption says that one is of another time
    (current, pro forma, before).

    Why: the summary prospectus, the prospectus and the SAI then tell investors different prices.

    Fails:

        - fee_table: {rows: {management_fee: 0.65%, other_expenses: 0.10%}}
        - fee_table: {rows: {management_fee: 0.56%, other_expenses: 0.10%}}

    Mend: correct the table that is wrong; where both are right, say in their captions of what time each is.
    """
    for first, second in combinations(charges(subject), 2):
        same_time = subject.effective(first.placed.change) == subject.effective(second.placed.change)
        if first.fund is None or first.fund != second.fund or not same_time or _of_other_time(first, second):
            continue
        for line in second.lines:
            other = first.line(line.item) if line.item in NAMES and not line.part else None
            for column, cell in zip(second.columns, line.cells, strict=True) if other else ():
                there = first.cell(line.item, column) if first.names[0] and column in first.columns else None
                if there and (there.stated or cell.stated) and _number(there) != _number(cell):
                    both = f"{spell_figure(cell.value)} here, {spell_figure(there.value)} in the other table"
                    yield Breach(cell.path, f"{line.name}: {both}", also=((there.path, "the other table here"),))


def ratio_without_waiver(subject: Subject) -> Iterator[Breach]:
    """What a class costs after the end of a waiver is not the total of the fee table.

    FEE-32 | error | likely | Form N-1A Item 3

    Compares the ratios of a waiver that ends with the totals of the fund's fee table in the same supplement, before
    any waiver there.

    Why: without the waiver an investor pays the total, and no other figure.

    Fails:

        - waiver_end: {ends: 2026-10-31, ratios: {A: 1.24%, I: 0.75%}}
        - fee_table:
            rows:
              management_fee: 0.65%
              distribution_12b1: {A: 0.25%, I: None}
              other_expenses: 0.10%

    Mend: correct the ratio, or the row of the table that is wrong.
    """
    for placed, end in subject.typed(WaiverEnd):
        for one in charges_of(subject, subject.house.fund_key_of(placed.change)):
            for key, rate in end.ratios.items():
                cell = one.cell("total", key)
                if cell and cell.rate is not None and isinstance(rate, Decimal) and cell.rate != rate:
                    message = f"{spell_figure(rate)} is stated, the table's total is {spell_figure(cell.rate)}"
                    yield Breach(f"{placed.path}.ratios.{key}", message, also=((cell.path, "the total here"),))


def changed_distribution_fee(subject: Subject) -> Iterator[Breach]:
    """The fee table does not show the 12b-1 fee that the same supplement changes to.

    FEE-33 | error | likely | Form N-1A Item 3, Instruction 3(d)(ii): current fees

    Compares the new rates of a change of distribution and service fees with the fund's fee table, unless the table
    takes effect before the change.

    Why: one of the two is out of date on the day on which both are sent out.

    Fails:

        - distribution_fee_change: {rates: {A: {previous: 0.30%, new: 0.25%}}}
        - fee_table:
            rows:
              management_fee: 0.65%
              distribution_12b1: {A: 0.30%, I: None}
              other_expenses: 0.10%

    Mend: show the new rate in the table.
    """
    for placed, changed in subject.typed(DistributionFeeChange):
        for one in charges_of(subject, subject.house.fund_key_of(placed.change)):
            table_day = subject.effective(one.placed.change)
            early = changed.starts and table_day and table_day < changed.starts
            for key, rate in changed.rates.items() if changed.fee == "distribution_and_service" and not early else ():
                cell = one.cell("distribution_12b1", key)
                if cell and _number(cell) != (rate.new if isinstance(rate.new, Decimal) else 0):
                    message = f"the table shows {spell_figure(cell.value)}, the new rate is {spell_figure(rate.new)}"
                    yield Breach(cell.path, message, also=((f"{placed.path}.rates.{key}.new", "the new rate here"),))


def corrected_figure(subject: Subject) -> Iterator[Breach]:
    """A figure that is set right is not the one in the new table.

    FEE-36 | error | likely | Form N-1A Item 3

    Finds the row and class that a correction of a percentage names, and compares with the fund's fee table in the
    same supplement.

    Why: the correction then needs a correction.

    Fails:

        - fee_table: {rows: {management_fee: 0.65%, other_expenses: 0.81%}}
        - correction:
            figures:
              - {what: Other Expenses of Class A, where: the fee table on page 7, wrong: 0.81%, right: 0.18%}

    Mend: put the right figure into the table, or correct `right:`.
    """
    for placed, correction in subject.typed(Correction):
        for at, slip in enumerate(correction.figures):
            item = row_of(slip.what)
            for one in charges_of(subject, subject.house.fund_key_of(placed.change)) if item else ():
                cell = _named_cell(one, item or "", slip.what)
                if cell and cell.rate is not None and slip.right != cell.value:
                    path = f"{placed.path}.figures[{at}].right"
                    message = f"{spell_figure(slip.right)} is right, and the table has {spell_figure(cell.value)}"
                    yield Breach(cell.path, message, also=((path, "the right figure here"),))


def sales_charges(subject: Subject) -> Iterator[Breach]:
    """The fee table does not show the highest sales charge that the same supplement states.

    FEE-37 | error | likely | Form N-1A Items 3 and 12(a): the maximum is shown

    Compares the highest rate of the bands at purchase, and of the years when sold, with the rows of the fund's fee
    table for the same class.

    Why: the table shows the maximum; a lower figure there hides what some investors pay.

    Fails:

        - sales_charges: {initial: {share_class: A, bands: [{below: "$50,000", rate: 5.75%}, {rate: None}]}}
        - fee_table:
            rows:
              front_load: {A: 5.50%, I: None}
              management_fee: 0.65%

    Mend: correct the table, or the bands.
    """
    for placed, sales in subject.typed(SalesCharges):
        for one in charges_of(subject, subject.house.fund_key_of(placed.change)):
            for item, key, path, rates in _charged(placed, sales):
                cell = one.cell(item, key)
                highest = max((rate for rate in rates if isinstance(rate, Decimal)), default=Decimal(0))
                if cell and _number(cell) != highest:
                    message = f"the table shows {spell_figure(cell.value)}, the highest charge is {highest}%"
                    yield Breach(cell.path, message, also=((path, "the charges here"),))


def no_table(subject: Subject) -> Iterator[Breach]:
    """Fees change that the fee table shows, and the supplement brings no new table.

    FEE-41 | info | possible | Form N-1A Item 3, Instruction 3(d)(ii): current fees

    Looks for a change of 12b-1 fees, or a schedule of management fees with its rates before, and no fee table of the
    fund, where a prospectus is amended.

    Why: the table of the prospectus goes on showing what is no longer charged.

    Fails:

        - distribution_fee_change: {rates: {A: {previous: 0.30%, new: 0.25%}}}

    Mend: add the revised `fee_table` and the `example`, unless another supplement brings them.
    """
    if subject.read or not any(target.document != "sai" for target in subject.supplement.targets):
        return
    for placed in subject.blocks:
        match placed.body:
            case DistributionFeeChange() | FeeSchedule(fee="management", previous=_) as body:
                asked = not isinstance(body, FeeSchedule) or body.previous is not None
                fund = subject.house.fund_key_of(placed.change)
                if asked and fund and not any(one.fund in (fund, None) for one in charges(subject)):
                    yield Breach(placed.path, "fees change, and the supplement has no fee table of the fund")


def _of_other_time(*tables: Charges) -> bool:
    captions = (f"{one.table.caption if one.table else ''} {_place(one)}" for one in tables)
    return any(map(_OF_OTHER_TIME.search, captions))


def _place(one: Charges) -> str:
    change = one.placed.change
    return f"{change.location.table or ''} {change.section or ''}" if change else ""


def _number(cell: Cell) -> Any:
    """A figure for comparing: nothing is zero, however it is said."""
    return Decimal(0) if cell.nothing or cell.value is None else cell.value


def _named_cell(one: Charges, item: str, what: str) -> Cell | None:
    """The figure of the class that some words name, or of the only one."""
    named = [at for at, name in enumerate(one.names) if name and re.search(rf"\b{re.escape(name)}\b", what)]
    cells = one.cells(item)
    if len(named) == 1 and cells:
        return cells[named[0]]
    same = {cell.value for cell in cells}
    return cells[0] if not named and len(same) == 1 else None


def _charged(placed: Placed, sales: SalesCharges) -> Iterator[tuple[str, str, str, list[Any]]]:
    if sales.initial:
        rates = [band.rate for band in sales.initial.bands]
        yield "front_load", sales.initial.share_class, f"{placed.path}.initial", rates
    if sales.deferred:
        yield "deferred_load", sales.deferred.share_class, f"{placed.path}.deferred", list(sales.deferred.rates)
