"""What several rules ask of a supplement: whether it is one, what stands in a change, which funds it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.subject import Placed, Subject
from generator.model.content import Kind
from generator.model.funds import fund_keys
from generator.model.kinds.class_launch import ClassLaunch
from generator.model.kinds.distributions import Distributions
from generator.model.kinds.fee_schedule import FeeSchedule
from generator.model.kinds.name_change import NameChange
from generator.model.kinds.reorganization import Reorganization
from generator.model.kinds.trustees import Trustees
from generator.model.supplement import Change, DocumentName
from generator.patterns import late

_HEADED = late(r"\bsupplement\b", re.IGNORECASE)
_BEGINS = late(r"(?:this )?supplement\b", re.IGNORECASE)


def is_supplement(subject: Subject) -> bool:
    """Whether the document is a supplement: a summary prospectus that was read in whole is none."""
    if not subject.read or not subject.supplement.header:
        return True
    heads = (words.text for words in subject.words if words.role == "header")
    opening = (words.text for words in subject.prose[:3] if words.path.startswith("opening"))
    return any(map(_HEADED.search, heads)) or any(map(_BEGINS.match, opening))


def of_registrant(path: str) -> bool:
    """Whether a path leads into the registrant's file: names and bios, which are no sentences of the supplement."""
    return path.startswith("registrant.")


def inside(subject: Subject, path: str) -> Iterator[Placed]:
    """The blocks of a change."""
    return (placed for placed in subject.blocks if placed.path.startswith(f"{path}."))


def says_when(body: object) -> bool:
    """Whether typed content says by itself from when it holds."""
    if isinstance(body, Trustees):
        return bool(body.changes)
    if isinstance(body, FeeSchedule):
        return body.previous is not None
    return isinstance(body, Kind) and any(getattr(body, name, None) for name in ("starts", "effective", "date", "ends"))


def own_funds(placed: Placed, subject: Subject) -> dict[str, str]:
    """The funds that typed content names itself, by key, each with its path; those that others are merged into not."""
    body, path = placed.body, placed.path
    match body:
        case Reorganization():
            return {one.target: f"{path}.mergers[{at}].target" for at, one in enumerate(body.mergers)}
        case ClassLaunch() | NameChange() | Distributions():
            rows = "schedule" if isinstance(body, Distributions) else "classes"
            found = {one.fund: f"{path}.{rows}[{at}].fund" for at, one in enumerate(getattr(body, rows)) if one.fund}
            return found | ({key: f"{path}.funds.{key}" for key in body.funds} if isinstance(body, NameChange) else {})
        case Kind():
            own = getattr(body, "funds", ())
            several = len(own) > 1
            return {key: f"{path}.funds[{at}]" if several else f"{path}.funds" for at, key in enumerate(own)}
    return {}


def funds_of(placed: Placed, subject: Subject) -> tuple[str, ...]:
    """The keys of the funds that a block is about: those that it names, its change's, else the supplement's."""
    return fund_keys(tuple(own_funds(placed, subject)), subject.house, placed.change)


def documents_of(subject: Subject, change: Change | None) -> frozenset[DocumentName]:
    """The documents that a change amends; all of the supplement's for what stands in no change."""
    targets = subject.house.targets_of(change) if change else subject.supplement.targets
    return frozenset(target.document for target in targets)
