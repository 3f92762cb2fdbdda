"""Rules about share classes that are launched, converted or closed, and funds that close and open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.checks.breach import Breach
from generator.checks.rules._class_fees import totals_by_class
from generator.checks.rules._days import day_of
from generator.checks.rules._parts import funds_of
from generator.checks.subject import Subject
from generator.model.kinds.class_conversion import ClassConversion
from generator.model.kinds.class_launch import ClassLaunch
from generator.model.kinds.fee_table import FeeTable
from generator.model.kinds.fund_closing import FundClosing
from generator.model.kinds.fund_reopening import FundReopening
from generator.model.kinds.liquidation import Liquidation
from generator.model.when import Span

#: A last day of sales, and the day from which nothing is sold, may lie a long weekend apart.
_WEEKEND = timedelta(4)
_DAYS = {"day": 1, "month": 30, "year": 365}


def two_last_days(subject: Subject) -> Iterator[Breach]:
    """Two last days of sales are stated for one fund or class.

    CLO-01 | error | likely | arithmetic of the calendar

    Compares the day from which a fund is closed to all purchases with `last_purchase:` of its liquidation, or of the
    conversion of the same class. A long weekend between them is granted.

    Why: orders are taken on one of the days, and refused on the other.

    Fails:

        - fund_closing: {starts: {qualifier: close_of_business, date: 2026-10-30}, closed_to: all_purchases}
        - liquidation: {board_date: 2026-08-12, liquidation: 2026-11-20, last_purchase: 2026-10-16, taxable: yes}

    Mend: correct one of the days.
    """
    for other, closing in subject.typed(FundClosing):
        shut = closing.starts.date
        for placed in subject.blocks if shut and closing.closed_to == "all_purchases" else ():
            body = placed.body
            of_class = isinstance(body, ClassConversion) and body.given in closing.classes
            last = body.last_purchase if of_class or (isinstance(body, Liquidation) and not closing.classes) else None
            meet = last and set(funds_of(placed, subject)) & set(funds_of(other, subject))
            if meet and last and shut and not timedelta(0) <= shut - last <= _WEEKEND:
                also = ((f"{other.path}.starts", "closed from this day"),)
                message = f"the last purchase is on {last}, the closing on {shut}"
                yield Breach(f"{placed.path}.last_purchase", message, also=also)


def closed_and_opened(subject: Subject) -> Iterator[Breach]:
    """A fund is opened on the day on which it is closed, or before.

    CLO-02 | error | likely | arithmetic of the calendar

    Compares the closing and the reopening of one fund or class, to the same investors, in one supplement.

    Why: nobody can tell whether it is open.

    Fails:

        - fund_closing: {starts: 2026-10-30}
        - fund_reopening: {starts: 2026-10-30}

    Mend: delete one of the two, or correct its day.
    """
    for shut, closing in subject.typed(FundClosing):
        for placed, body in subject.typed(FundReopening):
            meet = set(funds_of(shut, subject)) & set(funds_of(placed, subject))
            alike = not closing.classes or not body.classes or set(closing.classes) & set(body.classes)
            days: list[date | None] = [day_of(closing.starts), day_of(body.starts)]
            if meet and alike and closing.closed_to == body.open_to and days[0] and days[1] and days[1] <= days[0]:
                also = ((f"{shut.path}.starts", "closed from this day"),)
                yield Breach(f"{placed.path}.starts", f"it opens on {days[1]}, and closes on {days[0]}", also=also)


def dearer_class(subject: Subject) -> Iterator[Breach]:
    """Shares are converted into a class that costs more.

    CVN-04 | warning | likely | Rule 18f-3(f), not re-read: the class that is received costs no more

    Compares the total annual expenses of the two classes, where the supplement has a fee table of the fund.

    Why: shareholders are moved without being asked; that is defended by lower expenses.

    Fails:

        - class_conversion: {from: I, to: A, date: 2026-11-20, last_purchase: 2026-10-30}

    Mend: correct the classes; where it is meant, say so and why, and waive the finding.
    """
    totals = totals_by_class(subject)
    for placed, body in subject.typed(ClassConversion) if totals else ():
        for fund in funds_of(placed, subject):
            before, after = totals.get((fund, body.given)), totals.get((fund, body.received))
            if before is not None and after is not None and after > before:
                message = f"class {body.received} costs {after}%, class {body.given} {before}%"
                yield Breach(f"{placed.path}.to", message)
                break


def still_sold(subject: Subject) -> Iterator[Breach]:
    """All shares of a class are converted, and nothing says until when it is sold.

    CVN-05 | warning | possible | house rule: a class that ends has a last day of sales

    Looks for `last_purchase:` of a conversion on a day, and for a closing of the class in the same supplement.

    Why: orders for a class that no longer exists are rejected one by one.

    Fails:

        - class_conversion: {from: C, to: A, date: 2026-11-20}

    Mend: add `last_purchase:`, or a `fund_closing` of the class.
    """
    closed = {key for _, body in subject.typed(FundClosing) for key in body.classes}
    for placed, body in subject.typed(ClassConversion):
        if body.date and not body.last_purchase and body.given not in closed and not subject.read:
            yield Breach(placed.path, f"nothing says until when class {body.given} is sold")


def later(subject: Subject) -> Iterator[Breach]:
    """Shares are converted later than until now.

    CVN-06 | warning | possible | Rule 18f-3(f), not re-read; house rule: a right is not taken away by a sticker alone

    Compares `after:` with `previously:`.

    Why: shareholders who bought under the shorter period pay the higher fee for longer; whether it may be so for them
    is a question for counsel.

    Fails:

        - class_conversion: {from: C, to: A, after: 10 years, previously: 8 years}

    Mend: check the two periods; where they are right, ask counsel, and waive the finding with the answer.
    """
    for placed, body in subject.typed(ClassConversion):
        if body.after and body.previously and _length(body.after) > _length(body.previously):
            yield Breach(f"{placed.path}.after", "shares are converted later than until now")


def launched_without_fees(subject: Subject) -> Iterator[Breach]:
    """A share class is launched without its fees.

    CLN-01 | info | possible | Form N-1A Item 3; Item 3, Instruction 1(d)(ii)

    Looks for a fee table of the fund in a supplement that launches a class.

    Why: no share is sold without a fee table of its class; where the supplement has none, a prospectus with it has to
    be effective by the day of the launch.

    Fails:

        - class_launch: {starts: 2026-11-02, classes: [{class: R6, ticker: EXGRX}]}

    Mend: add a `fee_table` and an `example`, or make sure that the prospectus has them.
    """
    shown = {subject.house.fund_key_of(placed.change) for placed, _ in subject.typed(FeeTable)}
    for placed, body in subject.typed(ClassLaunch):
        funds = {new.fund for new in body.classes if new.fund} or set(funds_of(placed, subject))
        if not subject.read and funds - shown:
            yield Breach(placed.path, "the supplement has no fee table of what is launched")


def two_tickers(subject: Subject) -> Iterator[Breach]:
    """A class is launched under another ticker symbol than it is declared with.

    CLN-02 | error | likely | house rule: what is declared is stated once

    Compares `ticker:` of a class that is launched with that of the class in the registrant's file.

    Why: the next supplement shows the other symbol.

    Fails:

        - class_launch: {starts: 2026-11-02, classes: [{class: A, ticker: EXGRX}]}

    Mend: correct one of the two, or delete `ticker:` here.
    """
    for placed, body in subject.typed(ClassLaunch):
        for at, new in enumerate(body.classes):
            for key in (new.fund,) if new.fund else funds_of(placed, subject):
                fund = subject.registrant.funds.get(key)
                declared = fund.classes.get(new.share_class) if fund else None
                if declared and declared.ticker and new.ticker and new.ticker != declared.ticker:
                    place = f"registrant.funds.{key}.classes.{new.share_class}.ticker"
                    message = f"the class is declared with {declared.ticker}"
                    yield Breach(f"{placed.path}.classes[{at}].ticker", message, also=((place, "declared here"),))


def _length(period: Span) -> int:
    """A period in days, for comparing."""
    return int(period.number) * _DAYS[period.unit.rstrip("s")]
