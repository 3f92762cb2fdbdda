"""Rules about supplements of several funds: each has its change, each change its own fund's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.breach import Breach
from generator.checks.rules._parts import inside, own_funds
from generator.checks.subject import Subject
from generator.checks.words import Words
from generator.model.content import Kind
from generator.model.supplement import Change

#: Shorter sentences are alike by chance: “The Fund is closed.”
_FEWEST_WORDS = 6


def anothers_name(subject: Subject) -> Iterator[Breach]:
    """The same text stands in changes of two funds, with the name of one fund in both.

    CMB-02 | error | likely | house rule: a text that is copied gets the name of its own fund

    Compares the sentences of changes that are about one fund each, with all funds' names masked. Where two are the
    same and name the same fund, the one that is about another fund is found.

    Why: the second fund is told of a change of the first.

    Fails:

        - fund: growth
          content: The Example Growth Fund may now invest a tenth of its assets abroad.
        - fund: income
          content: The Example Growth Fund may now invest a tenth of its assets abroad.

    Mend: write the name of the fund that the change is about, or “the Fund”.
    """
    names = {key: fund.name for key, fund in subject.registrant.funds.items()}
    about = {path: key for path, change in subject.changes if (key := subject.house.fund_key_of(change)) in names}
    if len(set(about.values())) < 2:
        return
    mask = re.compile("|".join(re.escape(name) for name in sorted(names.values(), key=len, reverse=True)))
    seen: dict[str, list[tuple[str, Words]]] = {}
    for words in subject.prose:
        key = about.get(words.path.partition(".")[0], "")
        if key and len(words.text.split()) >= _FEWEST_WORDS and mask.search(words.text):
            seen.setdefault(mask.sub("\0", words.text), []).append((key, words))
    for alike in seen.values():
        for key, words in alike:
            said = set(mask.findall(words.text))
            theirs = [(other, one) for other, one in alike if other != key and names[other] in said]
            if names[key] not in said and theirs:
                also = ((theirs[0][1].path, f"the same words about the {names[theirs[0][0]]}"),)
                wrong = names[theirs[0][0]]
                yield Breach(words.path, f"this change is about the {names[key]}", words=wrong, also=also)


def without_change(subject: Subject) -> Iterator[Breach]:
    """A fund is listed and no change is about it, or a change is about a fund that is not listed.

    CMB-03 | error | likely | house rule: the list of funds is that of the changes

    Compares `funds:` of the supplement with the funds of its changes, of the typed content in them, and with those that
    sentences name. A change that names no fund is about all. Documents that were read are not looked at.

    Why: shareholders of a fund that is listed by mistake search for their change, those of one that is not never learn
    of theirs.

    Fails:

        funds: [growth, income]
        changes:
          - fund: growth
            content: The Fund is closed to new investors.

    Mend: add the fund to `funds:` or take it away, or say with `fund:` what the change is about.
    """
    listed = subject.supplement.funds
    if subject.read or not listed:
        return
    met: set[str] = set()
    for path, change in subject.changes:
        own = _funds(subject, path, change)
        met |= set(own or listed)
        typed = {key: at for placed in inside(subject, path) for key, at in own_funds(placed, subject).items()}
        for key, at in (typed | own).items():
            if key not in listed and key in subject.registrant.funds:
                yield Breach(
                    at, f"{key!r} is not among the funds of the supplement", f"listed are: {', '.join(listed)}"
                )
    said = " ".join(words.text for words in subject.words if not words.path.startswith("registrant"))
    for index, key in enumerate(listed):
        fund = subject.registrant.funds.get(key)
        if key not in met and fund and fund.name not in said and subject.supplement.changes:
            path = f"funds[{index}]" if len(listed) > 1 else "funds"
            yield Breach(path, f"no change is about the {fund.name}")


def _funds(subject: Subject, path: str, change: Change) -> dict[str, str]:
    """The funds that a change is about, by key with their paths; none where it is about all."""
    named = (change.fund,) if change.fund else change.funds
    own = {key: f"{path}.fund" if change.fund else f"{path}.funds[{at}]" for at, key in enumerate(named)}
    if not change.fund and len(named) == 1:
        own = {named[0]: f"{path}.funds"}
    if own:
        return own | {key: at for placed in inside(subject, path) for key, at in own_funds(placed, subject).items()}
    found: dict[str, str] = {}
    for placed in inside(subject, path):
        theirs = own_funds(placed, subject)
        if isinstance(placed.body, Kind) and not theirs:
            return {}
        found |= theirs
    return found if change.operation == "notice" else {}
