"""Rules about the rows of a fee table: their captions, their order, which must be there and which may not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.checks.breach import Breach
from generator.checks.rules._charges import NAMES, Charges, Line, spell_figure
from generator.checks.rules._fee_tables import charges
from generator.checks.subject import Subject
from generator.model.captions import is_form, item_of, without_marks
from generator.model.fee_rows import ANNUAL, COMPUTED, ITEMS, MOST_COMPONENTS
from generator.model.kinds.distribution_fee_change import DistributionFeeChange
from generator.model.kinds.sales_charges import SalesCharges
from generator.model.values import Dollars
from generator.patterns import late

_RANKS = {item: rank for rank, item in enumerate(ITEMS)}
_REDEMPTION = late(r"\bredemption fee", re.IGNORECASE)
_DEFERRED = late(r"\b(?:deferred sales|CDSC)\b", re.IGNORECASE)
_ACQUIRED = late(r"\bacquired (?:fund|portfolio)|\bAFFE\b", re.IGNORECASE)
_TOTAL = late(r"(?:sub-?)?total\b", re.IGNORECASE)
_LEAST_OF_ITS_OWN = Decimal("0.01")


def captions(subject: Subject) -> Iterator[Breach]:
    """A row has a caption that is not the form's.

    FEE-02 | warning | likely | Form N-1A Item 3; Rule 421(a): substantially the tabular form that is specified

    Compares the captions of fee tables with those of the form. The house's word for a fund, (Load) and what follows
    in parentheses may differ.

    Why: investors find the same row under the same name in every prospectus.

    Fails:

        fee_table:
          rows:
            management_fee: {all: 0.86%, caption: Management Fee}
            distribution_12b1: {A: None, I: 0.25%, caption: 12b-1 Fees}

    Mend: delete the caption, and the form's stands there.
    """
    for one in charges(subject):
        for line in one.lines:
            own = line.caption and not line.part and line.item in NAMES and not is_form(line.item, line.caption)
            if own and _meant(line) is None:
                yield Breach(_caption(one, line), f"{line.caption!r} is not the form's caption")


def order(subject: Subject) -> Iterator[Breach]:
    """The rows of a fee table are not in the form's order.

    FEE-02a | error | likely | Form N-1A Item 3

    The order is: shareholder fees, management fees, 12b-1 fees, other expenses, acquired fund fees and expenses, the
    total, the waiver, the total after it.

    Why: a total is read as the sum of what stands above it.

    Fails:

        fee_table:
          rows:
            distribution_12b1: {A: 0.25%, I: None}
            management_fee: 0.65%

    Mend: move the row to its place.
    """
    for one in charges(subject):
        above: Line | None = None
        for line in one.lines:
            if line.part or line.item not in _RANKS or (one.table and line.item not in one.table.rows):
                continue
            if above and _RANKS[line.item] < _RANKS[above.item]:
                yield Breach(line.path, f"{line.name} stands below {above.name}", also=((above.path, "above it"),))
            else:
                above = line


def left_out(subject: Subject) -> Iterator[Breach]:
    """A row is left out though it is charged, or is there though it is not.

    FEE-03 | warning | likely | Form N-1A Item 3, Instruction 1(c)

    A row may be left out only where the fund does not charge it: other expenses never, 12b-1 fees and sales charges
    not where the same supplement states them for the fund. An account fee stands there only if it is charged.

    Why: what is left out is understood to cost nothing.

    Fails:

        - distribution_fee_change: {rates: {A: {previous: 0.30%, new: 0.25%}}}
        - fee_table:
            rows:
              management_fee: 0.65%
              other_expenses: 0.10%

    Mend: add the row; delete one that nobody is charged.
    """
    for one in charges(subject):
        account = one.line("account_fee")
        if account and all(cell.nothing for cell in account.cells):
            yield Breach(account.path, "an account fee that nobody is charged is shown", "delete the row")
        yearly = [line for line in one.counted if line.item in ANNUAL]
        others = [line for line in one.counted if line.item not in ANNUAL]
        if len(yearly) > 1 and not others and not one.line("other_expenses"):
            yield Breach(f"{one.path}.rows", "the table has no other expenses", "add the row, 0.00% where it is nil")
        for item, path in _charged_elsewhere(one, subject):
            if one.line(item) is None:
                message = f"{NAMES[item]} are charged, and the table has no such row"
                yield Breach(f"{one.path}.rows", message, f"add {item}:", also=((path, "charged here"),))


def too_many_parts(subject: Subject) -> Iterator[Breach]:
    """Other expenses have more than three parts.

    FEE-07 | error | certain | Form N-1A Item 3, Instruction 3(c)(iii)

    Counts the parts under other expenses.

    Why: the form allows three captions below other expenses, and the tagged data know no fourth.

    Fails:

        other_expenses:
          components:
            shareholder_servicing: 0.10%
            custody: {all: 0.02%, caption: Custody Fees}
            audit: {all: 0.01%, caption: Audit Fees}
            remaining: 0.05%

    Mend: join some of the parts.
    """
    for one in charges(subject):
        found = [line for line in one.lines if line.part]
        if len(found) > MOST_COMPONENTS:
            yield Breach(found[MOST_COMPONENTS].path, f"this is part {MOST_COMPONENTS + 1} of other expenses")


def acquired_funds(subject: Subject) -> Iterator[Breach]:
    """Acquired fund fees and expenses do not stand in a row of their own right above the total.

    FEE-08 | warning | likely | Form N-1A Item 3, Instruction 3(f)(i)

    Looks for something between that row and the total, and for a part of other expenses that is such a fee and above
    0.01% for a class. At 0.01% or less it may be a part of other expenses.

    Why: these are costs of other funds; the form keeps them apart so that they can be told from the fund's own.

    Fails:

        other_expenses:
          components:
            affe: {all: 0.04%, caption: Acquired Fund Fees and Expenses}
            remaining: 0.10%

    Mend: move it to `acquired_fund_fees`, below the other yearly expenses.
    """
    for one in charges(subject):
        items = [line for line in one.lines if not line.part]
        for line, below in pairwise(items):
            if line.item == "acquired_fund_fees" and below.item not in _RANKS:
                yield Breach(line.path, f"{below.name} stands between this row and the total")
        for line in one.lines:
            if line.part and _ACQUIRED.search(line.caption):
                high = [cell for cell in line.cells if cell.rate is not None and cell.rate > _LEAST_OF_ITS_OWN]
                if high:
                    message = f"{line.name} of {spell_figure(high[0].rate)} is a part of other expenses"
                    yield Breach(line.path, message)


def waiver_pair(subject: Subject) -> Iterator[Breach]:
    """The waiver and what is left after it are not a pair right below the total.

    FEE-10 | error | likely | Form N-1A Item 3, Instruction 3(e)

    Where one of the two rows is shown, so is the other, and nothing stands between the total and them. A `fee_table`
    adds the second by itself.

    Why: one without the other leaves the reader to do the sum, or hides what is taken off.

    Fails:

        fee_table:
          rows:
            management_fee: 0.65%
            other_expenses: 0.10%
            net: 0.70%

    Mend: add the row that is missing; move what stands between.
    """
    for one in charges(subject):
        waiver, net = one.line("waiver"), one.line("net")
        if (waiver is None) != (net is None):
            shown = waiver or net
            missing = "what is left after it" if waiver else "the waiver that it is after"
            yield Breach(shown.path if shown else one.path, f"the table does not show {missing}")
        for line in _before_last(one, "total", ("waiver", "net")):
            if not line.of_form:
                yield Breach(line.path, f"{line.name} stands between the total and what is left after the waiver")


def two_charges_in_one(subject: Subject) -> Iterator[Breach]:
    """A deferred sales charge and a redemption fee share a row.

    FEE-22 | warning | likely | Form N-1A Item 3: two captions

    Looks for a caption that names both.

    Why: the first goes to the distributor and the second to the fund, under different rules and limits.

    Fails:

        fee_table:
          rows:
            deferred_load: {all: 1.00%, caption: Maximum Deferred Sales Charge or Redemption Fee}
            management_fee: 0.65%

    Mend: give each a row of its own.
    """
    for one in charges(subject):
        for line in one.lines:
            if _DEFERRED.search(line.caption) and _REDEMPTION.search(line.caption):
                yield Breach(_caption(one, line), "a deferred sales charge and a redemption fee share a row")


def dollars(subject: Subject) -> Iterator[Breach]:
    """A yearly expense is stated in dollars.

    FEE-28 | error | certain | Form N-1A Item 3: percentages of the value of your investment

    Looks for amounts in dollars among the yearly expenses, the waiver and the totals of a fee table.

    Why: the total cannot count it, and is too low by it.

    Fails:

        fee_table:
          rows:
            management_fee: 0.65%
            other_expenses: $15

    Mend: state it as a percentage; an account fee in dollars is `account_fee`, a shareholder fee.
    """
    for one in charges(subject):
        for line in one.lines:
            if line.direct:
                continue
            for cell in {cell.path: cell for cell in line.cells if isinstance(cell.value, Dollars)}.values():
                yield Breach(cell.path, f"{line.name} is stated in dollars")


def repeated_caption(subject: Subject) -> Iterator[Breach]:
    """Two rows of a fee table have the same caption.

    FEE-29 | warning | likely | Form N-1A Item 3: one row for each caption

    Compares the captions of a table, as they are shown, without the marks of notes.

    Why: one of them was copied, and says what its row is not.

    Fails:

        fee_table:
          rows:
            management_fee: 0.65%
            custody: {all: 0.02%, caption: Custody Fees}
            audit: {all: 0.01%, caption: Custody Fees}

    Mend: correct the caption of one, or join the rows.
    """
    for one in charges(subject):
        seen: dict[tuple[bool, str], Line] = {}
        for line in one.lines:
            caption = without_marks(line.name).casefold()
            if other := seen.get((line.part, caption)):
                also = ((other.path, "the first of them"),)
                yield Breach(line.path, f"the caption {line.name} stands there twice", also=also)
            seen.setdefault((line.part, caption), line)


def caption_of_another(subject: Subject) -> Iterator[Breach]:
    """A row has the caption of another row of the form.

    FEE-30 | warning | likely | Form N-1A Item 3

    Looks for an item with a caption that means another item, and for a row of the author's own that is called a
    total, a waiver or what is left after it: the tool counts it as one more expense. A further total, such as one
    without interest, stands below the form's, where it is not counted.

    Why: the figure then stands under a wrong name, or is added where it should be taken off.

    Fails:

        fee_table:
          rows:
            management_fee: 0.65%
            other_expenses: {all: 0.10%, caption: Acquired Fund Fees and Expenses}

    Mend: use the item that the caption means, and delete the caption.
    """
    for one in charges(subject):
        for line in one.lines:
            meant = _meant(line)
            if meant and (line.item in NAMES or (line.counted and meant in (*COMPUTED, "waiver"))):
                yield Breach(_caption(one, line), f"{line.caption!r} is the caption of {meant}", f"use {meant}:")
            elif one.table and line.counted and line.item not in NAMES and _TOTAL.match(line.caption):
                last = "net" if "net" in one.table.shown_items() else "total"
                stated = "" if last in one.table.rows else f"add {last}: {{}} to the rows, and "
                message = f"{line.caption!r} is called a total, and is counted as one more expense"
                yield Breach(_caption(one, line), message, f"{stated}move the row below {last}:")


def _meant(line: Line) -> str | None:
    """The item that a caption means, where it is another than the line's."""
    if not line.caption or line.part or is_form(line.item, line.caption):
        return None
    meant = item_of(without_marks(line.caption))
    return meant if meant and meant != line.item else None


