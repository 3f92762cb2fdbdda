"""Rules about what a board, shareholders and trustees do: approvals, policies, and who serves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.breach import Breach
from generator.checks.rules._days import day_of
from generator.checks.subject import Placed, Subject
from generator.model.approval import Approval
from generator.model.content import Kind
from generator.model.kinds.trustees import Trustees

_LEAVES = ("resigns", "retires", "leaves")


def without_vote(subject: Subject) -> Iterator[Breach]:
    """A fundamental policy changes, and no vote of shareholders is told.

    APR-04 | warning | likely | Investment Company Act section 13(a)

    Looks at objectives, policies and restrictions that are `fundamental: yes`, and at a fund that becomes
    non-diversified, for a vote that was held or is to come.

    Why: without the vote the fund may not do what the supplement says.

    Fails:

        - objective: {new: long-term growth of capital, old: current income, fundamental: yes}

    Mend: add `approval:` with `shareholders:` or `meeting:`, or write `fundamental: no`.
    """
    for placed in subject.blocks:
        body = placed.body
        wanted = getattr(body, "fundamental", None) is True or getattr(body, "status", None) == "non_diversified"
        if isinstance(body, Kind) and wanted and not _voted(getattr(body, "approval", None)):
            path = "fundamental" if getattr(body, "fundamental", None) else "status"
            yield Breach(f"{placed.path}.{path}", "no vote of shareholders is told")


def before_approval(subject: Subject) -> Iterator[Breach]:
    """A change takes effect before it is approved.

    APR-05 | error | likely | Investment Company Act sections 13(a) and 15(a); arithmetic of the calendar

    Compares the days of `approval:` with the day on which the change takes effect.

    Why: one of the days is wrong, or the change was not in force.

    Fails:

        effective: 2026-10-15
        changes:
          - content:
              - objective: {new: growth of capital, fundamental: yes, approval: {meeting: 2026-12-10}}

    Mend: correct the day of the approval, or `effective:`.
    """
    for placed in subject.blocks:
        approval = getattr(placed.body, "approval", None)
        starts = _starts(subject, placed)
        if not isinstance(approval, Approval) or starts is None:
            continue
        for part in ("board", "shareholders", "meeting"):
            if (day := getattr(approval, part)) and day > starts:
                yield Breach(f"{placed.path}.approval.{part}", f"this is on {day}, the change takes effect on {starts}")


def left_and_listed(subject: Subject) -> Iterator[Breach]:
    """A trustee or officer who has left stands in the new table.

    TRU-03 | warning | likely | Form N-1A Item 17(a)

    Compares those who resign, retire or leave, by the day on which the change takes effect, with the rows of the tables
    in the same supplement.

    Why: the table is the one that stays in the SAI.

    Fails:

        effective: 2026-10-01
        changes:
          - content:
              - trustees:
                  changes: [{name: Walter Osei, event: retires, role: Trustee, date: 2026-09-30}]
                  members:
                    - {name: Walter Osei, born: 1950, position: Trustee, since: 2004, occupations: None, overseen: 5}

    Mend: delete the row, or correct the day.
    """
    gone = {
        event.name: (f"{placed.path}.changes[{at}]", event.date)
        for placed, body in subject.typed(Trustees)
        for at, event in enumerate(body.changes)
        if event.event in _LEAVES
    }
    for placed, body in subject.typed(Trustees) if gone else ():
        starts = subject.effective(placed.change)
        for at, member in enumerate(body.members):
            where, day = gone.get(member.name, ("", None))
            if day and starts and day <= starts:
                yield Breach(f"{placed.path}.members[{at}]", f"{member.name} left on {day}", also=((where, "here"),))


def two_beginnings(subject: Subject) -> Iterator[Breach]:
    """Somebody is appointed on one day, and serves since another.

    TRU-04 | warning | likely | Form N-1A Item 17(a)(1)

    Compares the day on which a trustee or officer is appointed with `since:` of the row in the same supplement.

    Why: length of service is what the table is for.

    Fails:

        - trustees:
            changes: [{name: Ana Ruiz, event: appointed, role: Trustee, date: 2026-10-01}]
            members: [{name: Ana Ruiz, born: 1966, position: Trustee, since: 2025-10, occupations: Lawyer, overseen: 5}]

    Mend: correct the day, or `since:`.
    """
    appointed = {
        event.name: (f"{placed.path}.changes[{at}].date", event.date.isoformat())
        for placed, body in subject.typed(Trustees)
        for at, event in enumerate(body.changes)
        if event.event == "appointed"
    }
    for placed, body in subject.typed(Trustees) if appointed else ():
        for at, member in enumerate(body.members):
            where, day = appointed.get(member.name, ("", member.since))
            if not day.startswith(member.since):
                message = f"{member.name} is appointed on {day}, and serves since {member.since}"
                yield Breach(f"{placed.path}.members[{at}].since", message, also=((where, "appointed here"),))


def _voted(approval: Approval | None) -> bool:
    return bool(approval and (approval.shareholders or approval.meeting or approval.no_vote))


def _starts(subject: Subject, placed: Placed) -> date | None:
    """The day on which a block's change takes effect, where one is stated."""
    own = getattr(placed.body, "effective", None)
    return day_of(own or (placed.change and placed.change.effective) or subject.supplement.effective)
