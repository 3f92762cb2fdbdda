"""Rules about single figures of a fee table: decimals, words for nothing, signs, and what is plausible."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.checks.breach import Breach
from generator.checks.rules._charges import Cell, Charges, Line, spell_figure
from generator.checks.rules._fee_tables import charges
from generator.checks.rules._schedules import schedules
from generator.checks.subject import Subject
from generator.document.canonical import canonical_text
from generator.model.content import Grid
from generator.model.kinds.distribution_fee_change import DistributionFeeChange
from generator.model.kinds.sales_charges import SalesCharges
from generator.model.values import NONE, NOT_APPLICABLE, Dollars
from generator.patterns import late

_CENT = Decimal("0.01")
_PERCENT = late(r"(?<![\d.,$])(\d{1,2})\.(\d{1,4})\s?%")
_OF_FEES = late(r"\b(?:fees?|expenses?|annual rates?|limits?|waive[sd]?)\b", re.IGNORECASE)
#: Above these percentages a figure is a slip of the decimal point until somebody says that it is not.
_PLAUSIBLE = {
    "management_fee": Decimal(3),
    "other_expenses": Decimal(5),
    "acquired_fund_fees": Decimal(5),
    "total": Decimal(10),
    "net": Decimal(10),
}
#: The most that may be charged, in percent, and the rule that says so.
_MOST = {
    "distribution_12b1": (Decimal(1), "FINRA Rule 2341(d)"),
    "front_load": (Decimal("8.5"), "FINRA Rule 2341(d)"),
    "deferred_load": (Decimal("8.5"), "FINRA Rule 2341(d)"),
    "redemption_fee": (Decimal(2), "Rule 22c-2"),
}
_NO_LIMIT = Decimal("Infinity")
_MOST_BY_FEE = {"distribution_and_service": Decimal(1), "distribution": Decimal("0.75"), "service": Decimal("0.25")}


def hundredths(subject: Subject) -> Iterator[Breach]:
    """A percentage is not to the nearest hundredth of a percent, or an amount not to the nearest dollar.

    FEE-01 | warning | certain | Form N-1A Item 3, Instruction 1(a)

    Looks at the figures of fee tables. The few funds that cost less than a hundredth of a percent say so in a waiver
    of this finding.

    Why: the form sets the rounding, so that tables of different funds can be compared.

    Fails:

        fee_table:
          rows:
            management_fee: 0.855%
            other_expenses: 0.03%

    Mend: round half up to two decimals, 0.855% to 0.86%.
    """
    for one in charges(subject):
        for cell in _once(cell for line in one.lines for cell in line.cells if cell.stated):
            value = cell.value
            if isinstance(value, Dollars):
                if value != value.to_integral_value():
                    yield Breach(cell.path, f"${value:,f} has cents", "round it to the nearest dollar")
            elif cell.rate is not None and _decimals(cell.rate) > 2:
                mend = spell_figure(cell.rate.quantize(_CENT)) if cell.rate == cell.rate.quantize(_CENT) else None
                yield Breach(cell.path, f"{spell_figure(value)} has {_decimals(value)} decimals", mend=mend)


def decimals(subject: Subject) -> Iterator[Breach]:
    """Percentages have one decimal in one place and two in the next.

    NUM-09 | warning | likely | Form N-1A Item 3, Instruction 1(a); convention

    Looks at the percentages of a row of a table of words, and at those of a sentence about fees or expenses. Whole
    percentages are left alone. A `fee_table` shows two decimals by itself.

    Why: 0.9% beside 0.86% looks rounded, and the reader cannot know whether it is.

    Fails:

        - The management fee is 0.9% of the first $500 million and 0.86% above.

    Mend: give each the same two decimals.
    """
    for placed in subject.blocks:
        if placed.kind == "table":
            grid: Grid = placed.body
            for index, row in enumerate(grid.rows):
                cells = {f"{placed.path}.rows[{index}][{at}]": cell.text for at, cell in enumerate(row)}
                found = [(path, text) for path, text in cells.items() if len(text) < 10]
                yield from _uneven(found)
    for words in subject.prose:
        if words.text.count("%") > 1 and _OF_FEES.search(words.text):
            yield from _uneven([(words.path, found[0]) for found in _PERCENT.finditer(words.text)])


def plausible(subject: Subject) -> Iterator[Breach]:
    """A figure is higher than such fees are, or below zero in a row that is no waiver.

    NUM-10 | warning | possible | convention: management above 3%, other expenses above 5%, total above 10%

    Looks at the figures of fee tables; not at one that a stated total, itself plausible, adds up with the others. The
    rates of a schedule, now and before, are held to the 3% of a management fee.

    Why: 8.6% is what 0.86% becomes when the decimal point slips.

    Fails:

        fee_table:
          rows:
            management_fee: 8.60%
            other_expenses: 0.03%

    Mend: put the decimal point where it belongs; or waive the finding where the fund is so expensive.
    """
    for one in charges(subject):
        for line in one.lines:
            likely = _PLAUSIBLE.get(line.item)
            for cell in _once(line.cells):
                if cell.rate is None or not cell.stated:
                    continue
                if likely is not None and cell.rate > likely and not _in_stated_total(one, line, cell):
                    yield Breach(cell.path, f"{line.name} of {spell_figure(cell.rate)} is more than {likely}%")
                elif cell.rate < 0:
                    message = f"{line.name} of {cell.shown or spell_figure(cell.rate)} is below zero and no waiver"
                    yield Breach(cell.path, message, "write it without a sign; a waiver has a row of its own")
    most = _PLAUSIBLE["management_fee"]
    for tiers in (tiers for schedule in schedules(subject) for tiers in schedule.both):
        for at, tier in enumerate(tiers.tiers):
            if isinstance(tier.rate, Decimal) and tier.rate > most:
                yield Breach(f"{tiers.path}[{at}].rate", f"a fee of {spell_figure(tier.rate)} is more than {most}%")


def most_allowed(subject: Subject) -> Iterator[Breach]:
    """A fee is higher than the rules allow.

    FEE-20 | warning | likely | FINRA Rule 2341(d); Rule 22c-2 under the 1940 Act

    Distribution and service (12b-1) fees may be 1.00% together, 0.75% for distribution and 0.25% for service; a sales
    charge 8.5%; a redemption fee 2%. Looks at fee tables, changes of 12b-1 fees and sales charges.

    Why: no broker may sell a fund that charges more.

    Fails:

        fee_table:
          rows:
            management_fee: 0.65%
            distribution_12b1: {A: 0.25%, I: 1.25%}
            other_expenses: 0.03%

    Mend: correct the rate.
    """
    for one in charges(subject):
        for line in one.lines:
            most, rule = _MOST.get(line.item, (_NO_LIMIT, ""))
            for cell in _once(line.cells):
                if cell.rate is not None and cell.rate > most:
                    yield Breach(cell.path, f"{spell_figure(cell.rate)} is more than the {most}% of {rule}")
    for placed, changed in subject.typed(DistributionFeeChange):
        most = _MOST_BY_FEE[changed.fee]
        for key, part in ((key, part) for key in changed.rates for part in ("previous", "new")):
            rate = getattr(changed.rates[key], part)
            if isinstance(rate, Decimal) and rate > most:
                message = f"{spell_figure(rate)} is more than the {most}% of FINRA Rule 2341(d)"
                yield Breach(f"{placed.path}.rates.{key}.{part}", message)
    for placed, sales in subject.typed(SalesCharges):
        yield from _high_charges(sales, placed.path)


def no_figure(subject: Subject) -> Iterator[Breach]:
    """A fee table has a dash, a blank, or N/A where a figure or None belongs.

    FEE-21 | warning | likely | convention: None is not charged, 0.00% is charged and rounds to nil, N/A has no such row

    Looks for a dash or an empty cell in a table of words that is a fee table, and for N/A as management fee, other
    expenses or total, which every class has.

    Why: a reader cannot tell nothing from not told.

    Fails:

        table:
          head: ["", Class A, Class I]
          rows:
            - [Management Fees, 0.65%, 0.65%]
            - [Distribution and/or Service (12b-1) Fees, 0.25%, "-"]
            - [Total Annual Fund Operating Expenses, 0.90%, 0.65%]

    Mend: write None where nothing is charged, 0.00% where it rounds to that.
    """
    for one in charges(subject):
        for line in one.lines:
            for cell in line.cells:
                if cell.shown in ("-", "--", "\u2013", "\u2014") or (not subject.read and cell.value == ""):
                    yield Breach(cell.path, f"{line.name} has {'a dash' if cell.shown else 'nothing'} for a figure")
                elif cell.value == NOT_APPLICABLE and line.item in ("management_fee", "other_expenses", "total"):
                    yield Breach(cell.path, f"every class has {line.name}, so N/A says nothing", "write 0.00% or None")


def words_for_nothing(subject: Subject) -> Iterator[Breach]:
    """One row says nothing in two ways.

    NUM-13 | warning | likely | convention, see FEE-21

    Looks for None, 0.00%, N/A and dashes side by side in a row of a fee table.

    Why: the classes seem to differ where they may not.

    Fails:

        fee_table:
          rows:
            management_fee: 0.65%
            distribution_12b1: {A: None, I: 0.00%}

    Mend: say it the same way for each class that is meant the same way.
    """
    for one in charges(subject):
        for line in one.lines:
            empty = [
                cell for cell in line.cells if cell.stated and cell.nothing and not (subject.read and cell.value == "")
            ]
            for cell in empty:
                first = empty[0]
                if _sort(cell) != _sort(first):
                    message = f"{line.name} says nothing as {_say(first)} and as {_say(cell)}"
                    yield Breach(cell.path, message, also=((first.path, f"{_say(first)} here"),))
                    break


def waives_nothing(subject: Subject) -> Iterator[Breach]:
    """A waiver is shown that takes nothing away.

    NUM-07 | warning | likely | Form N-1A Item 3, Instruction 3(e)

    Looks for a fee table with the row of a waiver that says for no class that anything is waived, and for one at least
    0.00%; in a document that was read in, without a note that explains it. A row of None alone is passed over.

    Why: both rows stand there to show what an investor is spared; with nothing spared they only ask for attention. Who
    writes None says as much, and a house may have the row in every table.

    Fails:

        fee_table:
          rows:
            management_fee: 0.65%
            other_expenses: 0.10%
            waiver: 0.00%

    Mend: delete the rows of the waiver and of what is left after it.
    """
    for one in charges(subject):
        for line in one.lines:
            spared = line.item != "waiver" or any(not cell.nothing for cell in line.cells)
            as_figure = any(cell.rate is not None for cell in line.cells)
            if as_figure and not spared and not (subject.read and line.note):
                yield Breach(line.path, "the waiver takes nothing away from any class")


def signs(subject: Subject) -> Iterator[Breach]:
    """Waivers are shown with different signs.

    NUM-12 | warning | likely | convention: one style of sign in a document

    Compares how the waivers of fee tables are written: (0.19)%, (0.19%), -0.19% or 0.19%. A `fee_table` writes
    (0.19%); only tables of words can differ.

    Why: a figure without a sign beside one in parentheses looks like a charge.

    Fails:

        table:
          head: ["", Class A, Class I]
          rows:
            - [Management Fees, 0.65%, 0.65%]
            - [Total Annual Fund Operating Expenses, 0.65%, 0.65%]
            - [Fee Waiver and/or Expense Reimbursement, (0.10)%, 0.05%]

    Mend: write every waiver in parentheses.
    """
    waived = [(one, line) for one in charges(subject) for line in one.lines if line.item == "waiver"]
    styled = [(_style(one, cell), line, cell) for one, line in waived for cell in line.cells if cell.rate]
    for style, line, cell in styled[1:]:
        if style != styled[0][0] and cell.shown:
            message = f"{line.name} is written {cell.shown} here and {styled[0][0].replace('x', '0.00')} elsewhere"
            yield Breach(cell.path, message, also=((styled[0][2].path, "the other here"),))


def _once(cells: Iterable[Cell]) -> Iterator[Cell]:
    """The cells, one for each place: a figure for all classes stands there once."""
    return iter({cell.path: cell for cell in cells}.values())


def _decimals(rate: Decimal) -> int:
    return max(0, -int(rate.as_tuple().exponent))


def _uneven(found: list[tuple[str, str]]) -> Iterator[Breach]:
    """The figures with one decimal among those with two, each with its path; nothing where they stand apart."""
    figures = [(path, match) for path, text in found if (match := _PERCENT.search(text))]
    fee_like = [(path, match) for path, match in figures if int(match[1]) < 5]
    if not any(len(match[2]) == 2 for _, match in fee_like):
        return
    for path, match in fee_like:
        if len(match[2]) == 1:
            mend = match[0].replace(f".{match[2]}", f".{match[2]}0")
            message = f"{match[0]} has one decimal, others beside it have two"
            yield Breach(path, message, f"write {mend}", words=match[0], mend=mend)


def _in_stated_total(one: Charges, line: Line, cell: Cell) -> bool:
    """Whether a figure is in a stated and plausible total that is the sum of the rows: no decimal point slipped."""
    at = line.cells.index(cell)
    total = next(iter(one.cells("total")[at : at + 1]), None)
    if not (line.counted and total and total.stated and total.rate is not None and total.rate <= _PLAUSIBLE["total"]):
        return False
    return sum(row.cells[at].rate or 0 for row in one.counted) == total.rate


def _high_charges(sales: SalesCharges, path: str) -> Iterator[Breach]:
    most = _MOST["front_load"][0]
    bands = sales.initial.bands if sales.initial else ()
    steps = sales.deferred.rates if sales.deferred else ()
    rates = [(f"{path}.initial.bands[{at}].rate", band.rate) for at, band in enumerate(bands)]
    rates += [(f"{path}.deferred.rates[{at}]", rate) for at, rate in enumerate(steps)]
    for at, rate in rates:
        if isinstance(rate, Decimal) and rate > most:
            yield Breach(at, f"{spell_figure(rate)} is more than the {most}% of FINRA Rule 2341(d)")


def _sort(cell: Cell) -> str:
    """The way in which a cell says nothing."""
    return "zero" if cell.rate is not None else str(cell.value)


def _say(cell: Cell) -> str:
    if cell.rate is not None:
        return cell.shown or spell_figure(cell.rate)
    return {NONE: "None", "-": "a dash", "": "a blank"}.get(cell.value, str(cell.value))


def _style(one: Charges, cell: Cell) -> str:
    """How a waiver is written, with x for the figure."""
    shown = "(1%)" if one.table is not None else cell.shown.replace(" ", "")
    return re.sub(r"[\d.]+", "x", canonical_text(shown))