def _before_last(one: Charges, first: str, last: tuple[str, ...]) -> tuple[Line, ...]:
    """The lines between that of an item and the last of some others below it."""
    start = next((at for at, line in enumerate(one.lines) if line.item == first), len(one.lines))
    ends = [at for at, line in enumerate(one.lines) if at > start and line.item in last]
    return one.lines[start + 1 : ends[-1]] if ends else ()


def _caption(one: Charges, line: Line) -> str:
    return f"{line.path}.caption" if one.table else line.path


def _charged_elsewhere(one: Charges, subject: Subject) -> Iterator[tuple[str, str]]:
    """The items that other content states for the table's fund and classes, each with its path."""
    house = subject.house
    for placed, changed in subject.typed(DistributionFeeChange):
        if one.counted and house.fund_key_of(placed.change) == one.fund:
            for key, rate in changed.rates.items():
                if isinstance(rate.new, Decimal) and (key in one.columns or key == "all"):
                    yield "distribution_12b1", f"{placed.path}.rates.{key}"
                    break
    if not any(line.direct for line in one.lines):
        return
    for placed, sales in subject.typed(SalesCharges):
        if house.fund_key_of(placed.change) == one.fund:
            if sales.initial and any(band.rate and isinstance(band.rate, Decimal) for band in sales.initial.bands):
                yield "front_load", f"{placed.path}.initial"
            if sales.deferred and any(rate and isinstance(rate, Decimal) for rate in sales.deferred.rates):
                yield "deferred_load", f"{placed.path}.deferred"
