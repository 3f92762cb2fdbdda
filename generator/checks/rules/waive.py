"""Rules about findings that are waived."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.breach import Breach
from generator.checks.subject import Subject
from generator.checks.waived import in_force


def idle(subject: Subject) -> Iterator[Breach]:
    """A finding is waived that is not found.

    WVE-01 | warning | certain | house rule: the log of a build is its review record

    Every entry of `waive:` that is in force must take away at least one finding of its code, at its path where it
    names one. Errors that are certain cannot be waived.

    Why: a waiver that outlives its finding hides the next one.

    Fails:

        waive:
          - {code: WVE-02, reason: Nothing of the kind is found.}

    Mend: delete the entry, or correct its code or path.
    """
    yield from ()  # what is idle is known when all other rules have run: see `check_content`


def lapsed(subject: Subject) -> Iterator[Breach]:
    """A waived finding is no longer waived, for its day has passed.

    WVE-02 | warning | certain | house rule: the log of a build is its review record

    Compares `until:` with the supplement's own date.

    Why: what was waived is reported again, and whoever meets it should know that it was.

    Fails:

        date: 2026-09-30
        waive:
          - {code: FEE-01, reason: Printed so since 2020., until: 2026-05-01}

    Mend: look at the finding again, then delete the entry or move its day.
    """
    for index, one in enumerate(subject.supplement.waive):
        if not in_force(one, subject.supplement):
            yield Breach(f"waive[{index}].until", f"{one.code} is waived until {one.until}, the supplement is later")
