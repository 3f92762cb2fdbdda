"""Rules about the summary section and its performance table (Form N-1A Items 2 to 8; Rule 498)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import permutations

from generator.checks.breach import Breach
from generator.checks.subject import Subject
from generator.model.kinds.benchmark import Benchmark
from generator.model.kinds.risk import Risk
from generator.model.supplement import Change


def summary_and_prospectus(subject: Subject) -> Iterator[Breach]:
    """The summary prospectus and the prospectus get different words at the same place.

    SUM-05 | error | likely | Rule 498(b)(2); Form N-1A, General Instruction C.3

    Compares a change of the summary prospectus with one of the prospectus that makes the same change in a section of
    the same name, where both bring the same kinds of content.

    Why: a summary prospectus holds what stands in the summary section of the prospectus, word for word.

    Fails:

        - operation: replace_section
          documents: summary_prospectus
          location: {section: Investment Objective}
          content: The Fund seeks growth.
        - operation: replace_section
          documents: prospectus
          location: {section: Investment Objective}
          content: The Fund seeks growth of capital.

    Mend: make it one change of both documents; where the second is not in the summary section, name the section above.
    """
    for (first, one), (second, other) in permutations(subject.changes, 2):
        apart = "summary_prospectus" in one.documents and "prospectus" in other.documents
        if apart and not set(one.documents) & set(other.documents) and _same_place(one, other):
            mine, theirs = ([block.body for block in change.content] for change in (one, other))
            if _sorts(one) == _sorts(other) and mine != theirs:
                also = ((f"{first}.location.section", "the summary prospectus is changed here"),)
                yield Breach(f"{second}.location.section", "the words differ from those of the summary", also=also)


def both_returns(subject: Subject) -> Iterator[Breach]:
    """An index takes the place of another, without the reason or without the returns of both.

    SUM-06 | warning | likely | Form N-1A Item 4(b)(2), Instruction 2(c)

    Looks at a benchmark with `old:` for `reason:` and for `returns:` of the new index and the old.

    Why: the form wants the reason for the change, and the returns of both indices in the year of the change.

    Fails:

        - benchmark:
            new: Example World Index
            old: Example Market Index

    Mend: add `reason:`, and `returns:` with `new:` and `old:`.
    """
    for placed, body in subject.typed(Benchmark):
        if body.old is None or body.role == "additional":
            continue
        lacks = [] if body.reason else ["the reason"]
        lacks += [] if body.returns and body.returns.old else ["the returns of both indices"]
        if lacks:
            yield Breach(placed.path, f"an index takes the place of another, without {' and '.join(lacks)}")


def end_of_returns(subject: Subject) -> Iterator[Breach]:
    """Returns end on another day than those of the prospectus.

    SUM-07 | info | possible | Form N-1A Item 4(b)(2)(iii)

    Average annual returns are for periods that end with the last calendar year before the prospectus. Compares
    `as_of:` with the dates of the prospectuses; one of January may still show the year before.

    Why: a supplement does not bring the performance up to date; other periods cannot be compared with the fund's.

    Fails:

        targets:
          - {document: prospectus, date: 2026-05-01}
        changes:
          - content:
              - benchmark:
                  new: Example World Index
                  returns: {as_of: 2026-06-30, new: {one_year: 7.31%}}

    Mend: give the returns to the end of the calendar year before the prospectus.
    """
    due = {day for one in subject.supplement.targets if one.document != "sai" for day in _year_ends(one.date)}
    for placed, body in subject.typed(Benchmark):
        if body.returns and due and body.returns.as_of not in due:
            message = f"the returns end on {body.returns.as_of}, the prospectus's on {max(due)}"
            yield Breach(f"{placed.path}.returns.as_of", message)


def _year_ends(day: date | None) -> list[date]:
    """The ends of calendar years that a prospectus of a day can show returns to; none where the day is not told."""
    if day is None:
        return []
    years = [day.year - 1, day.year - 2] if day.month == 1 else [day.year - 1]
    return [date(year, 12, 31) for year in years]


def _same_place(one: Change, other: Change) -> bool:
    """Whether two changes do the same at places of the same name, for the same funds."""
    places = [change.location.model_dump(exclude={"page"}) for change in (one, other)]
    if not one.location.section or one.operation != other.operation:
        return False
    return places[0] == places[1] and (one.fund, one.funds) == (other.fund, other.funds)


def _sorts(change: Change) -> list[tuple[str, str, str]]:
    """The kinds of content of a change, with form and extent."""
    extents = (block.body.extent if isinstance(block.body, Risk) else None for block in change.content)
    forms = (getattr(block.body, "form", "") for block in change.content)
    return [
        (block.kind, form, extent or "") for block, form, extent in zip(change.content, forms, extents, strict=True)
    ]
