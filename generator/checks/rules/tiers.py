"""Rules about the tiers of a fee: their rates, and what they come to beside the fee table and the rates before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, pairwise

from generator.checks.breach import Breach
from generator.checks.rules._charges import Charges
from generator.checks.rules._fee_tables import charges_of
from generator.checks.rules._schedules import Schedule, levels, parts, schedules
from generator.checks.subject import Subject
from generator.model.kinds.fee_schedule import FeeSchedule
from generator.model.schedule import effective_rate, fee_on, implied_assets, rounded, shifts
from generator.model.values import spell, spell_money
from generator.model.working import show, whole
from generator.patterns import late

_APPROVED = late(r"(?:share|unit)?holders?\b.{0,60}\bapprov|\bapprov\w*\b.{0,60}\b(?:share|unit)?holders?", re.I)


def not_falling(subject: Subject) -> Iterator[Breach]:
    """A tier costs as much as the one before it, or more.

    TIER-03 | warning | likely | convention: breakpoints reduce the fee as a fund grows

    Compares each rate with the one before, in the new schedule and in the former one.

    Why: two rates changed places, or a breakpoint changes nothing.

    Fails:

        - {up_to: $500 million, rate: 0.65%}
        - {rate: 0.70%}

    Mend: put the rates in falling order; join tiers of one rate.
    """
    for schedule in schedules(subject):
        for tiers in schedule.both:
            for index, (one, after) in enumerate(pairwise(tiers.slices), 1):
                if after.rate >= one.rate:
                    more = "is more than" if after.rate > one.rate else "is no less than"
                    message = f"{after.rate}% from {spell_money(after.above)} on {more} the {one.rate}% below it"
                    yield Breach(f"{tiers.path}[{index}].rate", message)


def out_of_reach(subject: Subject) -> Iterator[Breach]:
    """The management fee of the fee table cannot follow from the schedule beside it.

    TIER-06 | error | likely | Form N-1A Items 3 and 10(a)(1)(ii)

    Compares the line on management fees of a fund's fee table with the fund's schedule in the same supplement: the
    fee lies between the lowest rate and the highest, and is what the schedule gives at `average_net_assets:` where
    they are stated. A fee above that is passed over where a note at the line speaks of administration. Of a fee whose
    words say that it is the sum of several schedules, such as a fund-level and a complex-level one, the sum counts.

    Why: one of the two is the former fee.

    Fails:

        management_fee: 0.90%

    Mend: write the fee that the schedule gives at the fund's net assets; `supplement explain` shows which assets
    each fee implies.
    """
    for schedule in schedules(subject):
        several = parts(schedule, subject)
        if schedule.fee != "management" or not schedule.now.slices or schedule is not several[0]:
            continue
        for table in charges_of(subject, schedule.fund):
            line, day = table.line("management_fee"), subject.effective(table.placed.change)
            if line is None or (day and schedule.day and day < schedule.day):
                continue
            for cell in dict.fromkeys(line.cells):
                if cell.rate is None:
                    continue
                if why := _beyond(several, cell.rate) if several[1:] else _unreached(schedule, cell.rate, table):
                    yield Breach(cell.path, why, also=((schedule.now.path, "the schedule"),))


def one_uneven(subject: Subject) -> Iterator[Breach]:
    """All rates change by the same amount but one.

    TIER-09 | warning | possible | arithmetic

    Compares the new rates with those before, slice by slice, where both have the same three or more slices.

    Why: a schedule is mostly moved as a whole, and a single digit is easily mistyped.

    Fails:

        - {up_to: $100 million, rate: 0.90%}
        - {up_to: $200 million, rate: 0.80%}
        - {up_to: $300 million, rate: 0.72%}
        - {rate: 0.70%}

    Mend: check the rate, now and before.
    """
    for schedule in schedules(subject):
        old, new = schedule.before.slices if schedule.before else (), schedule.now.slices
        if len(new) < 3 or [one.up_to for one in old] != [one.up_to for one in new]:
            continue
        steps = [after.rate - one.rate for one, after in zip(old, new, strict=True)]
        (usual, times), *rest = Counter(steps).most_common()
        if len(rest) == 1 and times == len(steps) - 1:
            index = steps.index(rest[0][0])
            message = f"this rate changes by {spell(abs(steps[index]))}, every other one by {spell(abs(usual))}"
            yield Breach(f"{schedule.now.path}[{index}].rate", message)


def unchanged(subject: Subject) -> Iterator[Breach]:
    """The rates before are the rates now.

    TIER-10 | warning | certain | house rule: what changes is told

    Compares `tiers:` with the tiers before.

    Why: the supplement announces a change and shows none.

    Fails:

        previous: {before: 2026-10-01, tiers: [{up_to: $500 million, rate: 0.70%}, {rate: 0.65%}]}

    Mend: correct the one that is wrong, or delete the rates before.
    """
    for schedule in schedules(subject):
        if schedule.before and schedule.now.slices and schedule.before.slices == schedule.now.slices:
            yield Breach(schedule.before.path, "the rates before are the same as the rates now")


def other_day(subject: Subject) -> Iterator[Breach]:
    """The former rates end on another day than that on which the new ones begin.

    TIER-11 | warning | likely | arithmetic of the calendar

    Compares `before:` with the effective date of the change.

    Why: on the days between the two no rate holds, or two do.

    Fails:

        effective: 2026-10-01
        previous: {before: 2026-11-01, tiers: [{rate: 0.75%}]}

    Mend: write the same day.
    """
    for placed, schedule in subject.typed(FeeSchedule):
        stated = (placed.change and placed.change.effective) or subject.supplement.effective
        day = subject.effective(placed.change)
        if schedule.previous and stated and day and schedule.previous.before != day:
            message = f"the former rates end before {schedule.previous.before}, the new ones begin on {day}"
            yield Breach(f"{placed.path}.previous.before", message, f"write {day}")


def raised(subject: Subject) -> Iterator[Breach]:
    """A management fee rises, and nothing says that shareholders approved it.

    TIER-12 | warning | likely | Investment Company Act of 1940, section 15(a)

    Compares what the new and the former schedule come to at every level of net assets. `approval:` by the holders,
    or words in the same change that tell of their approval, settle it.

    Why: a contract that costs the fund more needs the vote of its shareholders, whatever the Board decided.

    Fails:

        tiers: [{rate: 0.75%}]
        previous: {before: 2026-10-01, tiers: [{rate: 0.70%}]}
        approval: {by: board, date: 2026-08-12}

    Mend: write `approval: {by: board_and_holders}` with the day of the vote, or correct the rates.
    """
    for schedule in schedules(subject):
        if schedule.fee == "sub_advisory" or not schedule.before:
            continue
        approval = getattr(schedule.placed.body, "approval", None)
        approved = approval is not None and approval.by != "board"
        level = _rises_at(schedule) if not approved and not _told_approved(subject, schedule) else None
        if level is not None:
            by = "only the Board is said to have approved it" if approval else "nothing says who approved it"
            message = f"the fee rises on net assets of {spell_money(level)}, and {by}"
            yield Breach(f"{schedule.placed.path}.approval" if approval else schedule.now.path, message)


def contradicted(subject: Subject) -> Iterator[Breach]:
    """Two schedules of one fee of one fund differ.

    TIER-13 | error | likely | house rule: a fact has one value in a supplement

    Compares the management or advisory fees of a fund that begin on the same day, and the rates before. The parts of
    a fee that is said to be a sum, such as a fund-level and a complex-level fee, are no contradiction.

    Why: the prospectus and the statement of additional information then say different things.

    Fails:

        - fee_schedule: {tiers: [{up_to: $500 million, rate: 0.70%}, {rate: 0.65%}]}
        - fee_schedule: {tiers: [{up_to: $500 million, rate: 0.70%}, {rate: 0.60%}]}

    Mend: correct the one that is wrong.
    """
    told = [one for one in schedules(subject) if one.fee != "sub_advisory" and one.fund is not None]
    for one, other in combinations(told, 2):
        if (one.fund, one.fee, one.day) != (other.fund, other.fee, other.day) or other in parts(one, subject):
            continue
        for mine, theirs in zip(one.both, other.both, strict=False):
            if mine.slices and theirs.slices and (one.method, mine.slices) != (other.method, theirs.slices):
                message = "these rates differ from those stated before for the same fee"
                yield Breach(theirs.path, message, also=((mine.path, "the other rates"),))


def dearer_inside(subject: Subject) -> Iterator[Breach]:
    """The sub-adviser is paid more than the adviser that pays it.

    TIER-14 | warning | possible | the adviser pays a sub-adviser out of its own fee

    Compares a fund's sub-advisory schedule with its management or advisory schedule in the same supplement, at every
    level of net assets.

    Why: two schedules changed places, or a decimal point did.

    Fails:

        - fee_schedule: {tiers: [{rate: 0.40%}]}
        - fee_schedule: {fee: sub_advisory, tiers: [{rate: 0.45%}]}

    Mend: check both schedules.
    """
    told = [one for one in schedules(subject) if one.fee == "sub_advisory" or len(parts(one, subject)) == 1]
    for inner in (one for one in told if one.fee == "sub_advisory" and one.now.slices):
        for outer in (one for one in told if one.fee != "sub_advisory" and one.fund == inner.fund and one.now.slices):
            for level in levels(inner.now.slices, outer.now.slices):
                paid, kept = _fee(inner, level), _fee(outer, level)
                if paid > kept and inner.fund is not None:
                    sums = f"the sub-adviser is paid {show(whole(paid))}, the adviser {show(whole(kept))}"
                    message = f"on {spell_money(level)} {sums}"
                    yield Breach(inner.now.path, message, also=((outer.now.path, "the adviser's rates"),))
                    break


def _fee(schedule: Schedule, assets: Decimal) -> Decimal:
    return fee_on(schedule.now.slices, assets, schedule.method)


def _beyond(several: tuple[Schedule, ...], fee: Decimal) -> str:
    """Why a fee cannot be the sum of what several schedules give; nothing where it can, or one is no schedule."""
    rates = [[one.rate for one in schedule.now.slices] for schedule in several]
    if not all(rates) or sum(map(min, rates)) <= fee <= sum(map(max, rates)):
        return ""
    span = f"{spell(sum(map(min, rates), Decimal(0)))} to {spell(sum(map(max, rates), Decimal(0)))}"
    return f"a management fee of {spell(fee)} does not follow from schedules that come to {span}"


def _unreached(schedule: Schedule, fee: Decimal, table: Charges) -> str:
    """Why a fee cannot follow from a schedule; nothing where it can."""
    rates = [one.rate for one in schedule.now.slices]
    assets = schedule.average_net_assets
    given = effective_rate(schedule.now.slices, assets, schedule.method) if assets else None
    administered = any("dministrat" in note.text for note in table.notes_of("management_fee"))
    if assets and given is not None and rounded(given, 2) != rounded(Fraction(fee), 2):
        if administered and fee > given:
            return ""
        return f"a management fee of {spell(fee)}, on {spell_money(assets)} the schedule gives {rounded(given, 2)}%"
    if implied_assets(schedule.now.slices, fee, schedule.method) or min(rates) <= fee <= max(rates):
        return ""
    if fee > max(rates) and administered:
        return ""
    former = schedule.before.slices if schedule.before else ()
    told = "; it follows from the former rates" if implied_assets(former, fee, schedule.method) else ""
    span = f"{spell(min(rates))} to {spell(max(rates))}" if len(set(rates)) > 1 else spell(rates[0])
    return f"a management fee of {spell(fee)} does not follow from a schedule of {span}{told}"


def _rises_at(schedule: Schedule) -> Decimal | None:
    """The lowest level of net assets at which the new schedule comes to more than the former one, of those tried."""
    old, new = schedule.before.slices if schedule.before else (), schedule.now.slices
    if not old or not new or not any(shift.by > 0 for shift in shifts(old, new)):
        return None
    tried = levels(old, new)
    dearer = (
        level
        for level in tried
        if effective_rate(new, level, schedule.method) > effective_rate(old, level, schedule.method)
    )
    return next(dearer, None)


def _told_approved(subject: Subject, schedule: Schedule) -> bool:
    """Whether words of the same change tell that shareholders approved."""
    here = f"changes[{schedule.placed.number}]."
    return any(one.path.startswith(here) and _APPROVED.search(one.text) for one in subject.prose)
