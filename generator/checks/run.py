"""Running the rules on a supplement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from generator.checks.breach import Breach
from generator.checks.catalogue import all_rules
from generator.checks.rule import Rule
from generator.checks.subject import Subject
from generator.checks.waived import FAMILY, in_force, waivable, without_waived
from generator.diagnostics import Diagnostic, Edit, Label, Span
from generator.model.supplement import House
from generator.settings.selection import EVERYTHING, Selection

#: So much of what one rule finds in one value is told: of a text that is wrong all over there would be thousands.
MOST_ALIKE = 50
#: Where a path of the content stands: its file, and the span there of its value, or of some words in it.
Place: TypeAlias = Callable[[str, str], tuple[str, Span]]
#: How a mend is typed: the edit that puts it in place of some words of the value at a path, or of all of it.
Spell: TypeAlias = Callable[[str, str, str], Edit | None]


def check_content(
    house: House, place: Place, *, read: bool = False, selection: Selection = EVERYTHING, edit: Spell | None = None
) -> list[Diagnostic]:
    """What the rules find in a supplement, without what its author has waived with a reason.

    `read` says that it was read from a document, see Subject. `selection` says which rules run, and how severe
    what they find is; `edit` how a mend is typed, where the content is a file that can be mended.
    """
    subject = Subject(house, read)
    rules = [rule for rule in all_rules().values() if selection.runs(rule.code)]
    found = [(rule, breach) for rule in rules for breach in dict.fromkeys(rule.find(subject))]
    kept, used = without_waived(found, house.supplement)
    told = [diagnostic_of(*one, place, edit) for one in _not_too_many(kept)]
    return selection.applied([*told, *_idle(house, used, place, selection)])


def _not_too_many(found: Iterable[tuple[Rule, Breach]]) -> Iterator[tuple[Rule, Breach]]:
    """Findings, of those of one rule in one value so many; then one that more follow."""
    counts: Counter[tuple[str, str]] = Counter()
    for rule, breach in found:
        key = rule.code, breach.path
        counts[key] += 1
        if counts[key] <= MOST_ALIKE:
            yield rule, breach
        elif counts[key] == MOST_ALIKE + 1:
            message = "there are more like these in this text"
            yield rule, replace(breach, message=message, help="mend these, and check again", mend=None)


def diagnostic_of(rule: Rule, breach: Breach, place: Place, edit: Spell | None = None) -> Diagnostic:
    """A breach at its place. Further places are labels; those in other files are told in words."""
    file, span = place(breach.path, breach.words)
    also = [(text, *place(path, "")) for path, text in breach.also]
    labels = tuple(Label(at, text) for text, other, at in also if other == file)
    afar = "".join(f"; {text}: {other}:{at.line}" for text, other, at in also if other != file)
    message, help = breach.message + afar, breach.help or rule.mend
    mend = edit(breach.path, breach.words, breach.mend) if edit and breach.mend is not None else None
    return Diagnostic(rule.code, message, file, span, help, rule.severity, breach.path, rule.source, labels, mend)


def _idle(house: House, used: set[int], place: Place, selection: Selection) -> Iterator[Diagnostic]:
    """Findings about waivers that waive nothing: see the page of WVE-01. A rule that did not run is not asked for."""
    rule = all_rules()["WVE-01"]
    for index, one in enumerate(house.supplement.waive):
        known = one.code in all_rules()
        if index not in used and in_force(one, house.supplement) and (selection.runs(one.code) or not known):
            message, help = f"there is no rule {one.code} to waive", ""
            if known:
                message = f"{one.code} is waived, and not found"
            if known and not waivable(asked := all_rules()[one.code]) and asked.family != FAMILY:
                message = f"{one.code} finds what is certainly wrong, and cannot be waived"
                help = "mend what is found, and delete the entry"
            yield diagnostic_of(rule, Breach(f"waive[{index}]", message, help), place)
