"""Rules about filing: when a supplement is filed and used, what is filed with it, and whether it is enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from generator.checks.breach import Breach
from generator.checks.rules._parts import documents_of
from generator.checks.subject import Placed, Subject
from generator.model.content import Kind
from generator.model.kinds.adviser_change import AdviserChange, FeeEffect
from generator.model.kinds.benchmark import Benchmark
from generator.model.kinds.distribution_fee_change import DistributionFeeChange
from generator.model.kinds.example import Example
from generator.model.kinds.fee_schedule import FeeSchedule
from generator.model.kinds.fee_table import FeeTable
from generator.model.kinds.objective import Objective
from generator.model.kinds.risk import Risk
from generator.model.kinds.strategy import Strategy
from generator.model.tiers import Tier

#: Days after which a post-effective amendment under Rule 485(a) is effective, and of notice under Rule 35d-1.
SIXTY_DAYS = timedelta(60)
#: Months after which a prospectus is usually renewed, and after which it can no longer be used.
USUAL_MONTHS, MOST_MONTHS = 12, 16
#: From when the figures of the risk/return summary are filed as data too.
FIRST_XBRL = date(2011, 1, 1)
#: The least part of the assets that a name stands for (Rule 35d-1).
NAMED = Decimal(80)


def filed_early(subject: Subject) -> Iterator[Breach]:
    """A supplement is filed long before its own date.

    DAT-02 | error | likely | house rule: five days between the dates of one errand

    Compares `filed:` with the supplement's own date. First use before filing is SUB-03 and SUB-04.

    Why: one of the two days is wrong; a supplement is dated when it is given out.

    Fails:

        date: 2026-09-30
        filed: 2026-09-02

    Mend: correct the day of filing, or the supplement's own date.
    """
    own, filed = subject.supplement.date, subject.supplement.filed
    if own and filed and own - filed > timedelta(5):
        yield Breach("filed", f"it is filed {(own - filed).days} days before its own date, {own}")


def used_before_filing(subject: Subject) -> Iterator[Breach]:
    """A supplement of a prospectus or an SAI is used before it is filed.

    SUB-03 | error | likely | Rule 497(e)

    Compares `used_from:` with `filed:` where a prospectus or an SAI is among the targets.

    Why: after a registration statement is effective, no prospectus that varies from it may be used until it has been
    filed.

    Fails:

        filed: 2026-10-05
        used_from: 2026-10-01

    Mend: file first, and correct `used_from:`.
    """
    if any(target.document != "summary_prospectus" for target in subject.supplement.targets):
        yield from _used_early(subject)


def summary_used_before_filing(subject: Subject) -> Iterator[Breach]:
    """A supplement of a summary prospectus is used before it is filed.

    SUB-04 | error | likely | Rule 497(k)

    Compares `used_from:` with `filed:` where only a summary prospectus is amended.

    Why: a summary prospectus is filed no later than on the day on which it is first used.

    Fails:

        targets:
          - {document: summary_prospectus, date: 2026-05-01}
        filed: 2026-10-05
        used_from: 2026-10-01

    Mend: file on the day of first use or before, and correct the days.
    """
    if {target.document for target in subject.supplement.targets} == {"summary_prospectus"}:
        yield from _used_early(subject)


def interactive_data(subject: Subject) -> Iterator[Breach]:
    """A change of Items 2, 3 or 4 is filed with an Interactive Data File.

    SUB-05 | info | likely | Rule 497(c) and (e); Form N-1A, General Instruction C.3(g)

    Looks for fee tables, Examples, objectives, policies, principal risks and benchmarks in changes of the prospectus. A
    supplement of the summary prospectus alone, filed as 497K, carries no such file.

    Why: Inline XBRL lives in HTML, so such a supplement cannot be filed as text alone, and a filing without the data
    ends the fund's use of Rule 485(b).

    Fails:

        - content:
            - objective: {new: long-term growth of capital, old: current income}

    Mend: have the figures and texts tagged before the filing; nothing in the content has to change.
    """
    own = subject.supplement.date
    if subject.read or own is None or own < FIRST_XBRL:
        return
    placed = next(
        (one for one in subject.blocks if _of_summary(one) and "prospectus" in _documents(subject, one)), None
    )
    if placed:
        yield Breach(placed.path, "this changes the risk/return summary: it is filed with an Interactive Data File")


def ask_counsel(subject: Subject) -> Iterator[Breach]:
    """A change may be more than a supplement can make.

    SUB-07 | warning | possible | Rule 485(a); Investment Company Act sections 13(a) and 15(a)

    Looks for a new objective or policy that holds less than sixty days after the supplement's own date; a new adviser,
    or a sub-adviser without an exemptive order; and a management or distribution fee that rises. Each is passed over
    where shareholders approved it.

    Why: a material change may need a post-effective amendment, which is effective after sixty days, or a vote.

    Fails:

        date: 2026-09-30
        effective: 2026-10-15
        changes:
          - content:
              - objective: {new: long-term growth of capital, old: current income}

    Mend: ask counsel, and waive the finding with the answer.
    """
    for placed in subject.blocks:
        path, message = _material(subject, placed)
        if message:
            yield Breach(f"{placed.path}{path}", f"{message}: ask counsel whether a supplement is enough")


def old_document(subject: Subject) -> Iterator[Breach]:
    """A document is too old to be in use.

    SUB-08 | error | likely | Securities Act section 10(a)(3)

    A prospectus that is used more than nine months after its effective date may hold nothing older than sixteen months.
    Compares the dates of the target documents with the supplement's own.

    Why: a supplement does not renew a prospectus; probably its date is wrong by a year.

    Fails:

        date: 2026-09-30
        targets:
          - {document: prospectus, date: 2025-05-01}

    Mend: correct the date of the document.
    """
    yield from _old(subject, MOST_MONTHS, None)


def due_document(subject: Subject) -> Iterator[Breach]:
    """A document is older than a year.

    SUB-13 | warning | possible | Securities Act section 10(a)(3); yearly updates under Rule 485(b)

    Compares the dates of the target documents with the supplement's own: twelve to sixteen months. Older ones are
    SUB-08.

    Why: by then the document has usually been renewed, and the supplement amends the one before.

    Fails:

        date: 2026-09-30
        targets:
          - {document: prospectus, date: 2025-09-01}

    Mend: correct the date of the document; where it is still in use, waive the finding and say why.
    """
    yield from _old(subject, USUAL_MONTHS, MOST_MONTHS)


def notice_of_policy(subject: Subject) -> Iterator[Breach]:
    """A policy that a fund's name stands for changes without sixty days of notice.

    SUB-09 | warning | likely | Rule 35d-1(a)(2)(ii)

    Looks at policies of 80% or more that take the place of another and need no vote. Counts from `notice_sent:`, else
    from the supplement's own date, to the day on which the change takes effect.

    Why: shareholders get sixty days to leave before such a policy changes.

    Fails:

        effective: 2026-10-15
        changes:
          - content:
              - strategy:
                  percent: 80%
                  holdings: bonds of the United States
                  former: {percent: 80%, holdings: stocks of large companies}
                  notice_sent: 2026-09-30

    Mend: move the day on which the change takes effect, or correct `notice_sent:`.
    """
    for placed, body in subject.typed(Strategy):
        former, starts = body.former, subject.effective(placed.change)
        sent = body.notice_sent or subject.supplement.date
        if former is None or max(body.percent, former.percent) < NAMED or body.fundamental or not (starts and sent):
            continue
        if starts - sent < SIXTY_DAYS:
            at = f"{placed.path}.notice_sent" if body.notice_sent else placed.path
            yield Breach(at, f"there are {(starts - sent).days} days from the notice, {sent}, to the change, {starts}")


def _used_early(subject: Subject) -> Iterator[Breach]:
    filed, used = subject.supplement.filed, subject.supplement.used_from
    if filed and used and used < filed:
        yield Breach("used_from", f"it is used from {used}, and filed on {filed}", also=(("filed", "filed then"),))


def _old(subject: Subject, least: int, most: int | None) -> Iterator[Breach]:
    """Documents that are older than some months, and no older than others."""
    own = subject.supplement.date
    for index, target in enumerate(subject.supplement.targets):
        if own and target.date and _past(target.date, own, least) and not (most and _past(target.date, own, most)):
            months = (own.year - target.date.year) * 12 + own.month - target.date.month
            yield Breach(f"targets[{index}].date", f"the document is {months} months older than the supplement, {own}")


def _past(first: date, last: date, months: int) -> bool:
    """Whether more than some months lie between two days."""
    return (last.year * 12 + last.month - months, last.day) > (first.year * 12 + first.month, first.day)


def _documents(subject: Subject, placed: Placed) -> frozenset[str]:
    return frozenset(documents_of(subject, placed.change))


def _of_summary(placed: Placed) -> bool:
    """Whether a block changes Items 2 to 4."""
    body = placed.body
    return isinstance(body, FeeTable | Example | Objective | Strategy | Benchmark) or (
        isinstance(body, Risk) and body.principal is True
    )


def _material(subject: Subject, placed: Placed) -> tuple[str, str]:
    """What may be more than a supplement can do: the path below the block, and what it is; empty for nothing."""
    body = placed.body
    approval = getattr(body, "approval", None)
    if not isinstance(body, Kind) or getattr(approval, "shareholders", None) or getattr(approval, "meeting", None):
        return "", ""
    starts, own = subject.effective(placed.change), subject.supplement.date
    soon = bool(own and starts and starts - own < SIXTY_DAYS)
    if isinstance(body, Objective) and soon:
        return "", f"a new objective holds from {starts}"
    if isinstance(body, Strategy) and soon and body.former:
        return "", f"a new policy holds from {starts}"
    if isinstance(body, AdviserChange):
        if body.incoming and (body.role == "adviser" or not body.exemptive_order):
            return ".incoming", f"a new {body.role.replace('_', '-')} comes without a vote or an exemptive order"
        if isinstance(body.fees, FeeEffect) and _rises(body.fees.previous, body.fees.new):
            return ".fees", "the management fee rises"
    return _fee_that_rises(body)


def _fee_that_rises(body: Kind) -> tuple[str, str]:
    """The path below a block of a fee that rises, and which fee; empty for none."""
    if isinstance(body, FeeSchedule) and body.previous and body.fee != "sub_advisory":
        approved = body.approval and body.approval.by != "board"
        if not approved and any(new > old for old, new in _rates(body)):
            return ".tiers", f"the {body.fee} fee rises"
    if isinstance(body, DistributionFeeChange):
        for key, rate in body.rates.items():
            if rate.direction == "raised" or (rate.direction == "introduced" and isinstance(rate.new, Decimal)):
                return f".rates.{key}", "a distribution or service fee rises"
    return "", ""


def _rates(body: FeeSchedule) -> Iterator[tuple[Decimal, Decimal]]:
    """The old and the new rate of the last dollar at the end of every slice of either schedule."""
    old, new = body.previous.tiers if body.previous else (), body.tiers
    for end in {tier.up_to for tier in (*old, *new)}:
        before, after = _rate_at(old, end), _rate_at(new, end)
        if isinstance(before, Decimal) and isinstance(after, Decimal):
            yield before, after


def _rate_at(tiers: Sequence[Tier], end: Decimal | None) -> object:
    """The rate of the slice that an amount falls in; of the last one for none."""
    return next((one.rate for one in tiers if one.up_to is None or (end is not None and one.up_to >= end)), None)


def _rises(previous: object, new: object) -> bool:
    return isinstance(previous, Decimal) and isinstance(new, Decimal) and new > previous
