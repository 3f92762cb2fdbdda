"""Rules about what is waived: more than is owed, and more or less than the limit of expenses asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.checks.breach import Breach
from generator.checks.rules._charges import Charges, spell_figure
from generator.checks.rules._fee_tables import charges, charges_of
from generator.checks.subject import Subject
from generator.model.by_class import WHOLE
from generator.model.kinds.waiver import Waiver
from generator.patterns import late

_REIMBURSES = late(r"\breimburs|\babsorb|\bassum|\bbear|\bpay", re.IGNORECASE)
#: Excluded expenses that a fee table shows, by the names of a waiver, with the line and whether it is a part.
_SHOWN = {
    "acquired_fund_fees": ("acquired_fund_fees", False),
    "distribution_12b1": ("distribution_12b1", False),
    "interest": ("interest", True),
    "short_dividends": ("short_dividends", True),
}


@dataclass(frozen=True, slots=True)
class _Limited:
    """A class with a limit, in percent: what is left after the waiver, and what the limit leaves out."""

    name: str
    path: str
    waived: Decimal
    net: Decimal
    limit: Decimal
    limit_path: str
    excluded: Decimal  # as far as the table shows it
    unknown: Decimal  # what other expenses may hold of it


def more_than_fee(subject: Subject) -> Iterator[Breach]:
    """More is waived than the management fee, and nothing speaks of reimbursement.

    NUM-05 | warning | likely | Form N-1A Item 3, Instruction 3(e): fee waiver or expense reimbursement

    Compares the waiver with the management fee of each class, where neither the caption of its row nor its notes say
    that expenses are reimbursed, absorbed or paid.

    Why: an adviser cannot waive more than it is owed; beyond that it has to pay.

    Fails:

        fee_table:
          rows:
            management_fee: 0.80%
            other_expenses: 0.90%
            waiver: {all: 0.94%, caption: Fee Waiver}

    Mend: name the reimbursement in the caption and the note, or correct the waiver.
    """
    for one in charges(subject):
        line, words = one.line("waiver"), [note.text for note in one.notes]
        if not line or not line.caption or any(_REIMBURSES.search(text) for text in [line.caption, *words]):
            continue
        fee = one.line("management_fee")
        for at, cell in enumerate(line.cells if fee else ()):
            if cell.rate is not None and cell.rate > one.rate("management_fee", at):
                fees = spell_figure(one.rate("management_fee", at))
                yield Breach(cell.path, f"{spell_figure(cell.rate)} is waived, of a management fee of {fees}")
                break


def above_limit(subject: Subject) -> Iterator[Breach]:
    """A class costs more after the waiver than the limit and what it leaves out.

    NUM-06 | error | likely | Form N-1A Item 3, Instruction 3(e): net = limit + excluded items

    Adds to the limit of a class the excluded expenses that the fee table shows: 12b-1 fees, acquired fund fees,
    interest, dividends on short sales. Where the limit also leaves out what no table shows, such as taxes or
    litigation, all of other expenses may be that.

    Why: the table says that the adviser does not keep its agreement.

    Fails:

        - waiver: {limits: 0.70%, excludes: acquired_fund_fees, ends: 2028-04-30}
        - fee_table:
            rows:
              management_fee: 0.65%
              other_expenses: 0.20%
              acquired_fund_fees: 0.05%
              waiver: 0.10%   # leaves 0.80%, not 0.70% + 0.05%

    Mend: correct the waiver in the table, or the limit.
    """
    for found in _limited(subject):
        leave = found.limit + found.excluded + found.unknown
        if found.net > leave:
            message = f"{found.name}{spell_figure(found.net)} is left, the limit allows {spell_figure(leave)}"
            yield Breach(found.path, message, also=((found.limit_path, "the limit here"),))


def not_the_limit(subject: Subject) -> Iterator[Breach]:
    """What is left after a waiver is not the limit and what it leaves out.

    FEE-15 | warning | possible | Form N-1A Item 3, Instruction 3(e): net = limit + excluded items

    Adds up as NUM-06 does, and reports what NUM-06 allows: less than the sum, where more is waived than the limit
    asks; or more, where the limit leaves out expenses that the table does not show.

    Why: the reader who does the sum finds a difference that nothing explains.

    Fails:

        - waiver: {limits: 0.70%, excludes: [acquired_fund_fees, taxes], ends: 2028-04-30}
        - fee_table:
            rows:
              management_fee: 0.65%
              other_expenses: 0.20%
              acquired_fund_fees: 0.05%
              waiver: 0.12%   # leaves 0.78%, not 0.70% + 0.05%

    Mend: correct the waiver in the table, list in `excludes:` what makes the difference, or say what else is waived.
    """
    for found in _limited(subject):
        leave = found.limit + found.excluded
        if found.waived and found.net != leave and found.net <= leave + found.unknown:
            sums = f"the limit and what it leaves out are {spell_figure(leave)}"
            message = f"{found.name}{spell_figure(found.net)} is left, {sums}"
            yield Breach(found.path, message, also=((found.limit_path, "the limit here"),))


def _limited(subject: Subject) -> Iterator[_Limited]:
    """The classes whose limit and fee table the supplement states."""
    for placed, waiver in subject.typed(Waiver):
        for one in charges_of(subject, subject.house.fund_key_of(placed.change)):
            for at, column in enumerate(one.columns):
                key = column if column in waiver.limits else WHOLE
                limit, cells = waiver.limits.get(key), one.cells("net") or one.cells("total")
                net = cells[at].rate if cells else None
                if isinstance(limit, Decimal) and net is not None:
                    shown, hidden = _excluded(waiver, one, at)
                    label, path = f"{one.names[at]}: " if one.names[at] else "", f"{placed.path}.limits.{key}"
                    waived = one.rate("waiver", at)
                    yield _Limited(label, cells[at].path, waived, net, limit, path, shown, hidden)


def _excluded(waiver: Waiver, one: Charges, at: int) -> tuple[Decimal, Decimal]:
    """What a limit leaves out of a class's expenses: as the table shows it, and what it may not show."""
    shown, known = Decimal(0), True
    for item in waiver.excludes:
        line_item, part = _SHOWN.get(item, ("", False))
        line = next((line for line in one.lines if line.item == line_item and line.part == part), None)
        shown += (line.cells[at].rate or Decimal(0)) if line else Decimal(0)
        known = known and (line is not None or (item in _SHOWN and not part))
    others = one.rate("other_expenses", at)
    return shown, Decimal(0) if known else others
