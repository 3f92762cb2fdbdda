"""Rules about funds that end: reorganizations and liquidations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.breach import Breach
from generator.checks.rules._class_fees import totals_by_class
from generator.checks.rules._days import stated_days
from generator.checks.rules._parts import funds_of
from generator.checks.subject import Subject
from generator.model.funds import class_name, fund_name
from generator.model.kinds.liquidation import Liquidation
from generator.model.kinds.reorganization import Reorganization


def dearer_class(subject: Subject) -> Iterator[Breach]:
    """Shareholders of a fund that is merged receive a class that costs more.

    RGN-02 | warning | likely | Form N-14 Item 3(a); Rule 17a-8

    Compares the total annual expenses of the class that is given up with those of the class received, where the
    supplement has a fee table of both.

    Why: it is the first thing that shareholders, and the staff of the SEC, ask about.

    Fails:

        - reorganization:
            mergers: [{target: income, acquiring: growth, classes: {I: A}}]

    Mend: correct the classes; where it is meant, say so and why, and waive the finding.
    """
    totals = totals_by_class(subject)
    for placed, body in subject.typed(Reorganization) if totals else ():
        for at, merger in enumerate(body.mergers):
            for given, received in merger.classes.items():
                before = totals.get((merger.target, given))
                after = totals.get((merger.acquiring.fund or "", received))
                if before is not None and after is not None and after > before:
                    names = f"{received} costs {after}%, class {given} of the target {before}%"
                    yield Breach(f"{placed.path}.mergers[{at}].classes.{given}", f"class {names}")


def class_without_shares(subject: Subject) -> Iterator[Breach]:
    """A class of a fund that is merged is not told what it receives.

    RGN-03 | warning | likely | Form N-14 Item 4(a)

    Where the classes of a merger are stated, compares them with those that the target fund declares.

    Why: its shareholders do not know whether they are merged at all.

    Fails:

        mergers: [{target: income, acquiring: growth, classes: {A: A}}]

    Mend: add the class and what it receives, or leave `classes:` out.
    """
    for placed, body in subject.typed(Reorganization):
        for at, merger in enumerate(body.mergers):
            fund = subject.registrant.funds.get(merger.target)
            for key in fund.classes if fund and merger.classes and not subject.read else ():
                if key not in merger.classes:
                    name = class_name(merger.target, key, subject.house).value
                    yield Breach(f"{placed.path}.mergers[{at}].classes", f"nothing says what {name} receives")


def vote(subject: Subject) -> Iterator[Breach]:
    """A reorganization does not say whether shareholders vote, or asks for a vote without a day.

    RGN-04 | warning | likely | Rule 17a-8(a)(3); Form N-14 Item 7

    Looks for `vote_needed:`, `record_date:` and `meeting_date:`.

    Why: shareholders have to know whether they are asked, and by when they have to hold shares.

    Fails:

        - reorganization:
            board_date: 2026-08-12
            mergers: [{target: income, acquiring: growth}]
            closing: 2026-11-20

    Mend: add `vote_needed: no`, or the days of the vote.
    """
    for placed, body in subject.typed(Reorganization):
        if body.vote_needed is None and not (body.meeting_date or body.record_date):
            yield Breach(placed.path, "nothing says whether shareholders vote")
        elif body.meeting_date and not body.record_date:
            yield Breach(f"{placed.path}.meeting_date", "there is a meeting without a record date")
        elif body.record_date and not body.meeting_date:
            yield Breach(f"{placed.path}.record_date", "there is a record date without a meeting")


def materials(subject: Subject) -> Iterator[Breach]:
    """What shareholders are sent does not fit whether they vote.

    RGN-05 | warning | likely | Regulations 14A and 14C; Form N-14

    A vote is asked for with a proxy statement, an information statement goes to those who do not vote.

    Why: one of the two is a slip, and it decides which document is filed.

    Fails:

        vote_needed: no
        materials: proxy_statement

    Mend: correct `materials:` or `vote_needed:`.
    """
    for placed, body in subject.typed(Reorganization):
        votes = bool(body.vote_needed or body.meeting_date or body.record_date)
        if votes and body.materials == "information_statement":
            yield Breach(f"{placed.path}.materials", "shareholders vote, and are sent no proxy statement")
        if body.vote_needed is False and body.materials == "proxy_statement":
            yield Breach(f"{placed.path}.materials", "shareholders do not vote, and are sent a proxy statement")


def taxes(subject: Subject) -> Iterator[Breach]:
    """The end of a fund is announced without a word on taxes.

    RGN-06 | info | possible | Form N-14 Item 4(a)(4); house rule: shareholders learn of taxes with the event

    Looks for `tax_free:` of a reorganization and `taxable:` of a liquidation.

    Why: it is what shareholders act on before the day.

    Fails:

        - liquidation: {board_date: 2026-08-12, liquidation: 2026-11-20, last_purchase: 2026-10-16}

    Mend: add `tax_free:` or `taxable:`, or say it in a paragraph.
    """
    told = any("tax" in words.text.lower() for words in subject.prose)
    for placed in subject.blocks:
        body = placed.body
        if isinstance(body, Reorganization) and body.tax_free is None and not told:
            yield Breach(placed.path, "nothing says whether the reorganization is taxable")
        if isinstance(body, Liquidation) and body.taxable is None and not told:
            yield Breach(placed.path, "nothing says whether the liquidation is taxable")


def sold_until_the_end(subject: Subject) -> Iterator[Breach]:
    """A fund is liquidated, and nothing says until when it sells shares.

    LIQ-01 | warning | possible | house rule; Securities Act section 11: shares are not sold without a last day

    Looks for `last_purchase:` of the liquidation, and for a closing of the fund in the same supplement.

    Why: somebody buys shares a week before they are paid out, and is taxed on the way.

    Fails:

        - liquidation: {board_date: 2026-08-12, liquidation: 2026-11-20, taxable: yes}

    Mend: add `last_purchase:`.
    """
    closing = any(placed.kind == "fund_closing" for placed in subject.blocks)
    for placed, body in subject.typed(Liquidation):
        if body.last_purchase is None and not closing and not subject.read:
            yield Breach(placed.path, "nothing says until when shares are sold")


def after_the_end(subject: Subject) -> Iterator[Breach]:
    """Something changes for a fund after it is gone.

    LIQ-02 | warning | likely | arithmetic of the calendar

    Compares the days from which changes hold with the liquidation of their fund, or with the closing of the merger in
    which it ends.

    Why: one of the two days is wrong, or the change is of another fund.

    Fails:

        - liquidation: {board_date: 2026-08-12, liquidation: 2026-11-20, last_purchase: 2026-10-16, taxable: yes}
        - distributions: {starts: 2027-01-04, schedule: [{previous: quarterly, new: monthly}]}

    Mend: correct the day, or say with `fund:` what the change is about.
    """
    gone: dict[str, tuple[date, str]] = {}
    for liquidated, plan in subject.typed(Liquidation):
        end = (plan.liquidation.date, f"{liquidated.path}.liquidation")
        gone |= dict.fromkeys(funds_of(liquidated, subject), end)
    for merged, body in subject.typed(Reorganization):
        gone |= {merger.target: (body.closing.date, f"{merged.path}.closing") for merger in body.mergers}
    for one in stated_days(subject) if gone else ():
        keys = [key for key in funds_of(one.placed, subject) if key in gone and gone[key][0] < one.day]
        if one.sort == "start" and keys:
            also = ((gone[keys[0]][1], "the fund ends here"),)
            yield Breach(
                one.path, f"the {fund_name(keys[0], subject.house).value} is gone since {gone[keys[0]][0]}", also=also
            )
