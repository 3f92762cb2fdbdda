"""Rules about days that content states: the supplement's own, those of its documents, and when its changes hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.checks.breach import Breach
from generator.checks.holidays import closed_for
from generator.checks.rules._days import DAY, MONTH, in_words, said_day, stated_days
from generator.checks.rules._parts import inside, is_supplement, of_registrant, says_when
from generator.checks.subject import Subject
from generator.model.content import Kind
from generator.model.kinds.class_conversion import ClassConversion
from generator.model.kinds.class_launch import ClassLaunch
from generator.model.kinds.fund_closing import FundClosing
from generator.model.kinds.fund_reopening import FundReopening
from generator.model.kinds.liquidation import Liquidation
from generator.model.kinds.reorganization import Reorganization
from generator.model.kinds.waiver_end import WaiverEnd
from generator.model.supplement import Change

#: How many days the dates of one errand may lie apart (Rule 497 gives five days where it gives any).
GRACE = timedelta(5)
#: Kinds whose days are days of trading.
_TRADED = (Reorganization, Liquidation, FundClosing, FundReopening, ClassLaunch, ClassConversion)
_SAID = re.compile(
    rf"(?:^|(?<=[.!?] ))(?P<how>Effective(?: as of| on or about| on)?|Since) {MONTH},(?P<rest>.{{0,120}})"
)
_MANAGED = re.compile(r"\b(?:has|have)\b.*\b(?:managed?|portfolio manager)\b")
_FROM = re.compile(
    rf"\b(?:effective|beginning|commencing|starting|on or about|close of business)\b[^.]{{0,40}}?"
    rf"(?:\b(?:immediately|date)\b|{MONTH})",
    re.IGNORECASE,
)
_BUSINESS = re.compile(rf"\bclose of (?:business|trading)(?: on| of)?(?: \w+day,)? {DAY}", re.IGNORECASE)


def before_its_document(subject: Subject) -> Iterator[Breach]:
    """A supplement is dated before a document that it amends.

    DAT-01 | error | likely | Rule 497(e): a prospectus is supplemented after it is effective

    Compares the supplement's own date with the date of each target document.

    Why: one of the two dates is wrong, often by a year, and the reader cannot tell which document is meant.

    Fails:

        date: 2026-02-01
        targets:
          - {document: prospectus, date: 2026-05-01}

    Mend: correct the date of the document, or that of the supplement.
    """
    own = subject.supplement.date
    for index, target in enumerate(subject.supplement.targets):
        if own and target.date and own < target.date:
            message = f"the document is dated {target.date}, after the supplement, {own}"
            yield Breach(f"targets[{index}].date", message, also=(("date", "the supplement's own date"),))


def late(subject: Subject) -> Iterator[Breach]:
    """A change took effect before the supplement that tells of it.

    DAT-04 | warning | likely | Rule 497(e); house rule: five days

    Compares the days from which changes hold with the supplement's own date, five days granted. It looks at
    `effective:`, at the days of typed content, and at sentences that begin with a day that is past: “Effective May 4,
    2026, …”, “Since May 2026, … has managed the Fund”.

    Why: until then investors were given a prospectus that was no longer right; whether that was so, and what to do
    about it, is a question for counsel.

    Fails:

        date: 2026-09-30
        effective: 2026-08-03

    Mend: correct the day; where it is right, ask counsel, and waive the finding with the answer.
    """
    supplement = subject.supplement
    if supplement.date is None:
        return
    told: set[date] = set()
    for path, day in _starts(subject):
        if supplement.date - day > GRACE and day not in told:
            told.add(day)
            yield Breach(path, f"this holds from {day}, {(supplement.date - day).days} days before the supplement")
    if not told:
        yield from _late_in_words(subject, supplement.date)


def undated(subject: Subject) -> Iterator[Breach]:
    """A change takes effect on a day of its own that its words do not say.

    DAT-05 | warning | likely | house rule: every change says from when it holds

    A lead-in shows the day of its change. A notice, or a lead-in in words of its own, shows it only where its author
    wrote it. Where some changes have a day, so must every lead-in.

    Why: a reader takes the day that is printed above, or none, for all that follows.

    Fails:

        changes:
          - effective: 2026-11-30
            content: The Fund's transfer agent has a new address.

    Mend: write the day into the words, or give every change its `effective:`.
    """
    shown = False
    for path, change in subject.changes:
        says = _says_day(subject, path, change)
        shown = shown or says
        if change.effective and not says:
            when = change.effective.date or "immediately"
            yield Breach(f"{path}.effective", f"no words of this change say that it takes effect {when}")
    own = subject.supplement.effective
    if own and subject.supplement.changes and not shown and not subject.read:
        yield Breach("effective", f"no words say that the changes take effect {own.date or 'immediately'}")
    days = [change.effective for _, change in subject.changes if change.effective]
    for path, change in subject.changes if days and own is None else ():
        led = change.operation != "notice" and not change.lead_in and not change.effective
        if led and not _content_days(subject, path) and not _said_in(subject, path):
            yield Breach(f"{path}.operation", "other changes say from when they hold, this one does not")


def closed(subject: Subject) -> Iterator[Breach]:
    """Something takes effect on a day on which the exchange is closed.

    DAT-07 | info | possible | house rule; NYSE Rule 7.2 (holidays)

    Looks at `effective:`, at the days on which a fund closes, opens, converts, merges or ends, and at “the close of
    business” on a day. Weekends and the full-day holidays of the New York Stock Exchange count.

    Why: no share is sold or priced on such a day, so it is often a slip for the day before or after.

    Fails:

        - liquidation:
            board_date: 2026-08-12
            liquidation: 2026-10-31

    Mend: name the trading day before or after, where that is meant.
    """
    found: dict[str, tuple[str, date]] = {}
    for path, effective in _effectives(subject):
        found[f"{path}.date"] = ("the change", effective)
    for one in stated_days(subject):
        if isinstance(one.placed.body, _TRADED) and one.sort != "done" and one.name != "the record date":
            found[one.path] = (one.name, one.day)
    for path, (name, day) in found.items():
        if reason := closed_for(day):
            yield Breach(path, f"{name} is on {day}, {reason}")
    for words in subject.prose:
        for match in _BUSINESS.finditer(words.text):
            if (said := said_day(match)) and (reason := closed_for(said)):
                yield Breach(words.path, f"there is no close of business on {said}, {reason}", words=match[0])


def no_effective_day(subject: Subject) -> Iterator[Breach]:
    """A supplement does not say from when its changes hold.

    DAT-09 | warning | likely | house rule: every change says from when it holds

    Looks for `effective:`, for a day of typed content, and for words such as “effective”, “on or about” or “beginning”
    with a day.

    Why: the reader cannot tell whether the prospectus was right yesterday, and the firm cannot prove from when it was
    not.

    Fails:

        date: 2026-09-30
        changes:
          - content: The Fund's transfer agent has a new address.

    Mend: add `effective:` with a day, or `effective: immediately`.
    """
    supplement = subject.supplement
    if not supplement.changes or not is_supplement(subject):
        return
    dated = supplement.effective or any(change.effective for _, change in subject.changes)
    stated = any(one.sort != "done" for one in stated_days(subject))
    ends = any(isinstance(placed.body, WaiverEnd) for placed in subject.blocks)
    bodies = (placed.body for placed in subject.blocks if isinstance(placed.body, Kind))
    if dated or stated or ends or any(says_when(body) for body in bodies):
        return
    if not any(_FROM.search(words.text) for words in subject.words if not of_registrant(words.path)):
        yield Breach("date", "nothing says from when the changes hold")


def _effectives(subject: Subject) -> Iterator[tuple[str, date]]:
    """The days of `effective:`, of the supplement and of its changes, with their paths."""
    places = [("effective", subject.supplement.effective)]
    places += [(f"{path}.effective", change.effective) for path, change in subject.changes]
    yield from ((path, one.date) for path, one in places if one and one.date)


def _starts(subject: Subject) -> Iterator[tuple[str, date]]:
    """The days from which something holds, with their paths."""
    yield from _effectives(subject)
    yield from ((one.path, one.day) for one in stated_days(subject) if one.sort == "start")


def _late_in_words(subject: Subject, own: date) -> Iterator[Breach]:
    """Sentences that begin with a day after the oldest target document and before the supplement."""
    oldest = min((one.date for one in subject.supplement.targets if one.date), default=own - timedelta(366))
    names = [fund.name for fund in subject.house.funds]
    for words in subject.prose:
        for match in () if of_registrant(words.path) else _SAID.finditer(words.text):
            day = said_day(match)
            about = match["how"] != "Since" or (
                _MANAGED.search(match["rest"])
                and (words.path.endswith((".reason", ".lead_in")) or any(name in match[0] for name in names))
            )
            if day and about and oldest <= day and own - day > GRACE:
                said = match[0][: match.start("rest") - match.start()].rstrip(",")
                message = f"this was so {(own - day).days} days before the supplement, or longer"
                yield Breach(words.path, message, words=said)


def _says_day(subject: Subject, path: str, change: Change) -> bool:
    """Whether the words of a change say from when it holds."""
    if change.operation != "notice" and not change.lead_in:
        return True
    if any(isinstance(one.body, Kind) and "effective" in type(one.body).model_fields for one in inside(subject, path)):
        return True
    effective = change.effective or subject.supplement.effective
    wanted = in_words(effective.date) if effective and effective.date else "immediately"
    return any(wanted in words.text for words in subject.words if words.path.startswith(f"{path}."))


def _content_days(subject: Subject, path: str) -> bool:
    return any(one.path.startswith(f"{path}.") for one in stated_days(subject)) or any(
        says_when(one.body) for one in inside(subject, path)
    )


def _said_in(subject: Subject, path: str) -> bool:
    return any(_FROM.search(words.text) for words in subject.words if words.path.startswith(f"{path}."))
