"""Rules about the order of days: which of two comes first, what is done, and what is still to come."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from itertools import pairwise

from generator.checks.breach import Breach
from generator.checks.rules._days import day_of, stated_days
from generator.checks.subject import Subject
from generator.model.content import Kind
from generator.model.kinds.benchmark import Benchmark
from generator.model.kinds.class_conversion import ClassConversion
from generator.model.kinds.fund_reopening import FundReopening
from generator.model.kinds.liquidation import Liquidation
from generator.model.kinds.reorganization import Reorganization
from generator.model.kinds.waiver import Waiver
from generator.model.kinds.waiver_change import WaiverChange

_BOARD, _LAST = ("board_date", "the board's approval"), ("last_purchase", "the last purchase")
#: The days of each kind that follow one another; each with the field and what it is.
_ORDER: dict[type[Kind], tuple[tuple[tuple[str, str], ...], ...]] = {
    Reorganization: (
        (
            _BOARD,
            ("record_date", "the record date"),
            ("meeting_date", "the meeting"),
            ("closing", "the closing"),
        ),
        (_LAST, ("closing", "the closing")),
    ),
    Liquidation: (
        (_BOARD, _LAST, ("liquidation", "the liquidation")),
        (_BOARD, ("cash_from", "the turn to cash"), ("liquidation", "the liquidation")),
    ),
    ClassConversion: ((_LAST, ("date", "the conversion")),),
    FundReopening: ((("closed_since", "the closing"), ("starts", "the reopening")),),
    Benchmark: ((("returns.inception", "the fund's beginning"), ("returns.as_of", "the end of the periods")),),
    Waiver: ((("starts", "the first day"), ("ends", "the last day")),),
    WaiverChange: ((("starts", "the first day"), ("ends.new", "the last day")),),
}
#: Kinds whose two days cannot be one.
_APART = (FundReopening, Waiver)


def order(subject: Subject) -> Iterator[Breach]:
    """A day comes before one that it must follow.

    DAT-14 | error | certain | arithmetic of the calendar

    Compares the days of one event: a record date, a meeting and a closing; a last purchase and a liquidation; the
    first and the last day of a waiver.

    Why: one of the two is a slip, and shareholders act on either.

    Fails:

        - reorganization:
            board_date: 2026-08-12
            mergers: [{target: small-cap, acquiring: growth}]
            meeting_date: 2026-12-01
            closing: 2026-11-20

    Mend: correct the day that is wrong.
    """
    for placed in subject.blocks:
        for sequence in _ORDER.get(type(placed.body), ()):
            stated = [(field, name, day) for field, name in sequence if (day := day_of(_value(placed.body, field)))]
            for (earlier, before, first), (path, name, day) in pairwise(stated):
                if day < first or (day == first and isinstance(placed.body, _APART)):
                    message = f"{name}, {day}, is {'before' if day < first else 'also'} {before}, {first}"
                    yield Breach(f"{placed.path}.{path}", message, also=((f"{placed.path}.{earlier}", before),))


def out_of_time(subject: Subject) -> Iterator[Breach]:
    """What the words tell as done is still to come, or what they announce has passed.

    DAT-17 | warning | likely | house rule: a supplement speaks from its own date

    Typed content says of some days that something was done on them (a board approved, notice was sent), and of others
    that it will be (a meeting, a closing, a liquidation). Compares them with the supplement's own date.

    Why: the sentence is untrue on the day on which the supplement is given out.

    Fails:

        date: 2026-09-30
        changes:
          - content:
              - liquidation:
                  board_date: 2026-10-12
                  liquidation: 2026-11-20

    Mend: correct the day; where the event has passed, tell it in a paragraph of your own.
    """
    own = subject.supplement.date
    if own is None:
        return
    for one in stated_days(subject):
        if one.sort == "done" and one.day > own:
            yield Breach(
                one.path, f"{one.name} is told as done, and comes on {one.day}, after the supplement's own date"
            )
        if one.sort == "coming" and one.day < own:
            yield Breach(
                one.path, f"{one.name} is told as to come, and was on {one.day}, before the supplement's own date"
            )


def supersedes_another(subject: Subject) -> Iterator[Breach]:
    """A supplement takes the place of one that its documents do not have.

    DAT-10 | error | likely | house rule: what is superseded was in force

    Compares `supersedes:` with the supplement's own date, and with the earlier supplements of the target documents
    where they are listed. Whether a later supplement has changed the same place cannot be seen from one file.

    Why: the supplement that should have lost its force keeps it.

    Fails:

        targets:
          - {document: prospectus, date: 2026-03-01, supplements: [2026-04-15, 2026-05-18]}
        supersedes: 2026-05-15

    Mend: correct the day, or add the supplement to those of its document.
    """
    supplement = subject.supplement
    listed = {day for target in supplement.targets for day in target.supplements}
    for index, day in enumerate(supplement.supersedes):
        path = f"supersedes[{index}]" if len(supplement.supersedes) > 1 else "supersedes"
        if supplement.date and day >= supplement.date:
            yield Breach(path, f"the supplement of {day} is not earlier than this one, {supplement.date}")
        elif listed and day not in listed:
            known = ", ".join(map(str, sorted(listed)))
            yield Breach(path, f"there is no earlier supplement of {day}", f"listed are: {known}")


def list_of_supplements(subject: Subject) -> Iterator[Breach]:
    """The earlier supplements of a document are not in order, or one of them is not earlier.

    DAT-11 | warning | likely | house rule: oldest or newest first

    Looks at `supplements:` of each target document: the days run up or down, none twice, each after the document and
    before this supplement.

    Why: a list that is out of order has usually been copied from another document, and lacks one.

    Fails:

        targets:
          - {document: prospectus, date: 2026-03-01, supplements: [2026-04-15, 2026-06-09, 2026-05-18]}

    Mend: put the days in order, and leave out this supplement's own.
    """
    own = subject.supplement.date
    for index, target in enumerate(subject.supplement.targets):
        path, days = f"targets[{index}].supplements", list(target.supplements)
        if days not in (rising := sorted(set(days)), rising[::-1]):
            yield Breach(path, "the earlier supplements are not in order")
        for at, day in enumerate(days):
            here = f"{path}[{at}]" if len(days) > 1 else path
            if own and day >= own:
                yield Breach(here, f"the supplement of {day} is not earlier than this one, {own}")
            if target.date and day < target.date:
                yield Breach(here, f"the supplement of {day} is older than the document, {target.date}")


def _value(body: object, path: str) -> object:
    """The value at a path below typed content; None where a part is missing."""
    return reduce(lambda value, name: getattr(value, name, None), path.split("."), body)
