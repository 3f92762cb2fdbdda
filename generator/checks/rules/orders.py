"""Rules about buying and selling shares: least amounts, and how soon a sale is paid; and about new names of funds."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.breach import Breach
from generator.checks.subject import Subject
from generator.model.kinds.adviser_change import AdviserChange
from generator.model.kinds.minimums import Minimums
from generator.model.kinds.name_change import NameChange
from generator.model.values import spell_money

#: The business days that are seven days, if no holiday is among them (Investment Company Act section 22(e)).
MOST_DAYS = 5


def more_later(subject: Subject) -> Iterator[Breach]:
    """Later investments have a higher minimum than the first.

    MIN-01 | warning | likely | Form N-1A Item 6(a)

    Compares `subsequent:` with `initial:` of each kind of account.

    Why: the two columns have usually been exchanged.

    Fails:

        accounts:
          - {account: Regular accounts, initial: $50, subsequent: "$1,000"}

    Mend: exchange the two amounts, or correct one.
    """
    for placed, body in subject.typed(Minimums):
        for at, one in enumerate(body.accounts):
            if (
                isinstance(one.initial, Decimal)
                and isinstance(one.subsequent, Decimal)
                and one.subsequent > one.initial
            ):
                message = f"{spell_money(one.subsequent)} is more than the first investment, {spell_money(one.initial)}"
                yield Breach(f"{placed.path}.accounts[{at}].subsequent", message)


def closed_at_once(subject: Subject) -> Iterator[Breach]:
    """An account may be closed for a balance that its first investment does not reach.

    MIN-02 | warning | likely | Form N-1A Items 6(a) and 11(c)

    Compares `least_balance:` with the largest of the first investments: plans and accounts of employees begin lower.

    Why: whoever invests the minimum can be sent away on the next day.

    Fails:

        accounts:
          - {account: Regular accounts, initial: $100, subsequent: $50}
        least_balance: $500

    Mend: correct one of the amounts.
    """
    for placed, body in subject.typed(Minimums):
        most = max((one.initial for one in body.accounts if isinstance(one.initial, Decimal)), default=None)
        if most is not None and body.least_balance and body.least_balance > most:
            message = f"{spell_money(body.least_balance)} is more than a first investment of {spell_money(most)}"
            yield Breach(f"{placed.path}.least_balance", message)


def paid_late(subject: Subject) -> Iterator[Breach]:
    """A redemption is paid later than seven days.

    MIN-03 | warning | likely | Investment Company Act section 22(e); Form N-1A Item 11(c)(7)

    Looks at `paid_within:`, which is said in business days: five of them and a weekend are seven days.

    Why: the law gives seven days, weekends and holidays among them.

    Fails:

        paid_within: 10 days

    Mend: write `5 days` or less; that payment may take up to seven days in all is a sentence of your own.
    """
    for placed, body in subject.typed(Minimums):
        if body.paid_within and int(body.paid_within.number) > MOST_DAYS:
            message = f"{body.paid_within.number} business days are more than seven days"
            yield Breach(f"{placed.path}.paid_within", message)


def name_is_taken(subject: Subject) -> Iterator[Breach]:
    """A fund gets the name of another.

    RNM-01 | error | likely | Investment Company Act section 35(d); EDGAR: a series has a name of its own

    Compares new names of funds with each other, and with the names of the registrant's other funds that keep theirs.

    Why: investors and EDGAR can no longer tell the two apart.

    Fails:

        - name_change: {funds: {growth: Example Income Fund}}

    Mend: correct the new name, or rename the other fund in the same supplement.
    """
    for kind in (NameChange, AdviserChange):
        for placed, body in subject.typed(kind):
            field = "funds" if isinstance(body, NameChange) else "new_names"
            names: dict[str, str] = getattr(body, field)
            keep = {fund.name.casefold(): key for key, fund in subject.registrant.funds.items() if key not in names}
            for key, name in names.items():
                other = keep.get(name.casefold())
                if other is not None:
                    yield Breach(f"{placed.path}.{field}.{key}", f"the fund {other!r} has this name")
                keep.setdefault(name.casefold(), key)
