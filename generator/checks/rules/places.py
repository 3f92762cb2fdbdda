"""Rules about the places that changes are made at: whether two changes meet in one, and whether a count still holds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.checks.breach import Breach
from generator.checks.rules._parts import documents_of
from generator.checks.subject import Subject
from generator.model.supplement import Change

#: The operations after which what stood at their place is no longer there.
_REMOVING = (
    "replace_section", "replace_table", "replace_paragraph", "replace_sentence", "replace_bullet", "replace_footnote",
    "delete",
)  # fmt: skip
#: The parts of a section that are counted.
_COUNTED = ("paragraph", "bullet")
_LAST = 10**3


def twice(subject: Subject) -> Iterator[Breach]:
    """Two changes remove or replace the same part of a document.

    DOC-06 | error | likely | house rule: a place is changed once

    Compares section, table, paragraph, sentence, bullet and footnote of the changes that replace or delete, for each
    document and fund. Places with different pages are different places.

    Why: the second change speaks of words that the first has taken away.

    Fails:

        - operation: replace_paragraph
          location: {section: Buying Shares, paragraph: 2}
          content: Shares can be bought online.
        - operation: delete
          location: {section: Buying Shares, paragraph: 2}

    Mend: join the two changes, or correct the place of one.
    """
    removing = [(path, change) for path, change in subject.changes if change.operation in _REMOVING]
    for (first, one), (second, other) in combinations(removing, 2):
        if _place(one) == _place(other) and _place(one) and _meet(subject, one, other):
            also = ((f"{first}.location", "changed here already"),)
            yield Breach(f"{second}.location", "this part of the document is changed twice", also=also)


def counted_after(subject: Subject) -> Iterator[Breach]:
    """A part is counted in a section of which a change has taken or added one before it.

    DOC-07 | warning | likely | house rule: places are counted in the document as it was

    Looks for a deletion, or an addition, of a paragraph or bullet point, and a later change in the same section at a
    later one.

    Why: “the third paragraph” is another one before the deletion than after it.

    Fails:

        - operation: delete
          location: {section: Buying Shares, paragraph: 2}
        - operation: replace_paragraph
          location: {section: Buying Shares, paragraph: 3}
          content: Shares can be bought online.

    Mend: make the later change first, or replace the whole section; or waive the finding where the words say how it is
    counted.
    """
    changes = list(subject.changes)
    for (first, one), (second, other) in combinations(changes, 2):
        for part in _COUNTED:
            taken, counted = getattr(one.location, part), getattr(other.location, part)
            moved = one.operation in ("delete", "add_after") and not one.location.sentence
            if (
                moved and taken and counted and _order(counted) > _order(taken) and counted != "last"
                and one.location.section == other.location.section and _meet(subject, one, other)
            ):  # fmt: skip
                what = "deleted" if one.operation == "delete" else "added to"
                message = f"is this {part} counted before or after an earlier one is {what}?"
                also = ((f"{first}.location.{part}", "the section changes here"),)
                yield Breach(f"{second}.location.{part}", message, also=also)


def _place(change: Change) -> dict[str, object]:
    """A change's place without its pages."""
    return change.location.model_dump(exclude={"page", "kept"}, exclude_defaults=True)


def _meet(subject: Subject, one: Change, other: Change) -> bool:
    """Whether two changes are about one document and one fund, on no different pages."""
    documents = documents_of(subject, one) & documents_of(subject, other)
    pages = [(change.location.page.get(name) for change in (one, other)) for name in documents]
    apart = any(len({page for page in pair if page}) > 1 for pair in pages)
    if not documents or apart:
        return False
    funds = [set(subject.house.fund_keys_of(change)) for change in (one, other)]
    if subject.read and not all(len(keys) == 1 for keys in funds):
        return False  # which fund a foreign lead-in is about is often not understood
    return not all(funds) or bool(funds[0] & funds[1])


def _order(ordinal: str) -> int:
    """A place in order as a number."""
    return _LAST if ordinal == "last" else int(ordinal)
