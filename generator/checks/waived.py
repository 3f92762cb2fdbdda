"""Findings that an author has waived, each with a reason: `waive: [{code: FEE-01, reason: …}]`."""

from __future__ import annotations

from collections.abc import Iterable

from generator.checks.breach import Breach
from generator.checks.rule import Rule
from generator.model.supplement import Supplement, Waived

#: The rules about waiving itself; they cannot be waived.
FAMILY = "WVE"


def in_force(one: Waived, supplement: Supplement) -> bool:
    """Whether a waived finding is so on the supplement's own date; no clock is asked."""
    return one.until is None or supplement.date is None or supplement.date <= one.until


def covers(one: Waived, rule: Rule, path: str) -> bool:
    """Whether a waiver is about a finding: its code, and its path or one that holds it.

    What is certainly wrong cannot be waived.
    """
    if one.code != rule.code or not waivable(rule):
        return False
    return not one.path or path == one.path or path.startswith((f"{one.path}.", f"{one.path}["))


def waivable(rule: Rule) -> bool:
    """Whether a rule's findings may be waived: all but errors that are certain, and those about waiving."""
    return rule.family != FAMILY and not (rule.severity == "error" and rule.confidence == "certain")


def without_waived(
    found: Iterable[tuple[Rule, Breach]], supplement: Supplement
) -> tuple[list[tuple[Rule, Breach]], set[int]]:
    """The findings that stay, and the positions in `waive` of what waived one."""
    kept, used = [], set()
    for rule, breach in found:
        by = [
            index
            for index, one in enumerate(supplement.waive)
            if in_force(one, supplement) and covers(one, rule, breach.path)
        ]
        used.update(by)
        if not by:
            kept.append((rule, breach))
    return kept, used
