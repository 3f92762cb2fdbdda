"""Rules about amounts in words beside a schedule: boundaries that it does not have, edges that do not meet, units."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.breach import Breach
from generator.checks.rules._amounts import Bound, Edge, amounts, bounds
from generator.checks.rules._schedules import edges_of, schedules
from generator.checks.subject import Subject
from generator.checks.words import Words
from generator.model.kinds.fee_schedule import FeeSchedule
from generator.model.kinds.sub_advisory_fee import SubAdvisoryFee
from generator.model.values import spell_money
from generator.patterns import late

#: Amounts from here on are spelled with `million` by the tool; a thousand million is a billion.
_MILLION, _BILLION = Decimal(10**6), Decimal(10**9)
_MILLIONS = late(r"\$\s?\d,\d{3}(?:\.\d+)? million$")
#: Pairs of edges that leave out the amount itself, or count it twice.
_GAP, _OVERLAP = frozenset({"below", "above"}), frozenset({"to", "from"})


def edges_apart(subject: Subject) -> Iterator[Breach]:
    """The words for a boundary do not meet: "less than" beside "over", or "up to" beside "at least".

    TIER-04 | warning | likely | house rule: every dollar is in one slice

    Looks at the notes of a schedule and at sentences about assets in the same change. A schedule says "the first
    $500 million" and "over $500 million", so exactly $500 million is in the lower slice.

    Why: "less than $500 million" beside "over $500 million" leaves the amount itself without a rate.

    Fails:

        notes:
          waived: The fee is reduced on net assets in excess of $250 million but less than $500 million.

    Mend: say "up to" where another sentence says "over", and "less than" where it says "or more".
    """
    for number in {schedule.placed.number for schedule in schedules(subject)} | _changes_with_edges(subject):
        told = list(_edges(subject, number))
        for at, (one, bound) in enumerate(told):
            pair = next((other for other in told[:at] if one and _clash(bound, other[1])), None)
            if one is None or pair is None:
                continue
            what = "leaves out" if {bound.edge, pair[1].edge} == _GAP else "counts twice"
            words = f"\u201c{bound.words}\u201d beside \u201c{pair[1].words}\u201d"
            message = f"{words} {what} {spell_money(bound.amount)} itself"
            also = ((pair[0].path, "the other words"),) if pair[0] and pair[0].path != one.path else ()
            yield Breach(one.path, message, also=also, words=bound.words)


def no_boundary(subject: Subject) -> Iterator[Breach]:
    """Words beside a schedule bound net assets at an amount that no schedule of the fund has.

    TIER-05 | warning | likely | house rule: a note can be followed

    Looks at the notes of a schedule for amounts after "over", "less than", "between" and the like, and at `assets:`
    of a sub-advisory fee. They must be an end or a width of a slice, now or before.

    Why: the amount belongs to another schedule, or to last year's.

    Fails:

        tiers: [{up_to: $500 million, rate: 0.88%}, {rate: 0.83%}]
        notes: {waived: The fee is reduced on average daily net assets in excess of $200 million.}

    Mend: correct the amount, or say of which schedule it is a boundary.
    """
    for placed, schedule in subject.typed(FeeSchedule):
        known = edges_of(subject, subject.house.fund_key_of(placed.change))
        for key, note in schedule.notes.items() if known else ():
            for bound in bounds(note.text):
                if bound.amount not in known:
                    message = f"no schedule of the fund has a boundary at {spell_money(bound.amount)}"
                    yield Breach(f"{placed.path}.notes.{key}.text", message, words=bound.words)
    for placed, fee in subject.typed(SubAdvisoryFee):
        known = edges_of(subject, subject.house.fund_key_of(placed.change)) if fee.tiers else set()
        for name in ("above", "up_to") if fee.assets and known else ():
            amount = getattr(fee.assets, name)
            if amount is not None and amount not in known:
                message = f"no schedule of the fund has a boundary at {spell_money(amount)}"
                yield Breach(f"{placed.path}.assets.{name}", message)


def two_units(subject: Subject) -> Iterator[Breach]:
    """Large amounts are written in two ways.

    TIER-07 | info | certain | house rule: $500 million, and billions from $1 billion on

    Looks in sentences about assets for a million dollars or more in figures, where the supplement has other amounts
    in words; and for a thousand million anywhere.

    Why: readers compare amounts digit by digit where they are written alike.

    Fails:

        - The fee is 0.70% of the first $500,000,000 of net assets and 0.65% of amounts over $500 million.

    Mend: write the amount as the others are written.
    """
    told = [(one, words, amount) for one in subject.words for words, amount in amounts(one.text)]
    in_words = any(words.endswith("illion") for _, words, _ in told) or bool(schedules(subject))
    for one, words, amount in told:
        short = spell_money(amount) if amount >= _MILLION else words
        plain = not words.endswith("illion") and short.endswith("illion") and amount >= _MILLION
        figures = in_words and plain and "assets" in one.text
        if figures or (_MILLIONS.match(words) and short.endswith("billion")):
            yield Breach(one.path, f"{words} stands for {short}", f"write {short}", words=words, mend=short)


def _changes_with_edges(subject: Subject) -> set[int | None]:
    """The changes whose sentences speak of less than an amount of assets, or of at least one."""
    found = {one.path for one in subject.prose if "assets" in one.text and "$" in one.text}
    return {int(path[8 : path.index("]")]) for path in found if path.startswith("changes[")}


def _edges(subject: Subject, number: int | None) -> Iterator[tuple[Words | None, Bound]]:
    """The edges of a change: those of its schedules, without a text, then those that its sentences name."""
    for schedule in schedules(subject):
        if schedule.placed.number == number:
            for one in (one for tiers in schedule.both for one in tiers.slices if one.up_to is not None):
                assert one.up_to is not None
                yield None, Bound(one.up_to, f"up to {spell_money(one.up_to)}", "to")
                yield None, Bound(one.up_to, f"over {spell_money(one.up_to)}", "above")
    for words in subject.prose:
        if words.path.startswith(f"changes[{number}]."):
            for bound in bounds(words.text):
                if bound.edge:
                    yield words, bound


def _clash(one: Bound, other: Bound) -> bool:
    pair: set[Edge | None] = {one.edge, other.edge}
    return one.amount == other.amount and pair in (_GAP, _OVERLAP)
