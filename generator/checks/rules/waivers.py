"""Rules about waivers and limits that are stated as data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations

from generator.checks.breach import Breach
from generator.checks.rules._examples import examples
from generator.checks.rules._fee_tables import charges_of
from generator.checks.rules._waiver_terms import waiver_ends
from generator.checks.subject import Placed, Subject
from generator.model.by_class import WHOLE
from generator.model.kinds.sub_advisory_fee import SubAdvisoryFee
from generator.model.kinds.waiver import Waiver
from generator.model.kinds.waiver_change import WaiverChange
from generator.model.kinds.waiver_end import WaiverEnd
from generator.model.values import spell
from generator.patterns import late

#: What states the last day of an agreement itself.
_BLOCKS = ("waiver", "waiver_change")
_APPROVED = late(r"\b(?:Board|Trustees|Directors|consent)\b")


def counted_too_short(subject: Subject) -> Iterator[Breach]:
    """A waiver that the Example counts, or that is shortened, lasts for less than a year from the prospectus.

    WVR-01 | warning | likely | Form N-1A Item 3, Instructions 3(e) and 4(a)

    Compares the last day with the date of the latest prospectus that is amended; a year less a day is enough. Looks
    at waivers that an Example of the fund counts, and at changes that shorten one. Waivers in a fee table are the
    matter of FEE-11.

    Why: once it is that short, the prospectus may no longer show it in its table and its Example.

    Fails:

        - waiver_change: {ends: {previous: 2027-04-30, new: 2026-12-31}}

    Mend: agree on a later day, or revise table and Example so that they do without the waiver.
    """
    targets = [one.date for one in subject.supplement.targets if one.date and one.document != "sai"]
    counted = {seen.fund for seen in examples(subject) if seen.waiver_years}
    for placed in subject.blocks:
        fund = subject.house.fund_key_of(placed.change)
        match placed.body:
            case Waiver(agreement="contractual", ends=date() as last) if fund in counted:
                path = f"{placed.path}.ends"
            case WaiverChange() as change if change.ends and change.ends.new < change.ends.previous:
                last, path = change.ends.new, f"{placed.path}.ends.new"
            case _:
                continue
        netted = any(table.line("waiver") for table in charges_of(subject, fund))
        if targets and not netted and last < (enough := _in_a_year(max(targets))):
            message = f"it ends on {last}; counted from {max(targets)} it must last to {enough}"
            yield Breach(path, message)


def past(subject: Subject) -> Iterator[Breach]:
    """A waiver has ended before the supplement is dated.

    WVR-02 | error | likely | arithmetic of the calendar

    Compares the last day of a new or changed waiver, of one in a note of a fee table (its `ends:`, or the day that the
    note at the waiver's row says), and of one by which shareholders gain from a lower sub-advisory fee, with the
    supplement's own date.

    Why: the date was carried over from last year.

    Fails:

        date: 2026-09-30
        - waiver: {limits: 0.95%, ends: 2026-04-30, ended_by: board}

    Mend: write the new last day, or take the waiver out.
    """
    day = subject.supplement.date
    for fund in dict.fromkeys(subject.house.fund_key_of(placed.change) for placed in subject.blocks):
        for end in waiver_ends(subject, fund):
            if day and end.day < day:
                yield Breach(end.path, f"the waiver ended on {end.day}, before the supplement's date, {day}")
    for placed, fee in subject.typed(SubAdvisoryFee):
        if day and fee.waiver and fee.waiver.ends and fee.waiver.ends < day:
            message = f"the waiver ended on {fee.waiver.ends}, before the supplement's date, {day}"
            yield Breach(f"{placed.path}.waiver.ends", message)


def recouped_long(subject: Subject) -> Iterator[Breach]:
    """Waived amounts may be recovered for more than three years, or above the former limit.

    WVR-05 | warning | likely | accounting practice: recoupment within three years, under the lower of two limits

    Looks at `recoupment:` of a waiver: its years, and whether expenses must stay below the limit of then and of now.

    Why: what may be recovered longer or higher is a liability of the fund, and funds avoid it.

    Fails:

        recoupment: {years: 5, lesser_of_caps: yes}

    Mend: write three years or fewer and `lesser_of_caps: yes`, if that is what was agreed.
    """
    for placed, waiver in subject.typed(Waiver):
        if waiver.recoupment and int(waiver.recoupment.years) > 3:
            message = f"amounts may be recovered for {waiver.recoupment.years} years, three are usual"
            yield Breach(f"{placed.path}.recoupment.years", message)
        if waiver.recoupment and not waiver.recoupment.lesser_of_caps:
            message = "amounts may be recovered up to the limit of now, though that of then was lower"
            yield Breach(f"{placed.path}.recoupment", message, "add lesser_of_caps: yes")


def told_otherwise(subject: Subject) -> Iterator[Breach]:
    """Two statements of one waiver differ in a limit or in the last day.

    WVR-07 | error | likely | house rule: a fact has one value in a supplement

    Compares the waivers of a fund that are of one kind, limit or part of the fee, and hold at the same time: class
    by class, and by their last day, which is also compared with that in the note of a fee table.

    Why: the prospectus and the statement of additional information then say different things.

    Fails:

        - waiver: {limits: {A: 0.95%}, ends: 2028-04-30, ended_by: board}
        - waiver: {limits: {A: 0.90%}, ends: 2028-04-30, ended_by: board}

    Mend: correct the one that is wrong.
    """
    for (first, one), (second, other) in combinations(_contractual(subject), 2):
        if not _of_one(subject, first, one, second, other):
            continue
        pairs = [(f"limits.{key}", rate, other.limits.get(key)) for key, rate in one.limits.items()]
        for name, mine, theirs in (*pairs, ("waived", one.waived, other.waived), ("ends", one.ends, other.ends)):
            if mine is not None and theirs is not None and mine != theirs:
                message = f"{spell(theirs)} here, {spell(mine)} in the other statement"
                yield Breach(f"{second.path}.{name}", message, also=((f"{first.path}.{name}", "the other statement"),))
    for fund in dict.fromkeys(subject.house.fund_key_of(placed.change) for placed in subject.blocks):
        ends = waiver_ends(subject, fund)
        agreed = {end.day for end in ends if end.by in _BLOCKS}
        for end in ends:
            if end.by == "fee_table" and len(agreed) == 1 and end.day not in agreed:
                other_end = next(one for one in ends if one.by in _BLOCKS)
                message = f"the note has {end.day} as the last day, the agreement {other_end.day}"
                yield Breach(end.path, message, also=((other_end.path, "the agreement"),))


def ended_and_netted(subject: Subject) -> Iterator[Breach]:
    """A waiver ends, and the same supplement still counts it or states other ratios without it.

    WVR-08 | error | likely | Form N-1A Item 3, Instruction 3(e)

    Compares the end of a limit with the fee table of the fund, which must not take a waiver off, and whose totals are
    the ratios afterwards; and with an extension of the limit.

    Why: the reader is told that the waiver goes, and shown the fees with it.

    Fails:

        - waiver_end: {ends: 2026-10-31, ratios: {A: 1.38%}}

    Mend: take the rows of the waiver and of what is left after it out of the table; state its totals as ratios.
    """
    for placed, end in subject.typed(WaiverEnd):
        fund = subject.house.fund_key_of(placed.change)
        for table in charges_of(subject, fund):
            if line := table.line("waiver"):
                message = f"a waiver ends on {end.ends}, and the fee table takes one off"
                yield Breach(line.path, message, also=((f"{placed.path}.ends", "its end"),))
            for key, rate in end.ratios.items():
                cell = table.cell("total", key)
                if cell and cell.rate is not None and cell.rate != rate:
                    message = f"{spell(rate)} without the waiver, {spell(cell.rate)} in the fee table"
                    yield Breach(f"{placed.path}.ratios.{key}", message, also=((cell.path, "the fee table"),))
        for other, change in subject.typed(WaiverChange):
            if subject.house.fund_key_of(other.change) == fund and fund and change.ends and change.ends.new > end.ends:
                also = ((f"{placed.path}.ends", "its end"),)
                yield Breach(f"{other.path}.ends.new", f"a limit that ends on {end.ends} is extended", also=also)


def broken_early(subject: Subject) -> Iterator[Breach]:
    """A limit that was agreed until a day is raised or ended before that day.

    WVR-09 | warning | possible | Form N-1A Item 3, Instruction 3(e): shareholders were told that it lasts

    Looks at changes that raise a limit or move its last day forward, where the former last day is stated and has not
    come. Words about the Board's approval in the same change settle it.

    Why: only the Board, or whoever the prospectus names, may end it earlier; it should be said that it did.

    Fails:

        - waiver_change:
            ends: {previous: 2027-04-30, new: 2028-04-30}
            starts: 2026-10-01
            limits: {A: {previous: 1.20%, new: 1.25%}}

    Mend: say who approved it; or let the new limit begin when the former agreement ends.
    """
    for placed, change in subject.typed(WaiverChange):
        begins = change.starts or subject.effective(placed.change)
        if not change.ends or not begins or begins > change.ends.previous or _told_approved(subject, placed):
            continue
        if change.ends.new < change.ends.previous:
            message = f"the limit was agreed until {change.ends.previous}, and nothing says who approved this"
            yield Breach(f"{placed.path}.ends.new", message)
        for key, limit in change.limits.items():
            if _rate(limit.new) > _rate(limit.previous):
                message = f"the limit of {spell(limit.previous)} was agreed until {change.ends.previous}"
                yield Breach(f"{placed.path}.limits.{key}.new", message)


def nothing_changes(subject: Subject) -> Iterator[Breach]:
    """A waiver waives nothing, or a change of one changes nothing.

    WVR-10 | warning | certain | house rule: what is announced is something

    Looks for a waived part of zero, and for limits that are the same before and now.

    Why: a figure was copied and not changed.

    Fails:

        - waiver_change: {limits: {A: {previous: 1.25%, new: 1.25%}}}

    Mend: write what is waived, or the new limit; or delete it.
    """
    for placed, waiver in subject.typed(Waiver):
        if waiver.waived == 0:
            yield Breach(f"{placed.path}.waived", "nothing is waived", "write a percentage such as 0.05%")
    for placed, change in subject.typed(WaiverChange):
        if change.limits and all(limit.previous == limit.new for limit in change.limits.values()):
            yield Breach(f"{placed.path}.limits", "no limit changes", "write another new: limit, or delete limits:")


def _contractual(subject: Subject) -> list[tuple[Placed, Waiver]]:
    return [(placed, waiver) for placed, waiver in subject.typed(Waiver) if waiver.agreement == "contractual"]


def _of_one(subject: Subject, first: Placed, one: Waiver, second: Placed, other: Waiver) -> bool:
    """Whether two blocks state one waiver: of one fund and kind, for the same classes, at the same time."""
    fund = subject.house.fund_key_of(first.change)
    if fund is None or fund != subject.house.fund_key_of(second.change) or bool(one.limits) != bool(other.limits):
        return False
    apart = bool(one.limits) and not set(one.limits) & set(other.limits) and WHOLE not in {*one.limits, *other.limits}
    return not apart and not _after(one, other) and not _after(other, one)


def _after(one: Waiver, other: Waiver) -> bool:
    """Whether a waiver begins when another has ended."""
    return bool(one.starts and other.ends and one.starts > other.ends)


def _rate(value: Decimal | str) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(0)


def _told_approved(subject: Subject, placed: Placed) -> bool:
    """Whether words of the same change tell of an approval."""
    here = f"changes[{placed.number}]."
    return any(one.path.startswith(here) and _APPROVED.search(one.text) for one in subject.prose)


def _in_a_year(day: date) -> date:
    """The last day of the year that begins on a day."""
    try:
        return day.replace(year=day.year + 1) - date.resolution
    except ValueError:  # February 29
        return date(day.year + 1, 2, 28)
