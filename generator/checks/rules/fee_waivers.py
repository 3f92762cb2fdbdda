"""Rules about waivers in a fee table: whether they may be taken off there, and what the note about them says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.checks.breach import Breach
from generator.checks.rules._charges import Charges, NoteSeen
from generator.checks.rules._days import DAY, said_day
from generator.checks.rules._fee_tables import charges
from generator.checks.rules._waiver_terms import CONTRACT, VOLUNTARY, WAIVES, days_until, netted
from generator.checks.subject import Placed, Subject
from generator.model.kinds.waiver import Waiver
from generator.patterns import late

_DAY = late(DAY)
_ENDED_BY = late(
    r"\bterminat|\bBoard\b|\bTrustees\b|\bDirectors\b|\bconsent\b"
    r"|\b(?:end|discontinue|modif|revis)\w* .{0,80}\b(?:early|earlier|before|any time)",
    re.IGNORECASE,
)


def too_short(subject: Subject) -> Iterator[Breach]:
    """A waiver is shown in the fee table that lasts for less than a year from the date of the prospectus.

    FEE-11 | warning | likely | Form N-1A Item 3, Instruction 3(e)

    Compares the last day of the waiver, in its note or in a waiver of the same supplement, with the date of the latest
    prospectus that is amended, which stands for the day on which the registration statement took effect. A year less a
    day is enough.

    Why: the form lets the table show only what an investor can count on for a year.

    Fails:

        notes:
          cap: The Adviser waives fees by contract until January 31, 2027; only the Board may end this earlier.

    Mend: take the rows of the waiver and of what is left after it out of the table, or agree on a later day.
    """
    for one, about in netted(subject):
        days = [(day, path) for day, path in _last_days(one, about, subject)]
        start = _prospectus_date(one, subject)
        if days and start:
            (last, path), enough = max(days), _year_later(start) - timedelta(1)
            if last < enough:
                yield Breach(path, f"the waiver ends on {last}; counted from {start} it must last to {enough}")


def unexplained(subject: Subject) -> Iterator[Breach]:
    """A waiver is shown in the fee table, and no note says until when it lasts, and who may end it.

    FEE-12a | warning | likely | Form N-1A Item 3, Instruction 3(e)

    Looks for a note, or a waiver in the same supplement, with the last day of the agreement, and for words about who
    may end it. A note of `kind: waiver` says both.

    Why: the form asks for it where the rows are shown.

    Fails:

        fee_table:
          rows:
            management_fee: 0.65%
            waiver: 0.05%

    Mend: mark a note at `waiver`, of `kind: waiver` with `ends:`.
    """
    for one, about in netted(subject):
        line = one.line("waiver")
        typed = [body for _, body in _waivers(one, subject)]
        if typed or any(note.kind == "waiver" for note in about) or not line:
            continue
        texts = [(note.path, note.text) for note in about] or _told(one, subject)
        if not texts:
            yield Breach(line.path, "no note says until when the waiver lasts, and who may end it")
        elif not any(_DAY.search(text) for _, text in texts):
            yield Breach(texts[0][0], "the note does not say until when the waiver lasts")
        elif not any(_ENDED_BY.search(text) for _, text in texts):
            yield Breach(texts[0][0], "the note does not say who may end the waiver, and when")


def voluntary_netted(subject: Subject) -> Iterator[Breach]:
    """A voluntary waiver is taken off in the fee table.

    FEE-13 | error | likely | follows from Form N-1A Item 3, Instruction 3(e)

    Looks at the note of the waiver's row, and at waivers of the same fund in the supplement.

    Why: what can be ended tomorrow reduces nobody's expenses for a year.

    Fails:

        fee_table:
          rows:
            management_fee: 0.65%
            waiver: {all: 0.05%, note: cap}
          notes:
            cap: The Adviser voluntarily waives a part of its fee, and may stop doing so at any time.

    Mend: take the rows of the waiver and of what is left after it out of the table, and tell of the waiver in a note.
    """
    for one, about in netted(subject):
        stated = _waivers(one, subject)
        if any(note.kind == "waiver" for note in about) or any(body.agreement == "contractual" for _, body in stated):
            continue
        said = [note.path for note in about if VOLUNTARY.search(note.text) and not CONTRACT.search(note.text)]
        said += [f"{placed.path}.agreement" for placed, _ in stated]
        line = one.line("waiver")
        if said and line:
            message = "the waiver is voluntary, and is taken off in the table"
            yield Breach(line.path, message, also=((said[0], "voluntary here"),))


def voluntary_told(subject: Subject) -> Iterator[Breach]:
    """A note below a fee table tells of a voluntary waiver.

    FEE-13a | warning | likely | follows from Form N-1A Item 3, Instruction 3(e)

    Looks for such a note where the table itself shows no waiver.

    Why: the table is about what investors pay; what the adviser may stop at any time says little about it, and belongs
    elsewhere in the prospectus.

    Fails:

        notes:
          waiver: The Adviser has agreed to voluntarily waive a portion of its management fee.

    Mend: move it to the section on the adviser; where it stays, say that it can be ended at any time, and waive this.
    """
    for one in charges(subject):
        for note in one.notes if one.line("waiver") is None else ():
            if VOLUNTARY.search(note.text) and WAIVES.search(note.text):
                yield Breach(note.path, "the note tells of a voluntary waiver")


def _waivers(one: Charges, subject: Subject) -> list[tuple[Placed, Waiver]]:
    """The waivers that the supplement states for the table's fund."""
    house = subject.house
    return [(at, body) for at, body in subject.typed(Waiver) if house.fund_key_of(at.change) == one.fund]


def _told(one: Charges, subject: Subject) -> list[tuple[str, str]]:
    """What the words of the table's change say about waivers, each with its path."""
    number = one.placed.number
    within = f"changes[{number}]." if number is not None else one.path.partition("[")[0]
    words = (words for words in subject.words if words.role in ("prose", "cell") and words.path.startswith(within))
    return [(one.path, one.text) for one in words if len(one.text) > 40 and WAIVES.search(one.text)]


def _last_days(one: Charges, about: tuple[NoteSeen, ...], subject: Subject) -> Iterator[tuple[date, str]]:
    """The last days that notes and waivers state, each with its path; of a text the last day in it.

    A day that is said to be a last one goes before others: that of an agreement says nothing of its end.
    """
    for note in about:
        days = [note.ends] if note.ends else days_until(note.text)
        if known := days or [day for found in _DAY.finditer(note.text) if (day := said_day(found))]:
            yield max(known), f"{note.path}.ends" if note.ends else note.path
    for placed, body in _waivers(one, subject):
        if body.ends:
            yield body.ends, f"{placed.path}.ends"


def _prospectus_date(one: Charges, subject: Subject) -> date | None:
    """The date of the latest prospectus that the table's change amends."""
    change, supplement = one.placed.change, subject.supplement
    targets = subject.house.targets_of(change) if change else supplement.targets
    return max((target.date for target in targets if target.date and target.document != "sai"), default=None)


def _year_later(day: date) -> date:
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
